import { mix, type Words } from './words.ts';

/** Words in a row that make a fingerprint. */
const LENGTH = 6;
/** Of all fingerprints, those are kept whose hash has so many zeros at its end: one of sixteen, wherever the text begins. */
const KEPT = 15;
const SEED = 17;
const NONE: readonly number[] = [];

/** Fingerprints that others are looked up among. */
export interface KnownShingles {
  readonly all: readonly number[];
  has(shingle: number): boolean;
}

/** Hardly any is known: of the others, most are told from these by a bit. */
export function knownShingles(shingles: Iterable<number>): KnownShingles {
  const known = new Set(shingles);
  const bits = new Uint8Array(1 << (BITS - 3));
  for (const shingle of known) {
    const place = shingle >>> (32 - BITS);
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }
  return {
    all: [...known],
    has: (shingle) => {
      const place = shingle >>> (32 - BITS);
      return (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1 && known.has(shingle);
    },
  };
}

const BITS = 17;

/** Reads on through a text and tells its fingerprints: the same for the same words, whatever stands around them. */
export interface ShingleReader {
  read(words: Words): readonly number[];
  /** Forgets what was read. */
  restart(): void;
}

/** (Manber, Finding similar files in a large file system, 1994: sampling by the value of the hash.) */
export function createShingleReader(): ShingleReader {
  // The words before, the oldest first: by name, since an array would be moved with every word.
  let [first, second, third, fourth, fifth, seen] = [0, 0, 0, 0, 0, 0];
  return {
    restart: () => {
      [first, second, third, fourth, fifth, seen] = [0, 0, 0, 0, 0, 0];
    },
    read: ({ count, hash }) => {
      // In variables of this call, since those that outlive it are read from memory with each word.
      let [one, two, three, four, five] = [first, second, third, fourth, fifth];
      // Of most sentences none is kept.
      let found: number[] | undefined;
      for (let at = 0; at < count; at += 1) {
        const last = hash[at] ?? 0;
        if (seen + at + 1 >= LENGTH) {
          const shingle = mix(mix(mix(mix(mix(mix(SEED, one), two), three), four), five), last);
          if ((shingle & KEPT) === 0) {
            found ??= [];
            found.push(shingle);
          }
        }
        one = two;
        two = three;
        three = four;
        four = five;
        five = last;
      }
      seen += count;
      [first, second, third, fourth, fifth] = [one, two, three, four, five];
      return found ?? NONE;
    },
  };
}
