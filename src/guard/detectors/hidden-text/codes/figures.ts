import type { Marks } from '../../../../text/view/marks.ts';
import { wideOf } from '../../../../text/view/wide.ts';
import type { Reusable } from '../../idle.ts';
import { commonWords, isLikeLanguage, isProse } from '../words/speaks.ts';
import { isKnown } from '../words/vocabulary.ts';
import { shifted } from './moved.ts';
import { parted } from './parting.ts';

/** Reads a message sentence by sentence for rows of numbers, whatever stands between them, of which bytes or places in the alphabet are words. */
export interface FigureReader extends Reusable {
  read(sentence: string, marks: Marks): string | null;
}

/** Looked at together; what goes on has said enough by then. */
const MOST = 2048;
const LEAST_NUMBERS = 14;
const MOST_DIGITS = 13;
const ZERO = 48;
const X = 120;
const MINUS = 45;
const PERCENT = 37;
const OTHER_LETTER = 16;
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
    restart: () => {
      [held, tried, told] = ['', 0, false];
    },
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
  const figures = figuresOf(text);
  if (figures.numbers.length >= LEAST_NUMBERS) {
    for (const row of rowsOf(figures.numbers)) {
      const says = fromRow(row);
      if (says !== null) return says;
    }
  }
  return fromHex(figures);
}

/** What stands in a text as a word of nothing but digits, decimal or hexadecimal. */
interface Figures {
  readonly numbers: readonly number[];
  /** Of words of pairs of hexadecimal digits: all bytes, and where each word of them ends. */
  readonly bytes: readonly number[];
  readonly ends: readonly number[];
  /** Of these, all that are no escape: addresses escape what is not ASCII, whatever it says. */
  readonly bare: readonly number[];
}

/** The worth of a hexadecimal digit; of other letters more, of what is neither less than nothing. */
const WORTH = new Int8Array(128).fill(-1);
for (let unit = 0; unit < 128; unit += 1) {
  const small = unit | 32;
  if (unit >= 48 && unit <= 57) WORTH[unit] = unit - 48;
  else if (small >= 97 && small <= 122) WORTH[unit] = small <= 102 ? small - 87 : OTHER_LETTER;
}

function worthAt({ all, length }: Units, at: number): number {
  const unit = at < length ? (all[at] ?? 128) : 128;
  return unit < 128 ? (WORTH[unit] ?? -1) : -1;
}

/** Of a text that was put together: to ask it for each would go through its parts each time. */
interface Units {
  readonly all: Uint16Array;
  readonly length: number;
}

function figuresOf(text: string): Figures {
  const all = wideOf(text);
  const units: Units = { all, length: text.length };
  const [numbers, bytes, ends, bare]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let at = 0; at < text.length; at += 1) {
    if (worthAt(units, at) < 0) continue;
    const first = at;
    // Behind 0x the digits count alone.
    const isMarked = all[at] === ZERO && at + 1 < text.length && ((all[at + 1] ?? 0) | 32) === X;
    const from = isMarked ? at + 2 : at;
    let most = 0;
    let number = 0;
    for (at = from; ; at += 1) {
      const worth = worthAt(units, at);
      if (worth < 0) break;
      if (worth > most) most = worth;
      // Of more digits than are taken, and of letters, it is no number, and not asked for.
      number = number * 10 + worth;
    }
    if (most < 10 && from === first && at - first <= MOST_DIGITS) {
      const isNegative = first > 0 && all[first - 1] === MINUS && !(first > 1 && worthAt(units, first - 2) >= 0);
      numbers.push(isNegative ? -number : number);
    }
    if (most >= OTHER_LETTER || (at - from) % 2 === 1) continue;
    // A sign before more digits than one byte has escapes nothing.
    const isEscape = at - first === 2 && first > 0 && all[first - 1] === PERCENT;
    for (let place = from; place < at; place += 2) {
      const byte = worthAt(units, place) * 16 + worthAt(units, place + 1);
      bytes.push(byte);
      if (!isEscape) bare.push(byte);
    }
    ends.push(bytes.length);
  }
  return { numbers, bytes, ends, bare };
}

const MOST_IN_TURN = 4;

/** The numbers themselves, then those of one column of two to four, of all that say something, or of two that are one. */
function* rowsOf(numbers: readonly number[]): Iterable<readonly number[]> {
  yield numbers;
  for (let turn = 2; turn <= MOST_IN_TURN; turn += 1) {
    const columns = columnsOf(numbers, turn);
    const telling = columns.filter((column) => !isCount(column) && column.length >= LEAST_NUMBERS - 2);
    yield* telling;
    if (telling.length > 1 && telling.length < turn)
      yield numbers.filter((_, at) => telling.includes(columns[at % turn] ?? []));
    const [high = [], low = []] = columns;
    if (turn === 2) for (const base of [100, 60]) yield high.map((number, at) => number * base + (low[at] ?? 0));
  }
}

function columnsOf(numbers: readonly number[], turn: number): readonly (readonly number[])[] {
  const columns: number[][] = [];
  for (let first = 0; first < turn; first += 1) {
    const column: number[] = [];
    for (let at = first; at < numbers.length; at += turn) column.push(numbers[at] ?? 0);
    columns.push(column);
  }
  return columns;
}

