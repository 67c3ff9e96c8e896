import { columnOf, rowsOf } from '../learned/known.ts';
import { wordsOfSentence } from '../learned/words.ts';
import { listsOf } from '../literals.ts';
import { whereNeeded } from '../needed.ts';
import { isAskedFor } from './asks.ts';
import { BODILY_DEEDS } from './bodily.ts';
import type { Deed } from './deed.ts';
import { ONLINE_DEEDS } from './online.ts';
import { PROPERTY_DEEDS } from './property.ts';

export const DEEDS: readonly Deed[] = [...BODILY_DEEDS, ...PROPERTY_DEEDS, ...ONLINE_DEEDS];

const SOUGHT = DEEDS.map(({ pattern }) => whereNeeded(pattern));
const wordsOf = listsOf(DEEDS.map(({ words }) => words));
/** Of each word, a bit for each deed that it is a word of. */
const { told } = columnOf((_, __, letters) => wordsOf(letters).reduce((bits, row) => bits | (1 << row), 0));

let [last, answer]: [string, Deed | null] = ['', null];

/**
 * The harm to others that somebody asks for in a sentence: to have it done, or to be told how it is done. Whatever story, role
 * or reason stands around it. More than one detector asks for the same sentence.
 */
export function deedAskedFor(sentence: string): Deed | null {
  if (sentence !== last) [last, answer] = [sentence, find(sentence)];
  return answer;
}

function find(sentence: string): Deed | null {
  const words = wordsOfSentence(sentence);
  const rows = rowsOf(words);
  let bits = 0;
  for (let at = 0; at < words.count; at += 1) bits |= told[rows[at] ?? 0] ?? 0;
  if (bits === 0) return null;
  for (let row = 0; row < DEEDS.length; row += 1) {
    const deed = DEEDS[row];
    if ((bits & (1 << row)) === 0 || deed === undefined) continue;
    const start = SOUGHT[row]?.search(sentence) ?? -1;
    if (start >= 0 && isAskedFor(sentence, start, deed.made === true)) return deed;
  }
  return null;
}
