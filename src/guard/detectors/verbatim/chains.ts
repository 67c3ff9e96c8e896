import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import type { Letters } from '../../../text/verbatim/letters.ts';
import { createPrinter, PRINT } from '../../../text/verbatim/prints.ts';

/** A stretch of the message that stands in a protected document: fingerprints in the same order, about as far apart. */
export interface Chain {
  readonly index: VerbatimIndex;
  /** Letters of the message, from its beginning. */
  readonly start: number;
  readonly end: number;
  readonly prints: number;
  /** Where the last fingerprint ends in the index. */
  readonly position: number;
}

/** Letters without a fingerprint that a chain goes on over: two words of twelve changed leave no more. */
const GAP = 160;
/** How much longer or shorter the message may have become in between. */
const DRIFT = 24;
/** Chains that are followed at once: more would be a corpus that repeats itself. */
const MOST = 64;

/** Follows a message, part by part; gives the chains that the part had a fingerprint of. At most 16 kB are kept. */
export function createChains(indexes: readonly VerbatimIndex[]): { read(letters: Letters): readonly Chain[] } {
  const printer = createPrinter();
  let chains: Chain[] = [];
  let letter = 0;

  const extend = (index: VerbatimIndex, position: number) => {
    const at = chains.findLastIndex((chain) => chain.index === index && follows(chain, position, letter));
    const chain = chains[at];
    if (chain === undefined) {
      chains.push({ index, start: letter - PRINT + 1, end: letter + 1, prints: 1, position });
      if (chains.length > MOST) chains.shift();
    } else chains[at] = { ...chain, end: letter + 1, prints: chain.prints + 1, position };
  };

  return {
    read: ({ count, units }) => {
      const first = letter;
      if (chains.length > 0) chains = chains.filter(({ end }) => letter - end <= GAP);
      for (let at = 0; at < count; at++, letter++) {
        const print = printer(units[at] ?? 0);
        if (print === 0) continue;
        for (const index of indexes) {
          if (index.has(print)) index.eachPlace(print, (position) => extend(index, position));
        }
      }
      return chains.filter(({ end }) => end > first);
    },
  };
}

function follows(chain: Chain, position: number, letter: number): boolean {
  const [here, there] = [letter + 1 - chain.end, position - chain.position];
  return here > 0 && here <= GAP && there > 0 && there <= GAP + DRIFT && Math.abs(here - there) <= DRIFT;
}
