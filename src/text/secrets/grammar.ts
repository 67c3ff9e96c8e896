import { HEX, LETTERS, LETTERS_AND_DIGITS, textFrom, URL_SAFE } from './examples.ts';

/**
 * Shapes of tokens, written short: words apart by a space, each a class with its length (`H32`, `U20-40`), `UUID`, or
 * text as it stands; `{a,b}` for either. `ghp_ W36` is four letters, then 36 letters and digits.
 */
const CLASSES: Readonly<Record<string, readonly [string, string]>> = {
  /** Hexadecimal digits. */
  H: ['[0-9a-f]', HEX],
  /** Hexadecimal digits, of either case. */
  X: ['[0-9A-Fa-f]', `${HEX}ABCDEF`],
  D: ['[0-9]', '0123456789'],
  A: ['[A-Za-z]', LETTERS],
  W: ['[A-Za-z0-9]', LETTERS_AND_DIGITS],
  L: ['[a-z0-9]', 'abcdefghijklmnopqrstuvwxyz0123456789'],
  C: ['[A-Z0-9]', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
  /** Base 32 (RFC 4648). */
  Q: ['[A-Z2-7]', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  /** Base 64 (RFC 4648), without its filling. */
  B: ['[A-Za-z0-9+/]', `${LETTERS_AND_DIGITS}+/`],
  /** Base 64 for addresses (RFC 4648, section 5). */
  U: ['[A-Za-z0-9_-]', URL_SAFE],
  E: ['[A-Za-z0-9_=-]', URL_SAFE],
  /** Several base 64 parts with dots between. */
  S: ['[A-Za-z0-9_.=-]', URL_SAFE],
  /** Whatever tokens are made of. */
  V: ['[A-Za-z0-9_.=+/~%-]', URL_SAFE],
};

const UUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';

/** A shape without alternatives: its text at the beginning, its pattern, and how to make one up. */
export interface Shape {
  readonly start: string;
  /** Source of a regular expression, every repetition bounded. */
  readonly pattern: string;
  /** The fewest and the most characters that it has, and which ones it may have, as a class of a regular expression. */
  readonly least: number;
  readonly most: number;
  readonly letters: string;
  readonly example: (seed: number) => string;
}

/** Shapes, apart by ` | `. */
export function shapesOf(written: string): readonly Shape[] {
  return written.split(' | ').flatMap(alternativesOf).map(shapeOf);
}

function alternativesOf(written: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(written);
  if (braces === null) return [written];
  const [whole, inside = ''] = braces;
  const before = written.slice(0, braces.index);
  const after = written.slice(braces.index + whole.length);
  return inside.split(',').flatMap((choice) => alternativesOf(before + choice + after));
}

interface Part extends Omit<Shape, 'start'> {
  readonly text: string | null;
}

function shapeOf(written: string): Shape {
  const parts = written.split(' ').map(partOf);
  return {
    start: parts[0]?.text ?? '',
    pattern: parts.map(({ pattern }) => pattern).join(''),
    least: parts.reduce((sum, { least }) => sum + least, 0),
    most: parts.reduce((sum, { most }) => sum + most, 0),
    letters: parts.map(({ letters }) => letters).join('|'),
    example: (seed) => parts.map(({ example }, at) => example(seed + at)).join(''),
  };
}

function partOf(word: string): Part {
  if (word === 'UUID')
    return { text: null, pattern: UUID, least: 36, most: 36, letters: '[0-9A-Fa-f-]', example: uuidFrom };
  const [, name = '', least, most] = /^([A-Z])(\d+)(?:-(\d+))?$/.exec(word) ?? [];
  const found = CLASSES[name];
  if (found === undefined || least === undefined) {
    const { length } = word;
    const letters = Array.from(word, escaped).join('|');
    return { text: word, pattern: escaped(word), least: length, most: length, letters, example: () => word };
  }
  const [pattern, letters] = found;
  return {
    text: null,
    pattern: `${pattern}{${least}${most === undefined ? '' : `,${most}`}}`,
    least: Number(least),
    most: Number(most ?? least),
    letters: pattern,
    example: (seed) => textFrom(letters, Number(least), seed),
  };
}

/** A UUID that looks random and is always the same. */
export function uuidFrom(seed: number): string {
  return [8, 4, 4, 4, 12].map((length, at) => textFrom(HEX, length, seed * 5 + at)).join('-');
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
