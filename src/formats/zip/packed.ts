import { type ByteSource, sliceOf } from '../../kernel/bytes.ts';
import type { Part } from '../format.ts';
import type { CentralEntry } from './directory.ts';

const LZMA = 14;
/** APPNOTE 4.4.5: bzip2, LZMA, Zstandard, xz. Python's zipfile reads the first two, and so do NumPy and Keras; PyTorch none. */
const PACKED: ReadonlySet<number> = new Set([12, LZMA, 93, 95]);

/** Whether a member is a compressed stream of its own. */
export function isPacked(method: number): boolean {
  return PACKED.has(method);
}

/** The member as the compressed stream that it is; the reader of such streams takes it from there. */
export async function packedPart(
  { name, method, stored, size }: CentralEntry,
  source: ByteSource,
  start: number,
): Promise<Part> {
  const bytes = sliceOf(source, start, stored);
  return { name, bytes: method === LZMA && stored > LZMA_HEADER ? await asLzmaAlone(bytes, size) : bytes };
}

/** Version, size of the properties, properties (APPNOTE 5.8.8). */
const LZMA_HEADER = 9;
const ALONE_HEADER = 13;

/** The same stream in the format before xz: its properties, its size, and what follows. */
async function asLzmaAlone(packed: ByteSource, size: number): Promise<ByteSource> {
  const header = Buffer.alloc(ALONE_HEADER);
  header.set((await packed.read(4, 5)).subarray(0, 5));
  header.writeBigUInt64LE(BigInt(size), 5);
  const length = ALONE_HEADER + packed.size - LZMA_HEADER;
  const read = async (offset: number, wanted: number): Promise<Uint8Array> => {
    const head = header.subarray(offset, offset + wanted);
    if (head.length === wanted) return head;
    const from = Math.max(0, offset - ALONE_HEADER) + LZMA_HEADER;
    return Buffer.concat([head, await packed.read(from, wanted - head.length)]);
  };
  return { size: length, read };
}
