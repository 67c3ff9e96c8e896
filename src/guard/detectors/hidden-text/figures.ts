import type { Marks } from '../../../text/view/marks.ts';
import { shifted } from './moved.ts';
import { parted } from './parting.ts';
import { commonWords, isProse } from './speaks.ts';
import { isKnown } from './vocabulary.ts';

/** Reads a message sentence by sentence for rows of numbers, whatever stands between them, of which bytes or places in the alphabet are words. */
export interface FigureReader {
  read(sentence: string, marks: Marks): string | null;
}

/** Looked at together; what goes on has said enough by then. */
const MOST = 2048;
const LEAST_NUMBERS = 14;
const FIRST_TRY = 40;

export function createFigureReader(): FigureReader {
  let held = '';
  let tried = 0;
  let told = false;
  const tell = () => {
    tried = held.length;
    if (told || held.length < 2 * LEAST_NUMBERS) return null;
    const says = saidInFigures(held);
    told ||= says !== null;
    return says;
  };
  const flush = () => {
    const says = held.length > tried ? tell() : null;
    held = '';
    tried = 0;
    return says;
  };
  return {
    read: (sentence, { figures, letters }) => {
      if (figures < 1 || letters > 4 * figures) return held === '' ? null : flush();
      held += sentence;
      if (held.length >= MOST) return flush();
      // Twice as much as was looked at: so that all of it is looked at twice.
      return held.length >= Math.max(FIRST_TRY, 2 * tried) ? tell() : null;
    },
  };
}

/** What the numbers of a text say; else null. */
export function saidInFigures(text: string): string | null {
  const numbers = Array.from(text.matchAll(/(?<![\da-z])-?\d{1,13}(?![\da-z])/gi), ([number]) => Number(number));
  if (numbers.length >= LEAST_NUMBERS) {
    for (const row of rowsOf(numbers)) {
      const says = fromRow(row);
      if (says !== null) return says;
    }
  }
  return fromHex(text);
}

const MOST_IN_TURN = 4;

/** The numbers themselves, then those of one column of two to four, of all that say something, or of two that are one. */
function* rowsOf(numbers: readonly number[]): Iterable<readonly number[]> {
  yield numbers;
  for (let turn = 2; turn <= MOST_IN_TURN; turn += 1) {
    const columns = Array.from({ length: turn }, (_, first) => numbers.filter((_number, at) => at % turn === first));
    const telling = columns.filter((column) => !isCount(column) && column.length >= LEAST_NUMBERS - 2);
    yield* telling;
    if (telling.length > 1 && telling.length < turn)
      yield numbers.filter((_, at) => telling.includes(columns[at % turn] ?? []));
    const [high = [], low = []] = columns;
    if (turn === 2) for (const base of [100, 60]) yield high.map((number, at) => number * base + (low[at] ?? 0));
  }
}

/** Always the same, or one more with each. */
function isCount(column: readonly number[]): boolean {
  const step = (column[1] ?? 0) - (column[0] ?? 0);
  return (step === 0 || step === 1) && column.every((number, at) => number === (column[0] ?? 0) + at * step);
}

function fromRow(given: readonly number[]): string | null {
  if (given.length < LEAST_NUMBERS - 2) return null;
  const step = given.reduce((one, number) => commonDivisor(one, number - (given[0] ?? 0)), 0);
  const row = step > 1 ? given.map((number) => Math.floor(number / step)) : given;
  const [least, most] = [Math.min(...row), Math.max(...row)];
  if (most - least > 94) return null;
  if (least >= 0 && most <= 26 && most > 12) {
    const first = least === 0 ? 0 : 1;
    const says = parted(row.map((number) => String.fromCharCode(97 + number - first)).join(''));
    if (says !== null) return says;
  }
  // As many as letters, from whichever number on.
  if (most - least < 26 && most - least > 12) {
    const says = parted(unshifted(row.map((number) => String.fromCharCode(97 + number - least)).join('')));
    if (says !== null) return says;
  }
  // As they are; then with what is often for a space, counted up or down.
  const ways = [(number: number) => number];
  for (const usual of usualOf(row))
    ways.push(
      (number) => number - usual + SPACE,
      (number) => usual - number + SPACE,
    );
  for (const read of ways) {
    const bytes = row.map(read);
    const says = fromBytes(bytes) ?? fromBytes(bytes.toReversed());
    if (says !== null) return says;
  }
  return null;
}

