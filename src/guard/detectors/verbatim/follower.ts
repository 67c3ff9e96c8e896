import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import { behindJoint, lettersUnjoined, unjoined } from '../../../text/verbatim/joints.ts';
import { type Letters, lettersOf } from '../../../text/verbatim/letters.ts';
import type { OpenFrom } from '../../detector.ts';
import { type Chain, createChains, GAP } from './chains.ts';

/** A stretch of a unit that stands in a protected document, in positions of the unit's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly chain: Chain;
  /** Of how many units before the last one. */
  readonly back: number;
}

/** Follows a text, unit by unit. Says of each what stands in it once that is known for good. */
export interface Follower {
  /** A unit, where it begins, and how many characters it has as it stands. */
  read(text: string, start: number, characters: number): readonly Stretch[];
  /** From where on more may be said of units that were read, when so many characters were. */
  open(characters: number): OpenFrom | null;
  finish(characters: number): readonly Stretch[];
  /** Whether nothing was found of which more may be said. */
  isIdle(): boolean;
}

/** How a text is read: as it stands, or without what stands between its words. */
interface Way {
  readonly letters: (text: string) => Letters;
  /** A stretch, as it is judged. */
  readonly plain: (text: string) => string;
  /** What a word may have before its first letter that counts. */
  readonly within: RegExp;
  /** Where a stretch of the text may begin, at or after this place. */
  readonly begin: (text: string, place: number) => number;
}

export const AS_IT_STANDS: Way = {
  letters: lettersOf,
  plain: (text) => text,
  within: /\S/,
  begin: (_, place) => place,
};

export const UNJOINED: Way = {
  letters: lettersUnjoined,
  plain: unjoined,
  within: /[^\s<>;\\\]]/,
  begin: behindJoint,
};

/** A unit, from its first letter on. */
interface Unit {
  readonly text: string;
  readonly first: number;
  readonly end: number;
  /** Where in the message it ends. */
  readonly at: number;
}

/**
 * Letters at the end of a text of which a copy may have begun without a fingerprint: one stands in every 39, and before it may
 * be what was changed, with a word or two before that.
 */
const UNSEEN = 52;
/** Characters over which they are held where nothing was found: rules and blanks have no letters. */
const UNSEEN_CHARACTERS = 1024;

export function createFollower(
  indexes: readonly VerbatimIndex[],
  isLeak: (chain: Chain, text: () => string) => boolean,
  way: Way = AS_IT_STANDS,
): Follower {
  const chains = createChains(indexes);
  const units: Unit[] = [];
  /** What stands before this letter went out, or was told. */
  let from = 0;

  const judge = () => {
    for (const chain of chains.all()) {
      if (!chain.told && isLeak(chain, () => textOf(chain, units, way))) chain.told = true;
    }
  };

  /** The first letter of which more may be said. */
  const openFrom = (characters: number): number => {
    const count = chains.count();
    let first = count - UNSEEN;
    for (const { at, end } of units) {
      if (characters - at <= UNSEEN_CHARACTERS) break;
      first = Math.max(first, end);
    }
    for (const { start, end, told } of chains.all()) {
      if (count - end > GAP || (told && end === count)) continue;
      first = Math.min(first, told ? end : start);
    }
    return first;
  };

  /** Says what stands in the first units, as many as are known for good; `behind` are those that were read and do not stand here. */
  const settle = (until: number, behind: number): readonly Stretch[] => {
    from = Math.max(from, until);
    const told = chains.all().filter((chain) => chain.told);
    const stretches: Stretch[] = [];
    for (let unit = units[0]; unit !== undefined && uncoveredTo(unit, told) <= until; unit = units[0]) {
      units.shift();
      for (const chain of told) {
        const place = placeIn(unit, chain, way);
        if (place !== null) stretches.push({ ...place, chain, back: units.length + behind });
      }
    }
    chains.drop(units[0]?.first ?? chains.count());
    return stretches;
  };

  /** The same where nothing was found. */
  const settleQuietly = (until: number): readonly Stretch[] => {
    from = Math.max(from, until);
    while (units.length > 0 && (units[0]?.end ?? 0) <= until) units.shift();
    return NOTHING;
  };

  return {
    read: (text, start, characters) => {
      // What went out before this one came is not spoken of again.
      const before = chains.all().length === 0 ? settleQuietly(openFrom(start)) : settle(openFrom(start), 1);
      const letters = way.letters(text);
      const first = chains.count();
      chains.read(letters, from);
      units.push({ text, first, end: first + letters.count, at: start + characters });
      if (chains.all().length === 0) return before;
      judge();
      const now = settle(openFrom(start + characters), 0);
      return before.length === 0 ? now : [...before, ...now];
    },
    open: (characters) => {
      const until = openFrom(characters);
      const told = chains.all().filter((chain) => chain.told);
      const first = units.findIndex((unit) => uncoveredTo(unit, told) > until);
      const unit = units[first];
      if (unit === undefined) return null;
      // What was told of a unit goes out with all of it.
      const begins = told.filter(({ start, end }) => start < unit.end && end > unit.first).map(({ start }) => start);
      return { back: units.length - first, at: placeOf(unit, Math.min(until, ...begins), way) };
    },
    finish: (characters) => {
      const before = settle(openFrom(characters), 0);
      chains.finish();
      judge();
      return [...before, ...settle(Number.POSITIVE_INFINITY, 0)];
    },
    isIdle: () => chains.all().length === 0,
  };
}

