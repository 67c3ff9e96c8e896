import { surpriseOf } from '../../../../text/surprise.ts';
import type { Marks } from '../../../../text/view/marks.ts';
import { isOrder } from '../orders/orders.ts';

/** Letters of a word with the same sign between all of them. */
const APART = /(?<![\p{L}\d])\p{L}([.*~|/·•+_-])\p{L}(?:\1\p{L}){0,40}(?![\p{L}\d])/gu;
/** A name that is spelt has one or two such words, and abbreviations have few letters each: `e.g.`, `U.S.A.`, `a.s.a.p.` */
const LEAST_WORDS = 3;
const LEAST_LETTERS = 10;
const LONG = 4;
/** Only dots set the letters of abbreviations apart, and few of these have more. */
const LONG_BY_DOTS = 5;
/** First names, last names and places that somebody spells together: more words with capitals are no names. */
const MOST_NAMES = 5;
/** Bits a letter, as languages in Latin letters have it. */
const MOST_BITS = 5.5;

/** Words of which all letters are set apart by one sign, whatever their language. */
export function apartByOneSign(
  text: string,
  { letters, words }: Marks,
): { readonly start: number; readonly end: number; readonly says: string } | null {
  if (words < LEAST_LETTERS || letters > 1.6 * words) return null;
  const found = [...text.matchAll(APART)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined || new Set(found.map(([, sign]) => sign)).size > 1) return null;
  const read = found.map(([word, sign = '']) => word.replaceAll(sign, ''));
  const says = read.join(' ');
  const long = first[1] === '.' ? LONG_BY_DOTS : LONG;
  const isLong = read.filter((word) => word.length >= long).length * 3 >= read.length;
  if (read.length < LEAST_WORDS || says.length - read.length < LEAST_LETTERS - 1 || !isLong) return null;
  if (!/\p{Ll}/u.test(says) || surpriseOf(says.toLowerCase()) > MOST_BITS) return null;
  if (read.length <= MOST_NAMES && read.every((word) => /^\p{Lu}/u.test(word)) && !isOrder(says)) return null;
  return { start: first.index, end: last.index + last[0].length, says };
}
