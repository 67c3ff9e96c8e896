import { middleCut, printable } from '../kernel/printable.ts';

/** Longest text from outside in one place of a document, in characters. Whole in JSON. */
export const TEXT_LIMIT = 600;

/** Text from anywhere as Markdown prose: no link, no emphasis, no table cell, no HTML and no mention can come of it. */
export function markdownText(text: string): string {
  return middleCut(printable(text), TEXT_LIMIT)
    .trim()
    .replace(/[\\*_~[\]<>&$]/g, '\\$&')
    .replaceAll('|', '&#124;')
    .replaceAll('`', '&#96;')
    .replace(/:(?=[^\s\d])/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/\/(?=\/)/g, '\\/')
    .replace(/@+/g, '`$&`')
    .replace(/^[-+=#]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A name from outside as code, in which nothing has a meaning. */
export function markdownCode(text: string): string {
  return text === '' ? EMPTY : codeSpan(middleCut(printable(text), TEXT_LIMIT));
}

const EMPTY = '(empty)';

/** The same in a table, where a pipe would end the cell even within code: it stands between two pieces. */
export function markdownCell(text: string): string {
  if (text === '') return EMPTY;
  return middleCut(printable(text), TEXT_LIMIT)
    .split('|')
    .map((piece) => (piece === '' ? '' : codeSpan(piece)))
    .join('&#124;');
}

/** A code span (CommonMark 6.1): its fence is longer than any run of backticks in it. */
function codeSpan(piece: string): string {
  const longest = Math.max(0, ...Array.from(piece.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^[`\s]|[`\s]$/.test(piece) ? ' ' : '';
  return `${fence}${padding}${piece}${padding}${fence}`;
}
