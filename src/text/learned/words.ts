import { SPACELESS } from '../spaceless.ts';
import { PLACES, placeOfNoted, stampOfNoted } from '../view/noted.ts';
import { wideOf } from '../view/wide.ts';

/** The words of a text, folded to lower case and hashed; arrays side by side, so that reading on costs no objects. */
export interface Words {
  readonly text: string;
  readonly count: number;
  /** A word's hash: the same for the same letters, whatever their case. */
  readonly hash: Int32Array;
  /** The hash of its first five letters, which stands in for a stem. */
  readonly stem: Int32Array;
  /** In UTF-16 units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The row where it is kept what is known of it, as `known.ts` counts; good while `rowsOf` says so. */
  readonly row: Int32Array;
  rowsOf: number;
}

/**
 * Words are runs of letters, marks and digits. Scripts written without spaces give one word a character, so that a
 * phrase is a row of words in every script. Runs of digits are one and the same word. Linear in the text.
 */
export function wordsOf(text: string): Words {
  return wordsInto(text, roomFor(text.length));
}

/** The arrays that `wordsInto` fills: no text of that length has more words. */
export function roomFor(length: number): WordRoom {
  const array = () => new Int32Array(length + 1);
  return { text: '', count: 0, hash: array(), stem: array(), start: array(), end: array(), row: array(), rowsOf: 0 };
}

type WordRoom = Words & { text: string; count: number };

/** Like `wordsOf`, into arrays that are there already. */
export function wordsInto(text: string, room: WordRoom): Words {
  const { hash: hashes, stem: stems, start: starts, end: ends } = room;
  const { length } = text;
  const units = wideOf(text);
  const kinds = KINDS;
  let count = 0;
  let at = 0;
  while (at < length && count < hashes.length) {
    const letter = units[at] ?? 0;
    const first = kinds[letter] || learn(letter);
    if (first < LETTER) {
      at += 1;
      continue;
    }
    const start = at;
    let hash = SEED;
    let stem = SEED;
    if (first >= ALONE) {
      hash = mix(SEED, first & FOLDED);
      stem = hash;
      at += 1;
    } else {
      for (; at < length; at += 1) {
        const letter = units[at] ?? 0;
        const unit = kinds[letter] || learn(letter);
        if (unit < LETTER || unit >= ALONE) break;
        if (unit >= DIGIT) continue;
        hash = mix(hash, unit & FOLDED);
        if (at - start < STEM) stem = hash;
      }
    }
    hashes[count] = hash === SEED ? NUMBER : hash;
    stems[count] = hash === SEED ? NUMBER : stem;
    starts[count] = start;
    ends[count] = at;
    count += 1;
  }
  room.text = text;
  room.count = count;
  room.rowsOf = 0;
  return room;
}

/** For the words of one sentence at a time; the engine's are no longer. */
const ROOM = roomFor(1200);
let last: { readonly text: string; readonly words: Words } | undefined;

/** Like `wordsOf`, for a sentence that several ask about one after another; good until the next one is read. */
export function wordsOfSentence(sentence: string): Words {
  if (last?.text !== sentence) {
    // A deadline may end this in its midst.
    last = undefined;
    last = { text: sentence, words: read(sentence) };
  }
  return last.words;
}

const roomsOfNoted: (WordRoom | undefined)[] = Array.from({ length: PLACES });
const readAt = new Float64Array(PLACES);

/** Of a sentence that is asked about again when others were in between, they are kept. */
function read(sentence: string): Words {
  if (sentence.length >= ROOM.hash.length) return wordsInto(sentence, roomFor(sentence.length));
  const place = placeOfNoted(sentence);
  if (place < 0) return wordsInto(sentence, ROOM);
  const room = roomsOfNoted[place] ?? roomFor(ROOM.hash.length - 1);
  roomsOfNoted[place] = room;
  const stamp = stampOfNoted(place);
  if (readAt[place] === stamp) return room;
  readAt[place] = 0;
  wordsInto(sentence, room);
  readAt[place] = stamp;
  return room;
}

/** The hash that `wordsOf` gives a single word. */
export function hashOfWord(word: string): number {
  return wordsOfSentence(word).hash[0] ?? 0;
}

const STEM = 5;
/** The hash of no letter yet; each one is mixed in. */
export const SEED = 0x1f35a7bd;
const NUMBER = 0x2f00d;

/** One step of a multiplicative hash (Knuth, TAOCP 3, 6.4); good enough for 16 bits of table after `bucket`. */
export function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);
}

/** What each UTF-16 unit is, from low to high: its kind, and in the lower half the unit in lower case; 0 is not known yet. */
const KINDS = new Int32Array(0x10000);
const SEPARATOR = 1 << 16;
const LETTER = 2 << 16;
const DIGIT = 3 << 16;
/** A character that is a word of its own. */
const ALONE = 4 << 16;
const FOLDED = 0xffff;

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = character.toLowerCase();
  const known = classOf(character) | (folded.length === 1 ? folded.charCodeAt(0) : unit);
  KINDS[unit] = known;
  return known;
}

function classOf(character: string): number {
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (SPACELESS.test(character)) return ALONE;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : SEPARATOR;
}
