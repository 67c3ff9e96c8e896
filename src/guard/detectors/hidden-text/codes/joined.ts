import { CAMEL, type Marks } from '../../../../text/view/marks.ts';
import type { Survey } from '../words/survey.ts';
import { plainText } from './bases.ts';

interface Joined {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** Base64 or hexadecimal in pieces, with a space or a sign between two. */
const PIECES = /(?<![\w+/])(?:[\w+/]{2,16}[ .|,;:-]{1,3}){5,200}[\w+/]{1,16}={0,2}(?![\w+/])/g;
const LEAST_PIECES = 6;
const LEAST_PART = 24;

/** What pieces in a row are, put together; only where hardly a word is one. */
export function joinedIn(text: string, { kinds, words, upper }: Marks, survey: Survey): Joined | null {
  if ((kinds & CAMEL) === 0 || upper < LEAST_PIECES || words < LEAST_PIECES || survey.known * 4 > survey.words)
    return null;
  for (const { 0: run, index } of text.matchAll(PIECES)) {
    // A word may stand before them.
    for (const part of [run, ...run.split(' ').filter(({ length }) => length >= LEAST_PART)]) {
      const says = plainText(part.replace(/[ .|,;:-]/g, ''));
      if (says !== '') return { start: index, end: index + run.length, says };
    }
  }
  return null;
}
