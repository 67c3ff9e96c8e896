import { frequencyOfByte, frequencyOfPair } from './pair-frequencies.ts';

/** What is looked for: a text as it stands, or in any case of its ASCII letters. */
export interface Literal {
  readonly text: string;
  /** Whether ASCII letters match in either case. */
  readonly anyCase?: boolean;
}

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

interface Pattern {
  readonly which: number;
  readonly text: string;
  readonly anyCase: boolean;
}

interface Entry {
  readonly pattern: Pattern;
  /** How far into the literal the pair of bytes stands. */
  readonly offset: number;
  readonly probe: number;
}

const BYTE = 256;
const ANY = -1;

/**
 * The sieve of these literals. Every second pair of bytes is looked up in a table of all pairs; each literal is entered
 * with its rarest pair for either alignment, and compared where that pair stands. (The idea of Wu and Manber, 1994.)
 */
export function createSieve(literals: readonly Literal[], options: { readonly digits?: boolean } = {}): Sieve {
  const buckets: Buckets = { slots: new Uint16Array(BYTE * BYTE), lists: [[]] };
  literals.forEach(({ text, anyCase = false }, which) => {
    if (text === '') throw new RangeError('a literal must not be empty');
    const pattern = { which, text: anyCase ? lowerAscii(text) : text, anyCase };
    for (const parity of [0, 1]) enter(buckets, pattern, rarestOffset(pattern, parity));
  });
  const digits = options.digits === true;
  const table = marked(buckets.slots);
  if (digits) markDigits(table);
  const entries = laidOut(buckets);
  return { scan: (scanned, from, hit) => scanPairs(scanned, from, { table, entries, hit }) };
}

/** Entries in a row: nearly all that are looked at fail by their probe, of which no object is asked. */
interface Entries {
  readonly slots: Uint16Array;
  /** Where the entries of each slot begin; one more than there are slots. */
  readonly starts: Int32Array;
  readonly probes: Int32Array;
  readonly rows: readonly Entry[];
}

function laidOut({ slots, lists }: Buckets): Entries {
  const rows = lists.flat();
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, slot) => {
    starts[slot + 1] = (starts[slot] ?? 0) + list.length;
  });
  return { slots, starts, probes: Int32Array.from(rows, ({ probe }) => probe), rows };
}

const LITERAL = 1;
const DIGIT = 2;
const ZERO = 48;
const NINE = 57;

/** By a plain loop: `from` with a function takes milliseconds, which every start of the command would pay. */
function marked(slots: Uint16Array): Uint8Array {
  const table = new Uint8Array(slots.length);
  for (let pair = 0; pair < slots.length; pair++) if (slots[pair] !== 0) table[pair] = LITERAL;
  return table;
}

function markDigits(table: Uint8Array): void {
  for (let digit = ZERO; digit <= NINE; digit++) {
    for (let other = 0; other < BYTE; other++) {
      for (const pair of [digit | (other << 8), other | (digit << 8)]) table[pair] = (table[pair] ?? 0) | DIGIT;
    }
  }
}

/** What is entered for each pair of bytes: `lists[slots[pair]]`; the first list stays empty. */
interface Buckets {
  readonly slots: Uint16Array;
  readonly lists: Entry[][];
}

function enter({ slots, lists }: Buckets, pattern: Pattern, offset: number): void {
  const entry = { pattern, offset, probe: probeOf(pattern, offset) };
  const first = bytesAt(pattern, offset);
  const second = bytesAt(pattern, offset + 1);
  for (const one of first) {
    for (const two of second) {
      const pair = one | (two << 8);
      if (slots[pair] === 0) slots[pair] = lists.push([]) - 1;
      lists[slots[pair] ?? 0]?.push(entry);
    }
  }
}

const EVERY_BYTE = Array.from({ length: BYTE }, (_, byte) => byte);

/** The bytes that may stand at this place of the literal; outside of it, all. */
function bytesAt({ text, anyCase }: Pattern, offset: number): readonly number[] {
  if (offset < 0 || offset >= text.length) return EVERY_BYTE;
  const byte = text.charCodeAt(offset) & 0xff;
  return anyCase && isLowerAscii(text.charCodeAt(offset)) ? [byte, byte & ~0x20] : [byte];
}

