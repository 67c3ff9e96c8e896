import {
  ASIDE,
  BITS,
  DIGIT,
  type Entries,
  type Literal,
  NEXT,
  type Pattern,
  placeOfFour,
  type SieveTables,
  slotOfFour,
  tablesOf,
} from './sieve-tables.ts';

export type { Literal } from './sieve-tables.ts';

/** Called for every place: the literal's position in the list, or `DIGITS`, and where it starts in UTF-16 units. */
export type OnHit = (which: number, at: number) => void;

/** The place is the first digit of a run of digits. */
export const DIGITS = -1;

/**
 * Finds every place of every literal, and of every run of digits when asked to, in one pass of a nanosecond or so a
 * character, so that patterns need only be tried there. Each place is told once, about in the order of the text.
 */
export interface Sieve {
  scan(text: Scanned, from: number, hit: OnHit): void;
}

/** A text with the low byte of each of its UTF-16 units, so that positions in both are the same. */
export interface Scanned {
  readonly text: string;
  /** At least one byte longer than the text; what lies behind it is not looked at. */
  readonly bytes: Uint8Array;
}

/**
 * The sieve of these literals. Every second pair of bytes is looked up with the next one; each literal is entered with its
 * rarest two pairs for either alignment, and compared where these stand. (The idea of Wu and Manber, 1994.) A literal that is
 * too short is entered with one pair, and compared only there where the next could be that of a literal of the same group.
 * (The idea of Hyperscan's 'Teddy'.)
 */
export function createSieve(literals: readonly Literal[], options: { readonly digits?: boolean } = {}): Sieve {
  const tables = tablesOf(literals, options.digits === true);
  const { marks, few, entries, fours, fourEntries } = tables;
  const scan = few ? scanFew : scanPairs;
  return { scan: (scanned, from, hit) => scan(scanned, { marks, few, entries, fours, fourEntries, from, hit }) };
}

interface Scan extends SieveTables {
  /** Places before it count for nothing. */
  readonly from: number;
  readonly hit: OnHit;
}

function scanPairs(scanned: Scanned, scan: Scan): void {
  const { bytes, text } = scanned;
  const { marks, fours, from } = scan;
  // Pairs start at even places, wherever the caller starts: one pair earlier, since a literal may reach over `from`.
  let at = Math.max(0, (from & ~1) - 2);
  if (IS_LITTLE_ENDIAN && bytes.byteOffset % 2 === 0 && text.length - at >= LONG) {
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length >> 1);
    let index = at >> 1;
    let pair = pairs[index] ?? 0;
    let mark = marks[pair] ?? 0;
    // One branch for four pairs: nearly always none of them is anything.
    for (; index + 4 < pairs.length; index += 4) {
      const second = pairs[index + 1] ?? 0;
      const third = pairs[index + 2] ?? 0;
      const fourth = pairs[index + 3] ?? 0;
      const fifth = pairs[index + 4] ?? 0;
      const markOfSecond = marks[second] ?? 0;
      const markOfThird = marks[third] ?? 0;
      const markOfFourth = marks[fourth] ?? 0;
      const markOfFifth = marks[fifth] ?? 0;
      const one = (mark & (markOfSecond >>> NEXT)) | bitOfFour(fours, pair, second);
      const two = (markOfSecond & (markOfThird >>> NEXT)) | bitOfFour(fours, second, third);
      const three = (markOfThird & (markOfFourth >>> NEXT)) | bitOfFour(fours, third, fourth);
      const four = (markOfFourth & (markOfFifth >>> NEXT)) | bitOfFour(fours, fourth, fifth);
      if ((one | two | three | four) !== 0) {
        if (one !== 0) look(scanned, 2 * index, one, scan);
        if (two !== 0) look(scanned, 2 * index + 2, two, scan);
        if (three !== 0) look(scanned, 2 * index + 4, three, scan);
        if (four !== 0) look(scanned, 2 * index + 6, four, scan);
      }
      pair = fifth;
      mark = markOfFifth;
    }
    at = 2 * index;
  }
  for (; at < text.length; at += 2) {
    const pair = pairAt(bytes, at);
    const next = pairAt(bytes, at + 2);
    const found = ((marks[pair] ?? 0) & ((marks[next] ?? 0) >>> NEXT)) | bitOfFour(fours, pair, next);
    if (found !== 0) look(scanned, at, found, scan);
  }
}

/**
 * The same, where the groups of pairs tell all: the bit of a four is asked only where these have something. Where that is, is
 * gathered first: a loop that calls nobody keeps all it needs in registers.
 */
function scanFew(scanned: Scanned, scan: Scan): void {
  const { bytes, text } = scanned;
  const { marks, from } = scan;
  let at = Math.max(0, (from & ~1) - 2);
  if (IS_LITTLE_ENDIAN && bytes.byteOffset % 2 === 0 && text.length - at >= LONG) {
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length >> 1);
    const end = pairs.length - 4;
    for (let index = at >> 1; index < end; ) {
      const stop = Math.min(end, index + 4 * GATHERED.length);
      const count = gather(marks, pairs, index, stop);
      while (index < stop) index += 4;
      for (let place = 0; place < count; place++) {
        const block = GATHERED[place] ?? 0;
        let pair = pairs[block] ?? 0;
        let mark = marks[pair] ?? 0;
        for (let place = block; place < block + 4; place++) {
          const next = pairs[place + 1] ?? 0;
          const markOfNext = marks[next] ?? 0;
          const found = mark & (markOfNext >>> NEXT);
          if (found !== 0) lookAtFew(scanned, 2 * place, { found, pair, next }, scan);
          pair = next;
          mark = markOfNext;
        }
      }
      at = 2 * index;
    }
  }
  for (; at < text.length; at += 2) {
    const pair = pairAt(bytes, at);
    const next = pairAt(bytes, at + 2);
    const found = (marks[pair] ?? 0) & ((marks[next] ?? 0) >>> NEXT);
    if (found !== 0) lookAtFew(scanned, at, { found, pair, next }, scan);
  }
}

