import { PLACES, placeOfNoted, stampOfNoted } from './noted.ts';
import { GAINS_IN_STEPS as GAINS } from './rotation.ts';
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
  /** All dots. */
  readonly dots: number;
  /** All capitals of ASCII. */
  readonly upper: number;
  /** Share of letters that are capitals. */
  readonly capitals: number;
  /** The longest run of one and the same character. */
  readonly run: number;
  /** The longest run of characters that are no white space of ASCII. */
  readonly unbroken: number;
  /** How much likelier its letters are turned by thirteen, about: the logarithm of the ratio, in `GAIN_STEPS`. */
  readonly gain: number;
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
/** By which a terminal is told to go back, or to do as the next characters say. */
export const CONTROL = 1 << 18;
/** Two spaces next to each other. */
export const WIDE = 1 << 19;
/** Beyond ASCII, and no quotation mark, dash or the like, as printers and models set them in every text. */
export const UNUSUAL = 1 << 20;
/** One of `OTHER_MARK` but for the hyphen, which stands in words and before what is listed. */
export const RARER_MARK = 1 << 21;
/** Not told of the text, but of one character or of two. */
const SMALL = 1 << 22;
const CAPITAL = 1 << 23;
const JOINS = 1 << 24;
const SIGN = 1 << 25;
const LETTER = 1 << 26;
const BLANK = 1 << 27;
const DOT = 1 << 28;
const ALL_OF_TEXT = SMALL - 1;

/** Brackets, quotes and signs: not the marks that end a sentence or a part of it. */
export const MARKS = SQUARE | CURLY | ANGLE | PAREN | QUOTE | BACKTICK | HASH | OTHER_MARK;

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
  ['\\*_|~^$@=+%;/', RARER_MARK],
  ['\n', BREAK],
  ['\b\r\u007f\u001b', CONTROL],
  [';{}', STATEMENT],
  ['\\()[]{}<>*|~^$@=+"', GLUING],
  [':;{}>$\\=(\t', PROGRAM],
  ['"\\()[]{}<>*_|~^$@!?;:=+%-', JOINS],
  ['abcdefghijklmnopqrstuvwxyz', SMALL | LETTER],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', CAPITAL | LETTER],
  ['0123456789@$', SIGN],
  [' ', BLANK],
  ['.', DOT],
];
const BITS_OF_ASCII = Array.from({ length: 128 }, (_, unit) =>
  ROWS.reduce((bits, [characters, kind]) => (characters.includes(String.fromCharCode(unit)) ? bits | kind : bits), 0),
);

/** Characters that are the same kind of all these. */
const BEYOND = NOT_ASCII | UNUSUAL;
const CLASSES = [...new Set([...BITS_OF_ASCII, NOT_ASCII, BEYOND])];
const PLAIN = CLASSES.indexOf(0);
const WIDTH = 5;
if (CLASSES.length > 1 << WIDTH) throw new RangeError('characters are of too many kinds');

/** By the UTF-16 unit. */
const CLASS = new Uint8Array(0x10000).fill(CLASSES.indexOf(BEYOND));
BITS_OF_ASCII.forEach((bits, unit) => {
  CLASS[unit] = CLASSES.indexOf(bits);
});
for (const mark of '\u2010\u2011\u2012–—\u2015‘’‚“”„•…«»·°£€§') CLASS[mark.charCodeAt(0)] = CLASSES.indexOf(NOT_ASCII);

/** What a character behind another one says of the text, by the classes of both: bits, and what it adds to eight sums of a byte each. */
const SAYS = new Int32Array(1 << (2 * WIDTH));
const ADDS = new Int32Array(1 << (2 * WIDTH));
const ADDS_TOO = new Int32Array(1 << (2 * WIDTH));
CLASSES.forEach((before, first) => {
  CLASSES.forEach((kind, second) => {
    const pair = (first << WIDTH) | second;
    const has = (bit: number, bits = kind) => ((bits & bit) === 0 ? 0 : 1);
    const rises = has(SMALL, before) & has(CAPITAL);
    SAYS[pair] =
      (kind & ALL_OF_TEXT) |
      (rises * CAMEL) |
      ((has(JOINS, before) & has(JOINS)) * JOINED) |
      ((has(BLANK, before) & has(BLANK)) * WIDE);
    ADDS[pair] = has(LETTER) | (has(BLANK) << 8) | (has(CAPITAL) << 16) | (has(DOT) << 24);
    ADDS_TOO[pair] =
      (has(LETTER, before) & (1 - has(LETTER))) | ((has(SIGN, before) & has(LETTER)) << 8) | (has(SIGN) << 16);
  });
});

