/** Whether a word may be among those that were put in: it is asked much oftener than one is. */
export interface WordPrints {
  may(print: number): boolean;
}

/** A bit for each print; of those that were not put in, a few are taken for it. */
export function createPrints(prints: Iterable<number>): WordPrints {
  const bits = new Int32Array(1 << (SLOT_BITS - 5));
  for (const print of prints) {
    const slot = slotOf(print);
    bits[slot >> 5] = (bits[slot >> 5] ?? 0) | (1 << (slot & 31));
  }
  return {
    may: (print) => {
      const slot = slotOf(print);
      return (((bits[slot >> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
    },
  };
}

const SLOT_BITS = 18;

function slotOf(print: number): number {
  return (print ^ (print >>> 14)) & ((1 << SLOT_BITS) - 1);
}

/** The print of a word, letter by letter. */
export function printed(print: number, unit: number): number {
  return (Math.imul(print, 0x01000193) ^ (unit + 0x9e5)) | 0;
}

export function printOf(word: string): number {
  let print = 0;
  for (let at = 0; at < word.length; at += 1) print = printed(print, word.charCodeAt(at));
  return print;
}

/** Of a word's letters in whatever order. */
export function sumOf(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) sum = (sum + (WORTHS[word.charCodeAt(at) & 127] ?? 0)) | 0;
  return sum;
}

const WORTHS = Int32Array.from({ length: 128 }, (_, unit) => printed(printed(printed(0, unit), unit * 7), unit * 13));

/** The same with the first and the last one in their places. */
export function sumInside(word: string): number {
  return printed(printed(sumOf(word), word.charCodeAt(0)), word.charCodeAt(word.length - 1));
}
