import { LONGEST_WORD, turned, VOCABULARY } from '../words/vocabulary.ts';
import { createPrints, printed, printOf, sumInside, sumOf } from './word-prints.ts';

/** A change that was made to each word of a sentence, and is taken back. */
export interface Way {
  /** Words of fewer letters are as they were. */
  readonly least: number;
  readonly read: (word: string) => string;
  /** Of a word of small letters that is none, whether it may read one: to look costs less than to read. */
  readonly may?: (word: string) => boolean;
  /** How many different words must be read by it among words that are known: some are misspelt, stretched or of another language. */
  readonly among: number;
}

/** A bit for each way by which a word is one. */
export function waysThatRead(word: string): number {
  // No way makes a word shorter than by a third.
  if (word.length > 3 * LONGEST_WORD) return 0;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  let ways = 0;
  const plain = SMALL.test(word) && !VOCABULARY.has(word);
  for (let at = 0; at < WAYS.length; at += 1) {
    const way = WAYS[at];
    if (way === undefined || word.length < way.least || (plain && way.may?.(word) === false)) continue;
    if (VOCABULARY.has(way.read(word))) ways |= 1 << at;
  }
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, ways);
  return ways;
}

/** To try all ways on a word costs as much as a sentence does, and the words of a conversation come again. */
const remembered = new Map<string, number>();
const REMEMBERED = 4096;

const SMALL = /^[a-z]+$/;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const KEYS = 'qwertyuiopasdfghjklzxcvbnm';

const WORDS = createPrints(Array.from(VOCABULARY, printOf));

/** Each letter by the one that stands where it does in the other row. */
function byTable(from: string, to: string): Pick<Way, 'read' | 'may'> {
  const table = new Map(Array.from(from, (letter, at) => [letter, to.charAt(at)]));
  const units = Uint8Array.from({ length: 128 }, (_, unit) =>
    (table.get(String.fromCharCode(unit)) ?? String.fromCharCode(unit)).charCodeAt(0),
  );
  return {
    read: (word) => {
      let out = '';
      for (const letter of word) out += table.get(letter) ?? letter;
      return out;
    },
    may: (word) => {
      let print = 0;
      for (let at = 0; at < word.length; at += 1) print = printed(print, units[word.charCodeAt(at)] ?? 0);
      return WORDS.may(print);
    },
  };
}

interface Keyed {
  get(key: string): string | undefined;
}

/** Words by what is left of them: made with the first word that is asked about, since most texts have none. */
function keyed(key: (word: string) => string, least: number): Keyed {
  let words: ReadonlyMap<string, string> | undefined;
  return {
    get: (left) => {
      words ??= new Map(
        longEnough(least)
          .toReversed()
          .map((word) => [key(word), word]),
      );
      return words.get(left);
    },
  };
}

function longEnough(least: number): readonly string[] {
  return [...VOCABULARY].filter((word) => word.length >= least);
}

/** The same for the same letters, in whatever order. */
function sorted(word: string): string {
  return Array.from(word).toSorted().join('');
}

const inside = (word: string) => `${word.charAt(0)}${sorted(word.slice(1, -1))}${word.slice(-1)}`;
const voiceless = (word: string) => word.charAt(0) + word.slice(1).replace(/[aeiou]/g, '');
const single = (word: string) => word.replace(/(.)\1+/g, '$1');
const masked = (word: string) => word.replace(/[aeiou]/g, '*');
/** Letters with strokes are no letters with marks. */
const STROKED = new Map([
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
]);
const bare = (word: string) =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øđłħŧıæœß]/g, (letter) => STROKED.get(letter) ?? letter);

/** Letters of other writings by their sounds; sounds that are written in several ways are one. */
const SOUNDS = new Map(
  [
    ['абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґјўћђљњџ', 'abvgdeejziiklmnoprstufhccss i eyaiieg u'],
    ['αβγδεζηθικλμνξοπρσςτυφχψω', 'abgdeziliklmnxoprsstyfhpo'],
    ['אבגדהוזחטיכךלמםנןסעפףצץקרשת', 'abgdhvzhtikklmmnnsappcckrst'],
  ].flatMap(([from = '', to = '']) => Array.from(from, (letter, at) => [letter, to.charAt(at).trim()] as const)),
);
const sounded = (word: string) => {
  let out = '';
  for (const letter of word) out += SOUNDS.get(letter) ?? letter;
  return skeleton(out);
};
const skeleton = (word: string) =>
  word.replace(/ph/g, 'f').replace(/[cq]/g, 'k').replace(/[vwu]/g, 'v').replace(/[yij]/g, 'i').replace(/[xz]/g, 's');
const SOUNDED = keyed(skeleton, 3);

