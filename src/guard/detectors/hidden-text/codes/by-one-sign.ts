import { surpriseOf } from '../../../../text/surprise.ts';
import type { Marks } from '../../../../text/view/marks.ts';

/** Letters of a word with the same sign between all of them. */
const APART = /(?<![\p{L}\d])\p{L}([.*~|/·•+_-])\p{L}(?:\1\p{L}){0,40}(?![\p{L}\d])/gu;
/** A name that is spelt has one or two such words, and abbreviations have few letters each: `e.g.`, `U.S.A.` */
const LEAST_WORDS = 3;
const LEAST_LETTERS = 10;
const LONG = 4;
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
  const isLong = read.filter((word) => word.length >= LONG).length * 3 >= read.length;
  if (read.length < LEAST_WORDS || says.length - read.length < LEAST_LETTERS - 1 || !isLong) return null;
  if (!/\p{Ll}/u.test(says) || surpriseOf(says.toLowerCase()) > MOST_BITS) return null;
  return { start: first.index, end: last.index + last[0].length, says };
}
