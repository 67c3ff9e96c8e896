import { soughtIn } from '../../../text/sought.ts';
import { HASH, type Marks, marksOf, NOT_ASCII, OTHER_MARK } from '../../../text/view/marks.ts';
import { ALPHABETS, type Code, LEAST_FIGURES, LONG_RUN } from './alphabets.ts';
import { commonWords, isProse } from './speaks.ts';

/** A message that was written in signs for letters, and what it says. */
export interface Coded {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** Eight signs or more, so that a version, an address of a network or a row of a table is none. */
const CODES: readonly Code[] = [
  {
    may: (text, { figures, spaces }) => figures >= 10 && (spaces > 0 || text.includes(',')),
    pattern: /(?<![\w.,-])(?:0x)?\d[0-9a-f]{1,7}(?:[\s,:]{1,2}(?:0x)?\d[0-9a-f]{1,7}){9,400}(?![\w-])/gi,
    read: fromNumbers,
  },
  {
    may: (text, { kinds }) =>
      (kinds & (OTHER_MARK | HASH)) !== 0 && (text.includes('\\u') || text.includes('\\x') || text.includes('&#')),
    pattern: /(?:\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|&#(?:\d{2,5}|x[0-9a-f]{2,4});[ ]{0,2}){8,400}/gi,
    read: (run) =>
      run.replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#(\d{2,5});|&#x([0-9a-f]{2,4});/gi, (_, a, b, decimal, d) =>
        String.fromCodePoint(decimal === undefined ? Number.parseInt(a ?? b ?? d, 16) : Number(decimal)),
      ),
  },
  {
    may: (_, { dots }) => dots >= LEAST_DOTS,
    pattern: /(?<![\w.])[A-Za-z](?:\.[A-Za-z]){3,20}(?:\.?\s[A-Za-z](?:\.[A-Za-z]){1,20}){1,60}(?![\w.])/g,
    read: (run) => run.replaceAll('.', ''),
  },
  {
    may: (text, { kinds }) => (kinds & NOT_ASCII) !== 0 && /[\u0332\u0335\u0336\u0338]/.test(text),
    pattern: /[A-Za-z](?:[\u0332\u0335\u0336\u0338][A-Za-z ]?){8,400}/g,
    read: (run) => run.replace(/[\u0332\u0335\u0336\u0338]/g, ''),
  },
  {
    // More accents on each letter than any language heaps on it.
    may: (text, { kinds }) => (kinds & NOT_ASCII) !== 0 && /[\u0300-\u036f]{3}/.test(text),
    pattern: /\p{Script=Latin}[\u0300-\u036f]{2,40}(?:[\p{Script=Latin} ][\u0300-\u036f]{2,40}){7,400}/gu,
    read: (run) => run.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  },
  {
    may: soughtIn([' eht ', ' dna ', ' lla ', 'tpmorp', 'snoitcurtsni', 'erongi', 'drowssap']),
    pattern: /[A-Za-z][A-Za-z ,.'!?:-]{18,600}[A-Za-z]/g,
    read: (run) => Array.from(run).toReversed().join(''),
    ofLetters: true,
  },
  ...ALPHABETS,
];

/** What the codes in a text say, where it is a sentence. */
export function codedIn(text: string): readonly Coded[] {
  if (text.length < SHORTEST) return NOTHING;
  const marks = marksOf(text);
  const codes = isPlain(marks) ? CODES_OF_LETTERS : CODES;
  const found: Coded[] = [];
  for (const { may, pattern, read } of codes) {
    if (!may(text, marks)) continue;
    for (const { 0: run, index } of text.matchAll(pattern)) {
      const says = read(run);
      if (isProse(says) && commonWords(says) >= 2 && commonWords(says) > commonWords(run.replace(SINGLE, '')))
        found.push({ start: index, end: index + run.length, says });
    }
  }
  return found;
}

/** Whether it has too few of the characters that all codes but those of letters alone need. */
function isPlain({ kinds, figures, dots, upper }: Marks): boolean {
  const has = (kinds & (NOT_ASCII | OTHER_MARK | HASH)) !== 0;
  return !has && figures < LEAST_FIGURES && dots < LEAST_DOTS && upper + figures < LONG_RUN;
}

const CODES_OF_LETTERS = CODES.filter(({ ofLetters }) => ofLetters === true);

/** Of the letters parted by dots: a word of four, and one of two. */
const SHORTEST = 11;
const LEAST_DOTS = 4;
const NOTHING: readonly Coded[] = [];

/** Letters that stand alone are words in some languages. */
const SINGLE = /\b[A-Za-z]\b/g;

/** Binary, octal, decimal or hexadecimal, whatever gives letters only. */
function fromNumbers(run: string): string {
  const parts = run.split(/[\s,:]+/).map((part) => part.replace(/^0x/i, ''));
  for (const [base, fits] of BASES) {
    if (!parts.every((part) => fits.test(part))) continue;
    const codes = parts.map((part) => Number.parseInt(part, base));
    if (codes.every((code) => code >= 32 && code < 127)) return String.fromCharCode(...codes);
  }
  return '';
}

const BASES: readonly (readonly [base: number, fits: RegExp])[] = [
  [2, /^[01]{7,8}$/],
  [10, /^\d{2,3}$/],
  [8, /^[01]?[0-7]{2}$/],
  [16, /^[0-9a-f]{2}$/i],
];
