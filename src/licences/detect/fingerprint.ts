import { isMaterial, type PlacedWord, wordsOf } from './words.ts';

/** What is kept of a licence text: enough to know it again and to say what was changed, and not the text. */
export interface Fingerprint {
  /** A record of the facts, or an SPDX id. */
  readonly licence: string;
  /** A hash of all its words, in order. */
  readonly whole: number;
  readonly words: number;
  /** Trigrams are kept whose hash ends in this many zero bits. */
  readonly sampling: number;
  /** Sorted, without repeats, 32 bits each. */
  readonly trigrams: Uint32Array;
  /** Material words in order. */
  readonly material: readonly string[];
}

/** Fewer than this many trigrams of a text would make its similarity coarse. */
const LEAST_SAMPLES = 160;
export const MOST_SAMPLING = 6;

export function fingerprintOf(licence: string, text: string): Fingerprint {
  const words = wordsOf(text);
  const all = trigramsOf(words);
  const sampling = Math.max(0, Math.min(MOST_SAMPLING, Math.floor(Math.log2(all.length / LEAST_SAMPLES))));
  return {
    licence,
    whole: hashOfAll(words),
    words: words.length,
    sampling,
    trigrams: sampled(all, sampling),
    material: materialOf(words).map(({ word }) => word),
  };
}

export function materialOf(words: readonly PlacedWord[]): readonly PlacedWord[] {
  return words.filter(({ word }) => isMaterial(word));
}

/** Hashes of three words in a row, sorted, each once. */
export function trigramsOf(words: readonly PlacedWord[]): Uint32Array {
  const hashes = words.map(({ word }) => hashOf(word));
  const found = new Set<number>();
  for (let at = 0; at + 2 < hashes.length; at += 1) {
    found.add(mix(mix(mix(0x9e3779b9, hashes[at] ?? 0), hashes[at + 1] ?? 0), hashes[at + 2] ?? 0));
  }
  return Uint32Array.from(found).sort();
}

export function sampled(trigrams: Uint32Array, sampling: number): Uint32Array {
  const mask = (1 << sampling) - 1;
  return sampling === 0 ? trigrams : trigrams.filter((hash) => (hash & mask) === 0);
}

export function hashOfAll(words: readonly PlacedWord[]): number {
  let hash = 0x811c9dc5;
  for (const { word } of words) hash = mix(hash, hashOf(word));
  return hash;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of MurmurHash3 over a running hash. */
function mix(hash: number, next: number): number {
  let mixed = Math.imul(hash ^ next, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
