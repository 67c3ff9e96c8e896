import type { Reusable } from '../../idle.ts';
import { costOfWord, VOCABULARY } from '../words/vocabulary.ts';

/**
 * Letters that come one by one, of which the last ones may be words without spaces between. Bounded in memory, and in time by
 * the letter: most end no word.
 */
export interface LetterStream extends Reusable {
  /** Of an ASCII letter, from 0; says what the last ones spell. */
  push(letter: number): string | null;
}

/** Bits that each letter takes in English. */
const BITS = [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1].map(
  (often) => -Math.log2(often / 1000),
);
/**
 * What a word is worth: the bits that its letters take one by one, less those that the word takes. By a hash from its end, at
 * its slot or the next free one: each letter of a message asks.
 */
const SLOTS = 1 << 15;
const HASHES = new Int32Array(SLOTS);
const WORTHS = new Float64Array(SLOTS).fill(Number.NaN);
const NO_WORD = -64;
/** A bit for each hash, so that what is no word is hardly ever looked for in tables that drive others out of memory. */
const WORDS_BITS = 16;
const MAY_BE_WORD = new Uint8Array(1 << (WORDS_BITS - 3));
/** A bit for each length that a word has which ends with these two or three letters. */
const SIZES = new Int32Array(1 << 15);
const LONGEST = 20;

for (const word of VOCABULARY) {
  if (word.length < 2 || word.length > LONGEST || !/^[a-z]+$/.test(word)) continue;
  let [hash, bits] = [0, 0];
  for (let at = word.length - 1; at >= 0; at -= 1) {
    hash = mixed(hash, word.charCodeAt(at) - 97);
    bits += BITS[word.charCodeAt(at) - 97] ?? 0;
  }
  const slot = slotOf(hash);
  HASHES[slot] = hash;
  WORTHS[slot] = bits - costOfWord(word);
  const place = placeOf(hash);
  MAY_BE_WORD[place >> 3] = (MAY_BE_WORD[place >> 3] ?? 0) | (1 << (place & 7));
  const ending = endingOf(word, Math.min(3, word.length));
  SIZES[ending] = (SIZES[ending] ?? 0) | (1 << word.length);
}

function mixed(hash: number, letter: number): number {
  return (Math.imul(hash, 0x01000193) ^ (letter + 0x9e5)) | 0;
}

function placeOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - WORDS_BITS);
}

function mayBeWord(hash: number): number {
  const place = placeOf(hash);
  return ((MAY_BE_WORD[place >> 3] ?? 0) >> (place & 7)) & 1;
}

/** Where a word of this hash is, or would be. */
function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  while (HASHES[slot] !== hash && !Number.isNaN(WORTHS[slot] ?? Number.NaN)) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function worthOf(hash: number): number {
  if (mayBeWord(hash) === 0) return NO_WORD;
  const worth = WORTHS[slotOf(hash)] ?? NO_WORD;
  return Number.isNaN(worth) ? NO_WORD : worth;
}

/** Five bits a letter, one more than its place. */
function endingOf(word: string, size: number): number {
  let ending = 0;
  for (let at = word.length - size; at < word.length; at += 1) ending = (ending << 5) | (word.charCodeAt(at) - 96);
  return ending;
}

/** Words ending at each place of a row of letters, the best that those before can be parted into. */
interface Parting {
  readonly worth: Float32Array;
  /** Letters of the last word; 1 for a letter in none, 0 where nothing has begun. */
  readonly size: Uint8Array;
}

/** Adds the letter before `end`; `least` is what a place is worth at least. */
function step(letters: Uint8Array, end: number, { worth, size }: Parting, least: number): void {
  const own = letters[end - 1] ?? 0;
  let best = (worth[end - 1] ?? 0) - LOSS;
  let taken = 1;
  if (best < least) [best, taken] = [least, 0];
  const two = (((letters[end - 2] ?? 0) + 1) << 5) | (own + 1);
  let sizes = SIZES[two] ?? 0;
  if (end > 2) sizes |= SIZES[(((letters[end - 3] ?? 0) + 1) << 10) | two] ?? 0;
  if (end > 1 && sizes !== 0) {
    let hash = 0;
    for (let length = 1; length <= end && sizes >> length !== 0; length += 1) {
      hash = mixed(hash, letters[end - length] ?? 0);
      if (((sizes >> length) & 1) === 0) continue;
      const value = (worth[end - length] ?? 0) + worthOf(hash);
      if (value > best) [best, taken] = [value, length];
    }
  }
  worth[end] = best;
  size[end] = taken;
}

