import { createSieve, DIGITS, type Literal, type Scanned, type Sieve } from '../text/sieve.ts';
import type { Places, SpanDetector } from './detector.ts';

/** Finds the places of all detectors' triggers in one pass. */
export interface Triggers {
  /**
   * One entry a detector, in their order; of the last call only, since they are used again. Each has the places that its
   * detector looks back to from `from`.
   */
  placesIn(scanned: Scanned, from: number): readonly Places[];
  /** One for each message: what stands in two looks is scanned once. */
  follow(): FollowedTriggers;
}

export interface FollowedTriggers {
  /** As `Triggers` has it, of a text that begins with what the last one had from `gone` on; it is the last one when it `ends`. */
  placesIn(scanned: Scanned, from: number, gone: number, ends: boolean): readonly Places[];
}

export function createTriggers(detectors: readonly SpanDetector[]): Triggers {
  const lists = detectors.map(({ left }) => createPlaceList(left));
  const literals: Literal[] = [];
  const owners: { readonly list: PlaceList; readonly which: number }[] = [];
  const digitLists: PlaceList[] = [];
  detectors.forEach(({ triggers }, index) => {
    const list = lists[index];
    if (triggers === undefined || list === undefined) return;
    triggers.literals.forEach((literal, which) => {
      literals.push(literal);
      owners.push({ list, which });
    });
    if (triggers.digits === true) digitLists.push(list);
  });
  const longest = Math.max(1, ...literals.map(({ text }) => text.length));
  const sieve = sieveOf(literals, digitLists.length > 0);
  const isIdle = literals.length === 0 && digitLists.length === 0;
  const take = (which: number, at: number) => {
    if (which === DIGITS) for (const list of digitLists) list.add(DIGITS, at);
    else {
      const owner = owners[which];
      owner?.list.add(owner.which, at);
    }
  };
  return {
    placesIn: (scanned, from) => {
      for (const list of lists) list.clear(from);
      if (!isIdle) sieve.scan(scanned, 0, take);
      return lists;
    },
    follow: () => {
      let known: PlaceList | null = null;
      let seen = '';
      const takeAndKeep = (which: number, at: number) => {
        take(which, at);
        known?.add(which, at);
      };
      return {
        placesIn: (scanned, from, gone, ends) => {
          for (const list of lists) list.clear(from);
          if (isIdle) return lists;
          const { text } = scanned;
          // Nothing follows a text that came whole: nothing of it needs to be kept.
          if (known === null && ends) {
            sieve.scan(scanned, 0, take);
            return lists;
          }
          known ??= createPlaceList(0);
          // A literal may begin in what was seen, and end in what was not.
          const same = Math.max(0, seen.length - gone);
          // Not `startsWith`, which compares one by one.
          const again = text.slice(0, same) === seen.slice(gone) ? Math.max(0, same - longest + 1) : 0;
          known.keep(gone, again);
          for (let place = 0; place < known.count; place++) take(known.which[place] ?? 0, known.at[place] ?? 0);
          sieve.scan(scanned, again, takeAndKeep);
          seen = text;
          return lists;
        },
      };
    },
  };
}

interface Made {
  readonly literals: readonly Literal[];
  readonly digits: boolean;
  readonly sieve: Sieve;
}

/** Two policies, each for the four origins of texts. */
const KEPT = 8;
/** Those that were asked for last, first. */
let made: readonly Made[] = [];

/**
 * The sieve of these literals. A gateway makes its guards anew with each change of its file, and the same detectors ask for the
 * same tens of thousands of words each time: to compare them takes a hundredth of what their tables take.
 */
function sieveOf(literals: readonly Literal[], digits: boolean): Sieve {
  const known = made.find((one) => one.digits === digits && areSame(one.literals, literals));
  const now = known ?? { literals, digits, sieve: createSieve(literals, { digits }) };
  made = [now, ...made.filter((one) => one !== now)].slice(0, KEPT);
  return now.sieve;
}

function areSame(some: readonly Literal[], others: readonly Literal[]): boolean {
  if (some.length !== others.length) return false;
  return some.every((one, at) => {
    const other = others[at];
    return one === other || (one.text === other?.text && one.anyCase === other.anyCase);
  });
}

interface PlaceList extends Places {
  add(which: number, at: number): void;
  /** Forgets all; the next ones that count stand at most `left` before `from`. */
  clear(from: number): void;
  /** Keeps those that stand before `end` once the first `gone` characters are taken away. */
  keep(gone: number, end: number): void;
}

const FIRST_SIZE = 64;

/** Its members are written and no getters: an accessor in a literal makes a shape, and garbage, of its own each time. */
function createPlaceList(left: number): PlaceList {
  let least = 0;
  const list = {
    count: 0,
    which: new Int32Array(FIRST_SIZE) as Int32Array,
    at: new Int32Array(FIRST_SIZE) as Int32Array,
    clear: (from: number) => {
      list.count = 0;
      least = from - left;
    },
    keep: (gone: number, end: number) => {
      const { which, at } = list;
      let kept = 0;
      for (let place = 0; place < list.count; place++) {
        const here = (at[place] ?? 0) - gone;
        if (here < 0 || here >= end) continue;
        which[kept] = which[place] ?? 0;
        at[kept] = here;
        kept++;
      }
      list.count = kept;
    },
    add: (literal: number, place: number) => {
      if (place < least) return;
      if (list.count === list.which.length) {
        list.which = grown(list.which);
        list.at = grown(list.at);
      }
      list.which[list.count] = literal;
      list.at[list.count] = place;
      list.count++;
    },
  };
  return list;
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
