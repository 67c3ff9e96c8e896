import type { Signs } from '../format.ts';
import type { RdsFacts } from './facts.ts';

export const RDS_SIGNS: Signs = { first: 'RXBA', endings: 'rds rdata rda' };

export function claimsRds(path: string, head: Uint8Array, size: number): boolean {
  return size > 0 && (openingOf(head) !== null || (NAMED.test(path) && !compressed(head)));
}

const NAMED = /\.(?:rds|rdata|rda)$/i;

/** Unpacked by the readers of compressed streams, which hand the inside out as a part. */
function compressed([first, second]: Uint8Array): boolean {
  return (
    (first === 0x1f && second === 0x8b) || (first === 0x42 && second === 0x5a) || (first === 0xfd && second === 0x37)
  );
}

interface Opening {
  readonly workspace: boolean;
  readonly encoding: RdsFacts['encoding'];
  readonly start: number;
  readonly little: boolean;
}

/** `RDX3\n` and the like before a workspace; then the letter of the encoding and a version of 2 or 3. */
export function openingOf(head: Uint8Array): Opening | null {
  const first = head[0] ?? 0;
  if (first !== 0x52 && first !== 0x58 && first !== 0x42 && first !== 0x41) return null;
  const text = String.fromCharCode(...head.subarray(0, 24));
  const workspace = /^RD[XAB][23]\n/.test(text);
  const at = workspace ? 5 : 0;
  const rest = text.slice(at);
  const start = at + 2;
  if (rest.startsWith('X\n') && isVersion(head.subarray(start, start + 4).toReversed())) {
    return { workspace, encoding: 'xdr', start, little: false };
  }
  if (rest.startsWith('B\n') && isVersion(head.subarray(start, start + 4))) {
    return { workspace, encoding: 'native', start, little: true };
  }
  return /^A\r?\n[23]\r?\n\d+\r?\n/.test(rest) ? { workspace, encoding: 'ascii', start, little: false } : null;
}

function isVersion([low, ...high]: Uint8Array): boolean {
  return (low === 2 || low === 3) && high.length === 3 && high.every((byte) => byte === 0);
}
