/** Fingerprints of the texts of a corpus, by value. Positions count the letters of all documents in a row. */
export interface VerbatimIndex {
  readonly documents: readonly VerbatimDocument[];
  /** Whether the fingerprint may be there: answers in a nanosecond, and is seldom wrong. */
  has(print: number): boolean;
  /** Calls back with the positions where the fingerprint ends: the first eight of them. */
  eachPlace(print: number, at: (position: number) => void): void;
  /** Two bits of the letters that end at a position; -1 where there are none. */
  gramAt(position: number): number;
}

export interface VerbatimDocument {
  readonly name: string;
  /** The position of its first letter. */
  readonly start: number;
}

export const MAGIC = 'WBVERB1\n';
/** Of the layout: a header in JSON, all fingerprints in order, where each ends, the grams of all letters, and a SHA-256 of all that. */
export const VERSION = 3;
export const WORD = 4;
/** Bytes of a SHA-256. */
export const DIGEST = 32;
/** A phrase that stands everywhere tells nothing. */
export const MOST_PLACES = 8;

export function aligned(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}
