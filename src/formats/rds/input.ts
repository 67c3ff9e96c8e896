import type { Budget } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { MOST, SHORTEST, type Stretch } from '../among-numbers.ts';

/** The numbers and texts of a serialized R value, in one of its three spellings (R Internals, 1.8). */
export interface Input {
  readonly at: number;
  readonly left: number;
  integer(): number;
  real(): void;
  /** `length` bytes, or characters of the ASCII form. */
  text(length: number): string;
  /** Passes over whole numbers, reals or raw bytes. */
  skip(count: number, width: 1 | 4 | 8): void;
  /** Where vectors and texts lay; the ASCII form has them in other letters. */
  readonly stretches: readonly Stretch[];
}

const NA = -2147483648;

export function binaryInput(bytes: Uint8Array, start: number, little: boolean, budget?: Budget): Input {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  const stretches: Stretch[] = [];
  const hold = (from: number): void => {
    if (at - from < SHORTEST) return;
    if (stretches.length < MOST) stretches.push({ name: `values@${from}`, start: from, size: at - from, bytes: true });
    else budget?.leave(at - from);
  };
  const pass = (length: number): number => {
    if (length < 0 || length > bytes.length - at) throw new MalformedError('a value is cut short', at);
    at += length;
    return at - length;
  };
  return {
    get at() {
      return at;
    },
    get left() {
      return bytes.length - at;
    },
    integer: () => view.getInt32(pass(4), little),
    real: () => void pass(8),
    text: (length) => {
      const from = pass(length);
      hold(from);
      return new TextDecoder().decode(bytes.subarray(from, Math.min(at, from + 4096)));
    },
    skip: (count, width) => hold(pass(count * width)),
    stretches,
  };
}

const BLANK = /\s/;

/** Words between white space; texts with backslash escapes. */
export function asciiInput(bytes: Uint8Array, start: number): Input {
  const text = new TextDecoder('windows-1252').decode(bytes);
  let at = start;
  const blanks = (): void => {
    while (at < text.length && BLANK.test(text.charAt(at))) at += 1;
  };
  const word = (): string => {
    blanks();
    const from = at;
    while (at < text.length && !BLANK.test(text.charAt(at))) at += 1;
    if (at === from) throw new MalformedError('a value is cut short', at);
    return text.slice(from, at);
  };
  const integer = (): number => {
    const found = word();
    if (found === 'NA') return NA;
    if (!/^-?\d{1,10}$/.test(found)) throw new MalformedError('no whole number', at);
    return Number(found);
  };
  const character = (): string => {
    if (at >= text.length) throw new MalformedError('a value is cut short', at);
    const found = text.charAt(at++);
    if (found !== '\\') return found;
    const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3))?.[0];
    at += octal?.length ?? 1;
    return octal === undefined ? text.charAt(at - 1) : String.fromCharCode(Number.parseInt(octal, 8));
  };
  return {
    get at() {
      return at;
    },
    // A line ends the last value.
    get left() {
      return Math.max(0, text.trimEnd().length - at);
    },
    integer,
    real: () => void word(),
    text: (length) => {
      if (length > text.length - at) throw new MalformedError('a text longer than the file', at);
      blanks();
      let found = '';
      for (let index = 0; index < length; index++) found += character();
      return found;
    },
    skip: (count) => {
      if (count > text.length - at) throw new MalformedError('more values than bytes', at);
      for (let index = 0; index < count; index++) word();
    },
    stretches: [],
  };
}
