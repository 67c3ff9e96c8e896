/** The words of a text, folded to lower case and hashed; four arrays side by side, so that reading on costs no objects. */
export interface Words {
  readonly count: number;
  /** A word's hash: the same for the same letters, whatever their case. */
  readonly hash: Int32Array;
  /** The hash of its first five letters, which stands in for a stem. */
  readonly stem: Int32Array;
  /** In UTF-16 units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/**
 * Words are runs of letters, marks and digits. Scripts written without spaces give one word a character, so that a
 * phrase is a row of words in every script. Runs of digits are one and the same word. Linear in the text.
 */
export function wordsOf(text: string): Words {
  return wordsInto(text, roomFor(text.length));
}

/** The arrays that `wordsInto` fills: no text of that length has more words. */
export function roomFor(length: number): Words {
  const array = () => new Int32Array(length + 1);
  return { count: 0, hash: array(), stem: array(), start: array(), end: array() };
}

/** Like `wordsOf`, into arrays that are there already. */
export function wordsInto(text: string, { hash: hashes, stem: stems, start: starts, end: ends }: Words): Words {
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const first = classOf(text.charCodeAt(at));
    if (first === SEPARATOR) {
      at += 1;
      continue;
    }
    if (count >= hashes.length) break;
    const start = at;
    let hash = SEED;
    let stem = SEED;
    let letters = false;
    const last = first === ALONE ? start + 1 : text.length;
    for (; at < last; at += 1) {
      const unit = text.charCodeAt(at);
      const kind = classOf(unit);
      if (kind === SEPARATOR || (kind === ALONE && first !== ALONE)) break;
      if (kind === DIGIT) continue;
      letters = true;
      hash = mix(hash, FOLDED[unit] ?? unit);
      if (at - start < STEM) stem = hash;
    }
    hashes[count] = letters ? hash : NUMBER;
    stems[count] = letters ? stem : NUMBER;
    starts[count] = start;
    ends[count] = at;
    count += 1;
  }
  return { count, hash: hashes, stem: stems, start: starts, end: ends };
}

/** For the words of one sentence at a time; the engine's are no longer. */
const ROOM = roomFor(1200);
let last: { readonly text: string; readonly words: Words } | undefined;

/** Like `wordsOf`, for a sentence that several ask about one after another; good until the next one is read. */
export function wordsOfSentence(sentence: string): Words {
  if (last?.text !== sentence) {
    const fits = sentence.length < ROOM.hash.length;
    last = { text: sentence, words: wordsInto(sentence, fits ? ROOM : roomFor(sentence.length)) };
  }
  return last.words;
}

/** The hash that `wordsOf` gives a single word. */
export function hashOfWord(word: string): number {
  return wordsOf(word).hash[0] ?? 0;
}

const STEM = 5;
const SEED = 0x1f35a7bd;
const NUMBER = 0x2f00d;

/** One step of a multiplicative hash (Knuth, TAOCP 3, 6.4); good enough for 16 bits of table after `bucket`. */
export function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);
}

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
/** A character that is a word of its own. */
const ALONE = 3;

const CLASSES = new Uint8Array(0x10000).fill(255);
const FOLDED = new Uint16Array(0x10000);

function classOf(unit: number): number {
  const known = CLASSES[unit] ?? SEPARATOR;
  return known === 255 ? learn(unit) : known;
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = character.toLowerCase();
  FOLDED[unit] = folded.length === 1 ? folded.charCodeAt(0) : unit;
  const kind = kindOf(character);
  CLASSES[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (SPACELESS.test(character)) return ALONE;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : SEPARATOR;
}
