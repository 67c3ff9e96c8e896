import { commonWords } from '../words/speaks.ts';
import { wordsFrom } from './gaps.ts';
import { parted } from './parting.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Numbers that stand for letters, whatever parts them: codes of characters, places in the alphabet, keys of a telephone, rows and columns. */
export function fromNumbers(run: string): string {
  const parts = run.match(NUMBER)?.map((part) => part.replace(/^0[xbo]|^x|h$/i, '')) ?? [];
  for (const [base, fits] of BASES) {
    if (!parts.every((part) => fits.test(part))) continue;
    const codes = parts.map((part) => Number.parseInt(part, base));
    const says = fromCodes(codes);
    if (says !== '') return says;
  }
  if (parts.every((part) => /^(?:[1-9]|1\d|2[0-6])$/.test(part)) && parts.some((part) => Number(part) > 9))
    return best([
      spelt(run, parts, (part) => LETTERS.charAt(Number(part) - 1)),
      spelt(run, parts, (part) => LETTERS.charAt(26 - Number(part))),
    ]);
  if (parts.every((part) => /^(?:\d|1\d|2[0-5])$/.test(part)) && parts.some((part) => Number(part) > 9))
    return spelt(run, parts, (part) => LETTERS.charAt(Number(part)));
  if (parts.every((part) => /^[1-5][1-5]$/.test(part))) return spelt(run, parts, bySquare);
  if (parts.every((part) => /^(?:([2-689])\1{0,2}|([79])\2{0,3}|0)$/.test(part)))
    return spelt(run, parts, (part) => (part === '0' ? ' ' : byKey(part)));
  return '';
}

/** Characters of ASCII, or bytes of UTF-8 without one that is none. */
function fromCodes(codes: readonly number[]): string {
  if (!codes.every((code) => code >= 32 && code < 256)) return '';
  // What is long is cut within a character.
  const says = Buffer.from(codes)
    .toString('utf8')
    .replace(/^\ufffd{1,3}|\ufffd{1,3}$/g, '');
  return says.includes('\ufffd') ? '' : says;
}

function best(ways: readonly string[]): string {
  return ways.reduce((one, other) => (commonWords(other) > commonWords(one) ? other : one), '');
}

/** With the marks of its base. */
const NUMBER = /(?:0[xbo]|x)?[0-9a-f]+h?/gi;

const BASES: readonly (readonly [base: number, fits: RegExp])[] = [
  [2, /^[01]{6,32}$/],
  [10, /^0?\d{2,3}$/],
  [8, /^[0-3]?[0-7]{2}$/],
  [16, /^[0-9a-f]{2}$/i],
];

function spelt(run: string, parts: readonly string[], letterOf: (part: string) => string): string {
  return wordsFrom(parts.map(letterOf), run.split(/[0-9a-f]+/i).slice(1, parts.length));
}

/** Row and column in a square of five, `i` and `j` in one. (Polybius) */
function bySquare(part: string): string {
  return 'abcdefghiklmnopqrstuvwxyz'.charAt((Number(part[0]) - 1) * 5 + Number(part[1]) - 1);
}

