import { mayBeForeign } from '../../../../text/orders/foreign.ts';
import { SPACELESS } from '../../../../text/spaceless.ts';
import { marksOf } from '../../../../text/view/marks.ts';
import type { Reusable } from '../../idle.ts';
import { isAddressed } from '../orders/orders.ts';
import { surveyOf } from '../words/survey.ts';

/**
 * Reads orders of which every word or two stands by itself: on a line, behind a number or a bullet, or in a cell. None of these
 * is a sentence, and those who look see a list. Told with the piece by which they say enough, or with what stands behind them.
 */
export interface StackReader extends Reusable {
  /** What is ordered. */
  read(sentence: string): string | null;
}

const LEAST_WORDS = 5;
/** Of any message, and of long ones. */
const FIRST = 600;
const PART = 0.2;
const HALF_OF_THEM = 20;
const MOST_WORDS = 40;
const MOST_TRIES = 4;
/** A piece of a list, without its number or bullet. */
const PIECE =
  /^\s{0,8}(?:(?:[-*+•>|]|\d{1,3}[.):])\s{1,4})?\|?\s{0,4}([^\s|{}[\]<>=;]{1,24}(?:\s[^\s|{}[\]<>=;]{1,24})?)\s{0,4}\|?\s{0,80}$/u;
const CELL = /\s{0,4}(?:\||<\/?(?:t[dhr]|li|tr|p|div|span|br)(?:\s[^<>]{0,80})?\/?>|\n)[\s|]{0,8}/gi;
const MARKED = /\||<t[dh]\b|<li\b|<span\b/i;
const LETTER = /\p{L}/u;

function ordered(said: string): string | null {
  return isAddressed(said) ? said : null;
}

/** In a long list, from one of the first words on that speak to somebody: what stands before is no part of the sentence. */
function orderedWithin(words: readonly string[]): string | null {
  let tries = 0;
  for (const [at, word] of words.entries()) {
    if (at === 0 || surveyOf(word).names === 0) continue;
    const said = ordered(words.slice(at).join(' '));
    tries += 1;
    if (said !== null || tries === MOST_TRIES) return said;
  }
  return null;
}

export function createStackReader(): StackReader {
  let words: string[] = [];
  /** Characters of the block, and how many of its words were looked at. */
  let [length, seen] = [0, 0];
  /** Characters of the message, and all that were looked at: at most a part of it, since to look at words that say nothing costs much. */
  let [read, looked] = [0, 0];

  /** What was looked at is looked at again with some words more, or where no more is to come. */
  const tell = (isLast: boolean) => {
    if (words.length < LEAST_WORDS || words.length - seen < (isLast ? 1 : LEAST_WORDS)) return null;
    seen = words.length;
    const said = words.join(' ');
    if (surveyOf(said).names === 0 && !mayBeForeign(said)) return null;
    if (looked + length > Math.max(FIRST, read * PART)) return null;
    looked += length;
    return ordered(said) ?? (words.length < HALF_OF_THEM ? null : orderedWithin(words));
  };
  const add = (piece: string) => {
    words.push(piece);
    length += piece.length + 1;
    if (words.length < MOST_WORDS) return words.length === HALF_OF_THEM || ENDS.test(piece) ? tell(false) : null;
    const said = tell(true);
    // An order may stand behind as many things as somebody likes.
    words = words.slice(-HALF_OF_THEM);
    length = words.reduce((sum, word) => sum + word.length + 1, 0);
    seen = words.length;
    return said;
  };
  const flush = () => {
    const said = tell(true);
    [words, length, seen] = [[], 0, 0];
    return said;
  };
  return {
    restart: () => {
      [read, looked] = [0, 0];
      [words, length, seen] = [[], 0, 0];
    },
    read: (sentence) => {
      read += sentence.length;
      const { spaces } = marksOf(sentence);
      if (spaces > MOST_SPACES && !MARKED.test(sentence)) return words.length === 0 ? null : flush();
      const [, piece] = PIECE.exec(sentence) ?? [];
      if (piece !== undefined && !isSentence(piece)) return LETTER.test(piece) ? add(piece) : null;
      if (!MARKED.test(sentence)) return words.length === 0 ? null : flush();
      let said: string | null = null;
      for (const cell of sentence.split(CELL)) {
        if (!LETTER.test(cell)) continue;
        said ??= cell.length > LONGEST_CELL || CODE.test(cell) ? flush() : add(cell);
      }
      return said;
    },
  };
}

/** Without spaces between its words a sentence is a piece like any other; it is read by itself. */
function isSentence(piece: string): boolean {
  return piece.length > LONGEST_SPACELESS && SPACELESS.test(piece);
}

const LONGEST_SPACELESS = 8;
const MOST_SPACES = 12;
const LONGEST_CELL = 32;
const CODE = /[{}[\]=;]/;
/** How the last word of a sentence ends. */
const ENDS = /[.!。！]["'”’)]?$/u;
