import { CAMEL, JOINED, OTHER_MARK, PROGRAM, QUOTE } from '../../../../text/view/marks.ts';
import { surveyOf } from '../words/survey.ts';
import { isKnown } from '../words/vocabulary.ts';
import type { Code } from './alphabets.ts';
import { fromBase45 } from './bases.ts';
import { wordsFrom } from './gaps.ts';
import { fromMorse } from './morse.ts';
import { parted } from './parting.ts';

/** RFC 2152: UTF-16 in base64, between a plus and a hyphen. */
const UTF7 = /(?:[+&][A-Za-z0-9+/,]{3,200}-[ ,.!?]{0,2}){2,60}/g;

/** Letters that something stands between, and words and signs that stand for letters. */
export const APART: readonly Code[] = [
  {
    may: (_, { letters, words }) => words >= 11 && letters <= 2.2 * words,
    pattern: /[A-Za-z](?:[^A-Za-z0-9\n]{1,14}[A-Za-z](?![A-Za-z])){11,600}/g,
    read: joined,
  },
  {
    // As a short and a long tone are called.
    may: (text) => isSounded(text),
    pattern: /[^\n]{1,1024}/g,
    read: (run) =>
      fromMorse(
        run
          .toLowerCase()
          .replace(/\bd(?:i|it|ot)\b ?-?/g, '.')
          .replace(/\bda(?:h|sh)\b ?-?/g, '-')
          .replaceAll(',', ' ')
          .replaceAll(';', '/'),
      ),
    beside: true,
  },
  {
    may: (_, { kinds, letters, capitals }) =>
      (kinds & CAMEL) !== 0 && (kinds & PROGRAM) === 0 && capitals * letters >= 16,
    pattern: /[^\n]{40,1024}/g,
    read: (run) => parted(run.replace(/[^A-Z]/g, '')) ?? '',
    beside: true,
  },
  {
    may: (_, { kinds, capitals, letters }) =>
      (kinds & CAMEL) !== 0 && capitals > 0.25 && capitals < 0.75 && letters > 20,
    pattern: /(?:[A-Za-z]{1,3} |(?=[A-Za-z]{0,40}[a-z][A-Z])[A-Za-z]{2,42}(?:[ ,.!?]{1,2}|$)){6,200}/g,
    read: (run) => (isMixed(run) ? run.toLowerCase() : ''),
    beside: true,
  },
  {
    may: (text) => isSpelt(text),
    pattern: /[^\n]{1,1024}/g,
    read: (run) => parted(run.replace(/([A-Za-z])[A-Za-z]*|[^A-Za-z]/g, '$1')) ?? '',
  },
];

const LEAST_MIXED = 4;

/** Words with capitals in their midst, that are words without. */
function isMixed(run: string): boolean {
  const mixed = run.replace(/\b(?:[A-Z]?[a-z]+|[A-Z]+)\b/g, '');
  return (mixed.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= LEAST_MIXED && isKnown(mixed);
}

/** The same with figures or signs that no sentence needs. */
export const APART_BY_SIGNS: readonly Code[] = [
  {
    // Groups of four.
    may: (text, { figures, spaces }) =>
      figures > 1 && spaces >= 5 && hasFewWords(text) && /(?:[\w+/]{4} ){5}/.test(text),
    pattern: /(?:[\w+/]{4} ){5,200}[\w+/=]{2,4}/g,
    read: fromBase64,
  },
  {
    // Parts that a program joins, or letters with dots between.
    may: (text, { figures, kinds, letters, words }) =>
      figures > 1 && (letters < 2 * words || ((kinds & QUOTE) !== 0 && /["'][\w+/=]{8,}["'][\s,+.]/.test(text))),
    pattern: /(?:[\w+/]\.){12,400}[\w+/=.]{1,4}|["'][\w+/=]{4,200}["'](?:[\s,+.]{1,6}["'][\w+/=]{2,200}["']){1,40}/g,
    read: (run) => fromBase64(run.replace(/["']\s?[+,.]?\s?["']/g, '')),
  },
  {
    may: (text, { upper }) => upper > 1 && (text.includes('+AG') || text.includes('&AG')),
    pattern: UTF7,
    read: (run) => run.replace(/[+&]([A-Za-z0-9+/,]+)-/g, (_, code: string) => wideOf(Buffer.from(code, 'base64'))),
  },
  {
    // By which a keyboard of signs writes letters.
    may: (text, { kinds }) => (kinds & JOINED) !== 0 && (kinds & OTHER_MARK) !== 0 && /\|[-_\\)<>23]/.test(text),
    pattern: /[^\n]{16,600}/g,
    read: (run) =>
      (run.match(DRAWN) ?? []).filter(({ length }) => length > 1).length < LEAST_DRAWN
        ? ''
        : run.replace(DRAWN, (sign) => DRAWINGS.get(sign) ?? sign),
  },
  {
    may: (text, { capitals, figures }) => capitals > 0.7 && figures > 6 && /[$%*+:/][0-9A-Z]/.test(text),
    pattern: /(?<=^|\s)[0-9A-Z][0-9A-Z $%*+./:-]{35,600}/g,
    read: fromBase45,
  },
];

function hasFewWords(text: string): boolean {
  const { known, words } = surveyOf(text);
  return words > 5 && known * 8 <= words;
}

function fromBase64(run: string): string {
  return Buffer.from(run.replace(/[^\w+/]/g, ''), 'base64').toString('utf8');
}

/** Words of an alphabet for the telephone, and hardly another. */
export function isSpelt(text: string, goesOn = false): boolean {
  const { spells, words } = surveyOf(text);
  if (goesOn && words > 0 && spells === words) return true;
  return spells >= 3 && spells * 5 >= words * 4;
}

function wideOf(bytes: Buffer): string {
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
}

function isSounded(text: string): boolean {
  const { sounds, words } = surveyOf(text);
  return sounds >= 20 && sounds * 10 >= words * 9;
}

function joined(run: string): string {
  return wordsFrom(
    run.split(/[^A-Za-z]+/).filter((part) => part !== ''),
    run.split(/[A-Za-z]+/).slice(1, -1),
  );
}

/** Letters of several signs; code has some that look like it. */
const LEAST_DRAWN = 6;
const DRAWINGS = new Map([
  ['\\/\\/', 'w'],
  ['/\\/\\', 'm'],
  ['|\\/|', 'm'],
  ['|v|', 'm'],
  ['|V|', 'm'],
  ['/-\\', 'a'],
  ['/\\', 'a'],
  ['|\\|', 'n'],
  ['|-|', 'h'],
  ['|_|', 'u'],
  ['|_', 'l'],
  ['|)', 'd'],
  ['|2', 'r'],
  ['|>', 'p'],
  ['|<', 'k'],
  ['|3', 'b'],
  ['\\/', 'v'],
  ['()', 'o'],
  ['><', 'x'],
  ['$', 's'],
  ['+', 't'],
  ['!', 'i'],
  ['3', 'e'],
  ['0', 'o'],
  ['4', 'a'],
  ['@', 'a'],
  ['7', 't'],
  ['5', 's'],
  ['1', 'i'],
  ['|', 'l'],
]);
const DRAWN = new RegExp([...DRAWINGS.keys()].map((sign) => sign.replace(/[^A-Za-z0-9]/g, '\\$&')).join('|'), 'g');
