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
    .replace(/:(?=[^\s])/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/@+/g, '`$&`')
    .replace(/^[-+=#]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A name from outside as code. A pipe would end a table's cell even within code, so it stands between two pieces. */
export function markdownCode(text: string): string {
  const shown = middleCut(printable(text), TEXT_LIMIT);
  if (shown === '') return '(empty)';
  return shown
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
