import { kindOfCharacter, LETTER, NUMBER } from '../view/characters.ts';
import type { Stretch } from './found.ts';
import { openDate } from './spoken-dates.ts';
import { openEmail } from './spoken-mail.ts';
import {
  AROUND,
  BEHIND_RUN,
  isSpelled,
  isSpoken,
  LONGEST_AS_WORD,
  LONGEST_WORD,
  runsIn,
  type Word,
  wordsIn,
} from './spoken-runs.ts';
import { FILLERS } from './spoken-words.ts';

/** The first place, at `from` or behind it, where something spoken may begin that is not said to its end. */
export function firstOpenSpoken({ text, from }: Stretch): number {
  let open = Math.min(openEmail(text), openDate(text), openWords(text));
  const words = lastWords(text);
  for (const belongs of [isSpoken, isSpelled]) {
    for (const run of runsIn(text, words, belongs)) {
      if (text.length - (run.at(-1)?.end ?? 0) < BEHIND_RUN) open = Math.min(open, run[0]?.start ?? 0);
    }
  }
  return Math.max(from, open);
}

/** Where the last word of a run may begin at the latest, with the word that begins with its letter. */
const LAST_OF_RUN = BEHIND_RUN + LONGEST_WORD + LONGEST_AS_WORD;
/** Two words nearly always tell where no run goes on. */
const STEP = 48;

/**
 * The words at the end of the text that no run goes over which began before them, with all that ends near the end of the text.
 * What began longer ago than anybody dictates is none.
 */
function lastWords(text: string): readonly Word[] {
  const least = Math.max(0, text.length - AROUND);
  for (let step = STEP; ; step *= 2) {
    const from = text.length - LAST_OF_RUN - step;
    if (from <= least) return wordsIn(text, least);
    const words = wordsIn(text, from);
    const at = breakIn(words);
    if (at > 0 && (words[at]?.start ?? text.length) <= text.length - LAST_OF_RUN) return words.slice(at);
  }
}

const BEGINS_AS = /^(?:in|like|for|wie|comme|como|come)$/;

/** The first word that goes on with no run and belongs to no letter before it; of the first two nobody knows, which may be cut. */
function breakIn(words: readonly Word[]): number {
  return words.findIndex(
    ({ text: word }, at) =>
      at > 1 && !isSpelled(word) && !FILLERS.has(word) && !BEGINS_AS.test(words[at - 1]?.text ?? ''),
  );
}

/** The words of numbers, fewer than a run has, and the word that is not whole, at the end of the text. */
function openWords(text: string): number {
  const least = Math.max(0, text.length - 60);
  let at = behind(text, text.length, least, isBetween);
  const marks = text.length - at;
  let start = behind(text, at, least, isWord);
  const letters = at - start;
  // With more than three marks behind it, it is whole, and one of the words.
  const isWhole = marks > 3;
  if (letters === 0) return text.length - Math.min(marks, 3);
  if (marks > 6 || letters > (isWhole ? 12 : 16)) return text.length - Math.min(Math.max(0, marks - 1), 3);
  for (let more = isWhole ? 2 : 3; more > 0; more -= 1) {
    at = behind(text, start, least, isBetween);
    const before = behind(text, at, least, isWord);
    if (at === start || start - at > 3 || before === at || at - before > 12) break;
    start = before;
  }
  return start;
}

/** Where those characters begin that end at `end`. */
function behind(text: string, end: number, least: number, belongs: (code: number) => boolean): number {
  let at = end;
  while (at > least && belongs(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isBetween(code: number): boolean {
  return code === 0x20 || (code >= 0x2c && code <= 0x2e);
}

function isWord(code: number): boolean {
  return (kindOfCharacter(code) & (LETTER | NUMBER)) !== 0;
}
