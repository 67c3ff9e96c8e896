import { MalformedError } from '../../kernel/bytes.ts';
import { createHistory, type History, isFull, makeRoom, repeat } from './history.ts';

/** Properties of an LZMA stream: bits of context for literals, of position for literals and for the rest. */
export interface Properties {
  readonly lc: number;
  readonly lp: number;
  readonly pb: number;
}

/** Throws MalformedError for a byte that tells none. */
export function propertiesOf(byte: number): Properties {
  if (byte >= 9 * 5 * 5) throw new MalformedError('no LZMA properties', 0);
  return { lc: byte % 9, lp: Math.floor(byte / 9) % 5, pb: Math.floor(byte / 45) };
}

/** A symbol takes at most 20 bytes (LZMA specification, 'Decoding'); so many are in memory before one is decoded. */
export const SYMBOL_BYTES = 32;
const LONGEST_MATCH = 273;

const HALF = 1 << 10;
const KINDS = 12;
const POSITIONS = 16;

/** Tables of probabilities lie one after the other in one array. */
const IS_MATCH = 0;
const IS_REP = IS_MATCH + KINDS * POSITIONS;
const IS_REP0 = IS_REP + KINDS;
const IS_REP1 = IS_REP0 + KINDS;
const IS_REP2 = IS_REP1 + KINDS;
const IS_REP0_LONG = IS_REP2 + KINDS;
const SLOTS = IS_REP0_LONG + KINDS * POSITIONS;
const SPECIAL = SLOTS + 4 * 64;
const ALIGN = SPECIAL + 128;
const LENGTH = ALIGN + 16;
const LENGTH_SIZE = 2 + POSITIONS * 8 * 2 + 256;
const REP_LENGTH = LENGTH + LENGTH_SIZE;
const LITERAL = REP_LENGTH + LENGTH_SIZE;

/** The state of an LZMA decoder (the LZMA specification of the LZMA SDK; names are ours). */
export interface Lzma {
  readonly history: History;
  properties: Properties;
  probabilities: Uint16Array;
  kind: number;
  readonly reps: [number, number, number, number];
  /** Bytes decoded since the state was reset: the position that contexts count from. */
  position: number;
  range: number;
  code: number;
  /** Compressed bytes: the next one, and where they end. */
  bytes: Uint8Array;
  pos: number;
  end: number;
}

export function createLzma(dictionary: number, properties: Properties): Lzma {
  const lzma: Lzma = {
    history: createHistory(dictionary),
    properties,
    probabilities: new Uint16Array(0),
    kind: 0,
    reps: [0, 0, 0, 0],
    position: 0,
    range: 0,
    code: 0,
    bytes: new Uint8Array(0),
    pos: 0,
    end: 0,
  };
  resetState(lzma, properties);
  return lzma;
}

export function resetState(lzma: Lzma, properties: Properties): void {
  lzma.properties = properties;
  lzma.probabilities = new Uint16Array(LITERAL + (0x300 << (properties.lc + properties.lp))).fill(HALF);
  lzma.kind = 0;
  lzma.reps.fill(0);
}

/** Bytes that begin the range coder. */
export const RANGE_BYTES = 5;

/** Begins the range coder at `pos`. Throws MalformedError when its first byte is not zero. */
export function beginRange(lzma: Lzma): void {
  if (lzma.bytes[lzma.pos] !== 0) throw new MalformedError('no beginning of LZMA', 0);
  lzma.range = 0xffffffff;
  lzma.code = 0;
  for (let index = 1; index < RANGE_BYTES; index++)
    lzma.code = ((lzma.code << 8) | (lzma.bytes[lzma.pos + index] ?? 0)) >>> 0;
  lzma.pos += RANGE_BYTES;
}

/** Why decoding paused. */
export type Pause = 'filled' | 'input' | 'full' | 'marker';

/**
 * Decodes up to `wanted` bytes: pauses when they are there (`filled`), when fewer bytes than a symbol may take are left
 * before `safe` (`input`), when enough is there to be poured out (`full`), or at an end marker. Throws MalformedError.
 */