const SLASH = 47;
const SPACE = 32;
/** No sum of a byte overflows on fewer. */
const STRETCH = 255;

let last: { readonly text: string; readonly marks: Marks } | undefined;
let before: typeof last;

/** Linear in the text; of a sentence that several ask about one after another, as it stands and as it is read, it is read once. */
export function marksOf(text: string): Marks {
  if (last?.text === text) return last.marks;
  const known = before?.text === text ? before : { text, marks: noted(text) };
  before = last;
  last = known;
  return known.marks;
}

const ofNoted: (Marks | undefined)[] = Array.from({ length: PLACES });
const countedAt = new Float64Array(PLACES);

/** Of a sentence that is asked about again when others were in between, it is kept. */
function noted(text: string): Marks {
  const place = placeOfNoted(text);
  if (place < 0) return count(text);
  const known = ofNoted[place];
  if (known !== undefined && countedAt[place] === stampOfNoted(place)) return known;
  const marks = count(text);
  ofNoted[place] = marks;
  countedAt[place] = stampOfNoted(place);
  return marks;
}

/** Sums and no branches: where a word ends is what a processor guesses wrong. */
function count(text: string): Marks {
  const { length } = text;
  const units = wideOf(text);
  const classes = CLASS;
  const gains = GAINS;
  const says = SAYS;
  const adding = ADDS;
  const addingToo = ADDS_TOO;
  let kinds = 0;
  let letters = 0;
  let capitals = 0;
  let words = 0;
  let spaces = 0;
  let signs = 0;
  let figures = 0;
  let dots = 0;
  let before = PLAIN;
  let last = -1;
  let begun = 0;
  let longest = 0;
  let row = 0;
  let unbroken = 0;
  let gain = 0;
  for (let at = 0; at < length; ) {
    const end = Math.min(length, at + STRETCH);
    let adds = 0;
    let addsToo = 0;
    for (; at < end; at += 1) {
      const unit = units[at] ?? 0;
      if (unit !== last) {
        if (at - begun > longest) longest = at - begun;
        begun = at;
        last = unit;
      }
      // One more, or none where it is white space.
      row = (row + 1) & ((SPACE - unit) >> 31);
      if (row > unbroken) unbroken = row;
      gain += gains[unit] ?? 0;
      const kind = classes[unit] ?? 0;
      const pair = (before << WIDTH) | kind;
      kinds |= says[pair] ?? 0;
      adds = (adds + (adding[pair] ?? 0)) | 0;
      addsToo += addingToo[pair] ?? 0;
      before = kind;
    }
    letters += adds & 255;
    spaces += (adds >>> 8) & 255;
    capitals += (adds >>> 16) & 255;
    dots += (adds >>> 24) & 255;
    words += addsToo & 255;
    signs += (addsToo >>> 8) & 255;
    figures += (addsToo >>> 16) & 255;
  }
  kinds |= beginningOf(text);
  if ((kinds & BREAK) !== 0 && text.indexOf('\n') + 1 < length) kinds |= LINES;
  return {
    kinds,
    letters,
    words,
    spaces,
    signs,
    figures,
    dots,
    upper: capitals,
    capitals: letters === 0 ? 0 : capitals / letters,
    run: Math.max(longest, length - begun),
    unbroken,
    gain,
  };
}

function beginningOf(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at += 1;
  if (at === text.length) return 0;
  const unit = text.charCodeAt(at);
  return unit < 128 && (unit === SLASH || ((BITS_OF_ASCII[unit] ?? 0) & (SMALL | HASH)) !== 0) ? BEGINS_SMALL : 0;
}
