import { surpriseOf } from '../../../../text/surprise.ts';
import { VOCABULARY } from '../words/vocabulary.ts';

/** The letters that figures are drawn like; `1` is an `i` or an `l`. */
const DRAWN: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};
const FIGURE = /[0134578@$]/g;
/** Of those that stand for vowels, so many of each say that none of these is written otherwise. */
const VOWELS = ['o', 'i', 'e', 'a'] as const;

/** A word that has figures and letters, and how it reads. */
interface Mixed {
  readonly source: string;
  readonly reads: string;
  /** With a letter behind a figure: what is counted has its figures at its end. */
  readonly within: boolean;
  /** Whether it is written like a place in a table or on a board. */
  readonly isPlace: boolean;
}

interface Words {
  readonly mixed: readonly Mixed[];
  /** All that have letters, and how many of them have figures that are drawn like none. */
  readonly count: number;
  readonly others: number;
}

/**
 * Whether a sentence has figures for letters: its words with figures are words, or they read like a language of which the
 * vowels are figures throughout. Numbers of parts, models and notes have figures beside letters and read like nothing.
 */
export function isLeet(source: string): boolean {
  const words = wordsOf(source);
  if (words.mixed.length < LEAST_MIXED) return false;
  return areWords(words) || isShort(words) || (words.others === 0 && readsWell(source, words));
}

const LEAST_MIXED = 2;
const WORD = /[\p{L}\p{M}\d@$]+/gu;
/** As amounts and ranks are written: `5in`, `3rd`, `10am`; variables and accounts: `$name`, `@home`; and names in programs: `Int8Array`. */
const NAMED = /^(?:\d+[a-z]{1,3}|[@$][^\d@$]*)$|[a-z]\d*[A-Z]/;

/** As cells of a table and pins of a board are called: `AB31`, `$C$12`, `R1C1`. */
const PLACE = /^(?:\$?[A-Z]{1,2}\$?\d{1,7}|R\d{1,7}C\d{1,5})$/;

function wordsOf(source: string): Words {
  const mixed: Mixed[] = [];
  let [count, others] = [0, 0];
  for (const { 0: word } of source.matchAll(WORD)) {
    if (!/\p{L}/u.test(word)) continue;
    count += 1;
    if (/[269]/.test(word)) others += 1;
    else if (/[\d@$]/.test(word) && !NAMED.test(word)) mixed.push(read(word));
  }
  return { mixed, count, others };
}

function read(word: string): Mixed {
  const source = word.toLowerCase();
  const reads = lettersOf(source);
  return { source, reads, within: /[\d@$]\p{L}/u.test(source), isPlace: PLACE.test(word) };
}

/** With the letters that its figures are drawn like. */
export function lettersOf(text: string): string {
  return text.replace(FIGURE, (figure) => DRAWN[figure] ?? figure);
}

/** Three different ones, or two and a short one, or most of a few. */
function areWords({ mixed, count }: Words): boolean {
  const known = new Set(mixed.map(knownAs).filter((word) => word !== null));
  const long = [...known].filter((word) => word.length > 2).length;
  // Most are, where any is meant.
  if (known.size * 4 < mixed.length) return false;
  return long >= 3 || (long === 2 && (known.size > 2 || mixed.length * 3 >= count * 2));
}

/** Most of a few words, one of which is known. */
function isShort({ mixed, count, others }: Words): boolean {
  if (others > 0 || mixed.length * 3 < count * 2 || !mixed.some((word) => knownAs(word) !== null)) return false;
  const figures = mixed.reduce((sum, { source }) => sum + (source.match(FIGURE)?.length ?? 0), 0);
  const long = mixed.filter(
    ({ source, within, isPlace }) => within && !isPlace && source.length >= SHORTEST_WORD,
  ).length;
  return figures > SOME_FIGURES && long > 0 && surpriseOf(mixed.map(({ reads }) => reads).join(' ')) <= FEW_BITS;
}

const SOME_FIGURES = 3;

function knownAs({ source, reads }: Mixed): string | null {
  const other = source.includes('1') ? lettersOf(source.replaceAll('1', 'l')) : reads;
  return [reads, other].find((word) => VOCABULARY.has(word)) ?? null;
}

/** Bits a letter, of languages in Latin letters other than English too, the more the more there is of it: of letters by chance seven. */
const MANY_BITS = 5.3;
const MOST_BITS = 4.9;
const FEW_BITS = 4.5;
const SHORTEST_WORD = 4;
const HEX = /^(?:0x)?[0-9a-f]+$/;
/** Short ones, too, that may be amounts. */
const WITH_FIGURES = /(?:\p{L}\p{M}?){1,40}\d[\p{L}\p{M}\d@$]*|\d{1,9}\p{L}[\p{L}\p{M}\d@$]*/gu;

function readsWell(source: string, { mixed, count }: Words): boolean {
  if (mixed.filter((word) => HEX.test(word.source)).length * 2 > mixed.length) return false;
  // Identifiers are all as long; words are not.
  if (new Set(source.match(WORD)?.map((word) => word.length)).size < 3) return false;
  const long = mixed.filter(({ source: { length }, isPlace }) => length >= SHORTEST_WORD && !isPlace);
  const within = long.filter((word) => word.within).length;
  if (long.length < 3 || within * 2 < long.length) return false;
  const reads = mixed.map((word) => word.reads).join(' ');
  const bits = surpriseOf(reads);
  if (bits <= FEW_BITS && within >= 4 && long.length * 2 >= longOnes(source) && reads.length >= 26) return true;
  if (bits > MANY_BITS || mixed.length * 5 < count * 2) return false;
  const figures = (source.match(WITH_FIGURES) ?? []).join('').replace(/[^0134578@$]/g, '');
  return figures.length >= (bits > MOST_BITS ? MANY_FIGURES : LEAST_FIGURES) && isWithoutVowels(source, figures);
}

function longOnes(source: string): number {
  return (source.match(WORD) ?? []).filter((word) => word.length >= SHORTEST_WORD).length;
}

const LEAST_FIGURES = 6;
const MANY_FIGURES = 9;

/** Whether two vowels or more are figures wherever they stand. */
function isWithoutVowels(source: string, figures: string): boolean {
  const drawn = VOWELS.filter((vowel) => Array.from(figures).filter((one) => DRAWN[one] === vowel).length > 1);
  const letters = Array.from(source.toLowerCase()).filter((one) => drawn.some((vowel) => vowel === one)).length;
  return drawn.length > 1 && letters * 10 <= figures.length;
}
