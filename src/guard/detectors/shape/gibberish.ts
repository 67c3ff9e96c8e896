import { costOf, STEPS_PER_BIT } from '../../../text/surprise.ts';

/** Words in a row that are judged together: fewer may be names, or another language. */
const WORDS = 16;
/** Shorter ones are abbreviations in every language. */
const SHORTEST = 3;
/**
 * Bits a letter, by what follows what in English. English prose stays under 4.4 and its sixteen strangest words of
 * twelve other languages in Latin letters under 5.3; the names in source code reach 6.1; letters at random have 6.7
 * and more, and so have hands that run along the keys.
 */
const DOUBTFUL = 5.6;
const DOUBTFUL_SCORE = 0.4;
const BITS_PER_SCORE = 3;

/** How surely the last words are none of any language in Latin letters, from 0 to 1; null for not at all. */
export function createGibberishReader(): (sentence: string) => number | null {
  const [costs, lengths] = [new Int32Array(WORDS), new Int32Array(WORDS)];
  let [place, seen, cost, length] = [0, 0, 0, 0];
  const add = (steps: number, letters: number): number => {
    cost += steps - (costs[place] ?? 0);
    length += letters - (lengths[place] ?? 0);
    costs[place] = steps;
    lengths[place] = letters;
    place = (place + 1) % WORDS;
    seen++;
    return seen < WORDS ? 0 : cost / STEPS_PER_BIT / length;
  };
  return (sentence) => {
    let most = 0;
    let from = -1;
    for (let at = 0; at <= sentence.length; at++) {
      const unit = sentence.charCodeAt(at);
      if (unit >= 97 && unit <= 122) {
        if (from === -1) from = at;
        continue;
      }
      if (from !== -1 && at - from >= SHORTEST && standsAlone(sentence, from, at)) {
        most = Math.max(most, add(costOf(sentence, from, at), at - from + 1));
      }
      from = -1;
    }
    if (most < DOUBTFUL) return null;
    // Told: what follows is judged by itself.
    seen = 0;
    return Math.min(1, DOUBTFUL_SCORE + (most - DOUBTFUL) / BITS_PER_SCORE);
  };
}

/** No part of an address, a path or a name in a program, nor of a word with letters beyond these. */
function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.charCodeAt(from - 1);
  // One capital may begin a word.
  const first = before >= 65 && before <= 90 ? text.charCodeAt(from - 2) : before;
  return !WITHIN.has(first) && !(first > 127) && !WITHIN.has(text.charCodeAt(to)) && !(text.charCodeAt(to) > 127);
}

const WITHIN: ReadonlySet<number> = new Set(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@/\\=#$-', (x) => x.charCodeAt(0)),
);
