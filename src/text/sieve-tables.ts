import { frequencyOfByte, frequencyOfPair } from './pair-frequencies.ts';

/** What is looked for: a text as it stands, or in any case of its ASCII letters. */
export interface Literal {
  readonly text: string;
  /** Whether ASCII letters match in either case. */
  readonly anyCase?: boolean;
}

export interface Pattern {
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

/** What a text is looked up in. */
export interface SieveTables {
  /** For literals that have no four bytes for an alignment: by the pair. */
  readonly marks: Uint32Array;
  /** Whether the literals are so few that `marks` has those of four bytes too: whoever is in none of its groups is in no `fours`. */
  readonly few: boolean;
  readonly entries: Entries;
  /** For all others: a bit for each four, at its `placeOfFour`. */
  readonly fours: Uint8Array;
  readonly fourEntries: Entries;
}

/** Each literal is entered with its rarest two pairs of bytes in a row, for either alignment, or with its rarest pair. */
export function tablesOf(literals: readonly Literal[], digits: boolean): SieveTables {
  const marks = new Uint32Array(BYTE * BYTE);
  const groups = { first: new Float64Array(GROUPS), next: new Float64Array(GROUPS) };
  const buckets: Buckets = { slots: new Uint16Array(BYTE * BYTE), lists: [[]], marks, groups };
  const fours = new Uint8Array(1 << (FOUR_BITS - 3));
  const byFour: Lists = { slots: new Uint16Array(1 << FOUR_SLOT_BITS), lists: [[]] };
  const places: FourPlace[] = [];
  literals.forEach(({ text, anyCase = false }, which) => {
    if (text === '') throw new RangeError('a literal must not be empty');
    const pattern = { which, text: anyCase ? lowerAscii(text) : text, anyCase };
    for (const parity of [0, 1]) {
      const four = rarestFour(pattern, parity);
      if (four === null) enter(buckets, pattern, rarestOffset(pattern, parity));
      else {
        enterFour(byFour, fours, { pattern, offset: four, probe: probeOf(pattern, four, 4) });
        places.push({ pattern, offset: four });
      }
    }
  });
  const few = places.length <= FEW && markFours(marks, groups, places);
  if (digits) markDigits(marks);
  markAll(marks, (DIGIT | openGroups(groups)) << NEXT);
  return { marks, few, entries: laidOut(buckets), fours, fourEntries: laidOut(byFour) };
}

interface FourPlace {
  readonly pattern: Pattern;
  readonly offset: number;
}

/** More are not even tried: to find their groups takes time. */
const FEW = 1024;
/** The share of places at which something may be looked at for nothing: more, and one look at the bit of a four is cheaper. */
const SELDOM = 0.06;

/** Enters the pairs of fours among those of short literals, if that leads to few looks. */
function markFours(marks: Uint32Array, groups: Groups, places: readonly FourPlace[]): boolean {
  const tried: Groups = { first: groups.first.slice(), next: groups.next.slice() };
  const often = ({ pattern, offset }: FourPlace) => frequencyAt(pattern, offset) + frequencyAt(pattern, offset + 2);
  // Those that stand most often first: what is rare finds a place later, too.
  const bits = places
    .map((place) => ({ place, often: often(place) }))
    .toSorted((one, other) => other.often - one.often)
    .map(({ place }) => ({ place, bit: joined(tried, place.pattern, place.offset) }));
  if (tried.first.reduce((sum, share, group) => sum + share * (tried.next[group] ?? 0), 0) > SELDOM) return false;
  for (const { place, bit } of bits) {
    for (const pair of pairsAt(place.pattern, place.offset)) mark(marks, pair, bit);
    for (const pair of pairsAt(place.pattern, place.offset + 2)) mark(marks, pair, bit << NEXT);
  }
  return true;
}

function pairsAt(pattern: Pattern, offset: number): readonly number[] {
  const seconds = bytesAt(pattern, offset + 1);
  return bytesAt(pattern, offset).flatMap((first) => seconds.map((second) => first | (second << 8)));
}

const FOUR_BITS = 17;
const FOUR_SLOT_BITS = 13;

/** Where the bit of four bytes stands, of letters in either case; they are given as one number, the first lowest. */
export function placeOfFour(four: number): number {
  return Math.imul(four | 0x20202020, 0x9e3779b1) >>> (32 - FOUR_BITS);
}

/** The slot that has the entries of a four with this place. */
export function slotOfFour(place: number): number {
  return place >> (FOUR_BITS - FOUR_SLOT_BITS);
}

function enterFour(byFour: Lists, fours: Uint8Array, entry: Entry): void {
  const byte = (at: number) => entry.pattern.text.charCodeAt(entry.offset + at) & 0xff;
  const place = placeOfFour(byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24));
  fours[place >> 3] = (fours[place >> 3] ?? 0) | (1 << (place & 7));
  add(byFour, slotOfFour(place), entry);
}