const SCRAMBLED = keyed(inside, 4);
const ANAGRAMS = keyed(sorted, 5);
const VOICELESS = keyed(voiceless, 3);
const SINGLE = keyed(single, 3);
// A sum is that of the letters in whatever order.
const SCRAMBLED_SUMS = createPrints(longEnough(4).map(sumInside));
const ANAGRAM_SUMS = createPrints(longEnough(5).map(sumOf));
const SINGLE_PRINTS = createPrints(longEnough(3).map((word) => printOf(single(word))));
const MASKED = keyed(masked, 2);

export const WAYS: readonly Way[] = [
  {
    least: 4,
    may: (word) => SCRAMBLED_SUMS.may(sumInside(word)),
    read: (word) => SCRAMBLED.get(inside(word)) ?? word,
    among: 4,
  },
  {
    least: 5,
    may: (word) => ANAGRAM_SUMS.may(sumOf(word)),
    read: (word) => ANAGRAMS.get(sorted(word)) ?? word,
    among: 5,
  },
  // Without vowels; with stars for them, or the next one or the one before; with marks upon letters.
  { least: 2, read: (word) => (VOWEL.test(word) ? undefined : VOICELESS.get(word)) ?? word, among: 5 },
  { least: 2, read: (word) => (word.includes('*') ? MASKED.get(word) : undefined) ?? word, among: 5 },
  { least: 3, may: (word) => word.includes('*'), read: unmasked, among: 5 },
  { least: 3, ...byTable('eioua', 'aeiou'), among: 5 },
  { least: 3, ...byTable('uaeio', 'aeiou'), among: 5 },
  { least: 3, read: (word) => (NOT_ASCII.test(word) ? bare(word) : word), among: 4 },
  // Each letter twice, or some of them often; two by two in the other order; the first behind the last.
  {
    least: 4,
    may: (word) => SINGLE_PRINTS.may(printOfSingle(word)),
    read: (word) => SINGLE.get(single(word)) ?? word,
    among: 5,
  },
  {
    least: 2,
    may: (word) => WORDS.may(printBy(word, (at) => Math.min(at ^ 1, word.length - 1))),
    read: (word) => word.replace(/([a-z])([a-z])/g, '$2$1'),
    among: 4,
  },
  {
    least: 2,
    may: (word) => WORDS.may(printBy(word, (at) => (at + word.length - 1) % word.length)),
    read: (word) => word.slice(-1) + word.slice(0, -1),
    among: 4,
  },
  { least: 3, may: mayBeTurned, read: turned, among: 4 },
  // Typed with the hands one key to the left, to the right or below, or on a keyboard of another order.
  { least: 2, ...byTable(KEYS, `${KEYS.slice(1)}q`), among: 4 },
  { least: 2, ...byTable(KEYS, `m${KEYS.slice(0, -1)}`), among: 4 },
  { least: 2, ...byTable('qwertyuioasdfghj', 'asdfghjklzxcvbnm'), among: 4 },
  { least: 2, ...byTable(KEYS, 'poiuytrewqlkjhgfdsamnbvcxz'), among: 4 },
  { least: 2, ...byTable('qwfpgjluyarstdhneiozxcvbkm', 'qwertyuioasdfghjklzxcvbnmp'), among: 4 },
  { least: 2, ...byTable('xjeuidchtnmbrlpoygk', 'bcdefhijklmnoprstuv'), among: 4 },
  { least: 3, read: (word) => (NOT_ASCII.test(word) ? SOUNDED.get(sounded(word)) : undefined) ?? word, among: 4 },
  // Turned by half the alphabet, or counted from its end.
  { least: 3, ...byTable(ALPHABET, `${ALPHABET.slice(13)}${ALPHABET.slice(0, 13)}`), among: 4 },
  { least: 3, ...byTable(ALPHABET, Array.from(ALPHABET).toReversed().join('')), among: 4 },
];

/** Whether a word may be one from its last letter to its first: to turn it costs more. */
export function mayBeTurned(word: string): boolean {
  let print = 0;
  for (let at = word.length - 1; at >= 0; at -= 1) print = printed(print, word.charCodeAt(at));
  return WORDS.may(print);
}

/** With its letters at other places. */
function printBy(word: string, place: (at: number) => number): number {
  let print = 0;
  for (let at = 0; at < word.length; at += 1) print = printed(print, word.charCodeAt(place(at)));
  return print;
}

/** Each letter once where it stands several times in a row. */
function printOfSingle(word: string): number {
  let print = 0;
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) !== word.charCodeAt(at - 1)) print = printed(print, word.charCodeAt(at));
  return print;
}

/** One letter that is a star, whichever it was. */
function unmasked(word: string): string {
  const at = word.indexOf('*');
  if (at < 0 || word.indexOf('*', at + 1) >= 0) return word;
  const letters = Array.from(ALPHABET, (letter) => word.replace('*', letter));
  return letters.find((one) => VOCABULARY.has(one)) ?? word;
}

const VOWEL = /[aeiou]/;
const NOT_ASCII = /[^\0-\u007f]/;
