import { marksOf } from '../../../../text/view/marks.ts';
import type { Reusable } from '../../idle.ts';
import { isProse } from '../words/speaks.ts';
import { isSpelt } from './apart.ts';
import { fromBases, fromUu, plainText } from './bases.ts';
import { codedIn } from './coded.ts';
import { parted } from './parting.ts';

/**
 * Reads sentence by sentence what is written over several lines, of which none says anything: told with the line by which they
 * say enough, or the sentence behind them. What only the end of the message told would depend on what was let out by then.
 */
export interface LineReader extends Reusable {
  read(sentence: string): string | null;
}

/** More are not kept: a message that is longer has begun to speak long before. */
const MOST_LINES = 80;
const LEAST_LINES = 3;
const LEAST_LETTERS = 14;
const MOST_LETTERS = 300;
/** Lines that may be the last are looked at so often: who writes them at random is not looked at for each. */
const MOST_LAST = 8;

/** A line of such a message: one piece without spaces, or pieces of figures. */
const LINE =
  /^\s*(?:[!-~]{1,90}|(?:[0-9A-Fa-fx]{2,9}:?[ \t]{1,3}){1,34}(?:[0-9A-Fa-fx]{1,9})?(?:\s*\|?.{1,16}\|?)?)\s*$/;

/** What stands before a line of a list, a quotation, a comment or a table. */
const MARKER = /^\s{0,8}(?:[-*+>#|•]|\/\/|\d{1,3}[.):|]|\|\s{0,3}\d{1,3}\s{0,3}\|)\s{1,4}(?=\S{8})/;

/** The number of what is counted ends a sentence by itself. */
const NUMBER = /^\s*\d{1,3}\.\s*$/;

export function createLineReader(): LineReader {
  let lines: string[] = [];
  let tried = 0;
  let last = 0;
  let spoke = false;
  let spelt = '';
  let told = false;

  const tell = () => {
    tried = lines.length;
    const says = isBlock(lines) ? readingOf(lines) : null;
    spoke = says !== null;
    return says;
  };
  const flush = () => {
    const says = spoke || lines.length === tried ? null : tell();
    lines = [];
    [tried, last, spoke] = [0, 0, false];
    return says;
  };
  const add = (line: string) => {
    if (spoke || lines.length === MOST_LINES) return null;
    const mayBeLast = line.length < (lines.at(-1)?.length ?? 0) && last < MOST_LAST;
    if (mayBeLast) last += 1;
    lines.push(line);
    // With a quarter more than was looked at: so that all of it is looked at some four times.
    return mayBeLast || lines.length >= tried + Math.max(LEAST_LINES, tried / 4) ? tell() : null;
  };

  return {
    restart: () => {
      lines = [];
      [tried, last, spoke, spelt, told] = [0, 0, false, '', false];
    },
    read: (sentence) => {
      if (isSpelt(sentence, spelt !== '')) {
        spelt = (spelt + sentence.replace(/([A-Za-z])[A-Za-z]*|[^A-Za-z]/g, '$1')).slice(-MOST_LETTERS);
        const says = spelt.length < LEAST_LETTERS || told ? null : parted(spelt);
        told ||= says !== null;
        return says;
      }
      spelt = '';
      if (!mayBeLine(sentence)) return flush();
      if (LINE.test(sentence)) return NUMBER.test(sentence) ? null : add(sentence.trim());
      const line = sentence.replace(MARKER, '');
      return line !== sentence && LINE.test(line) ? add(line.trim()) : flush();
    },
  };
}

function isBlock(lines: readonly string[]): boolean {
  return (lines.length >= LEAST_LINES || isUu(lines[0] ?? '')) && areEven(lines);
}

function mayBeLine(sentence: string): boolean {
  const { spaces, figures } = marksOf(sentence);
  return spaces < 2 || figures > 7;
}

/** An encoder fills its lines, but for the last one; a frame has another first and last. */
function areEven(lines: readonly string[]): boolean {
  const width = lines[1]?.length ?? 0;
  if (isUu(lines[0] ?? '')) return true;
  return (
    (width === 1 || width > 7) && lines.filter(({ length }) => length === width).length >= Math.max(1, lines.length - 3)
  );
}

/** The first sign says how many bytes a line holds. */
function isUu(line: string): boolean {
  const bytes = (line.charCodeAt(0) - 32) & 63;
  return bytes > 0 && line.length === 1 + 4 * Math.ceil(bytes / 3);
}

function readingOf(lines: readonly string[]): string | null {
  if (lines[1]?.length === 1) return lines.every((line) => /^[A-Za-z]$/.test(line)) ? parted(lines.join('')) : null;
  const glued = lines.join('');
  const plain = plainText(glued.replace(/[\\|]/g, ''));
  if (plain !== '') return plain;
  const encoded = fromBases(glued.replace(/=\n?$/, ''));
  if (encoded !== '') return encoded;
  const from = lines.findIndex((line) => /^begin \d{3}|^[!-`]/.test(line));
  for (const text of [fromUu(lines.slice(Math.max(0, from))), fromUu(lines.slice(0, -1))])
    if (isProse(text)) return text;
  const dump = lines.map((line) => line.replace(/^[0-9a-f]{4,8}:?\s+(?=\S)/i, '').replace(/\s{2,}\|?.{1,16}\|?$/, ''));
  const hex = dump.join('').replace(/\s/g, '');
  const dumped = /^[0-9a-f]+$/i.test(hex) ? Buffer.from(hex, 'hex').toString('utf8') : '';
  if (isProse(dumped)) return dumped;
  for (const text of [dump.join(' '), lines.join(' '), lines.map((line) => line.replace(/=$/, '')).join('')]) {
    const [coded] = codedIn(text);
    if (coded !== undefined) return coded.says;
  }
  return null;
}