/** Always the same, or one more with each. */
function isCount(column: readonly number[]): boolean {
  const step = (column[1] ?? 0) - (column[0] ?? 0);
  return (step === 0 || step === 1) && column.every((number, at) => number === (column[0] ?? 0) + at * step);
}

function fromRow(given: readonly number[]): string | null {
  if (given.length < LEAST_NUMBERS - 2) return null;
  const row = closeUp(given);
  if (row === null) return null;
  const [least, most] = [Math.min(...row), Math.max(...row)];
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

/** With the step that all of them have taken as one; null when they are too far apart to be characters. */
function closeUp(row: readonly number[]): readonly number[] | null {
  let [least, most] = [row[0] ?? 0, row[0] ?? 0];
  for (const number of row) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  let step = 0;
  for (let at = 1; at < row.length && step !== 1; at += 1) step = commonDivisor(step, (row[at] ?? 0) - (row[0] ?? 0));
  if (step > 1) return (most - least) / step > MOST_APART ? null : row.map((number) => Math.floor(number / step));
  return most - least > MOST_APART ? null : row;
}

const MOST_APART = 94;

function commonDivisor(one: number, other: number): number {
  let [big, small] = [Math.abs(one), Math.abs(other)];
  while (small > 0) [big, small] = [small, big % small];
  return big;
}

const SPACE = 32;

/** Those that are met most often; of several the ones that come first. */
function usualOf(row: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const number of row) counts.set(number, (counts.get(number) ?? 0) + 1);
  const usual: number[] = [];
  while (usual.length < 3 && counts.size > 0) {
    let most: readonly [number, number] = [0, 0];
    for (const one of counts) if (one[1] > most[1]) most = one;
    usual.push(most[0]);
    counts.delete(most[0]);
  }
  return usual;
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
  return isProse(says) && (commonWords(says) > 1 || isKnown(says) || isLikeLanguage(says))
    ? says
    : parted(says.replace(/\s+$/, ''));
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

/** Pairs of hexadecimal digits, in words of any length: as they stand, or changed all in the same way; but for zeros. */
function fromHex({ bytes, ends, bare }: Figures): string | null {
  if (bytes.length < LEAST_NUMBERS) return null;
  const written = bare.length >= LEAST_NUMBERS && bare.some((byte) => byte > 127) ? fromWideBytes(bare) : null;
  if (written !== null) return written;
  const kinds: number[] = [];
  COUNTS.fill(0);
  for (const byte of bytes) {
    if (COUNTS[byte] === 0) kinds.push(byte);
    COUNTS[byte] = (COUNTS[byte] ?? 0) + 1;
  }
  let usual = kinds[0] ?? 0;
  for (const byte of kinds) if ((COUNTS[byte] ?? 0) > (COUNTS[usual] ?? 0)) usual = byte;
  return readBytes({ bytes, ends, kinds, usual });
}

/** UTF-8 of another language, of which the last character may be cut. */
function fromWideBytes(bytes: readonly number[]): string | null {
  const says = Buffer.from(bytes)
    .toString('utf8')
    .replace(/\ufffd{1,3}$/, '');
  return !/\ufffd|(?![\n\r\t])[\p{Cc}\p{Cn}\p{Co}]/u.test(says) && isProse(says) ? says : null;
}

/** How often each byte stands in what is looked at. */
const COUNTS = new Int32Array(256);

interface Bytes extends Pick<Figures, 'bytes' | 'ends'> {
  /** Each byte that stands there, once. */
  readonly kinds: readonly number[];
  readonly usual: number;
}

function readBytes({ bytes, ends, kinds, usual }: Bytes): string | null {
  for (const { turns, read } of READINGS) {
    if (!mayBeText(kinds, read, usual)) continue;
    const row = turns ? turnedByWord(bytes, ends) : bytes;
    const says = fromBytes(row.map((byte) => read(byte, usual)).filter((byte) => byte !== 0));
    if (says !== null) return says;
  }
  return null;
}

type ReadByte = (byte: number, usual: number) => number;

/** What each byte may have been, and whether the bytes of each word stand the other way round. */
const READINGS: readonly { readonly turns: boolean; readonly read: ReadByte }[] = [
  { turns: false, read: (byte) => byte },
  { turns: true, read: (byte) => byte },
  { turns: false, read: (byte) => (byte >> 4) | ((byte & 15) << 4) },
  { turns: false, read: (byte) => 255 - byte },
  { turns: false, read: (byte, usual) => byte ^ usual ^ SPACE },
  { turns: false, read: (byte, usual) => (byte - usual + SPACE) & 255 },
  { turns: false, read: (byte) => EBCDIC[byte] ?? 0 },
];

function turnedByWord(bytes: readonly number[], ends: readonly number[]): readonly number[] {
  const turned: number[] = [];
  let start = 0;
  for (const end of ends) {
    for (let place = end - 1; place >= start; place -= 1) turned.push(bytes[place] ?? 0);
    start = end;
  }
  return turned;
}

/** Whether the bytes, read in this way, are characters of a text and enough of them letters: asked of each once. */
function mayBeText(kinds: readonly number[], read: ReadByte, usual: number): boolean {
  let [all, letters] = [0, 0];
  for (const byte of kinds) {
    const count = COUNTS[byte] ?? 0;
    const unit = read(byte, usual);
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
