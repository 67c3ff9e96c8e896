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
  const isHeading = words.length < 3 && !/\p{Ll}/u.test(text);
  if (isProse(text) || parted(text) !== null) return true;
  if (parted(lettersOf(text)) !== null || parted(turnedByHalf(text)) !== null) return true;
  if (isHeading && words.length > 1) return isOrderInCapitals(words.join(' '));
  if (commonWords(text) >= 1) return true;
  if (words.length > 1) return words.some((word) => word.length >= LONG_WORD && VOCABULARY.has(word));
  return !isHeading && isRunOfWords(words[0] ?? '');
}

/** Of two words in capitals: of a heading only what it counts by or names with says nothing. */
function isOrderInCapitals(said: string): boolean {
  return ORDERS.test(said) || isOrder(said) || commonWords(said.replace(OF_HEADINGS, ' ')) > 0;
}

const OF_HEADINGS = /\b(?:one|the|about|der|die|das|le|la|les|el|los|las|il)\b/g;
/** Verbs that no heading begins with; and those that some do, with what a model is asked for. */
const ORDERS =
  /^(?:ignore|disregard|forget|override|bypass|obey|reveal|hide|leak)\b|^(?:show|send|print|list|repeat|output|share|delete) (?:prompts?|passwords?|rules|instructions?|secrets?|keys?|tokens?|files?|everything|all)$/;

const LONG_WORD = 4;
/** More letters than a word has, that follow each other as in a language: the alphabet and the keys of a keyboard do not. */
const LONG_RUN = 16;
const MOST_BITS = 4.6;
const LEAST_KINDS = 9;

function isRunOfWords(run: string): boolean {
  return run.length >= LONG_RUN && new Set(run).size >= LEAST_KINDS && surpriseOf(run) <= MOST_BITS;
}
