import type { LettersInRow } from './letters.ts';

/** Letters in a row that make a fingerprint: some five words, so that hardly any is anybody's. */
export const PRINT = 24;
/** Of so many fingerprints in a row, one is kept: every run of 39 unchanged letters has one in the index. */
export const WINDOW = 16;

const BASE = 0x01000193;
const LEAVING = power(BASE, PRINT);

/** Reads on through a text, letter by letter; gives the fingerprint of the last `PRINT` of them, or 0 while there is none. */
export function createPrinter(): (unit: number) => number {
  const recent = new Uint16Array(PRINT);
  let [next, seen, hash, changes] = [0, 0, 0, 0];
  return (unit) => {
    const left = recent[next] ?? 0;
    const before = recent[(next + PRINT - 1) % PRINT] ?? 0;
    // A row of dots or of one letter is nobody's text: `changes` is how many letters differ from the one before.
    changes += Number(unit !== before) - Number(left !== (recent[(next + 1) % PRINT] ?? 0));
    recent[next] = unit;
    next = next + 1 === PRINT ? 0 : next + 1;
    hash = (Math.imul(hash, BASE) + unit - Math.imul(left, LEAVING)) | 0;
    seen++;
    if (seen < PRINT || changes < LEAST_CHANGES) return 0;
    return mixed(hash);
  };
}

const LEAST_CHANGES = 12;

/** Spreads the hash over all its bits, since the low ones of a product tell little; never 0. (MurmurHash3, finaliser.) */
function mixed(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0 || 1;
}

function power(base: number, times: number): number {
  let product = 1;
  for (let time = 0; time < times; time++) product = Math.imul(product, base);
  return product;
}

/**
 * The fingerprints to keep of a text, each with the position of its last letter: the least of every window.
 * (Schleimer, Wilkerson, Aiken: Winnowing, 2003.)
 */
export function createWinnower(keep: (print: number, letter: number) => void): { read(letters: LettersInRow): void } {
  const printer = createPrinter();
  const prints = new Float64Array(WINDOW);
  const places = new Float64Array(WINDOW);
  let [letter, filled, kept] = [0, 0, -1];
  return {
    read: ({ count, units }) => {
      for (let index = 0; index < count; index++, letter++) {
        const print = printer(units[index] ?? 0);
        if (print === 0) continue;
        prints[filled % WINDOW] = print;
        places[filled % WINDOW] = letter;
        filled++;
        if (filled < WINDOW) continue;
        const least = leastOf(prints, filled);
        const place = places[least] ?? 0;
        if (place === kept) continue;
        kept = place;
        keep(prints[least] ?? 0, place);
      }
    },
  };
}

/** Of equal ones the last, so that it stays the least for as long as can be. */
function leastOf(prints: Float64Array, filled: number): number {
  let least = (filled - 1) % WINDOW;
  for (let back = 2; back <= WINDOW; back++) {
    const index = (filled - back) % WINDOW;
    if ((prints[index] ?? 0) < (prints[least] ?? 0)) least = index;
  }
  return least;
}
