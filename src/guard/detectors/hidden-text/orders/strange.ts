import { VOCABULARY } from '../words/vocabulary.ts';
import { formsBehind } from './forms.ts';
import { WORDS_OF_PROGRAMS } from './programs.ts';

/** By how often programs have it: what a word tells against that a text was written for those who make or use programs. */
const WEIGHTS = [0.3, 1, 1.8, 2.8] as const;
/** Of what programs do not speak of; and of what may be a name, or a word of some trade. */
const OF_EVERY_DAY = 5;
const UNKNOWN = 3.5;

const KNOWN = new Map<string, number>(
  WORDS_OF_PROGRAMS.flatMap((words, at) => words.split(/\s+/).map((word) => [word, WEIGHTS[at] ?? UNKNOWN] as const)),
);
const WORD = /[A-Za-z]{3,}/g;
/** Addresses and names of files. */
const NO_WORD = /\S*(?:[@/\\]|\w\.\w)\S*/g;

/** How far a text's words are from those of programs: about 2 for theirs, and 6 and more for what is ordered of people. */
export function strangenessOf(text: string): number {
  const words = new Set(text.replace(NO_WORD, ' ').toLowerCase().match(WORD) ?? []);
  let sum = 0;
  for (const word of words) sum += weightOf(word);
  return words.size === 0 ? 0 : sum / Math.sqrt(words.size);
}

function weightOf(word: string): number {
  for (const base of formsBehind(word)) {
    const weight = KNOWN.get(base);
    if (weight !== undefined) return weight;
  }
  return VOCABULARY.has(word) ? OF_EVERY_DAY : UNKNOWN;
}