function add({ slots, lists }: Lists, key: number, entry: Entry): void {
  if (slots[key] === 0) slots[key] = lists.push([]) - 1;
  lists[slots[key] ?? 0]?.push(entry);
}

/** Of the offsets with this parity, the one whose two pairs are rarest in ordinary text; null where there is no room for two. */
function rarestFour(pattern: Pattern, parity: number): number | null {
  let best: number | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (let offset = parity; offset + 4 <= pattern.text.length; offset += 2) {
    const here = frequencyAt(pattern, offset) * frequencyAt(pattern, offset + 2);
    if (here >= cost) continue;
    best = offset;
    cost = here;
  }
  return best;
}

/** Entries in a row: nearly all that are looked at fail by their probe, of which no object is asked. */
export interface Entries {
  readonly slots: Uint16Array;
  /** Where the entries of each slot begin; one more than there are slots. */
  readonly starts: Int32Array;
  readonly probes: Int32Array;
  readonly rows: readonly Entry[];
}

function laidOut({ slots, lists }: Lists): Entries {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, slot) => {
    starts[slot + 1] = (starts[slot] ?? 0) + list.length;
  });
  const rows: Entry[] = [];
  const probes = new Int32Array(starts[lists.length] ?? 0);
  for (const list of lists) {
    for (const entry of list) probes[rows.push(entry) - 1] = entry.probe;
  }
  return { slots, starts, probes, rows };
}

/**
 * Marks of a pair: the low half says which groups have an entry with this pair, the high half which may have it as the
 * next. Digits are a group of their own.
 */
export const DIGIT = 1;
const GROUPS = 14;
export const NEXT = 16;

function markDigits(marks: Uint32Array): void {
  for (let digit = 48; digit <= 57; digit++) {
    for (let other = 0; other < BYTE; other++) {
      for (const pair of [digit | (other << 8), other | (digit << 8)]) mark(marks, pair, DIGIT);
    }
  }
}

/** By a plain loop: a method with a function takes milliseconds, which every start of the command would pay. */
function markAll(marks: Uint32Array, bits: number): void {
  for (let pair = 0; pair < marks.length; pair++) mark(marks, pair, bits);
}

function mark(marks: Uint32Array, pair: number, bits: number): void {
  marks[pair] = (marks[pair] ?? 0) | bits;
}

/** What is entered for each pair of bytes, or four: `lists[slots[it]]`; the first list stays empty. */
interface Lists {
  readonly slots: Uint16Array;
  readonly lists: Entry[][];
}

interface Buckets extends Lists {
  readonly marks: Uint32Array;
  readonly groups: Groups;
}

/** Of each group, about how often a pair of its entries stands in ordinary text, and one that may follow; at 1 any may. */
interface Groups {
  readonly first: Float64Array;
  readonly next: Float64Array;
}

const bitOf = (group: number): number => 2 << group;

/** Puts an entry where it adds least to what is looked at for nothing; gives the bit of the group. */
function joined({ first, next }: Groups, pattern: Pattern, offset: number): number {
  const [one, other] = [frequencyAt(pattern, offset), frequencyAt(pattern, offset + 2)];
  const sums = (group: number) => [(first[group] ?? 0) + one, Math.min(1, (next[group] ?? 0) + other)] as const;
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let group = 0; group < GROUPS; group++) {
    const [ones, others] = sums(group);
    const added = ones * others - (first[group] ?? 0) * (next[group] ?? 0);
    if (added < least) [best, least] = [group, added];
  }
  [first[best], next[best]] = sums(best);
  return bitOf(best);
}

