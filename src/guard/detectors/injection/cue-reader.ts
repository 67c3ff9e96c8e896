import { columnOf, rowsOf } from '../../../text/learned/known.ts';
import { hashOfWord, type Words } from '../../../text/learned/words.ts';

/**
 * Rows of words, each cue's own; words of which one will do are parted by `|`, those that follow each other by a space:
 * `tell|ask the|all`. `^write` is one of the first three words, `best ,` and `from :` are words right before a comma or
 * shortly before a colon.
 */
export type CueRows<Cue extends string> = Readonly<Record<Cue, readonly string[]>>;

export interface CueReader<Cue extends string> {
  /** The bit of each cue. */
  readonly bits: Readonly<Record<Cue, number>>;
  /** A bit for each cue of which a row stands in a text, whose words these are. */
  read(text: string, words: Words): number;
}

/**
 * At most 31 cues, and 32 words in rows of several: what a word may be in each row is a bit, and one step over all rows is a
 * shift (Baeza-Yates and Gonnet, A new approach to text searching, 1992).
 */
export function cueReaderOf<Cue extends string>(rows: CueRows<Cue>): CueReader<Cue> {
  const names = Object.keys(rows) as Cue[];
  const bits = Object.fromEntries(names.map((cue, at) => [cue, 1 << at])) as Record<Cue, number>;
  const { kinds, numberOf, starts, ends, cuesAt } = laidOut(names.map((cue) => [bits[cue], rows[cue]]));
  const { anywhere, first, comma, colon, steps } = kinds;
  const { told } = columnOf((hash) => numberOf.get(hash) ?? NONE);

  const cuesOf = (found: number): number => {
    let cues = 0;
    for (let row = 0; row < ends.length; row += 1) if ((found & (ends[row] ?? 0)) !== 0) cues |= cuesAt[row] ?? 0;
    return cues;
  };

  return {
    bits,
    read: (text, words) => {
      const { count, end } = words;
      const rows = rowsOf(words);
      const numbers = told;
      let [cues, state, found] = [0, 0, 0];
      for (let at = 0; at < count; at += 1) {
        const number = numbers[rows[at] ?? 0] ?? NONE;
        state = ((state << 1) | starts) & (steps[number] ?? 0);
        if (number === NONE) continue;
        found |= state;
        cues |= anywhere[number] ?? 0;
        if (at < FIRST_WORDS) cues |= first[number] ?? 0;
        if (comma[number] !== 0 && text.charCodeAt(end[at] ?? 0) === COMMA) cues |= comma[number] ?? 0;
        if (colon[number] !== 0 && isBeforeColon(text, end[at] ?? 0)) cues |= colon[number] ?? 0;
      }
      return found === 0 ? cues : cues | cuesOf(found);
    },
  };
}

/** The number of words of no row. */
const NONE = 1;
const FIRST_WORDS = 3;
const COMMA = 44;
const COLON = 58;
/** Characters that may stand between a word and its colon: brackets, stars, blanks. */
const BEFORE_COLON = 4;

function isBeforeColon(text: string, end: number): boolean {
  for (let at = end; at <= end + BEFORE_COLON; at += 1) if (text.charCodeAt(at) === COLON) return true;
  return false;
}

/** By the number of a word, bits for the cues that it is enough for, and for the places in longer rows that it may take. */
interface Kinds {
  readonly anywhere: Int32Array;
  readonly first: Int32Array;
  readonly comma: Int32Array;
  readonly colon: Int32Array;
  readonly steps: Int32Array;
}

interface Layout {
  readonly kinds: Kinds;
  /** Of each word, by its hash. */
  readonly numberOf: ReadonlyMap<number, number>;
  /** The first places of longer rows. */
  readonly starts: number;
  /** The last place of each, and the cues that it is enough for. */
  readonly ends: Int32Array;
  readonly cuesAt: Int32Array;
}

function laidOut(cues: readonly (readonly [bit: number, rows: readonly string[]])[]): Layout {
  const numberOf = new Map<number, number>();
  const made = () => new Int32Array(MOST_WORDS);
  const kinds = { anywhere: made(), first: made(), comma: made(), colon: made(), steps: made() };
  const ends = new Map<string, { readonly end: number; cues: number }>();
  let [starts, places] = [0, 0];
  const add = (to: Int32Array, words: string, bit: number) => {
    for (const word of words.split('|')) {
      const hash = hashOfWord(word);
      const number = numberOf.get(hash) ?? numberOf.size + NONE + 1;
      if (number >= MOST_WORDS) throw new RangeError('cues have too many words');
      numberOf.set(hash, number);
      to[number] = (to[number] ?? 0) | bit;
    }
  };
  for (const [bit, rows] of cues) {
    for (const row of rows) {
      const [words = '', second, ...more] = row.split(' ');
      const known = ends.get(row);
      if (second === undefined) add(words.startsWith('^') ? kinds.first : kinds.anywhere, words.replace('^', ''), bit);
      else if (second === ',') add(kinds.comma, words, bit);
      else if (second === ':') add(kinds.colon, words, bit);
      else if (known !== undefined) known.cues |= bit;
      else {
        starts |= 1 << places;
        for (const step of [words, second, ...more]) add(kinds.steps, step, 1 << places++);
        ends.set(row, { end: 1 << (places - 1), cues: bit });
      }
    }
  }
  if (places > 32) throw new RangeError('cues have too many long rows');
  const rows = [...ends.values()];
  return {
    kinds,
    numberOf,
    starts,
    ends: Int32Array.from(rows, ({ end }) => end),
    cuesAt: Int32Array.from(rows, ({ cues: of }) => of),
  };
}

/** And more than there are. */
const MOST_WORDS = 512;
