import { wideOf } from '../../../text/view/wide.ts';

/** What a text is made of, by the character: a pattern is tried where the characters stand that it cannot do without. */
export interface Kinds {
  /** Of all characters together: the bits below. */
  readonly kinds: number;
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

/** Brackets, quotes and signs: not the marks that end a sentence or a part of it. */
export const MARKS = SQUARE | CURLY | ANGLE | PAREN | QUOTE | BACKTICK | HASH | OTHER_MARK;

const KINDS = new Int32Array(128);
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
  ['abcdefghijklmnopqrstuvwxyz', SMALL],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL],
];
for (const [characters, kind] of ROWS) {
  for (const character of characters) KINDS[character.charCodeAt(0)] = (KINDS[character.charCodeAt(0)] ?? 0) | kind;
}

const SLASH = 47;
const SPACE = 32;

/** Linear in the text. */
export function kindsOf(text: string): Kinds {
  const { length } = text;
  const units = wideOf(text);
  let kinds = beginningOf(text);
  let [capitals, letters, longest, start, last, before] = [0, 0, 0, 0, -1, 0];
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    if (unit !== last) {
      if (at - start > longest) longest = at - start;
      start = at;
      last = unit;
    }
    const kind = unit < 128 ? (KINDS[unit] ?? 0) : NOT_ASCII;
    if (kind === SMALL) letters += 1;
    else if (kind === CAPITAL) {
      capitals += 1;
      if (before === SMALL) kinds |= CAMEL;
    } else {
      kinds |= kind;
      if ((kind & before & JOINS) !== 0) kinds |= JOINED;
      if (kind === BREAK && at + 1 < length) kinds |= LINES;
    }
    before = kind;
  }
  if (length - start > longest) longest = length - start;
  return { kinds, capitals: letters + capitals === 0 ? 0 : capitals / (letters + capitals), run: longest };
}

function beginningOf(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at += 1;
  const unit = text.charCodeAt(at);
  return unit < 128 && (unit === SLASH || ((KINDS[unit] ?? 0) & (SMALL | HASH)) !== 0) ? BEGINS_SMALL : 0;
}
