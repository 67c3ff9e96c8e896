import { HASH_BYTES } from './hashing.ts';
import type { Tree } from './proofs.ts';

/** What a log says of itself at one moment (c2sp.org/tlog-checkpoint); signed, it can never be taken back. */
export interface Checkpoint extends Tree {
  /** The log's name. */
  readonly origin: string;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Null for what is no checkpoint, or one of a log too long for us to count. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin = '', digits = '', encoded = ''] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text) ?? [];
  const size = Number(digits);
  const root = Buffer.from(encoded, 'base64');
  if (origin === '' || !Number.isSafeInteger(size) || root.length !== HASH_BYTES) return null;
  return root.toString('base64') === encoded ? { origin, size, root } : null;
}