function commonDivisor(one: number, other: number): number {
  let [big, small] = [Math.abs(one), Math.abs(other)];
  while (small > 0) [big, small] = [small, big % small];
  return big;
}

const SPACE = 32;

/** Those that are met most often. */
function usualOf(row: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const number of row) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts]
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 3)
    .map(([number]) => number);
}

function unshifted(letters: string): string {
  return shifted(letters) || letters;
}

/** Letters of ASCII that are a sentence. */
function fromBytes(bytes: readonly number[]): string | null {
  let letters = 0;
  for (const byte of bytes) {
    if (!isOfText(byte)) return null;
    if (isLetter(byte)) letters += 1;
  }
  if (letters * 10 < bytes.length * 6) return null;
  const says = String.fromCharCode(...bytes.slice(0, MOST));
  return isProse(says) && (commonWords(says) > 1 || isKnown(says)) ? says : parted(says.replace(/\s+$/, ''));
}

/** EBCDIC, code page 37: letters in three rows. */
const EBCDIC = new Uint8Array(256);
for (const [letters, first] of [
  ['abcdefghi', 0x81],
  ['jklmnopqr', 0x91],
  ['stuvwxyz', 0xa2],
  ['ABCDEFGHI', 0xc1],
  ['JKLMNOPQR', 0xd1],
  ['STUVWXYZ', 0xe2],
  [' ', 0x40],
  ['.', 0x4b],
] as const)
  for (let at = 0; at < letters.length; at += 1) EBCDIC[first + at] = letters.charCodeAt(at);

const HEX_WORD = /(?<![0-9a-z])(?:0x|#)?(?:[0-9a-f]{2})+(?![0-9a-z])/gi;

/** Bytes as pairs of hexadecimal digits, in words of any length: as they stand, or changed all in the same way; but for zeros. */
function fromHex(text: string): string | null {
  const words = text.match(HEX_WORD) ?? [];
  const bytes: number[] = [];
  const turned: number[] = [];
  const counts = new Int32Array(256);
  for (const word of words) {
    const first = bytes.length;
    for (let at = word.length % 2 === 1 ? 1 : /^0x/i.test(word) ? 2 : 0; at < word.length; at += 2) {
      const byte = Number.parseInt(word.slice(at, at + 2), 16);
      bytes.push(byte);
      counts[byte] = (counts[byte] ?? 0) + 1;
    }
    for (let at = bytes.length - 1; at >= first; at -= 1) turned.push(bytes[at] ?? 0);
  }
  if (bytes.length < LEAST_NUMBERS) return null;
  const usual = firstOfMost(bytes, counts);
  for (const [row, read] of [
    [bytes, (byte: number) => byte],
    [turned, (byte: number) => byte],
    [bytes, (byte: number) => (byte >> 4) | ((byte & 15) << 4)],
    [bytes, (byte: number) => 255 - byte],
    [bytes, (byte: number) => byte ^ usual ^ SPACE],
    [bytes, (byte: number) => (byte - usual + SPACE) & 255],
    [bytes, (byte: number) => EBCDIC[byte] ?? 0],
  ] as const) {
    if (!mayBeText(counts, read)) continue;
    const says = fromBytes(row.map(read).filter((byte) => byte !== 0));
    if (says !== null) return says;
  }
  return null;
}

function firstOfMost(bytes: readonly number[], counts: Int32Array): number {
  const most = Math.max(...counts);
  return bytes.find((byte) => counts[byte] === most) ?? 0;
}

/** Whether so many of each byte, read in this way, are characters of a text and enough of them letters: asked of each once. */
function mayBeText(counts: Int32Array, read: (byte: number) => number): boolean {
  let [all, letters] = [0, 0];
  for (let byte = 0; byte < counts.length; byte += 1) {
    const count = counts[byte] ?? 0;
    const unit = count === 0 ? 0 : read(byte);
    if (unit === 0) continue;
    if (!isOfText(unit)) return false;
    all += count;
    if (isLetter(unit)) letters += count;
  }
  return letters * 10 >= all * 6;
}

function isOfText(unit: number): boolean {
  return (unit >= SPACE && unit <= 126) || unit === 10 || unit === 13 || unit === 9;
}

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}
