import { pick, randomFrom } from '../rows.ts';

/** What numbers are made with: always the same for the same seed. */
export interface Draw {
  readonly below: (most: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly digits: (count: number) => string;
  /** Letters and digits out of an alphabet. */
  readonly of: (alphabet: string, count: number) => string;
  readonly birthday: () => Birthday;
}

export interface Birthday {
  readonly year: string;
  readonly yy: string;
  readonly mm: string;
  readonly dd: string;
}

export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function drawFrom(seed: number): Draw {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const of = (alphabet: string, count: number) =>
    Array.from({ length: count }, () => alphabet[below(alphabet.length)] ?? '').join('');
  return {
    below,
    pick: (list) => pick(random, list),
    digits: (count) => of('0123456789', count),
    of,
    birthday: () => {
      const year = String(1940 + below(60));
      return { year, yy: year.slice(2), mm: two(1 + below(12)), dd: two(1 + below(28)) };
    },
  };
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** In groups of these sizes, the rest last. */
export function grouped(text: string, sizes: readonly number[], mark: string): string {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(text.slice(at, at + size));
    at += size;
  }
  if (at < text.length) groups.push(text.slice(at));
  return groups.join(mark);
}

/** As one word, and in groups with each of these marks. */
export function forms(text: string, sizes: readonly number[], marks: readonly string[]): readonly string[] {
  return [text, ...marks.map((mark) => grouped(text, sizes, mark))];
}
