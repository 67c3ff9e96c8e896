import { MalformedError } from '../../kernel/bytes.ts';
import { crcOf, unrun, untransform } from './bzip2-block.ts';
import { type Decoder, type Input, offsetOf, peek, skipZeros, take } from './input.ts';

/** A block has at most 900,000 bytes, each in at most 20 bits, and its tables: all of it is in memory while it is decoded. */
const LARGEST_BLOCK = 2_400_000;
const BLOCK_UNIT = 100_000;

/** The first 24 and the last 24 bits of what begins a block (pi) and ends a stream (the root of pi). */
const BLOCK = [0x314159, 0x265359] as const;
const END = [0x177245, 0x385090] as const;

/** Streams of bzip2, one after the other (no specification; the reference is bzip2 1.0.8, decompress.c). */
export const bzip2Decoder: Decoder = async function* decodeBzip2(input, { budget, tell }) {
  for (;;) {
    const at = offsetOf(input);
    const [b, z, h, level = 0] = await take(input, 4);
    if (b !== 0x42 || z !== 0x5a || h !== 0x68 || level < 0x31 || level > 0x39) {
      throw new MalformedError('no bzip2 header', at);
    }
    const bits = bitsOf(input);
    let combined = 0;
    for (;;) {
      budget.checkTime();
      await bits.fill(LARGEST_BLOCK);
      const start = offsetOf(input);
      const [first, second] = [bits.take(24), bits.take(24)];
      const crc = readCrc(bits);
      if (first === END[0] && second === END[1]) {
        if (crc !== combined) tell('checksum', 'the stream does not have its CRC', start);
        break;
      }
      if (first !== BLOCK[0] || second !== BLOCK[1]) throw new MalformedError('no block where one should be', start);
      const block = decodeBlock(bits, (level - 0x30) * BLOCK_UNIT);
      const found = crcOf(block);
      if (found !== crc) tell('checksum', 'a block does not have its CRC', start);
      combined = (((combined << 1) | (combined >>> 31)) ^ found) >>> 0;
      yield block;
    }
    bits.align();
    const end = offsetOf(input);
    const next = await peek(input, 3);
    if (next.length === 0) return;
    if (next[0] === 0x42 && next[1] === 0x5a && next[2] === 0x68) continue;
    if (await skipZeros(input)) tell('trailing-bytes', `${input.size - end} bytes follow the last stream`, end);
    return;
  }
};

interface Bits {
  fill(length: number): Promise<void>;
  /** The next `count` bits, 24 at most, most significant first. Throws MalformedError past the end. */
  take(count: number): number;
  /** Goes to the next whole byte. */
  align(): void;
}

function bitsOf(input: Input): Bits {
  let held = 0;
  let count = 0;
  return {
    fill: async (length) => {
      await input.fill(length);
    },
    take: (wanted) => {
      // At most 7 + 24 bits are held: they fit in 32.
      for (; count < wanted; count += 8) {
        if (input.pos >= input.bytes.length) throw new MalformedError('the stream is cut off', offsetOf(input));
        held = (held << 8) | (input.bytes[input.pos] ?? 0);
        input.pos += 1;
      }
      count -= wanted;
      return (held >>> count) & ((1 << wanted) - 1);
    },
    align: () => {
      count = 0;
    },
  };
}

function readCrc(bits: Bits): number {
  const high = bits.take(16);
  return ((high << 16) | bits.take(16)) >>> 0;
}

const MOST_SYMBOLS = 258;
const MOST_TABLES = 6;
const GROUP = 50;
const LONGEST_CODE = 20;
const MOST_SELECTORS = 18_002;

function decodeBlock(bits: Bits, limit: number): Uint8Array {
  if (bits.take(1) === 1) throw new MalformedError('a randomised block, which nothing has written since 1996', 0);
  const origin = bits.take(24);
  const used = readUsed(bits);
  const symbols = used.length + 2;
  const tables = bits.take(3);
  const selectorCount = bits.take(15);
  if (used.length === 0 || tables < 2 || tables > MOST_TABLES || selectorCount === 0) {
    throw new MalformedError('a block without tables', 0);
  }
  const selectors = readSelectors(bits, selectorCount, tables);
  const codes = Array.from({ length: tables }, () => readCode(bits, symbols));
  const { next, counts } = readSymbols(bits, { used, symbols, selectors, codes, limit });
  return unrun(untransform(next, counts, origin));
}