/** Bits that a letter loses which is in no word. */
const LOSS = 4;
/** More letters are not looked at together. */
const MOST = 96;
const LEAST_WORDS = 3;

export function createLetterStream(leastBits: number): LetterStream {
  let letters = NONE;
  let parting: Parting = NOTHING;
  let count = 0;
  /** Up to here it is reckoned: a place where no word ends waits for one where one does. */
  let known = 0;
  return {
    restart: () => {
      [count, known] = [0, 0];
      parting.worth[0] = 0;
      parting.size[0] = 0;
    },
    push: (letter) => {
      if (letters === NONE) letters = new Uint8Array(MOST);
      if (count === MOST) {
        letters.copyWithin(0, MOST / 2);
        parting.worth.copyWithin(0, MOST / 2);
        parting.size.copyWithin(0, MOST / 2);
        count = MOST / 2;
        known = Math.max(0, known - MOST / 2);
      }
      letters[count++] = letter;
      if (count < LEAST_LETTERS || !endsWord(letters, count)) return null;
      if (parting === NOTHING) parting = { worth: new Float32Array(MOST + 1), size: new Uint8Array(MOST + 1) };
      while (known < count) step(letters, ++known, parting, 0);
      return (parting.worth[count] ?? 0) < leastBits ? null : wordsOf(letters, count, parting);
    },
  };
}

/** Fewer letters are never worth as much. */
const LEAST_LETTERS = 10;

/** Whether one of three letters or more does. */
function endsWord(letters: Uint8Array, end: number): boolean {
  const ending =
    (((letters[end - 3] ?? 0) + 1) << 10) | (((letters[end - 2] ?? 0) + 1) << 5) | ((letters[end - 1] ?? 0) + 1);
  const sizes = SIZES[ending] ?? 0;
  let hash = 0;
  for (let length = 1; length <= end && sizes >> length !== 0; length += 1) {
    hash = mixed(hash, letters[end - length] ?? 0);
    if (((sizes >> length) & 1) !== 0 && worthOf(hash) !== NO_WORD) return true;
  }
  return false;
}

const NONE = new Uint8Array(0);
const NOTHING: Parting = { worth: new Float32Array(1), size: NONE };

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

function wordsOf(letters: Uint8Array, count: number, { size }: Parting): string | null {
  const words: string[] = [];
  for (let end = count; end > 0 && (size[end] ?? 0) > 0; end -= size[end] ?? 1) {
    let word = '';
    for (let at = end - (size[end] ?? 1); at < end; at += 1) word += ALPHABET.charAt(letters[at] ?? 0);
    words.push(word);
  }
  const long = words.filter((word) => word.length > 2);
  return new Set(long).size < LEAST_WORDS ? null : words.toReversed().join(' ');
}

/** Letters without spaces, parted into words: null where they are hardly any. Linear: a word has a dozen letters. */
export function parted(text: string): string | null {
  const run = text.replace(/[^A-Za-z]/g, '');
  const { length } = run;
  if (length < 14 || length > 600 || !isPairedRun(run)) return null;
  const letters = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) letters[at] = (run.charCodeAt(at) | 32) - 97;
  const parting = { worth: new Float32Array(length + 1), size: new Uint8Array(length + 1) };
  for (let end = 1; end <= length; end += 1) step(letters, end, parting, Number.NEGATIVE_INFINITY);
  if ((parting.worth[length] ?? 0) < Math.max(LEAST_BITS, length * BITS_A_LETTER)) return null;
  const said = wordsOf(letters, length, parting);
  return said === null || said.split(' ').filter((word) => word.length > 3).length < LEAST_WORDS ? null : said;
}

/** English that is half known has as many; letters of other languages none. */
const LEAST_BITS = 18;
const BITS_A_LETTER = 0.5;

/** The commonest pairs of letters in English: two of five are one of these. */
const PAIRS = new Uint8Array(1 << 10);
for (const pair of 'th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur me'.split(
  ' ',
))
  PAIRS[endingOf(pair, 2)] = 1;
const LEAST_PAIRS = 0.2;

/** Of letters of ASCII in either case. Asked first, since to part costs more. */
function isPairedRun(run: string): boolean {
  let [pairs, pair] = [0, 0];
  for (let at = 0; at < run.length; at += 1) {
    pair = ((pair << 5) | (run.charCodeAt(at) & 31)) & 0x3ff;
    pairs += PAIRS[pair] ?? 0;
  }
  return pairs >= run.length * LEAST_PAIRS;
}

/** Whether letters stand beside each other as in English, or in a language like it. */
export function isPaired(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return words.length > 2 && isPairedRun(words.join(''));
}
