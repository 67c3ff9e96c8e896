import { GRAM } from '../../../text/verbatim/grams.ts';
import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import type { Letters } from '../../../text/verbatim/letters.ts';
import { createPrinter, PRINT } from '../../../text/verbatim/prints.ts';
import { createSpoken, type Spoken } from './spoken.ts';

/**
 * A stretch of the message that stands in a protected document: from a fingerprint on as far as the letters agree, and over
 * words that were changed to where they agree again.
 */
export interface Chain {
  readonly index: VerbatimIndex;
  /** Letters of the message, from its beginning. */
  start: number;
  end: number;
  /** Letters of it that agree, and of those the most in a row. */
  agreed: number;
  longest: number;
  /** Where the letters that agree in a row begin, last. */
  row: number;
  /** What to add to a letter of the message to have its position in the index, at the end. */
  shift: number;
  /** How many times it was tried to go on over changed words. */
  tries: number;
  /** Whether it was told. */
  told: boolean;
}

/** Letters that do not agree that a chain goes on over: two words of twelve changed leave no more. */
export const GAP = 160;
/** How much longer or shorter the message may have become in between. */
const DRIFT = 24;
/** Chains that are followed at once: more would be a corpus that repeats itself. */
const MOST = 64;

/** Letters that a changed word has, and those in a row behind it that must agree where no fingerprint says so. */
const CHANGED = 24;
const RESUMED = 10;
/** A try costs some microseconds; a sentence has few. */
const TRIES = 4;
const TRIES_OF_ONE = 2;

export interface Chains {
  /** Reads on. `from` is the letter from which on a chain may begin: what stands before it went out. */
  read(letters: Letters, from: number): void;
  /** Those that are open, and those that were told and end behind `from`. */
  all(): readonly Chain[];
  /** Letters so far. */
  count(): number;
  /** The message is over. */
  finish(): void;
  /** Lets go of what is closed and not told, or ends before this letter. */
  drop(until: number): void;
}

export function createChains(indexes: readonly VerbatimIndex[]): Chains {
  const printer = createPrinter();
  const spoken = createSpoken();
  let chains: Chain[] = [];
  let tries = 0;

  const begin = (index: VerbatimIndex, letter: number, position: number, from: number) => {
    const first = letter - PRINT + 1;
    const shift = position - letter;
    const before = spoken.agreeingBefore(index, first, first + shift, from);
    const start = first - before;
    const agreed = letter + 1 - start;
    const chain = { index, start, end: letter + 1, agreed, longest: agreed, row: start, shift, tries: 0, told: false };
    if (start > from && tries < TRIES) {
      tries++;
      reachBack(spoken, chain, from);
    }
    chains.push(chain);
    if (chains.length > MOST)
      chains.splice(
        Math.max(
          0,
          chains.findIndex(({ told }) => !told),
        ),
        1,
      );
  };

  const meet = (index: VerbatimIndex, letter: number, position: number, from: number) => {
    const chain = chains.findLast((one) => one.index === index && follows(one, letter, position));
    if (chain === undefined) begin(index, letter, position, from);
    else if (letter >= chain.end) goOn(spoken, chain, letter, position);
  };

  const grow = (chain: Chain) => {
    const count = spoken.count();
    while (chain.end < count) {
      lengthen(chain, spoken.agreeing(chain.index, chain.end, chain.end + chain.shift, count));
      const needed = chain.tries === 0 ? GRAM + RESUMED : CHANGED + GRAM + RESUMED;
      if (count - chain.end < needed || chain.tries >= TRIES_OF_ONE || tries >= TRIES) return;
      tries++;
      chain.tries++;
      if (!resume(spoken, chain, count)) return;
    }
  };

  return {
    read: (letters, from) => {
      spoken.add(letters);
      const first = spoken.count() - letters.count;
      tries = 0;
      for (let at = 0; at < letters.count; at++) {
        const print = printer(letters.units[at] ?? 0);
        if (print === 0) continue;
        for (const index of indexes) {
          if (index.has(print)) index.eachPlace(print, (position) => meet(index, first + at, position, from));
        }
      }
      for (const chain of chains) if (first - chain.end <= GAP) grow(chain);
    },
    finish: () => {
      tries = 0;
      for (const chain of chains) {
        chain.tries = 0;
        if (spoken.count() - chain.end <= GAP) grow(chain);
      }
    },
    all: () => chains,
    count: () => spoken.count(),
    drop: (until) => {
      if (chains.length === 0) return;
      const count = spoken.count();
      chains = chains.filter(({ end, told }) => count - end <= GAP || (told && end > until));
    },
  };
}

function follows({ start, end, shift }: Chain, letter: number, position: number): boolean {
  const drift = Math.abs(position - letter - shift);
  return letter < end ? letter >= start && drift === 0 : drift <= DRIFT && letter + 1 - end <= GAP;
}

function lengthen(chain: Chain, by: number): void {
  if (by === 0) return;
  chain.end += by;
  chain.agreed += by;
  chain.longest = Math.max(chain.longest, chain.end - chain.row);
  chain.tries = 0;
}

/** On to a fingerprint further on. */
function goOn(spoken: Spoken, chain: Chain, letter: number, position: number): void {
  const first = Math.max(chain.end, letter - PRINT + 1);
  lengthen(chain, spoken.agreeing(chain.index, chain.end, chain.end + chain.shift, first));
  if (chain.end < first || position - letter !== chain.shift) rowFrom(spoken, chain, first, position - letter);
  lengthen(chain, letter + 1 - chain.end);
}

/** Behind what was changed, letters agree in a row: from `letter` on, and from as far before it as they do. */
function rowFrom(spoken: Spoken, chain: Chain, letter: number, shift: number): void {
  const before = spoken.agreeingBefore(chain.index, letter, letter + shift, chain.end);
  chain.row = letter - before;
  chain.shift = shift;
  chain.agreed += before;
  chain.end = letter;
}

/** Over a changed word, to where enough letters agree in a row; the least that may have been changed first. */
function resume(spoken: Spoken, chain: Chain, count: number): boolean {
  const [letter, position] = [chain.end, chain.end + chain.shift];
  for (let changed = 1; changed <= 2 * CHANGED; changed++) {
    for (let here = Math.max(0, changed - CHANGED); here <= Math.min(CHANGED, changed); here++) {
      const [begins, there] = [letter + here, position + changed - here];
      const behind = GRAM - 1;
      if (begins + behind + RESUMED > count) continue;
      const until = begins + behind + RESUMED;
      if (spoken.agreeing(chain.index, begins + behind, there + behind, until) < RESUMED) continue;
      rowFrom(spoken, chain, begins, there - begins);
      lengthen(chain, RESUMED + behind);
      return true;
    }
  }
  return false;
}

/** The same towards the beginning: over a changed word to what agrees before it. */
function reachBack(spoken: Spoken, chain: Chain, from: number): void {
  const position = chain.start + chain.shift;
  for (let changed = 1; changed <= 2 * CHANGED; changed++) {
    for (let here = Math.max(0, changed - CHANGED); here <= Math.min(CHANGED, changed); here++) {
      const [ends, there] = [chain.start - here, position - (changed - here)];
      const begins = ends - RESUMED;
      if (begins - (GRAM - 1) < from) continue;
      if (spoken.agreeing(chain.index, begins, there - RESUMED, ends) < RESUMED) continue;
      const before = spoken.agreeingBefore(chain.index, begins, there - RESUMED, from);
      chain.agreed += RESUMED + before;
      chain.longest = Math.max(chain.longest, RESUMED + before);
      chain.start = begins - before;
      return;
    }
  }
}
