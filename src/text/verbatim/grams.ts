import type { LettersInRow } from './letters.ts';

/** Letters in a row of which two bits are kept: enough to tell, letter by letter, how far a copy goes. */
export const GRAM = 4;
/** Values that a gram can have: of four that agree by accident, one. */
export const GRAMS = 4;
const BITS = 2;
const IN_A_BYTE = 8 / BITS;

/** Of the last `GRAM` letters; 0 stands for a letter before a text's beginning. */
export function gramOf(first: number, second: number, third: number, last: number): number {
  const mixed = Math.imul(Math.imul(Math.imul(first, 31) + second, 31) + third, 31) + last;
  return Math.imul(mixed, 0x9e3779b1) >>> (32 - BITS);
}

/** The grams of all documents in a row, one for each letter, four in a byte. */
export function createGramWriter() {
  let bytes = new Uint8Array(4096);
  let [first, second, third] = [0, 0, 0];
  return {
    begin: () => {
      [first, second, third] = [0, 0, 0];
    },
    /** `position` is that of the first letter. */
    write: ({ count, units }: LettersInRow, position: number) => {
      const needed = Math.ceil((position + count) / IN_A_BYTE);
      if (needed > bytes.length) {
        const larger = new Uint8Array(2 * needed);
        larger.set(bytes);
        bytes = larger;
      }
      for (let at = 0; at < count; at++) {
        const last = units[at] ?? 0;
        const byte = (position + at) >> 2;
        bytes[byte] = (bytes[byte] ?? 0) | (gramOf(first, second, third, last) << (BITS * ((position + at) & 3)));
        [first, second, third] = [second, third, last];
      }
    },
    bytes: (letters: number) => bytes.subarray(0, bytesFor(letters)),
  };
}

export function bytesFor(letters: number): number {
  return Math.ceil(letters / IN_A_BYTE);
}

/** The gram in a byte that belongs to this position. */
export function gramIn(byte: number, position: number): number {
  return (byte >> (BITS * (position & 3))) & (GRAMS - 1);
}
