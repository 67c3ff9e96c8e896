import { inflateSync } from 'node:zlib';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Message } from './messages.ts';
import { Cursor } from './pages.ts';

/** A filter that the chunks of a data set went through. */
export interface Filter {
  readonly id: number;
  /** What it was told. */
  readonly values: readonly number[];
}

/** The filters of a pipeline in the order of writing (specification IV.A.2.l). Throws MalformedError. */
export function readPipeline({ data, at }: Message): readonly Filter[] {
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  const count = cursor.u8();
  if (count > MOST_FILTERS) throw new MalformedError(`a pipeline of ${count} filters`, at);
  if (version === 1) cursor.take(6);
  const filters: Filter[] = [];
  for (let index = 0; index < count; index++) {
    const id = cursor.u16();
    const named = version === 1 || id >= 256 ? cursor.u16() : 0;
    cursor.take(2);
    const told = cursor.u16();
    cursor.take(version === 1 ? Math.ceil(named / 8) * 8 : named);
    const values = Array.from({ length: Math.min(told, MOST_VALUES) }, () => cursor.u32());
    cursor.take(4 * (told - values.length) + (version === 1 && told % 2 === 1 ? 4 : 0));
    filters.push({ id, values });
  }
  return filters;
}

/** H5Z_MAX_NFILTERS: the library takes no more, and has a bit for each in the mask of a chunk. */
const MOST_FILTERS = 32;
/** No filter is told as many numbers. */
const MOST_VALUES = 256;
const [DEFLATE, SHUFFLE, FLETCHER] = [1, 2, 3];

/**
 * A chunk as it was before its filters, which are undone from the last to the first: its bytes, or null where a filter is not
 * known; or what is wrong with it. `mask` tells the filters that were left out, `whole` the bytes that a chunk has.
 */
export function unfiltered(
  packed: Uint8Array,
  pipeline: readonly Filter[],
  mask: number,
  whole: number,
): Uint8Array | string | null {
  let bytes = packed;
  for (let index = pipeline.length - 1; index >= 0; index--) {
    const { id, values } = pipeline[index] ?? { id: 0, values: [] };
    if ((mask & (1 << index)) !== 0) continue;
    if (id === SHUFFLE) bytes = unshuffled(bytes, values[0] ?? 1);
    else if (id === FLETCHER) {
      const plain = bytes.subarray(0, Math.max(0, bytes.length - SUM));
      if (bytes.length < SUM || !hasSum(plain, bytes.subarray(plain.length))) return 'a chunk without its checksum';
      bytes = plain;
    } else if (id === DEFLATE) {
      const plain = inflated(bytes, whole);
      if (plain === null) return 'a chunk that cannot be unpacked';
      bytes = plain;
      // What was done before is not known.
    } else return null;
  }
  return bytes.length === whole ? bytes : 'a chunk of another size';
}

/** The first bytes of all values stand together, then the second ones; what is left over stands as it is. */
function unshuffled(bytes: Uint8Array, width: number): Uint8Array {
  const count = Math.floor(bytes.length / width);
  if (width <= 1 || count <= 1) return bytes;
  const plain = Uint8Array.from(bytes);
  for (let byte = 0; byte < width; byte++)
    for (let value = 0; value < count; value++) plain[value * width + byte] = bytes[byte * count + value] ?? 0;
  return plain;
}

function inflated(bytes: Uint8Array, whole: number): Uint8Array | null {
  try {
    // A checksum may have been counted in before it was packed.
    return inflateSync(bytes, { maxOutputLength: whole + SUM });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

const SUM = 4;

/** The library's own sum (H5checksum.c), which versions before 1.6.3 wrote with its bytes turned. */
function hasSum(bytes: Uint8Array, told: Uint8Array): boolean {
  const sum = fletcher32(bytes);
  const [a = 0, b = 0, c = 0, d = 0] = told;
  const plain = a + b * 0x100 + c * 0x10000 + d * 0x1000000;
  const turned = b + a * 0x100 + d * 0x10000 + c * 0x1000000;
  return sum === plain || sum === turned;
}

/** Words of two bytes, the first of which counts more; folded before they outgrow 32 bits. */
export function fletcher32(bytes: Uint8Array): number {
  let [one, two] = [0, 0];
  const words = bytes.length >> 1;
  for (let word = 0; word < words; ) {
    for (const stop = Math.min(words, word + BEFORE_FOLDING); word < stop; word++) {
      one += ((bytes[2 * word] ?? 0) << 8) | (bytes[2 * word + 1] ?? 0);
      two += one;
    }
    [one, two] = [folded(one), folded(two)];
  }
  if (bytes.length % 2 === 1) {
    one += (bytes.at(-1) ?? 0) << 8;
    two += one;
    [one, two] = [folded(one), folded(two)];
  }
  return folded(two) * 0x10000 + folded(one);
}

const BEFORE_FOLDING = 360;

function folded(sum: number): number {
  return (sum & 0xffff) + (sum >>> 16);
}