/** Groups of four pairs in which something may be. */
const GATHERED = new Int32Array(512);

function gather(marks: Uint32Array, pairs: Uint16Array, start: number, end: number): number {
  let count = 0;
  let mark = marks[pairs[start] ?? 0] ?? 0;
  for (let index = start; index < end; index += 4) {
    const second = marks[pairs[index + 1] ?? 0] ?? 0;
    const third = marks[pairs[index + 2] ?? 0] ?? 0;
    const fourth = marks[pairs[index + 3] ?? 0] ?? 0;
    const fifth = marks[pairs[index + 4] ?? 0] ?? 0;
    if (
      ((mark & (second >>> NEXT)) |
        (second & (third >>> NEXT)) |
        (third & (fourth >>> NEXT)) |
        (fourth & (fifth >>> NEXT))) !==
      0
    ) {
      GATHERED[count] = index;
      count += 1;
    }
    mark = fifth;
  }
  return count;
}

interface Pair {
  /** The groups that have something here. */
  readonly found: number;
  readonly pair: number;
  readonly next: number;
}

function lookAtFew(scanned: Scanned, at: number, { found, pair, next }: Pair, scan: Scan): void {
  if (found !== DIGIT) {
    const { fours, fourEntries, entries } = scan;
    const place = placeOfFour(pair | (next << 16));
    if ((((fours[place >> 3] ?? 0) >> (place & 7)) & 1) !== 0)
      compare(scanned, { at, entries: fourEntries, slot: fourEntries.slots[slotOfFour(place)] ?? 0 }, scan);
    const slot = entries.slots[pair] ?? 0;
    if (slot !== 0) compare(scanned, { at, entries, slot }, scan);
  }
  if ((found & DIGIT) !== 0) lookAtDigits(scanned, at, scan);
}

function lookAtDigits(scanned: Scanned, at: number, { from, hit }: Scan): void {
  if (at >= from && startsDigits(scanned, at)) hit(DIGITS, at);
  if (at + 1 >= from && startsDigits(scanned, at + 1)) hit(DIGITS, at + 1);
}

/** A bit above those of the groups, where these four bytes may be of a literal. */
function bitOfFour(fours: Uint8Array, pair: number, next: number): number {
  const place = placeOfFour(pair | (next << 16));
  return (((fours[place >> 3] ?? 0) >> (place & 7)) & 1) << FOUR_AT;
}

const FOUR_AT = 15;
const FOUR = 1 << FOUR_AT;

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Where it pays to read two bytes as one number. */
const LONG = 256;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** `found`: the groups that have something here. */
function look(scanned: Scanned, at: number, found: number, scan: Scan): void {
  const { bytes } = scanned;
  const { entries, fourEntries } = scan;
  if ((found & FOUR) !== 0) {
    const place = placeOfFour(pairAt(bytes, at) | (pairAt(bytes, at + 2) << 16));
    compare(scanned, { at, entries: fourEntries, slot: fourEntries.slots[slotOfFour(place)] ?? 0 }, scan);
  }
  if ((found & ~(DIGIT | FOUR)) !== 0)
    compare(scanned, { at, entries, slot: entries.slots[pairAt(bytes, at)] ?? 0 }, scan);
  if ((found & DIGIT) !== 0) lookAtDigits(scanned, at, scan);
}

interface Compared {
  readonly at: number;
  readonly entries: Entries;
  readonly slot: number;
}

function compare(scanned: Scanned, { at, entries, slot }: Compared, { from, hit }: Scan): void {
  const { bytes } = scanned;
  const { starts, probes, rows } = entries;
  const end = starts[slot + 1] ?? 0;
  for (let index = starts[slot] ?? 0; index < end; index++) {
    const probe = probes[index] ?? 0;
    if (((((bytes[at + (probe >> ASIDE)] ?? 0) & (probe >> BITS)) ^ probe) & 0xff) !== 0) continue;
    const row = rows[index];
    if (row === undefined) continue;
    const start = at - row.offset;
    if (start >= from && matches(scanned, row.pattern, start)) hit(row.pattern.which, start);
  }
}

/** The bytes say it of nearly all places; the text is asked, which takes longer, where they have a digit. */
function startsDigits({ text, bytes }: Scanned, at: number): boolean {
  if (!isDigit(bytes[at] ?? 0) || !isDigit(text.charCodeAt(at))) return false;
  return at === 0 || !isDigit(bytes[at - 1] ?? 0) || !isDigit(text.charCodeAt(at - 1));
}

const ZERO = 48;
const NINE = 57;

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

function matches({ text, bytes }: Scanned, pattern: Pattern, start: number): boolean {
  const wanted = pattern.text;
  if (start + wanted.length > text.length) return false;
  if (!pattern.anyCase) return sameBytes(bytes, wanted, start) && text.startsWith(wanted, start);
  for (let at = 0; at < wanted.length; at++) {
    if (lowerUnit(text.charCodeAt(start + at)) !== wanted.charCodeAt(at)) return false;
  }
  return true;
}

function sameBytes(bytes: Uint8Array, wanted: string, start: number): boolean {
  for (let at = 0; at < wanted.length; at++) {
    if (bytes[start + at] !== (wanted.charCodeAt(at) & 0xff)) return false;
  }
  return true;
}

function lowerUnit(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit | 0x20 : unit;
}
