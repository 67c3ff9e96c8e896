import { ASIDE, BITS, DIGIT, type Literal, NEXT, type Pattern, type SieveTables, tablesOf } from './sieve-tables.ts';

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
 * The sieve of these literals. Every second pair of bytes is looked up in a table of all pairs; each literal is entered
 * with its rarest pair for either alignment, and compared where that pair stands. (The idea of Wu and Manber, 1994.) And
 * only there where the next pair could be that of a literal of the same group. (The idea of Hyperscan's 'Teddy'.)
 */
export function createSieve(literals: readonly Literal[], options: { readonly digits?: boolean } = {}): Sieve {
  const { marks, entries } = tablesOf(literals, options.digits === true);
  return { scan: (scanned, from, hit) => scanPairs(scanned, { marks, entries, from, hit }) };
}

interface Scan extends SieveTables {
  /** Places before it count for nothing. */
  readonly from: number;
  readonly hit: OnHit;
}

function scanPairs(scanned: Scanned, scan: Scan): void {
  const { bytes, text } = scanned;
  const { marks, from } = scan;
  // Pairs start at even places, wherever the caller starts: one pair earlier, since a literal may reach over `from`.
  let at = Math.max(0, (from & ~1) - 2);
  if (IS_LITTLE_ENDIAN && bytes.byteOffset % 2 === 0 && text.length - at >= LONG) {
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length >> 1);
    let index = at >> 1;
    let first = marks[pairs[index] ?? 0] ?? 0;
    // One branch for four pairs: nearly always none of them is anything.
    for (; index + 4 < pairs.length; index += 4) {
      const second = marks[pairs[index + 1] ?? 0] ?? 0;
      const third = marks[pairs[index + 2] ?? 0] ?? 0;
      const fourth = marks[pairs[index + 3] ?? 0] ?? 0;
      const fifth = marks[pairs[index + 4] ?? 0] ?? 0;
      const one = first & (second >> NEXT);
      const two = second & (third >> NEXT);
      const three = third & (fourth >> NEXT);
      const four = fourth & (fifth >> NEXT);
      if ((one | two | three | four) !== 0) {
        if (one !== 0) look(scanned, 2 * index, one, scan);
        if (two !== 0) look(scanned, 2 * index + 2, two, scan);
        if (three !== 0) look(scanned, 2 * index + 4, three, scan);
        if (four !== 0) look(scanned, 2 * index + 6, four, scan);
      }
      first = fifth;
    }
    at = 2 * index;
  }
  for (; at < text.length; at += 2) {
    const found = (marks[pairAt(bytes, at)] ?? 0) & ((marks[pairAt(bytes, at + 2)] ?? 0) >> NEXT);
    if (found !== 0) look(scanned, at, found, scan);
  }
}

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Where it pays to read two bytes as one number. */
const LONG = 256;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** `found`: the groups that have something here. */
function look(scanned: Scanned, at: number, found: number, { entries, from, hit }: Scan): void {
  if (found !== DIGIT) {
    const { bytes } = scanned;
    const { slots, starts, probes, rows } = entries;
    const slot = slots[pairAt(bytes, at)] ?? 0;
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
  if ((found & DIGIT) !== 0) {
    if (at >= from && startsDigits(scanned.text, at)) hit(DIGITS, at);
    if (at + 1 >= from && startsDigits(scanned.text, at + 1)) hit(DIGITS, at + 1);
  }
}

function startsDigits(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && !(at > 0 && isDigit(text.charCodeAt(at - 1)));
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
