import { surpriseOf } from '../../../../text/surprise.ts';
import { type Marks, marksOf, NOT_ASCII, PROGRAM, UNUSUAL } from '../../../../text/view/marks.ts';
import type { Survey } from './survey.ts';

/** What is written in signs of which nobody knows what they say: words of no language, or writings that hardly anybody reads. */
export function unreadIn(
  text: string,
  marks: Marks,
  survey: Survey,
): { readonly start: number; readonly end: number } | null {
  if ((marks.kinds & NOT_ASCII) !== 0) {
    // Of none of these is what printers set.
    if ((marksOf(text).kinds & UNUSUAL) === 0) return null;
    for (const pattern of [RARE_SIGNS, PICTURES, MIXED]) {
      const run = pattern.exec(text);
      if (run !== null && isVaried(run[0], pattern)) return { start: run.index, end: run.index + run[0].length };
    }
    return null;
  }
  return isCipher(text, marks, survey) ? { start: 0, end: text.length } : null;
}

/** Private use, runes and the like, letters of dead languages, hexagrams, cards, tiles, ornaments. */
const RARE_SIGNS =
  /(?:[\u1680-\u16ff\u2701-\u27bf\u4dc0-\u4dff\ua500-\ua63f\ue000-\uf8ff\u{10280}-\u{1047f}\u{10800}-\u{1091f}\u{12000}-\u{1342f}\u{1f000}-\u{1f0ff}\u{f0000}-\u{10fffd}][\s.,!?'-]{0,3}){20,400}/u;
const PICTURES = /(?:\p{Extended_Pictographic}\ufe0f?[ ]{0,2}){24,400}/u;
/** Bytes or bits as letters from one table of many writings. */
const MIXED = /[\u0100-\u1fff]{16,400}/;
const LEAST_KINDS = 8;
const LEAST_BLOCKS = 6;
/** A table of digits or marks of many writings has hardly any. */
const LETTERS_OF_MIXED = 0.8;

function isVaried(run: string, pattern: RegExp): boolean {
  const signs = Array.from(run.replace(/[\s.,!?'-]|\ufe0f/g, ''));
  if (pattern === MIXED && (run.match(/\p{L}/gu)?.length ?? 0) < run.length * LETTERS_OF_MIXED) return false;
  if (pattern === MIXED) return new Set(signs.map((sign) => sign.charCodeAt(0) >> 7)).size >= LEAST_BLOCKS;
  const kinds = new Set(signs);
  if (kinds.size < LEAST_KINDS) return false;
  // A table of signs has each once, in its order.
  const steps = signs.filter((sign, at) => at > 0 && (signs[at - 1] ?? '') < sign).length;
  return kinds.size < signs.length * 0.9 || (steps > signs.length * 0.3 && steps < signs.length * 0.7);
}

/** Words, letters and bits a letter of what is taken for a cipher: no language in Latin letters has as many bits. */
const LEAST_WORDS = 6;
const LEAST_LETTERS = 28;
const LEAST_BITS = 6.1;
const SURE_LETTERS = 56;
const SURE_BITS = 5.8;

function isCipher(text: string, { letters, figures, capitals, kinds }: Marks, { words, known }: Survey): boolean {
  if (words < LEAST_WORDS || known * 5 > words || letters < LEAST_LETTERS || figures > 2) return false;
  if ((kinds & PROGRAM) !== 0 || letters < text.length * 0.7 || letters < 3 * words) return false;
  if (capitals > 0.3 && !GROUPS.test(text)) return false;
  const bits = surpriseOf(text.toLowerCase());
  return bits >= LEAST_BITS || (letters >= SURE_LETTERS && bits >= SURE_BITS);
}

/** As ciphers were sent by wire. */
const GROUPS = /^\s*[A-Z]{5}(?: [A-Z]{5}){5,}(?: [A-Z]{1,5})?\s*$/;
