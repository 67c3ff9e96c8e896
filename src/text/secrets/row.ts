import { shapesOf } from './grammar.ts';

/** How sure a match is: `certain` holds a checksum, `likely` a structure of its own, `possible` a shape and a context. */
export type SecretConfidence = 'certain' | 'likely' | 'possible';

/**
 * One kind of secret that begins in its own way. `literals` are looked up where a word begins; at each, `pattern` must match.
 * Patterns are sticky and every repetition in them has an upper bound, so that a text costs time in proportion to its length.
 */
export interface SecretRow {
  readonly id: string;
  readonly title: string;
  readonly literals: readonly string[];
  /** Matched at the literal. Its group `secret`, or the whole match, is what must not be shown. */
  readonly pattern: RegExp;
  /** What must not stand right before the literal; by default letters and digits, for a token is a word of its own. */
  readonly notAfter?: RegExp;
  /** Words of which one must stand within 100 characters before the literal. */
  readonly context?: RegExp;
  /** Shannon entropy of the secret's own characters, in bits a character, below which it is a placeholder. */
  readonly entropy: number;
  /** What cannot be the secret: words that examples write in its place. */
  readonly refuse?: RegExp;
  /** Whether the secret must look as if dice had made it. */
  readonly random?: boolean;
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

/** Below these a random body of the shortest length falls about once in ten thousand; placeholders stay under them. */
const ENTROPY = 3;
const ENTROPY_OF_DIGITS = 2.6;

/** What stands within pictures and archives in base 64, where short marks come up by chance. */
export const IN_BASE64 = /[A-Za-z0-9+/]/;

/** Tokens that begin with their issuer's mark, their shapes as in `grammar.ts`. */
export function tokens(
  [id, title, source]: readonly [id: string, title: string, source: string],
  written: string,
  more: Partial<SecretRow> = {},
): SecretRow {
  const shapes = shapesOf(written);
  const literals = [...new Set(shapes.map(({ start }) => start))];
  const alternatives = shapes.map(({ pattern }) => pattern).sort((a, b) => b.length - a.length);
  const fewLetters = !/ [WULCABQESV]\d/.test(written) || / [A-Z](?:\d|1\d)(?:-\d+)?$/.test(written);
  return {
    id,
    title,
    source,
    literals,
    pattern: new RegExp(`(?:${alternatives.join('|')})(?![A-Za-z0-9])`, 'dy'),
    entropy: fewLetters ? ENTROPY_OF_DIGITS : ENTROPY,
    confidence: 'likely',
    shown: Math.max(...literals.map(({ length }) => length)),
    // A short mark is a word of its own; after an underscore it is the end of somebody's name for something.
    ...(Math.min(...literals.map(({ length }) => length)) < 6 ? { notAfter: /[A-Za-z0-9_]/ } : {}),
    fires: () => shapes.map(({ example }, at) => example(at * 7 + 1)),
    quiet: literals.map((start) => `${start}${'x'.repeat(40)}`),
    ...more,
  };
}
