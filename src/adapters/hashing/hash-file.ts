import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes a read: larger ones are no faster (measured in bench/), smaller ones are slower. */
const BLOCK = 4 * 1024 * 1024;

/** What came of hashing one file; never thrown, since it crosses between threads. */
export type HashedFile =
  | { readonly kind: 'hashed'; readonly sha256: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'forbidden' };

/** SHA-256 of a regular file of just this size. Synchronous: it runs in a thread of its own, or on small files. */
export function hashFile(
  path: string,
  size: number,
  onBytes: (bytes: number) => void,
  block = blockFor(size),
): HashedFile {
  const steps = hashSteps(path, size, block);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onBytes(step.value);
  }
}

/** The same, which stops after each block and tells how many bytes it had. */
export function* hashSteps(path: string, size: number, block = blockFor(size)): Generator<number, HashedFile> {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === 'EACCES' ? 'forbidden' : 'changed' };
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile() || found.size !== size) return { kind: 'changed' };
    return yield* digestOfOpen(file, size, block);
  } finally {
    closeSync(file);
  }
}

function blockFor(size: number): Buffer {
  return Buffer.allocUnsafe(Math.max(1, Math.min(BLOCK, size)));
}

function* digestOfOpen(file: number, size: number, block: Buffer): Generator<number, HashedFile> {
  const hash = createHash('sha256');
  let done = 0;
  for (;;) {
    const length = readSync(file, block, 0, block.length, done);
    if (length === 0) break;
    hash.update(block.subarray(0, length));
    done += length;
    yield length;
    if (done > size) return { kind: 'changed' };
  }
  return done === size ? { kind: 'hashed', sha256: hash.digest('hex') } : { kind: 'changed' };
}
