import { mix, type Words, wordsOf } from '../../../../text/learned/words.ts';

/** How many buckets the words of a sentence are put into, as bits. */
const BITS = 13;
export const BUCKETS = 1 << BITS;

/** Longer texts are no labels and no notes. */
const MOST_WORDS = 120;
const WORD = 5;
const FIRST = 11;
const PAIR = 17;

/** The buckets of a sentence's words, of the word that it begins with, and of each two that follow each other; each once. */
export function bucketsOf(text: string): readonly number[] {
  const words: Words = wordsOf(text);
  const count = Math.min(words.count, MOST_WORDS);
  const buckets = new Set<number>();
  let before = 0;
  for (let at = 0; at < count; at += 1) {
    const stem = words.stem[at] ?? 0;
    buckets.add(bucket(mix(stem, WORD)));
    buckets.add(bucket(at === 0 ? mix(stem, FIRST) : mix(mix(before, PAIR), stem)));
    before = stem;
  }
  return [...buckets];
}

function bucket(hash: number): number {
  return (hash ^ (hash >>> 15) ^ (hash >>> 7)) & (BUCKETS - 1);
}
