import { foldedUnit } from './folded.ts';
import { alternativesOf, type Need, needOf } from './literals.ts';
import { wideOf } from './view/wide.ts';

/** Whether a pattern may match in a text: a pattern costs more than to look for the literals that it cannot do without. */
export type Needed = (text: string) => boolean;

/**
 * By the threes of characters that stand in the text: they are noted once, and what each pattern needs is looked for among them.
 * Always, where nothing is known of the pattern.
 */
export function neededBy(pattern: RegExp): Needed {
  let threes: Threes | null | undefined;
  return (text) => {
    // Derived when it is first asked: most patterns are asked in no process.
    if (threes === undefined) threes = threesOf(pattern);
    if (threes === null) return true;
    if (text !== noted) note(text);
    return holds(threes, 0);
  };
}

/** A pattern of which only those alternatives are tried, and compiled, that may match. */
export interface Sought {
  readonly test: (text: string) => boolean;
  /** Where it matches first; -1 where it does not. */
  readonly search: (text: string) => number;
  readonly replace: (text: string, by: string) => string;
}

interface Alternative {
  readonly source: string;
  readonly threes: Threes | null;
  /** Made when it is first tried. */
  pattern: RegExp | null;
}

export function whereNeeded(pattern: RegExp): Sought {
  let alternatives: readonly Alternative[] | undefined;
  const may = (text: string): readonly Alternative[] => {
    alternatives ??= alternativesOf(pattern).map((source) => ({ source, threes: threesOf({ source }), pattern: null }));
    if (text !== noted) note(text);
    let found: Alternative[] | undefined;
    for (const one of alternatives) {
      if (one.threes !== null && !holds(one.threes, 0)) continue;
      one.pattern ??= alternatives.length === 1 ? pattern : new RegExp(one.source, pattern.flags);
      found ??= [];
      found.push(one);
    }
    return found ?? NONE;
  };
  return {
    test: (text) => may(text).some((one) => one.pattern?.test(text)),
    search: (text) => {
      let first = -1;
      for (const { pattern: one } of may(text)) {
        const place = one === null ? -1 : text.search(one);
        if (place >= 0 && (first < 0 || place < first)) first = place;
      }
      return first;
    },
    replace: (text, by) => (may(text).length === 0 ? text : text.replace(pattern, by)),
  };
}

const NONE: readonly Alternative[] = [];

/**
 * What a pattern needs, as numbers: what it is, where it ends, and what is in it, each the same way; of a literal the places of its
 * threes.
 */
type Threes = Uint16Array;

const [LITERAL, ONE, ALL] = [0, 1, 2];
const LONGEST = 0xffff;

const BITS = 12;
/** By the place of a three of characters: the number of the last text that it stood in. */
const seenIn = new Int32Array(1 << BITS);
let [number, noted] = [0, ''];

/** Of a literal, no more are looked for. */
const MOST = 5;

function threesOf(pattern: Pick<RegExp, 'source'>): Threes | null {
  const need = needOf(pattern);
  if (need === null) return null;
  const threes: number[] = [];
  add(need, threes);
  return threes.length > LONGEST ? null : Uint16Array.from(threes);
}

function add(need: Need, to: number[]): void {
  const begin = to.length;
  to.push(typeof need === 'string' ? LITERAL : 'one' in need ? ONE : ALL, 0);
  if (typeof need === 'string') to.push(...placesOf(need));
  else for (const part of 'one' in need ? need.one : need.all) add(part, to);
  to[begin + 1] = to.length;
}

/** Of one that is shorter than three, its characters beyond ASCII. */
function placesOf(literal: string): readonly number[] {
  const units = Array.from({ length: literal.length }, (_, at) => literal.charCodeAt(at));
  const last = literal.length - WIDTH;
  if (last < 0) return units.filter((unit) => unit > LAST_OF_ASCII).map((unit) => placeOf(windowOf(0, unit)));
  const count = Math.min(MOST, last + 1);
  return Array.from({ length: count }, (_, which) => {
    const from = count === 1 ? 0 : Math.round((which * last) / (count - 1));
    return placeOf(units.slice(from, from + WIDTH).reduce(windowOf, 0));
  });
}

const WIDTH = 3;
const LAST_OF_ASCII = 127;
/** Of each unit, by what it is folded to, a number that is not 0; 0 is not known yet. */
const FOLDED = new Uint16Array(0x10000);
const FOLDED_BITS = 10;

function learn(unit: number): number {
  const folded = foldedUnit(unit);
  const known = (folded % ((1 << FOLDED_BITS) - 1)) + 1;
  FOLDED[unit] = known;
  return known;
}

/** The last three, and of older ones what `placeOf` does not look at. */
function windowOf(window: number, unit: number): number {
  return (window << FOLDED_BITS) | (FOLDED[unit] || learn(unit));
}

function placeOf(window: number): number {
  return Math.imul(window << (32 - WIDTH * FOLDED_BITS), 0x9e3779b1) >>> (32 - BITS);
}

/** Whether what begins at this place is in the text that was noted. */
function holds(threes: Threes, begin: number): boolean {
  const what = threes[begin];
  const end = threes[begin + 1] ?? 0;
  if (what === LITERAL) {
    for (let at = begin + 2; at < end; at += 1) if (seenIn[threes[at] ?? 0] !== number) return false;
    return true;
  }
  const wanted = what === ONE;
  for (let at = begin + 2; at < end; at = threes[at + 1] ?? end) if (holds(threes, at) === wanted) return wanted;
  return !wanted;
}

function note(text: string): void {
  // A deadline may end this in its midst.
  noted = '';
  if (number === MOST_NOTED) {
    seenIn.fill(0);
    number = 0;
  }
  number += 1;
  const { length } = text;
  const units = wideOf(text);
  const seen = seenIn;
  let window = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    window = windowOf(window, unit);
    seen[placeOf(window)] = number;
    if (unit > LAST_OF_ASCII) seen[placeOf(windowOf(0, unit))] = number;
  }
  noted = text;
}

const MOST_NOTED = 0x7ffffffe;
