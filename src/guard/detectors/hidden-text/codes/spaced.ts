import { surpriseOf } from '../../../../text/surprise.ts';
import { isOrder } from '../orders/orders.ts';
import { commonWords, isProse } from '../words/speaks.ts';
import { VOCABULARY } from '../words/vocabulary.ts';
import { lettersOf } from './leet.ts';
import { parted } from './parting.ts';
import { turnedByHalf } from './rot13.ts';

/** Whether letters that stood apart say something: in capitals a heading does, and one word alone is spelt for whoever learns it. */
export function isSpacedOut(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 3 && words.length > 1 && !/\p{Ll}/u.test(text)) return isOrder(text.toLowerCase());
  if (commonWords(text) >= 1 || isProse(text) || parted(text) !== null) return true;
  if (parted(lettersOf(text)) !== null || parted(turnedByHalf(text)) !== null) return true;
  if (words.length > 1) return words.some((word) => word.length >= LONG_WORD && VOCABULARY.has(word));
  return isRunOfWords(words[0] ?? '');
}

const LONG_WORD = 4;
/** More letters than a word has, that follow each other as in a language: the alphabet and the keys of a keyboard do not. */
const LONG_RUN = 16;
const MOST_BITS = 4.6;
const LEAST_KINDS = 9;

function isRunOfWords(run: string): boolean {
  return run.length >= LONG_RUN && new Set(run).size >= LEAST_KINDS && surpriseOf(run) <= MOST_BITS;
}