const KEYS = ['', '', 'abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const;

function byKey(part: string): string {
  return KEYS[Number(part[0])]?.charAt(part.length - 1) ?? '';
}

/** Figures without anything between them: eight or seven binary ones a letter, or three decimal. */
export function fromFigures(run: string): string {
  // Places in the alphabet, two figures each.
  if (/^(?:0[1-9]|1\d|2[0-6])+$/.test(run))
    return parted((run.match(/../g) ?? []).map((part) => LETTERS.charAt(Number(part) - 1)).join('')) ?? '';
  for (const [width, base] of /^[01]+$/.test(run)
    ? ([
        [8, 2],
        [7, 2],
      ] as const)
    : ([[3, 10]] as const)) {
    if (run.length % width !== 0) continue;
    const codes = (run.match(new RegExp(`.{${width}}`, 'g')) ?? []).map((part) => Number.parseInt(part, base));
    const says = fromCodes(codes);
    if (says !== '') return says;
  }
  return '';
}

/**
 * Ways to write a character by its number: what stands before it, what it is in, and what may stand behind it. No number can be
 * read in two ways: noughts that may be part of it or stand before it cost four times as much with each number, where it is not all there is.
 */
const ESCAPES = [
  [String.raw`\\u\{(?=[0-9a-f]{2})0{0,4}([1-9a-f][0-9a-f]{0,4})\}`, 16],
  [String.raw`\\U(?=[0-9a-f]{2})0{0,6}([1-9a-f][0-9a-f]{0,4})`, 16],
  [String.raw`\\u([0-9a-f]{4})`, 16],
  [String.raw`\\x\{?([0-9a-f]{2})\}?`, 16],
  [String.raw`U\+([0-9a-f]{4,5})`, 16],
  [String.raw`%u([0-9a-f]{4})`, 16],
  [String.raw`%(?:25)?([0-9a-f]{2})`, 16],
  [String.raw`&#x(?=[0-9a-f]{2})0{0,6}([1-9a-f][0-9a-f]{0,4});?`, 16],
  [String.raw`&#(?=\d{2})0{0,6}([1-9]\d{0,5});?`, 10],
  [String.raw`=\n?([0-9A-F]{2})`, 16],
  [String.raw`0x([0-9a-f]{2,4})`, 16],
  [String.raw`\\0{2,4}([2-7][0-9a-f])`, 16],
  [String.raw`\\([0-7]{3})`, 8],
  [String.raw`\\0{0,4}([2-7][0-9a-f])`, 16],
  [String.raw`\b(?:chr\$?|char|nchar|unichr|unichar)\((\d{2,3})\)`, 10],
] as const;
const GAP = String.raw`(?:[ \n,+|.'"]|&(?!#)){0,4}`;
/** Without the places that are read. */
const SHAPES = ESCAPES.map(([form]) => form.replace(/(?<!\\)\((?!\?)/, '(?:'));
const ONE = SHAPES.join('|');

/** Eight or more of one way. Which characters begin one is asked before. */
export const ESCAPED = new RegExp(`(?:(?:${ONE})${GAP}){8,400}`, 'gi');

const WHOLE = SHAPES.map((shape) => new RegExp(`^(?:(?:${shape})${GAP})+$`, 'i'));
const EACH = ESCAPES.map(([form]) => new RegExp(`${form}(\\s*)`, 'gi'));

const ANY = new RegExp(`(?:${ESCAPES.map(([form]) => form).join('|')})(\\s*)`, 'gi');

/** By the one way that all are written in, or each by the first that fits; spaces between them count where none is written so. */
export function fromEscapes(run: string): string {
  for (const [at, [, base]] of ESCAPES.entries()) {
    const each = EACH[at];
    if (each === undefined || WHOLE[at]?.test(run) !== true) continue;
    return spacedOut(
      Array.from(run.matchAll(each), ([, code = '', gap = '']) => ({
        code: Number.parseInt(code, base),
        gap,
      })),
    );
  }
  return spacedOut(
    Array.from(run.matchAll(ANY), ([, ...groups]) => {
      const at = groups.findIndex((group) => group !== undefined && group !== '');
      return { code: Number.parseInt(groups[at] ?? '', ESCAPES[at]?.[1] ?? 16), gap: groups[ESCAPES.length] ?? '' };
    }),
  );
}

function spacedOut(signs: readonly { readonly code: number; readonly gap: string }[]): string {
  const codes = signs.map(({ code }) => code);
  if (codes.some((code) => !(code <= 0x10ffff))) return '';
  if (!codes.includes(SPACE) && codes.every((code) => code < 0x80))
    return signs.map(({ code, gap }) => String.fromCodePoint(code) + (gap === '' ? '' : ' ')).join('');
  return codes.some((code) => code > 0xff) || codes.every((code) => code < 0x80)
    ? String.fromCodePoint(...codes)
    : Buffer.from(codes).toString('utf8');
}

const SPACE = 32;

/** Letters of ASCII that nobody needs to escape, among others that are not. */
const LETTER_ESCAPED =
  /&#(?:0{0,4}(6[5-9]|[78]\d|90|9[7-9]|1[01]\d|12[0-2])|x0{0,4}([46][1-9a-f]|[57][0-9a]));|\\u\{?0{0,3}([46][1-9a-f]|[57][0-9a])\}?|%([46][1-9a-f]|[57][0-9a])|=([46][1-9A-F]|[57][0-9A])|\\x([46][1-9a-f]|[57][0-9a])/gi;
const LEAST_ESCAPED = 4;

/** Whether there are as many signs with which one begins: asked first, since most lines have a few. */
export function mayEscape(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === PERCENT || unit === EQUALS || unit === BACKSLASH || unit === AMPERSAND) count += 1;
  }
  return count >= LEAST_ESCAPED;
}

const [PERCENT, AMPERSAND, EQUALS, BACKSLASH] = [37, 38, 61, 92];

export function fromSomeEscapes(run: string): string {
  let count = 0;
  const says = run.replace(LETTER_ESCAPED, (_, decimal: string | undefined, ...hex: (string | undefined)[]) => {
    count += 1;
    const code = hex.slice(0, 5).find((one) => one !== undefined);
    return String.fromCharCode(decimal === undefined ? Number.parseInt(code ?? '', 16) : Number(decimal));
  });
  return count < LEAST_ESCAPED ? '' : says.replace(/=\?[\w-]{3,12}\?q\?|\?=|_/gi, ' ').trim();
}

/** Letters by their names, as Python and chat programs have them. */
export const NAMED_LETTERS =
  /(?:(?:\\N\{LATIN (?:SMALL|CAPITAL) LETTER [A-Z]\}|:regional_indicator_[a-z]:|&[A-Za-z](?:circ|acute|grave|uml|tilde);)[ ]{0,4}){8,400}/gi;

export function fromNames(run: string): string {
  const text = run
    .replace(/ {2,}/g, '_')
    .replace(/\\N\{LATIN (?:SMALL|CAPITAL) LETTER ([A-Z])\}|:regional_indicator_([a-z]):|&([A-Za-z])\w+;/gi, '$1$2$3');
  return (text.includes('_') ? text.replaceAll(' ', '').replaceAll('_', ' ') : text).toLowerCase();
}