function readUsed(bits: Bits): number[] {
  const ranges = bits.take(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const within = bits.take(16);
    for (let index = 0; index < 16; index++) if ((within & (0x8000 >> index)) !== 0) used.push(range * 16 + index);
  }
  return used;
}

function readSelectors(bits: Bits, count: number, tables: number): Uint8Array {
  const selectors = new Uint8Array(Math.min(count, MOST_SELECTORS));
  const recent = Array.from({ length: tables }, (_, index) => index);
  for (let at = 0; at < count; at++) {
    let index = 0;
    while (bits.take(1) === 1) {
      index += 1;
      if (index >= tables) throw new MalformedError('a table that is none', 0);
    }
    const [table = 0] = recent.splice(index, 1);
    recent.unshift(table);
    // More than a block can use are read over, as bzip2 1.0.8 does.
    if (at < selectors.length) selectors[at] = table;
  }
  return selectors;
}

/** A canonical Huffman code: for each length the first code, and where its symbols begin. */
interface Code {
  readonly shortest: number;
  readonly limits: Int32Array;
  readonly bases: Int32Array;
  readonly symbols: Uint16Array;
}

function readCode(bits: Bits, count: number): Code {
  const lengths = new Uint8Array(count);
  let length = bits.take(5);
  for (let symbol = 0; symbol < count; symbol++) {
    for (;;) {
      if (length < 1 || length > LONGEST_CODE) throw new MalformedError('a code of no length', 0);
      if (bits.take(1) === 0) break;
      length += bits.take(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return canonical(lengths);
}

function canonical(lengths: Uint8Array): Code {
  const symbols = new Uint16Array(MOST_SYMBOLS);
  const limits = new Int32Array(LONGEST_CODE + 2).fill(-1);
  const bases = new Int32Array(LONGEST_CODE + 2);
  let filled = 0;
  let code = 0;
  let shortest = LONGEST_CODE;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    bases[length] = filled - code;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      symbols[filled++] = symbol;
      code += 1;
      shortest = Math.min(shortest, length);
    }
    limits[length] = code - 1;
    code <<= 1;
  }
  return { shortest, limits, bases, symbols };
}

function nextSymbol(bits: Bits, { shortest, limits, bases, symbols }: Code): number {
  let length = shortest;
  let code = bits.take(length);
  while (code > (limits[length] ?? -1)) {
    if (length >= LONGEST_CODE) throw new MalformedError('bits that are no symbol', 0);
    code = (code << 1) | bits.take(1);
    length += 1;
  }
  const index = code + (bases[length] ?? 0);
  if (index < 0 || index >= symbols.length) throw new MalformedError('bits that are no symbol', 0);
  return symbols[index] ?? 0;
}

interface Coded {
  readonly used: readonly number[];
  readonly symbols: number;
  readonly selectors: Uint8Array;
  readonly codes: readonly Code[];
  readonly limit: number;
}

/** Undoes Huffman, runs of the commonest symbol and move-to-front: the last column of the sorted rotations. */
function readSymbols(bits: Bits, { used, symbols, selectors, codes, limit }: Coded) {
  const next = new Uint32Array(limit);
  const counts = new Uint32Array(256);
  const front = Uint8Array.from(used);
  const end = symbols - 1;
  let filled = 0;
  let run = 0;
  let weight = 1;
  let group = 0;
  let left = 0;
  let code: Code | undefined;
  const put = (byte: number, times: number): void => {
    if (times > limit - filled) throw new MalformedError('a block that is longer than it may be', 0);
    next.fill(byte, filled, filled + times);
    counts[byte] = (counts[byte] ?? 0) + times;
    filled += times;
  };
  for (;;) {
    if (left === 0) {
      code = codes[selectors[group++] ?? MOST_TABLES];
      left = GROUP;
    }
    if (code === undefined) throw new MalformedError('more symbols than tables are chosen for', 0);
    left -= 1;
    const symbol = nextSymbol(bits, code);
    if (symbol <= 1) {
      run += weight << symbol;
      weight <<= 1;
      if (run > limit) throw new MalformedError('a run that is longer than a block', 0);
      continue;
    }
    if (run > 0) put(front[0] ?? 0, run);
    run = 0;
    weight = 1;
    if (symbol === end) return { next: next.subarray(0, filled), counts };
    const index = symbol - 1;
    const byte = front[index] ?? 0;
    front.copyWithin(1, 0, index);
    front[0] = byte;
    put(byte, 1);
  }
}
