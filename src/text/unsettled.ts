import type { Reading } from './view/reading.ts';

/** More of a run is never held: a longer one is no token, name or number. */
const LONGEST_RUN = 512;

/** Where the run of characters without white space begins that the reading ends in. */
export function lastWord(reading: Reading, longest = LONGEST_RUN): number {
  const { text, from } = reading;
  return startOfRun(text, { end: text.length, least: Math.max(from, text.length - longest) }, isNoSpace);
}

/** Where the run of digits, and of what may stand between them, begins that the reading ends in. */
export function lastNumber(reading: Reading, longest = 64): number {
  const { text, from } = reading;
  return startOfRun(text, { end: text.length, least: Math.max(from, text.length - longest) }, isNumberPart);
}

/** `words` runs of characters without white space back from the end, within `longest` characters. */
export function lastWords(reading: Reading, words: number, longest = LONGEST_RUN): number {
  const { text, from } = reading;
  const least = Math.max(from, text.length - longest);
  let end = text.length;
  for (let word = 0; word < words && end > least; word++) {
    end = startOfRun(text, { end, least }, isSpace);
    end = startOfRun(text, { end, least }, isNoSpace);
  }
  return end;
}

/** `length` characters back from the end. */
export function lastCharacters({ text, from }: Reading, length: number): number {
  return Math.max(from, text.length - length);
}

/** The beginnings of some literals, whatever their case. */
export interface Beginnings {
  readonly all: ReadonlySet<string>;
  readonly longest: number;
}

export function beginningsOf(literals: readonly string[]): Beginnings {
  const all = literals.flatMap((literal) => Array.from(literal.slice(1), (_, at) => literal.slice(0, at + 1)));
  return { all: new Set(all), longest: Math.max(0, ...all.map(({ length }) => length)) };
}

/** Where one of them begins that goes up to the reading's end, the longest that does; the end if none does. */
export function lastBeginning({ text, from }: Pick<Reading, 'text' | 'from'>, { all, longest }: Beginnings): number {
  const last = text.slice(Math.max(from, text.length - longest)).toLowerCase();
  for (let at = 0; at < last.length; at += 1) {
    if (all.has(last.charAt(at)) && all.has(last.slice(at))) return text.length - last.length + at;
  }
  return text.length;
}

interface Within {
  readonly end: number;
  readonly least: number;
}

function startOfRun(text: string, { end, least }: Within, belongs: (unit: number) => boolean): number {
  let at = end;
  while (at > least && belongs(text.charCodeAt(at - 1))) at--;
  return at;
}

function isNoSpace(unit: number): boolean {
  return !isSpace(unit);
}

function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028;
}

/** Digits and ` ( ) + - . / :` and letters are left to the caller's own patterns. */
function isNumberPart(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || NUMBER_MARKS.has(unit);
}

const NUMBER_MARKS: ReadonlySet<number> = new Set(Array.from(' ()+-./:', (mark) => mark.charCodeAt(0)));