function openGroups({ next }: Groups): number {
  return next.reduce((bits, share, group) => (share < 1 ? bits : bits | bitOf(group)), 0);
}

function enter(buckets: Buckets, pattern: Pattern, offset: number): void {
  const { marks, groups } = buckets;
  const entry = { pattern, offset, probe: probeOf(pattern, offset, 2) };
  const group = joined(groups, pattern, offset);
  const first = bytesAt(pattern, offset);
  const second = bytesAt(pattern, offset + 1);
  for (const one of first) {
    for (const two of second) {
      const pair = one | (two << 8);
      add(buckets, pair, entry);
      mark(marks, pair, group);
    }
  }
  // Any pair may follow where the literal has ended, which is marked for all such groups at once.
  if (offset + 2 >= pattern.text.length) return;
  for (const third of bytesAt(pattern, offset + 2)) {
    for (const fourth of bytesAt(pattern, offset + 3)) mark(marks, third | (fourth << 8), group << NEXT);
  }
}

const EVERY_BYTE = Array.from({ length: BYTE }, (_, byte) => byte);

/** The bytes that may stand at this place of the literal; outside of it, all. */
function bytesAt({ text, anyCase }: Pattern, offset: number): readonly number[] {
  if (offset < 0 || offset >= text.length) return EVERY_BYTE;
  const byte = text.charCodeAt(offset) & 0xff;
  return anyCase && isLowerAscii(text.charCodeAt(offset)) ? [byte, byte & ~0x20] : [byte];
}

/** Of the offsets with this parity, the one whose pair and the next are rarest in ordinary text; -1 reaches before the literal. */
function rarestOffset(pattern: Pattern, parity: number): number {
  let [best, cost] = [ANY, Number.POSITIVE_INFINITY];
  for (let offset = parity === 0 ? 0 : -1; offset < pattern.text.length; offset += 2) {
    const here = frequencyAt(pattern, offset) * frequencyAt(pattern, offset + 2);
    if (here < cost) [best, cost] = [offset, here];
  }
  return best;
}

function frequencyAt({ text, anyCase }: Pattern, offset: number): number {
  const first = byteAt(text, offset);
  const second = byteAt(text, offset + 1);
  if (first === NO_BYTE && second === NO_BYTE) return 1;
  if (first === NO_BYTE) return frequencyOfEither(second, anyCase);
  if (second === NO_BYTE) return frequencyOfEither(first, anyCase);
  let sum = frequencyOfPair(first, second);
  if (!anyCase) return sum;
  const [firstIs, secondIs] = [isLowerAscii(first), isLowerAscii(second)];
  if (firstIs) sum += frequencyOfPair(first & ~0x20, second);
  if (secondIs) sum += frequencyOfPair(first, second & ~0x20);
  return firstIs && secondIs ? sum + frequencyOfPair(first & ~0x20, second & ~0x20) : sum;
}

const NO_BYTE = -1;

function byteAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) & 0xff : NO_BYTE;
}

function frequencyOfEither(byte: number, anyCase: boolean): number {
  return frequencyOfByte(byte) + (anyCase && isLowerAscii(byte) ? frequencyOfByte(byte & ~0x20) : 0);
}

/**
 * The rarest byte of the literal that is not among those it is entered with, as one number: where it stands from these, its
 * bits that count, and those. One that is always there when these are all.
 */
function probeOf({ text, anyCase }: Pattern, offset: number, covered: 2 | 4): number {
  let best = 0;
  let cost = Number.POSITIVE_INFINITY;
  for (let at = 0; at < text.length; at++) {
    const byte = text.charCodeAt(at) & 0xff;
    const here = frequencyOfByte(byte);
    if ((at >= offset && at < offset + covered) || here >= cost) continue;
    const mask = anyCase && isLowerAscii(text.charCodeAt(at)) ? 0xff & ~0x20 : 0xff;
    [best, cost] = [((at - offset) << ASIDE) | (mask << BITS) | (byte & mask), here];
  }
  return best;
}

export const ASIDE = 16;
export const BITS = 8;

function isLowerAscii(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