/** Of the offsets with this parity, the one whose pair is rarest in ordinary text; -1 reaches before the literal. */
function rarestOffset(pattern: Pattern, parity: number): number {
  let [best, cost] = [ANY, Number.POSITIVE_INFINITY];
  for (let offset = parity === 0 ? 0 : -1; offset < pattern.text.length; offset += 2) {
    const here = frequencyAt(pattern, offset);
    if (here < cost) [best, cost] = [offset, here];
  }
  return best;
}

function frequencyAt(pattern: Pattern, offset: number): number {
  const isWithin = (at: number) => at >= 0 && at < pattern.text.length;
  const sum = (bytes: readonly number[], of: (byte: number) => number) =>
    bytes.reduce((all, byte) => all + of(byte), 0);
  const [first, second] = [bytesAt(pattern, offset), bytesAt(pattern, offset + 1)];
  if (!isWithin(offset)) return sum(second, frequencyOfByte);
  if (!isWithin(offset + 1)) return sum(first, frequencyOfByte);
  return sum(first, (one) => sum(second, (two) => frequencyOfPair(one, two)));
}

/**
 * The rarest byte of the literal that the pair does not cover, as one number: where it stands from the pair, its bits
 * that count, and those. One that is always there when the pair covers all.
 */
function probeOf({ text, anyCase }: Pattern, offset: number): number {
  let best = 0;
  let cost = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; at++) {
    const byte = text.charCodeAt(at) & 0xff;
    const here = frequencyOfByte(byte);
    if (at === offset || at === offset + 1 || here >= cost) continue;
    const mask = anyCase && isLowerAscii(text.charCodeAt(at)) ? 0xff & ~0x20 : 0xff;
    [best, cost] = [((at - offset) << ASIDE) | (mask << BITS) | (byte & mask), here];
  }
  return best;
}

const ASIDE = 16;
const BITS = 8;

interface Tables {
  readonly table: Uint8Array;
  readonly entries: Entries;
  readonly hit: OnHit;
}

function scanPairs(scanned: Scanned, from: number, tables: Tables): void {
  const { bytes, text } = scanned;
  const { table } = tables;
  // Pairs start at even places, wherever the caller starts: one pair earlier, since a literal may reach over `from`.
  let at = Math.max(0, (from & ~1) - 2);
  if (IS_LITTLE_ENDIAN && bytes.byteOffset % 2 === 0 && text.length - at >= LONG) {
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length >> 1);
    for (let index = at >> 1; index < pairs.length; index++) {
      const pair = pairs[index] ?? 0;
      const mark = table[pair] ?? 0;
      if (mark !== 0) look(scanned, { at: 2 * index, pair, mark, from }, tables);
    }
    at = text.length & ~1;
  }
  for (; at < text.length; at += 2) {
    const pair = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const mark = table[pair] ?? 0;
    if (mark !== 0) look(scanned, { at, pair, mark, from }, tables);
  }
}

/** Where it pays to read two bytes as one number. */
const LONG = 256;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

interface Spot {
  readonly at: number;
  readonly pair: number;
  readonly mark: number;
  readonly from: number;
}

function look(scanned: Scanned, { at, pair, mark, from }: Spot, { entries, hit }: Tables): void {
  if ((mark & LITERAL) !== 0) {
    const { bytes } = scanned;
    const { slots, starts, probes, rows } = entries;
    const slot = slots[pair] ?? 0;
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
  if ((mark & DIGIT) !== 0) {
    if (at >= from && startsDigits(scanned.text, at)) hit(DIGITS, at);
    if (at + 1 >= from && startsDigits(scanned.text, at + 1)) hit(DIGITS, at + 1);
  }
}

function startsDigits(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && !(at > 0 && isDigit(text.charCodeAt(at - 1)));
}

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

function isLowerAscii(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function lowerUnit(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit | 0x20 : unit;
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