export function decodeLzma(lzma: Lzma, wanted: number, safe: number): { readonly pause: Pause; readonly made: number } {
  const { history } = lzma;
  let made = 0;
  while (made < wanted) {
    if (lzma.pos > safe) return { pause: 'input', made };
    if (isFull(history)) return { pause: 'full', made };
    makeRoom(history, LONGEST_MATCH);
    const length = decodeSymbol(lzma, wanted - made);
    if (length === 0) return { pause: 'marker', made };
    made += length;
    lzma.position += length;
    if (lzma.pos > lzma.end) throw new MalformedError('LZMA is cut off', lzma.end);
  }
  return { pause: 'filled', made };
}

/** One literal or match; answers its length, 0 for the end marker. */
function decodeSymbol(lzma: Lzma, most: number): number {
  const { history, probabilities, reps } = lzma;
  const place = lzma.position & ((1 << lzma.properties.pb) - 1);
  if (bit(lzma, probabilities, IS_MATCH + lzma.kind * POSITIONS + place) === 0) {
    literal(lzma);
    return 1;
  }
  let length: number;
  if (bit(lzma, probabilities, IS_REP + lzma.kind) === 0) {
    reps[3] = reps[2];
    reps[2] = reps[1];
    reps[1] = reps[0];
    length = lengthAt(lzma, LENGTH, place);
    reps[0] = distanceOf(lzma, length);
    lzma.kind = lzma.kind < 7 ? 7 : 10;
    if (reps[0] === 0xffffffff) return 0;
  } else {
    if (history.at === 0) throw new MalformedError('a match before the beginning', 0);
    if (chooseRep(lzma, place)) {
      repeat(history, reps[0] + 1, 1);
      return 1;
    }
    length = lengthAt(lzma, REP_LENGTH, place);
    lzma.kind = lzma.kind < 7 ? 8 : 11;
  }
  if (length > most) throw new MalformedError('a match past the end', 0);
  repeat(history, reps[0] + 1, length);
  return length;
}

/** Moves the distance that is repeated to the front; answers whether one byte of it is all. */
function chooseRep(lzma: Lzma, place: number): boolean {
  const { probabilities, reps, kind } = lzma;
  if (bit(lzma, probabilities, IS_REP0 + kind) === 0) {
    if (bit(lzma, probabilities, IS_REP0_LONG + kind * POSITIONS + place) !== 0) return false;
    lzma.kind = kind < 7 ? 9 : 11;
    return true;
  }
  let distance = reps[1];
  if (bit(lzma, probabilities, IS_REP1 + kind) !== 0) {
    distance = reps[2];
    if (bit(lzma, probabilities, IS_REP2 + kind) !== 0) {
      distance = reps[3];
      reps[3] = reps[2];
    }
    reps[2] = reps[1];
  }
  reps[1] = reps[0];
  reps[0] = distance;
  return false;
}

function literal(lzma: Lzma): void {
  const { history, probabilities, properties, kind } = lzma;
  const { bytes, at } = history;
  const before = lzma.position > 0 ? (bytes[at - 1] ?? 0) : 0;
  const context = ((lzma.position & ((1 << properties.lp) - 1)) << properties.lc) + (before >>> (8 - properties.lc));
  const table = LITERAL + 0x300 * context;
  let symbol = 1;
  if (kind >= 7) {
    const distance = lzma.reps[0] + 1;
    if (distance > at) throw new MalformedError('a match before the beginning', 0);
    let match = bytes[at - distance] ?? 0;
    while (symbol < 0x100) {
      const expected = (match >>> 7) & 1;
      match <<= 1;
      const found = bit(lzma, probabilities, table + ((1 + expected) << 8) + symbol);
      symbol = (symbol << 1) | found;
      if (found !== expected) break;
    }
  }
  symbol = plainLiteral(lzma, table, symbol);
  bytes[at] = symbol & 0xff;
  history.at = at + 1;
  lzma.kind = kind < 4 ? 0 : kind < 10 ? kind - 3 : kind - 6;
}

