import { kindOfCharacter, LETTER } from '../view/characters.ts';
import { AS_IN, DIGIT_WORDS, FILLERS, letterOf, MARKS, TIMES } from './spoken-words.ts';

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Nobody dictates more at once. */
const LONGEST_RUN = 480;
export const BEFORE_RUN = 70;
export const BEHIND_RUN = 44;
/** What a run of words depends on, before it and behind it. */
export const AROUND = LONGEST_RUN + BEFORE_RUN + 10;

/** Whether they are enough to say something, and no more than anybody dictates. */
export function isRun(words: readonly Word[]): boolean {
  return words.length > 2 && lengthOf(words) <= LONGEST_RUN;
}

const AS_WORD = new RegExp(`^ ${AS_IN} \\p{L}{2,12}(?!\\p{L})`, 'u');
export const LONGEST_AS_WORD = 24;
const JOINED = /^[ ,.-]{1,3}$/;

export const LONGEST_WORD = 12;
const LONGEST_FIGURE = 16;

/** Words and figures, in order. */
export function wordsIn(text: string, from = 0): readonly Word[] {
  const words: Word[] = [];
  const add = (start: number, end: number) => words.push({ text: text.slice(start, end).toLowerCase(), start, end });
  for (let at = from; at < text.length; ) {
    const end = endOf(text, at, isLetter);
    // Of one that is longer than any, its end.
    if (end > at) add(Math.max(at, end - LONGEST_WORD), end);
    const last = endOf(text, end, isFigure);
    for (let first = end; first < last; first += LONGEST_FIGURE) add(first, Math.min(last, first + LONGEST_FIGURE));
    at = last > at ? last : at + 1;
  }
  return words;
}

/** Where those characters end that begin at `start`. */
function endOf(text: string, start: number, belongs: (code: number) => boolean): number {
  let at = start;
  while (at < text.length && belongs(text.charCodeAt(at))) at += 1;
  return at;
}

function isLetter(code: number): boolean {
  return (kindOfCharacter(code) & LETTER) !== 0;
}

/** Words that belong together and stand right behind one another, with what fills pauses. */
export function runsIn(
  text: string,
  words: readonly Word[],
  belongs: (word: string) => boolean,
): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let done = 0;
  for (const { text: said, start, end: alone } of words) {
    if (start < done) continue;
    const spelled =
      said.length === 1 && belongs === isSpelled ? AS_WORD.exec(text.slice(alone, alone + LONGEST_AS_WORD)) : null;
    const word = { text: said, start, end: alone + (spelled?.[0].length ?? 0) };
    done = word.end;
    const itself = belongs(said);
    if (run.length > 0 && (itself || FILLERS.has(said)) && JOINED.test(text.slice(run.at(-1)?.end, start))) {
      run.push(word);
      continue;
    }
    const begins = itself && !/[\p{L}\p{N}'’]/u.test(text[start - 1] ?? '');
    run = begins ? [word] : [];
    if (begins) runs.push(run);
  }
  return runs;
}

function lengthOf(words: readonly Word[]): number {
  return (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0);
}

/** Of a number that is said. */
export function isSpoken(word: string): boolean {
  return (
    isFigure(word.charCodeAt(0)) || DIGIT_WORDS.has(word) || TIMES.has(word) || MARKS.has(word) || word === 'hundred'
  );
}

/** Words have letters alone, or figures alone. */
function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The same, and letters that are spelt out. */
export function isSpelled(word: string): boolean {
  return isSpoken(word) || letterOf(word) !== undefined;
}
