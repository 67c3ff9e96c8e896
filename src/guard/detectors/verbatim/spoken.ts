import { GRAM, gramOf } from '../../../text/verbatim/grams.ts';
import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import type { Letters } from '../../../text/verbatim/letters.ts';

/** The last letters of a message, which are compared with those of an index, gram by gram. */
export interface Spoken {
  add(letters: Letters): void;
  /** Letters of the message so far. */
  count(): number;
  /** How many letters from `letter` on agree with those from `position` on, at most up to `until`. */
  agreeing(index: VerbatimIndex, letter: number, position: number, until: number): number;
  /** How many letters before `letter`, all of which agree, do so too; at most down to `from`. */
  agreeingBefore(index: VerbatimIndex, letter: number, position: number, from: number): number;
}

/** Letters that are kept: more than can be open at once. */
const KEPT = 1024;
const ROOM = 4 * KEPT;

export function createSpoken(): Spoken {
  let kept = new Uint16Array(256);
  /** Of the message, the letter that stands first in `kept`. */
  let [first, count] = [0, 0];

  const gramAt = (letter: number): number => {
    const at = letter - first;
    if (at < GRAM - 1 || letter >= count) return NONE;
    return gramOf(kept[at - 3] ?? 0, kept[at - 2] ?? 0, kept[at - 1] ?? 0, kept[at] ?? 0);
  };

  return {
    add: ({ count: more, units }) => {
      const held = count - first;
      if (held + more > ROOM && held > KEPT) {
        kept.copyWithin(0, held - KEPT, held);
        first = count - KEPT;
      }
      const needed = count - first + more;
      if (needed > kept.length) {
        const larger = new Uint16Array(2 * needed);
        larger.set(kept.subarray(0, count - first));
        kept = larger;
      }
      for (let at = 0; at < more; at++) kept[count - first + at] = units[at] ?? 0;
      count += more;
    },
    count: () => count,
    agreeing: (index, letter, position, until) => {
      let same = 0;
      while (letter + same < until && gramAt(letter + same) === index.gramAt(position + same)) same++;
      return same;
    },
    agreeingBefore: (index, letter, position, from) => {
      let same = 0;
      // A gram reaches back: the one that begins with the letter ends in what is known to agree.
      while (letter - same > from) {
        const ends = GRAM - 2 - same;
        if (gramAt(letter + ends) !== index.gramAt(position + ends)) return same;
        same++;
      }
      return same;
    },
  };
}

/** No gram of an index. */
const NONE = -2;
