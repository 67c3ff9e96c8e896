import type { Words } from './words.ts';

/**
 * What is known of words by themselves, whatever stands around them: asked for once, and kept beside each other for all who
 * ask, since most words of a text are few. A row holds the word's two hashes, and what was told of it in the columns.
 */
const ROW = 8;
/** A megabyte of rows, once so many words were met: more than a few hundred messages hold. */
const MOST = 1 << 15;
const rows = new Int32Array(MOST * ROW);
/** Numbers of rows by the hash, each at the first free place from there on; half of the places stay free. */
const SLOTS = MOST * 2;
const slots = new Uint16Array(SLOTS);
/** The row 0 is that of words that are not kept. */
let used = 1;
/** How often all was forgotten. */
let epoch = 1;

let columns = 2;

/** A number of each word, other than 0. */
export interface Column {
  /** Writes it for each of the words. Where letters are asked for, the text must be given. */
  fill(words: Words, into: Int32Array, text?: string): void;
}

/** `tell` is asked about a word's letters in lower case, without digits: what its hashes are made of. */
export function columnOf(tell: (hash: number, stem: number, letters: string) => number): Column {
  // Whoever comes when all columns are given out asks each time.
  const column = columns < ROW ? columns++ : ROW;
  return {
    fill: (words, into, text = '') => {
      const numbers = numbersOf(words);
      const { count, hash, stem, start, end } = words;
      const told = rows;
      for (let at = 0; at < count; at += 1) {
        const place = column < ROW ? (numbers[at] ?? 0) * ROW + column : 0;
        let known = told[place] ?? 0;
        if (known === 0) {
          known = tell(hash[at] ?? 0, stem[at] ?? 0, lettersOf(text.slice(start[at], end[at])));
          if (place >= ROW) told[place] = known;
        }
        into[at] = known;
      }
    },
  };
}

/** As they count for the hash. */
function lettersOf(word: string): string {
  const letters = word.toLowerCase();
  return HAS_DIGIT.test(letters) ? letters.replace(EACH_DIGIT, '') : letters;
}

const HAS_DIGIT = /\p{Nd}/u;
const EACH_DIGIT = /\p{Nd}/gu;

/** The row of each word. They are asked for by several one after another. */
function numbersOf(words: Words): Int32Array {
  const { count, hash, stem, row } = words;
  const numbers = slots;
  const known = rows;
  if (words.rowsOf === epoch) return row;
  if (used + count > MOST) forget();
  // All places first, without a branch: so they are fetched from memory side by side, and not one after another.
  for (let at = 0; at < count; at += 1) row[at] = numbers[slotOf(hash[at] ?? 0)] ?? 0;
  for (let at = 0; at < count; at += 1) {
    const word = hash[at] ?? 0;
    const beginning = stem[at] ?? 0;
    const number = row[at] ?? 0;
    const isKnown = number !== 0 && known[number * ROW] === word && known[number * ROW + 1] === beginning;
    if (!isKnown) row[at] = numberOf(word, beginning);
  }
  words.rowsOf = epoch;
  return row;
}

function forget(): void {
  epoch += 1;
  slots.fill(0);
  used = 1;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function numberOf(hash: number, stem: number): number {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
    const number = slots[slot] ?? 0;
    const row = number * ROW;
    if (number !== 0 && rows[row] === hash && rows[row + 1] === stem) return number;
    if (number !== 0) continue;
    if (used === MOST) return 0;
    // A deadline may end this in its midst: what stands there then is no word's.
    const made = used * ROW;
    rows.fill(0, made, made + ROW);
    rows[made] = hash;
    rows[made + 1] = stem;
    slots[slot] = used;
    used += 1;
    return used - 1;
  }
}