/** The rest of a literal's bits. Written out with locals: most of the time goes here. */
function plainLiteral(lzma: Lzma, table: number, first: number): number {
  const { probabilities, bytes } = lzma;
  let { range, code, pos } = lzma;
  let symbol = first;
  while (symbol < 0x100) {
    const probability = probabilities[table + symbol] ?? HALF;
    const bound = (range >>> 11) * probability;
    if (code < bound) {
      range = bound;
      probabilities[table + symbol] = probability + ((2048 - probability) >>> 5);
      symbol <<= 1;
    } else {
      range -= bound;
      code -= bound;
      probabilities[table + symbol] = probability - (probability >>> 5);
      symbol = (symbol << 1) | 1;
    }
    if (range < TOP) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | (bytes[pos] ?? 0)) >>> 0;
      pos += 1;
    }
  }
  lzma.range = range;
  lzma.code = code;
  lzma.pos = pos;
  return symbol;
}

function lengthAt(lzma: Lzma, table: number, place: number): number {
  const { probabilities } = lzma;
  if (bit(lzma, probabilities, table) === 0) return 2 + tree(lzma, table + 2 + place * 8, 3);
  if (bit(lzma, probabilities, table + 1) === 0) return 10 + tree(lzma, table + 2 + (POSITIONS + place) * 8, 3);
  return 18 + tree(lzma, table + 2 + POSITIONS * 16, 8);
}

/** One less than the distance; all ones for the end marker. */
function distanceOf(lzma: Lzma, length: number): number {
  const slot = tree(lzma, SLOTS + Math.min(length - 2, 3) * 64, 6);
  if (slot < 4) return slot;
  const direct = (slot >>> 1) - 1;
  const base = ((2 | (slot & 1)) << direct) >>> 0;
  if (slot < 14) return base + reverseTree(lzma, SPECIAL + base - slot, direct);
  return (base + directBits(lzma, direct - 4) * 16 + reverseTree(lzma, ALIGN, 4)) >>> 0;
}

function tree(lzma: Lzma, table: number, bits: number): number {
  let symbol = 1;
  for (let index = 0; index < bits; index++) symbol = (symbol << 1) | bit(lzma, lzma.probabilities, table + symbol);
  return symbol - (1 << bits);
}

function reverseTree(lzma: Lzma, table: number, bits: number): number {
  let symbol = 1;
  let value = 0;
  for (let index = 0; index < bits; index++) {
    const found = bit(lzma, lzma.probabilities, table + symbol);
    symbol = (symbol << 1) | found;
    value |= found << index;
  }
  return value;
}

const TOP = 0x1000000;

function bit(lzma: Lzma, probabilities: Uint16Array, index: number): 0 | 1 {
  const probability = probabilities[index] ?? HALF;
  const bound = (lzma.range >>> 11) * probability;
  let found: 0 | 1;
  if (lzma.code < bound) {
    lzma.range = bound;
    probabilities[index] = probability + ((2048 - probability) >>> 5);
    found = 0;
  } else {
    lzma.range -= bound;
    lzma.code -= bound;
    probabilities[index] = probability - (probability >>> 5);
    found = 1;
  }
  if (lzma.range < TOP) normalise(lzma);
  return found;
}

function directBits(lzma: Lzma, count: number): number {
  let value = 0;
  for (let index = 0; index < count; index++) {
    lzma.range >>>= 1;
    const found = lzma.code >= lzma.range ? 1 : 0;
    if (found === 1) lzma.code -= lzma.range;
    if (lzma.range < TOP) normalise(lzma);
    value = value * 2 + found;
  }
  return value;
}

function normalise(lzma: Lzma): void {
  lzma.range = (lzma.range << 8) >>> 0;
  lzma.code = ((lzma.code << 8) | (lzma.bytes[lzma.pos] ?? 0)) >>> 0;
  lzma.pos += 1;
}
