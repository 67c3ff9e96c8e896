import { gunzipSync, inflateSync } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { bzip2Decoder } from '../compressed/bzip2.ts';
import { type Decoder, inputOf } from '../compressed/input.ts';
import { lz4Decoder } from '../compressed/lz4.ts';
import { lzmaDecoder } from '../compressed/lzma-alone.ts';
import { xzDecoder } from '../compressed/xz.ts';
import { zstdDecoder } from '../compressed/zstd.ts';
import { standsAt } from '../magic.ts';
import { inflatedBare } from './bare-deflate.ts';
import { isBareDeflate, promises, readings, type Sign, signOf, USTAR } from './held-signs.ts';

/** What was found within bytes, with all its layers of compression and encoding taken off. */
export interface Inside {
  readonly sign: Exclude<Sign, 'stream'>;
  readonly bytes: Uint8Array;
}

/** Layers that are taken off; nobody needs more to hide something. */
const MOST_LAYERS = 4;
/** So much of bytes is at hand when they are found, too. */
const SHOWN = 512;

/** What stands within them; null where there is nothing that does something, in at most `most` bytes. */
export async function insideOf(
  bytes: Uint8Array,
  most: number,
  budget: Budget,
  layers = MOST_LAYERS,
): Promise<Inside | null> {
  const sign = standsAt(bytes, USTAR, 'ustar') ? 'archive' : signOf(bytes);
  if (sign !== null && sign !== 'stream') return { sign, bytes };
  if (layers === 0) return null;
  if (sign === 'stream') {
    const plain = await decompressed(bytes, most, budget);
    return plain === null ? null : insideOf(plain, most, budget, layers - 1);
  }
  if (isBareDeflate(bytes.subarray(0, SHOWN))) {
    const plain = inflatedBare(bytes, most);
    return plain === null ? null : insideOf(plain, most, budget, layers - 1);
  }
  for (const plain of readings(bytes)) {
    if (!promises(plain, layers - 1)) continue;
    const inside = await insideOf(plain, most, budget, layers - 1);
    if (inside !== null) return inside;
  }
  return null;
}

const DECODERS: readonly { readonly first: number; readonly decoder: Decoder }[] = [
  { first: 0x42, decoder: bzip2Decoder },
  { first: 0xfd, decoder: xzDecoder },
  { first: 0x5d, decoder: lzmaDecoder },
  { first: 0x04, decoder: lz4Decoder },
  { first: 0x28, decoder: zstdDecoder },
];

/** joblib's own header before a stream of zlib: two letters, and a length in hexadecimal. */
const ZFILE_HEADER = 21;

/** What a stream holds; null for what is none of its kind, or more than `most` bytes. */
async function decompressed(bytes: Uint8Array, most: number, budget: Budget): Promise<Uint8Array | null> {
  const limit = { maxOutputLength: most };
  try {
    if (bytes[0] === 0x1f) return gunzipSync(bytes, limit);
    if (bytes[0] === 0x78) return inflateSync(bytes, limit);
    if (bytes[0] === 0x5a) return inflateSync(bytes.subarray(ZFILE_HEADER), limit);
  } catch {
    return null;
  }
  const decoder = DECODERS.find(({ first }) => first === bytes[0])?.decoder;
  return decoder === undefined ? null : poured(decoder, bytes, most, budget);
}

async function poured(decoder: Decoder, bytes: Uint8Array, most: number, budget: Budget): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of decoder(inputOf(sourceOf(bytes)), { budget, tell: () => {}, named: () => {} })) {
      budget.spend('inflated', piece.length);
      length += piece.length;
      if (length > most) return null;
      pieces.push(piece);
    }
  } catch (error) {
    // What broke behind a whole program is looked into as far as it goes; one that wants too much memory is none of ours.
    if (!(error instanceof MalformedError || error instanceof OverBudgetError)) throw error;
    budget.checkTime();
  }
  return length === 0 ? null : Buffer.concat(pieces);
}
