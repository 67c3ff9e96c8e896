import { mix, type Words } from './words.ts';

/** Words in a row that make a fingerprint. */
const LENGTH = 6;
/** Of all fingerprints, those are kept whose hash has so many zeros at its end: one of sixteen, wherever the text begins. */
const KEPT = 15;

/** Reads on through a text and tells its fingerprints: the same for the same words, whatever stands around them. */
export interface ShingleReader {
  read(words: Words): readonly number[];
}

/** (Manber, Finding similar files in a large file system, 1994: sampling by the value of the hash.) */
export function createShingleReader(): ShingleReader {
  const recent = new Int32Array(LENGTH);
  let seen = 0;
  return {
    read: ({ count, hash }) => {
      const found: number[] = [];
      for (let at = 0; at < count; at += 1) {
        recent.copyWithin(0, 1);
        recent[LENGTH - 1] = hash[at] ?? 0;
        seen += 1;
        if (seen < LENGTH) continue;
        let shingle = 17;
        for (const word of recent) shingle = mix(shingle, word);
        if ((shingle & KEPT) === 0) found.push(shingle);
      }
      return found;
    },
  };
}
