import { createHash } from 'node:crypto';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** POSIX ustar (IEEE 1003.1, pax): headers and contents in blocks of 512 bytes. */
const BLOCK = 512;
/** What eleven octal digits can say. */
const LARGEST = 8 ** 11 - 1;

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Once, and before the next entry is asked for; what is left of it is passed over. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** SHA-256 of all that came before it, in hexadecimal. */
  readonly before: string;
}

/** A file of an archive: its header, its content, and zeros to the end of the block. */
export async function* tarred(name: string, size: number, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield headerOf(name, size);
  yield* bytes;
  yield Buffer.alloc(padding(size));
}

export const TAR_END: Uint8Array = Buffer.alloc(2 * BLOCK);

function headerOf(name: string, size: number): Uint8Array {
  if (name.length > 100 || size > LARGEST) throw new WeighbridgeError('backup-invalid', `${name} is too large`);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number) =>
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  block.write(name, 0, 'latin1');
  octal(0o600, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(size, 124, 11);
  octal(0, 136, 11);
  block.write('0', 156);
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** Over the header, its own field taken for spaces. */
function sumOf(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/**
 * The entries of an archive that `tarred` wrote, and of no other: plain files alone, whose names `isKnown` knows. Links,
 * folders, longer names and whatever else tar has are refused, so that no name leads anywhere. Throws `backup-invalid`.
 */
export async function* readTar(
  archive: AsyncIterable<Uint8Array>,
  isKnown: (name: string) => boolean,
): AsyncIterable<TarEntry> {
  const source = pulled(archive);
  for (;;) {
    const before = source.digest();
    const block = await source.exactly(BLOCK);
    if (block.every((byte) => byte === 0)) break;
    const { name, size } = entryIn(block, isKnown);
    let left = size;
    const bytes = async function* () {
      for (; left > 0; ) {
        const piece = await source.some(left);
        left -= piece.length;
        yield piece;
      }
    };
    yield { name, size, bytes: bytes(), before };
    while (left > 0) left -= (await source.some(left)).length;
    await source.exactly(padding(size));
  }
  if (!(await source.exactly(BLOCK)).every((byte) => byte === 0) || !(await source.ended()))
    throw new WeighbridgeError('backup-invalid', 'something follows its end');
}

function entryIn(block: Buffer, isKnown: (name: string) => boolean): { readonly name: string; readonly size: number } {
  const text = (at: number, length: number) => block.toString('latin1', at, at + length).replace(/[\0 ]+$/, '');
  const octal = (at: number, length: number) =>
    /^[0-7]+$/.test(text(at, length)) ? parseInt(text(at, length), 8) : -1;
  const name = text(0, 100);
  const plain = text(156, 1) === '0' && text(257, 6) === 'ustar' && text(345, 155) === '';
  const size = octal(124, 12);
  if (plain && octal(148, 8) === sumOf(block) && size >= 0 && isKnown(name)) return { name, size };
  throw new WeighbridgeError('backup-invalid', `it has an entry that no backup has: ${name.slice(0, 100)}`);
}

/** Bytes as they are asked for. Throws `backup-invalid` where the archive ends too early. */
function pulled(archive: AsyncIterable<Uint8Array>) {
  const pieces = archive[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done === true) return false;
    held = Buffer.concat([held, next.value]);
    return true;
  };
  const cut = (): never => {
    throw new WeighbridgeError('backup-invalid', 'it ends in the middle');
  };
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    hash.update(taken);
    return taken;
  };
  return {
    digest: (): string => hash.copy().digest('hex'),
    exactly: async (length: number): Promise<Buffer> => {
      while (held.length < length) if (!(await more())) cut();
      return take(length);
    },
    some: async (most: number): Promise<Buffer> => {
      while (held.length === 0) if (!(await more())) cut();
      return take(Math.min(most, held.length));
    },
    ended: async (): Promise<boolean> => {
      while (held.length === 0) if (!(await more())) return true;
      return false;
    },
  };
}
