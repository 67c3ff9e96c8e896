import { brotliDecompressSync, inflateRawSync } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { inputOf } from '../compressed/input.ts';
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

/** Unpacks one block (lz4_Block_format.md) of at most `most` bytes. */
export function unlz4(bytes: Uint8Array, most: number): Uint8Array {
  const out: number[] = [];
  let at = 0;
  const longer = (length: number): number => {
    let whole = length;
    if (length === 15) {
      let more = 255;
      while (more === 255) {
        more = bytes[at++] ?? -1;
        if (more < 0) throw new MalformedError('a block ends too early', at);
        whole += more;
      }
    }
    return whole;
  };
  while (at < bytes.length) {
    const token = bytes[at++] ?? 0;
    const literals = longer(token >> 4);
    if (at + literals > bytes.length || out.length + literals > most)
      throw new MalformedError('a block that is too long', at);
    for (let end = at + literals; at < end; at++) out.push(bytes[at] ?? 0);
    if (at === bytes.length) break;
    const back = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    const match = longer(token & 15) + 4;
    if (back === 0 || back > out.length || out.length + match > most)
      throw new MalformedError('a copy from outside', at);
    for (let index = 0; index < match; index++) out.push(out[out.length - back] ?? 0);
  }
  return Uint8Array.from(out);
}
