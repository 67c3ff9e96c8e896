import type { Literal } from '../sieve.ts';

/** How numbers, letters and marks are said, in English, German, French, Spanish, Italian and Portuguese. */

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
export const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ELSEWHERE = [
  'null eins zwei drei vier fünf sechs sieben acht neun',
  'zéro un deux trois quatre cinq six sept huit neuf',
  'cero uno dos tres cuatro cinco seis siete ocho nueve',
  'zero uno due tre quattro cinque sei sette otto nove',
  'zero uma dois três quatro cinco seis sete oito nove',
].map((words) => words.split(' '));

/** What is written for a word that says digits. */
export const DIGIT_WORDS: ReadonlyMap<string, string> = new Map([
  ...ELSEWHERE.flatMap((words) => words.map((word, value) => [word, String(value)] as const)),
  ...UNITS.map((word, value) => [word, String(value)] as const),
  ...TENS.map((word, at) => [word, String(at * 10 + 20)] as const),
  ['oh', '0'] as const,
  ['o', '0'] as const,
  ['nought', '0'] as const,
  ['zwo', '2'] as const,
  ['meia', '6'] as const,
]);

/** Words of one digit, as a choice of a pattern. */
export const ONE_DIGIT = [...DIGIT_WORDS].flatMap(([word, digits]) => (digits.length === 1 ? [word] : [])).join('|');

export const TIMES: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);

export const MARKS: ReadonlyMap<string, string> = new Map([
  ['dash', '-'],
  ['hyphen', '-'],
  ['minus', '-'],
  ['plus', '+'],
]);

/** Said between digits, and nothing: in Portuguese the second is a one. */
export const FILLERS: ReadonlySet<string> = new Set(['uh', 'um', 'er', 'äh']);
export const PORTUGUESE = /^(?:dois|três|quatro|cinco|seis|sete|oito|nove|meia)$/;

const ALPHABET =
  'alfa alpha bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu'.split(
    ' ',
  );
/** The letter that a word of the radio alphabet, or its own name, says. */
export function letterOf(word: string): string | undefined {
  return isLetter(word) || ALPHABETIC.has(word) ? word[0]?.toUpperCase() : undefined;
}
function isLetter(word: string): boolean {
  const code = word.charCodeAt(0);
  return word.length === 1 && code >= 0x61 && code <= 0x7a;
}
const ALPHABETIC = new Set(ALPHABET);

/** How the sign in an address of mail is said. */
export const AT_WORDS = 'at|ät|klammeraffe|arobase|arroba|chiocciola';
export const DOT_WORDS = 'dot|point|punkt|punto|ponto';
const SHORT = 4;

/** Between a letter and a word that begins with it: `d as in dog`. */
export const AS_IN = '(?:as in|like|for|wie|comme|como|come)';

const SAID = [
  ...new Set([...DIGIT_WORDS.keys(), ...TIMES.keys(), ...MARKS.keys(), ...ALPHABET, 'hundred', 'thousand']),
];
const asWords = (words: string): readonly string[] => words.split('|').map((word) => ` ${word} `);
const AT_SAID = asWords(AT_WORDS);
const DOT_SAID = asWords(DOT_WORDS);

/** Words by which numbers and addresses of mail are said, so that nobody looks for those where there are none; short ones are parts of others. */
export const SPOKEN_LITERALS: readonly Literal[] = [
  ...AT_SAID,
  ...DOT_SAID,
  ...SAID.flatMap((word) => (word.length < SHORT - 1 ? [] : word.length < SHORT ? [` ${word}`] : [word])),
].map((text) => ({ text, anyCase: true }));

/** Whether this is a word for the sign in an address of mail. */
export function isAtSaid(which: number): boolean {
  return which >= 0 && which < AT_SAID.length;
}

/** Whether it is one for the dot behind that. */
export function isDotSaid(which: number): boolean {
  return which >= AT_SAID.length && which < AT_SAID.length + DOT_SAID.length;
}
