import { HEX, LETTERS, LETTERS_AND_DIGITS, textFrom, URL_SAFE } from './examples.ts';

/** How sure a match is: `certain` holds a checksum, `likely` a structure of its own, `possible` a shape and a context. */
export type SecretConfidence = 'certain' | 'likely' | 'possible';

/**
 * One kind of secret. `literals` are searched for first; at each, `pattern` must match. Patterns are sticky and every
 * repetition in them has an upper bound, so that a text costs time in proportion to its length.
 */
export interface SecretRow {
  readonly id: string;
  readonly title: string;
  readonly literals: readonly string[];
  /** Matched at the literal. Its group `secret`, or the whole match, is what must not be shown. */
  readonly pattern: RegExp;
  /** What must stand before the literal and belongs to the secret: `$` at its end, within `length` characters. */
  readonly before?: { readonly pattern: RegExp; readonly length: number };
  /** What must not stand right before the literal; by default letters and digits, for a token is a word of its own. */
  readonly notAfter?: RegExp;
  /** Words of which one must stand within 100 characters before the literal. */
  readonly context?: RegExp;
  /** Shannon entropy of the secret's own characters, in bits a character, below which it is a placeholder. */
  readonly entropy: number;
  /** Whether the checksum in the secret holds. */
  readonly checksum?: (secret: string) => boolean;
  readonly confidence: SecretConfidence;
  /** Characters of the secret's start that name its kind and may be shown. */
  readonly shown: number;
  /** Where the shape is documented. */
  readonly source: string;
  readonly fires: () => readonly string[];
  readonly quiet: readonly string[];
}

/** Alphabets of token bodies, as classes and as characters to build examples of. */
const ALPHABETS = {
  hex: ['[0-9a-f]', HEX],
  letters: ['[A-Za-z]', LETTERS],
  word: ['[A-Za-z0-9]', LETTERS_AND_DIGITS],
  lower: ['[a-z0-9]', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  upper: ['[A-Z0-9]', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
  urlSafe: ['[A-Za-z0-9_-]', URL_SAFE],
  dotted: ['[A-Za-z0-9_.=-]', URL_SAFE],
} as const;

interface Prefixed {
  readonly id: string;
  readonly title: string;
  readonly prefixes: readonly string[];
  readonly alphabet: keyof typeof ALPHABETS;
  /** Characters after the prefix, at least and at most. */
  readonly length: readonly [number, number];
  readonly source: string;
  readonly entropy?: number;
  readonly checksum?: (secret: string) => boolean;
  readonly quiet?: readonly string[];
  readonly fires?: () => readonly string[];
}

/** The commonest shape: a prefix that names the issuer and a body of one alphabet, which ends where the word ends. */
export function prefixed(row: Prefixed): SecretRow {
  const [characters, letters] = ALPHABETS[row.alphabet];
  const [least, most] = row.length;
  const shortest = row.prefixes.toSorted((a, b) => b.length - a.length);
  const prefix = `(?:${shortest.map(escaped).join('|')})`;
  return {
    id: row.id,
    title: row.title,
    literals: row.prefixes,
    pattern: new RegExp(`${prefix}${characters}{${least},${most}}(?!${characters})`, 'dy'),
    entropy: row.entropy ?? 3,
    confidence: 'likely',
    shown: Math.max(...row.prefixes.map(({ length }) => length)),
    source: row.source,
    fires: row.fires ?? (() => row.prefixes.map((start, at) => start + textFrom(letters, least, at))),
    quiet: row.quiet ?? row.prefixes.map((start) => `${start}${'x'.repeat(least)}`),
    ...(row.checksum === undefined ? {} : { checksum: row.checksum }),
  };
}

/** Upper and lower case first letters, and all capitals: literals are compared as they stand. */
export function spellings(...words: readonly string[]): readonly string[] {
  return words.flatMap((word) => [
    ...new Set([word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]),
  ]);
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
