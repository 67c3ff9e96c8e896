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
    for (const parity of [0, 1]) enter(buckets, pattern, rarestOffset(text, parity));
  });
  const digits = options.digits === true;
  const table = Uint8Array.from(buckets.slots, (slot) => (slot === 0 ? 0 : LITERAL));
  if (digits) markDigits(table);
  return { scan: (scanned, from, hit) => scanPairs(scanned, from, { table, buckets, hit }) };
}

const LITERAL = 1;
const DIGIT = 2;
const ZERO = 48;
const NINE = 57;

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
  const first = bytesAt(pattern, offset);
  const second = bytesAt(pattern, offset + 1);
  for (const one of first) {
    for (const two of second) {
      const pair = one | (two << 8);
      if (slots[pair] === 0) slots[pair] = lists.push([]) - 1;
      lists[slots[pair] ?? 0]?.push({ pattern, offset });
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
function rarestOffset(text: string, parity: number): number {
  let [best, cost] = [ANY, Number.POSITIVE_INFINITY];
  for (let offset = parity === 0 ? 0 : -1; offset < text.length; offset += 2) {
    const here = commonness(text, offset) * commonness(text, offset + 1);
    if (here < cost) [best, cost] = [offset, here];
  }
  return best;
}

/** From the commonest on, as in English text. */
const COMMON = ' etaoinshrdlcumwfgypbvk,.\n';

function commonness(text: string, offset: number): number {
  if (offset < 0 || offset >= text.length) return 1;
  const rank = COMMON.indexOf(text.charAt(offset).toLowerCase());
  return rank === -1 ? 0.001 : 0.18 / (rank + 2);
}

interface Tables {
  readonly table: Uint8Array;
  readonly buckets: Buckets;
  readonly hit: OnHit;
}

function scanPairs(scanned: Scanned, from: number, tables: Tables): void {
  const { bytes, text } = scanned;
  const { table } = tables;
  const length = text.length;
  // Pairs start at even places, wherever the caller starts: one pair earlier, since a literal may reach over `from`.
  for (let at = Math.max(0, (from & ~1) - 2); at < length; at += 2) {
    const pair = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const mark = table[pair] ?? 0;
    if (mark !== 0) look(scanned, { at, pair, mark, from }, tables);
  }
}

interface Spot {
  readonly at: number;
  readonly pair: number;
  readonly mark: number;
  readonly from: number;
}

function look(scanned: Scanned, { at, pair, mark, from }: Spot, { buckets, hit }: Tables): void {
  if ((mark & LITERAL) !== 0) {
    for (const { pattern, offset } of buckets.lists[buckets.slots[pair] ?? 0] ?? []) {
      const start = at - offset;
      if (start >= from && matches(scanned, pattern, start)) hit(pattern.which, start);
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
