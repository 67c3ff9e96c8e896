import { isMark, isSign } from './bounds.ts';

/** Two letters that stand side by side in a word, in either case: by the low bytes of both, a bit for each. */
export type Pairs = Uint8Array;

const BYTE = 0xff;

export function createPairs(parts: readonly string[]): Pairs {
  const pairs = new Uint8Array(1 << 13);
  for (const part of parts) {
    for (let at = 0; at + 1 < part.length; at++) {
      for (const first of cases(part.charAt(at)))
        for (const next of cases(part.charAt(at + 1))) add(pairs, first, next);
    }
  }
  return pairs;
}

function cases(letter: string): readonly number[] {
  return [letter, letter.toUpperCase()].map((one) => one.charCodeAt(0));
}

function add(pairs: Pairs, first: number, next: number): void {
  const place = placeOf(first, next);
  pairs[place >> 3] = (pairs[place >> 3] ?? 0) | (1 << (place & 7));
}

function has(pairs: Pairs, first: number, next: number): boolean {
  const place = placeOf(first, next);
  return (((pairs[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}

function placeOf(first: number, next: number): number {
  return ((first & BYTE) << 8) | (next & BYTE);
}

const MARKS = ['*', '_', '`', '~'] as const;
/** Marks in a row between two letters. */
const MOST = 3;

/**
 * Calls for each place where marks stand between two letters that are side by side in a word, and where a hyphen stands between a
 * letter and the end of its line; for each of these signs in the order of the text. A text that has none of them is read as fast
 * as memory is: a sieve would ask about every pair.
 */
export function eachJoint(text: string, from: number, pairs: Pairs, call: (at: number) => void): void {
  for (const mark of MARKS) {
    for (let at = text.indexOf(mark, from); at >= 0; ) {
      let behind = at + 1;
      while (isMark(text, behind)) behind++;
      if (at > from && behind - at <= MOST && has(pairs, text.charCodeAt(at - 1), text.charCodeAt(behind))) call(at);
      at = text.indexOf(mark, behind);
    }
  }
  for (let at = text.indexOf('-', from); at >= 0; at = text.indexOf('-', at + 1)) {
    if (text.charCodeAt(at + 1) <= BLANK && endsLine(text, at + 1) && isSign(text, at - 1)) call(at);
  }
}

const BLANK = ' '.charCodeAt(0);

function endsLine(text: string, at: number): boolean {
  const end = text.charCodeAt(at) === BLANK ? at + 1 : at;
  return text.startsWith('\n', end) || text.startsWith('\r\n', end);
}
