import type { Signs } from '../format.ts';

const MAJOR = 4;
const LATEST_MINOR = 99;

export const TREELITE_SIGNS: Signs = { first: '\x04' };

/** Its version, two types that go together, and fewer than 2^32 trees. */
export function claimsTreelite(_path: string, head: Uint8Array, size: number): boolean {
  if (size < 100 || head.length < 30 || head[0] !== MAJOR) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [major, minor, patch] = [0, 4, 8].map((at) => view.getUint32(at, true));
  if (major !== MAJOR || minor === undefined || patch === undefined) return false;
  const [threshold = 0, leaf = 0] = head.subarray(12);
  const types = (threshold === 2 || threshold === 3) && (leaf === 1 || leaf === threshold);
  return types && minor <= LATEST_MINOR && patch <= LATEST_MINOR && view.getUint32(18, true) === 0;
}
