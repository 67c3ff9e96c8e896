import { brotliDecompressSync, inflateRawSync } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { inputOf } from '../compressed/input.ts';
import { unlz4 } from '../compressed/lz4.ts';
import { zstdDecoder } from '../compressed/zstd.ts';
import { unsnap } from '../snappy.ts';

/** Codecs of ORC by their number; LZO is left out, which nobody writes any more. */
const [NONE, ZLIB, SNAPPY, LZ4, ZSTD, BROTLI] = [0, 1, 2, 4, 5, 6];
/** Chunks are told by three bytes: their length, and whether they are as they were. */
const HEAD = 3;
const MOST = 64 * 1024 * 1024;

/** Where chunks lie that fill a stretch of bytes exactly (specification v1, Compression), or null. */
export function chunksOf(
  bytes: Uint8Array,
): readonly { readonly original: boolean; readonly bytes: Uint8Array }[] | null {
  const chunks = [];
  let at = 0;
  while (at < bytes.length) {
    const word = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    const start = at + HEAD;
    at = start + (word >> 1);
    if (at > bytes.length) return null;
    // Chunks of nothing are of no use to anybody, and each costs more to hold than it takes.
    if (word >> 1 === 0) continue;
    chunks.push({ original: (word & 1) === 1, bytes: bytes.subarray(start, at) });
  }
  return chunks;
}

/** A footer as it was before it was compressed; null where its codec is not at hand. Throws MalformedError. */
export async function unpacked(
  bytes: Uint8Array,
  codec: number,
  block: number,
  budget: Budget,
): Promise<Uint8Array | null> {
  if (codec === NONE) return bytes;
  const chunks = chunksOf(bytes);
  if (chunks === null) throw new MalformedError('chunks that reach past their footer', 0);
  const whole: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    budget.checkTime();
    const piece = chunk.original ? chunk.bytes : await blockOf(chunk.bytes, codec, block, budget);
    if (piece === null) return null;
    size += piece.length;
    if (size > MOST) throw new OverBudgetError(`a footer of more than ${MOST} bytes`);
    budget.spend('inflated', piece.length);
    whole.push(piece);
  }
  return Buffer.concat(whole);
}

async function blockOf(bytes: Uint8Array, codec: number, block: number, budget: Budget): Promise<Uint8Array | null> {
  if (codec === SNAPPY) return unsnap(bytes, block);
  if (codec === LZ4) return unlz4(bytes, block);
  try {
    if (codec === ZLIB) return inflateRawSync(bytes, { maxOutputLength: block });
    if (codec === BROTLI) return brotliDecompressSync(bytes, { maxOutputLength: block });
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new MalformedError(`a chunk that cannot be unpacked`, 0);
    throw error;
  }
  return codec === ZSTD ? unzstd(bytes, block, budget) : null;
}

async function unzstd(bytes: Uint8Array, block: number, budget: Budget): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const tell = (_: string, message: string): void => {
    throw new MalformedError(message, 0);
  };
  for await (const piece of zstdDecoder(inputOf(sourceOf(bytes)), { budget, tell, named: () => {} })) {
    size += piece.length;
    if (size > block) throw new MalformedError('a chunk that is longer than its block', 0);
    pieces.push(piece.slice());
  }
  return Buffer.concat(pieces);
}
