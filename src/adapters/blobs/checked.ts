import { createHash } from 'node:crypto';
import { type Digest, digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { BlobName } from '../../ports/blob-store.ts';

/** The bytes as they come, the last of them only when all have the digest that is theirs. Throws `blob-changed`. */
export async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  { digest, size }: { readonly digest: Digest; readonly size: BlobName['size'] | null },
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  let count = 0;
  // Who writes what comes from here never has all of a wrong blob.
  let held: Uint8Array | null = null;
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    count += piece.length;
    if (size !== null && count > size) throw changed(digest, `has more than its ${size} bytes`);
    hash.update(piece);
    if (held !== null) yield held;
    held = piece;
  }
  if (digestFromHex(hash.digest('hex')) !== digest) throw changed(digest, 'has other bytes than its name says');
  if (size !== null && count !== size) throw changed(digest, `has ${count} bytes, not ${size}`);
  if (held !== null) yield held;
}

function changed(digest: Digest, how: string): WeighbridgeError {
  return new WeighbridgeError('blob-changed', `${digest} ${how}`);
}
