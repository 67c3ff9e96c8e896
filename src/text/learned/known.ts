import type { Words } from './words.ts';

/**
 * What is known of words by themselves, whatever stands around them: asked for once, when a word is first met, and kept in
 * columns beside each other for all who ask, since most words of a text are few. A word's row holds its two hashes, and what
 * was told of it in each column. Words that are met often were met early, so that their rows lie close together.
 */
const MOST = 1 << 15;
const hashes = new Int32Array(MOST);
const stems = new Int32Array(MOST);
/** Numbers of rows by the hash, each at the first free place from there on; half of the places stay free. */
const SLOTS = MOST * 2;
const slots = new Uint16Array(SLOTS);
/** The row 0 is that of no word: of what stands behind the last one. */
let used = 1;
/** How often all was forgotten. */
let epoch = 1;

/** A number of each word. */
export interface Column {
  /** By the word's row. */
  readonly told: Int32Array;
}

interface Telling extends Column {
  readonly tell: Tell;
}

/** Asked about a word's hashes and letters in lower case, without digits: what its hashes are made of. */
type Tell = (hash: number, stem: number, letters: string) => number;

const columns: Telling[] = [];

/** What was met before is told anew. */
export function columnOf(tell: Tell): Column {
  const told = new Int32Array(MOST);
  told[0] = tell(0, 0, '');
  columns.push({ told, tell });
  forget();
  return { told };
}

/** As they count for the hash. */
function lettersOf(word: string): string {
  const letters = word.toLowerCase();
  return HAS_DIGIT.test(letters) ? letters.replace(EACH_DIGIT, '') : letters;
}

const HAS_DIGIT = /\p{Nd}/u;
const EACH_DIGIT = /\p{Nd}/gu;

/** The row of each word of a text, and behind them 0. They are asked for by several one after another. */
export function rowsOf(words: Words): Int32Array {
  const { count, hash, stem, row } = words;
  if (words.rowsOf === epoch) return row;
  if (count >= MOST) throw new RangeError('more words at once than are kept');
  if (used + count > MOST) forget();
  const numbers = slots;
  const known = hashes;
  const beginnings = stems;
  // All places first, without a branch: so they are fetched from memory side by side, and not one after another.
  for (let at = 0; at < count; at += 1) row[at] = numbers[slotOf(hash[at] ?? 0)] ?? 0;
  for (let at = 0; at < count; at += 1) {
    const number = row[at] ?? 0;
    const isKnown = number !== 0 && known[number] === hash[at] && beginnings[number] === stem[at];
    if (!isKnown) row[at] = rowOf(words, at);
  }
  row[count] = 0;
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

function rowOf({ text, hash, stem, start, end }: Words, at: number): number {
  const [word, beginning] = [hash[at] ?? 0, stem[at] ?? 0];
  let slot = slotOf(word);
  for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
    if (hashes[number] === word && stems[number] === beginning) return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  // A deadline may end this in its midst: the row is no word's until all is told.
  hashes[used] = word;
  stems[used] = beginning;
  const letters = lettersOf(text.slice(start[at], end[at]));
  for (const { told, tell } of columns) told[used] = tell(word, beginning, letters);
  slots[slot] = used;
  used += 1;
  return used - 1;
}