const NOTHING: readonly Stretch[] = [];

/** Where the word of a letter begins. */
function placeOf({ text, first }: Unit, letter: number, { letters }: Way): number {
  if (letter <= first) return 0;
  let place = letters(text).at[letter - first] ?? text.length;
  while (place > 0 && isWithin(text, place - 1)) place--;
  return place;
}

/** Up to where a unit has letters that no stretch covers. */
function uncoveredTo({ first, end }: Unit, told: readonly Chain[]): number {
  for (const chain of told) if (chain.end >= end && chain.start < end) return chain.start <= first ? -1 : chain.start;
  return end;
}

/** All that was kept of a stretch, as it was read. */
function textOf(chain: Chain, units: readonly Unit[], { letters, plain, within }: Way): string {
  const parts: string[] = [];
  for (const { text, first, end } of units) {
    if (end <= chain.start || first >= chain.end) continue;
    const { at, count } = letters(text);
    // An address is one word, of which all counts.
    const from = chain.start <= first ? 0 : wordStart(text, at[chain.start - first] ?? 0, within);
    const to = chain.end >= end ? text.length : (at[Math.min(count, chain.end - first) - 1] ?? 0) + 1;
    parts.push(plain(text.slice(from, to)));
  }
  return parts.join(' ');
}

const LONGEST_WORD = 400;

function wordStart(text: string, at: number, within: RegExp): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_WORD && within.test(text.charAt(start - 1))) start--;
  return start;
}

/** Where it stands in a unit: whole words, but those of which hardly a letter agrees. */
function placeIn(
  { text, first, end }: Unit,
  chain: Chain,
  { letters, begin }: Way,
): { readonly start: number; readonly end: number } | null {
  if (chain.start >= end || chain.end <= first) return null;
  const { at, count } = letters(text);
  let from = at[Math.max(0, chain.start - first)] ?? 0;
  let to = (at[Math.min(count, chain.end - first) - 1] ?? 0) + 1;
  if (chain.start > first) from = begin(text, wholeFrom(text, from, to));
  if (chain.end < end) to = wholeTo(text, from, to);
  return from < to ? { start: from, end: to } : null;
}

/** Letters that agree by accident. */
const ACCIDENT = 2;
const WITHIN_WORD = /[\p{L}\p{M}\p{N}]/u;
const isWithin = (text: string, at: number): boolean => WITHIN_WORD.test(text.charAt(at));

function wholeFrom(text: string, from: number, to: number): number {
  if (!isWithin(text, from - 1)) return from;
  let start = from;
  while (start > 0 && isWithin(text, start - 1)) start--;
  let end = from;
  while (end < to && isWithin(text, end)) end++;
  return end - from <= ACCIDENT ? end : start;
}

function wholeTo(text: string, from: number, to: number): number {
  if (!isWithin(text, to)) return to;
  let start = to;
  while (start > from && isWithin(text, start - 1)) start--;
  let end = to;
  while (end < text.length && isWithin(text, end)) end++;
  return to - start <= ACCIDENT ? start : end;
}
