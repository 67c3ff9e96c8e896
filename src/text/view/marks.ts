import { wideOf } from './wide.ts';

/** What a text is made of, by the character: a pattern is tried where the characters stand that it cannot do without. */
export interface Marks {
  /** Of all characters together: the bits below. */
  readonly kinds: number;
  readonly letters: number;
  /** Runs of letters with something behind them. */
  readonly words: number;
  readonly spaces: number;
  /** Digits, `@` and `$` right before a letter: each word of digits for letters has one. */
  readonly signs: number;
  /** All digits, `@` and `$`. */
  readonly figures: number;
  /** Share of letters that are capitals. */
  readonly capitals: number;
  /** The longest run of one and the same character. */
  readonly run: number;
}

export const SQUARE = 1;
export const CURLY = 1 << 1;
export const ANGLE = 1 << 2;
export const PAREN = 1 << 3;
export const COLON = 1 << 4;
/** Straight ones. */
export const QUOTE = 1 << 5;
export const BACKTICK = 1 << 6;
export const HASH = 1 << 7;
export const OTHER_MARK = 1 << 8;
export const BREAK = 1 << 9;
export const NOT_ASCII = 1 << 10;
/** Which end a statement: `;`, `{`, `}`. */
export const STATEMENT = 1 << 11;
/** Which joins words as no writer does. */
export const GLUING = 1 << 12;
/** Which code has, and prose seldom. */
export const PROGRAM = 1 << 13;
/** A capital after a small letter. */
export const CAMEL = 1 << 14;
/** Two next to each other of `JOINS`. */
export const JOINED = 1 << 15;
/** A line break with something behind it. */
export const LINES = 1 << 16;
/** The first character that is no white space is a small letter, `#` or `/`. */
export const BEGINS_SMALL = 1 << 17;
/** Not told of the text, but of one character. */
const SMALL = 1 << 18;
const CAPITAL = 1 << 19;
const JOINS = 1 << 20;
const SIGN = 1 << 21;
const LETTER = 1 << 22;
const BLANK = 1 << 23;

/** Brackets, quotes and signs: not the marks that end a sentence or a part of it. */
export const MARKS = SQUARE | CURLY | ANGLE | PAREN | QUOTE | BACKTICK | HASH | OTHER_MARK;

/** By the UTF-16 unit. */
const KINDS = new Int32Array(0x10000).fill(NOT_ASCII, 128);
const ROWS: readonly (readonly [string, number])[] = [
  ['[]', SQUARE],
  ['{}', CURLY],
  ['<>', ANGLE],
  ['()', PAREN],
  [':', COLON],
  ['"\'', QUOTE],
  ['`', BACKTICK],
  ['#', HASH],
  ['\\*_|~^$@=+%;/-', OTHER_MARK],
  ['\n', BREAK],
  [';{}', STATEMENT],
  ['\\()[]{}<>*|~^$@=+"', GLUING],
  [':;{}>$\\=(\t', PROGRAM],
  ['"\\()[]{}<>*_|~^$@!?;:=+%-', JOINS],
  ['abcdefghijklmnopqrstuvwxyz', SMALL | LETTER],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL | LETTER],
  ['0123456789@$', SIGN],
  [' ', BLANK],
];
for (const [characters, kind] of ROWS) {
  for (const character of characters) KINDS[character.charCodeAt(0)] = (KINDS[character.charCodeAt(0)] ?? 0) | kind;
}

const SLASH = 47;
const SPACE = 32;
const ONE_CHARACTER = SMALL | CAPITAL | JOINS | SIGN | LETTER | BLANK;

let last: { readonly text: string; readonly marks: Marks } | undefined;

/** Linear in the text; of a sentence that several ask about one after another, it is read once. */
export function marksOf(text: string): Marks {
  if (last?.text !== text) last = { text, marks: count(text) };
  return last.marks;
}

/** Sums and no branches: where a word ends is what a processor guesses wrong. */
function count(text: string): Marks {
  const { length } = text;
  const units = wideOf(text);
  // All bits; those of which the one before has the same; capitals after small letters.
  let [all, same, rises] = [0, 0, 0];
  let [letters, capitals, words, spaces, signs, figures] = [0, 0, 0, 0, 0, 0];
  let [run, longest, last, before] = [0, 0, -1, 0];
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    if (unit === last) {
      run += 1;
      if (run > longest) longest = run;
    } else run = 1;
    const kind = KINDS[unit] ?? 0;
    all |= kind;
    same |= kind & before;
    rises |= kind & (before << 1);
    const letter = (kind >> LETTER_AT) & 1;
    letters += letter;
    capitals += (kind >> CAPITAL_AT) & 1;
    words += (before >> LETTER_AT) & 1 & (letter ^ 1);
    spaces += (kind >> BLANK_AT) & 1;
    signs += (before >> SIGN_AT) & letter;
    figures += (kind >> SIGN_AT) & 1;
    before = kind;
    last = unit;
  }
  let kinds = (all & ~ONE_CHARACTER) | beginningOf(text);
  if ((rises & CAPITAL) !== 0) kinds |= CAMEL;
  if ((same & JOINS) !== 0) kinds |= JOINED;
  if ((all & BREAK) !== 0 && text.indexOf('\n') + 1 < length) kinds |= LINES;
  return {
    kinds,
    letters,
    words,
    spaces,
    signs,
    figures,
    capitals: letters === 0 ? 0 : capitals / letters,
    run: length === 0 ? 0 : Math.max(1, longest),
  };
}

const CAPITAL_AT = 19;
const SIGN_AT = 21;
const LETTER_AT = 22;
const BLANK_AT = 23;

function beginningOf(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at += 1;
  const unit = text.charCodeAt(at);
  return unit < 128 && (unit === SLASH || ((KINDS[unit] ?? 0) & (SMALL | HASH)) !== 0) ? BEGINS_SMALL : 0;
}
