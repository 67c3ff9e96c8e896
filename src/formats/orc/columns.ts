import type { Budget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { filesInTable, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Part } from '../format.ts';
import { countSet, hasVarints, readBytes, readNumbers } from './runs.ts';

/** A column of a table, by its place among the types. */
export interface Column {
  readonly kind: number;
  readonly inner: readonly number[];
  /** How its streams are made: as they are or as words of a list, each in two versions. */
  readonly encoding: number;
  /** Words of its list. */
  readonly words: number;
}

/** Bytes of the streams of one stripe, unpacked: of a column, by its kind. */
export type Streams = ReadonlyMap<string, Uint8Array>;

const [PRESENT, DATA, LENGTH, WORDS, SECOND] = [0, 1, 2, 3, 5];
const [BOOLEAN, BYTE, FLOAT, DOUBLE, STRING, BINARY, TIMESTAMP] = [0, 1, 5, 6, 7, 8, 9];
const [LIST, MAP, STRUCT, UNION, DECIMAL, VARCHAR, CHAR, INSTANT] = [10, 11, 12, 13, 14, 16, 17, 18];
const TEXTS: ReadonlySet<number> = new Set([STRING, BINARY, VARCHAR, CHAR]);
const WHOLE: ReadonlySet<number> = new Set([2, 3, 4, 15]);
const FIXED: ReadonlyMap<number, number> = new Map([
  [FLOAT, 4],
  [DOUBLE, 8],
]);

/** Values of a file that are counted; a table of more is read as far as its footers tell. */
export const MOST_VALUES = 16_000_000;
/** Texts of a column, and of a file, that are asked whether they are a file: each takes some microseconds. */
const MOST_TEXTS = 100_000;
export const MOST_ASKED = 200_000;

interface Walk {
  readonly columns: readonly Column[];
  readonly streams: Streams;
  readonly texts: Texts[];
  unasked: number;
  left: number;
}

interface Texts {
  readonly column: number;
  readonly bytes: Uint8Array;
  /** Where each begins and how long it is, one behind the other: a stripe may have millions. */
  readonly places: readonly number[];
}

/**
 * What is wrong with the columns of a stripe of so many rows: streams that end before their values do, words that are not
 * listed; null where nothing is. `texts` are what its columns of texts and bytes hold, as far as they are long enough to be a file.
 */
export function wrongInStripe(
  columns: readonly Column[],
  streams: Streams,
  rows: number,
  left: number,
): {
  readonly wrong: string | null;
  readonly texts: readonly Texts[];
  /** Bytes of texts that are more than are asked. */
  readonly unasked: number;
  readonly left: number;
} {
  const walk: Walk = { columns, streams, texts: [], unasked: 0, left };
  const wrong = wrongColumn(walk, 0, rows, 0);
  return { wrong, texts: walk.texts, unasked: walk.unasked, left: walk.left };
}

/** Types nest so deep. */
const DEEPEST = 100;

function wrongColumn(walk: Walk, index: number, count: number, depth: number): string | null {
  const column = walk.columns[index];
  walk.left -= count;
  if (column === undefined || depth > DEEPEST || !(walk.left >= 0)) return null;
  const stream = (kind: number) => walk.streams.get(`${index} ${kind}`);
  const present = stream(PRESENT);
  const here = present === undefined ? count : countSet(present, count);
  if (here === null) return `column ${index} does not tell which of its values there are`;
  const inside = (counts: readonly number[]): string | null => {
    for (const [at, child] of column.inner.entries()) {
      const wrong = wrongColumn(walk, child, counts[at] ?? 0, depth + 1);
      if (wrong !== null) return wrong;
    }
    return null;
  };
  if (here === 0) return inside([]);
  const short = `column ${index} has fewer than its ${here} values`;
  const signed = { version: version(column), signed: true, count: here } as const;
  const data = stream(DATA);
  if (column.kind === STRUCT) return inside(column.inner.map(() => here));
  if (column.kind === LIST || column.kind === MAP) {
    let total = 0;
    const lengths = stream(LENGTH);
    const ends =
      lengths !== undefined &&
      readNumbers(lengths, { ...signed, signed: false }, (value, times) => (total += value * times));
    if (total < 0) return `column ${index} has lists of less than nothing`;
    return ends ? inside(column.inner.map(() => total)) : short;
  }
  if (data === undefined)
    return TEXTS.has(column.kind) && stream(LENGTH) !== undefined ? textsWrong(walk, index, column, here) : short;
  if (column.kind === UNION) {
    const counts = column.inner.map(() => 0);
    let left = here;
    const ends = readBytes(data, here, (tag, times) => {
      const taken = Math.min(times, left);
      left -= taken;
      counts[tag] = (counts[tag] ?? 0) + taken;
    });
    return ends && counts.length === column.inner.length ? inside(counts) : short;
  }
  if (column.kind === BOOLEAN) return readBytes(data, Math.ceil(here / 8)) ? null : short;
  if (column.kind === BYTE) return readBytes(data, here) ? null : short;
  const width = FIXED.get(column.kind);
  if (width !== undefined) return data.length >= width * here ? null : short;
  if (TEXTS.has(column.kind)) return textsWrong(walk, index, column, here);
  const second = stream(SECOND);
  if (WHOLE.has(column.kind)) return readNumbers(data, signed) ? null : short;
  if (column.kind === DECIMAL)
    return second !== undefined && hasVarints(data, here) && readNumbers(second, signed) ? null : short;
  if (column.kind === TIMESTAMP || column.kind === INSTANT)
    return second !== undefined && readNumbers(data, signed) && readNumbers(second, { ...signed, signed: false })
      ? null
      : short;
  return null;
}

const version = ({ encoding }: Column): 1 | 2 => (encoding < 2 ? 1 : 2);

/** Texts lie one behind the other, their lengths in another stream; or in a list of words, which the values name. */
function textsWrong(walk: Walk, index: number, column: Column, here: number): string | null {
  const stream = (kind: number) => walk.streams.get(`${index} ${kind}`) ?? new Uint8Array(0);
  const listed = column.encoding % 2 === 1;
  const bytes = stream(listed ? WORDS : DATA);
  const lengths = { version: version(column), signed: false, count: listed ? column.words : here } as const;
  walk.left -= listed ? column.words : 0;
  if (!(walk.left >= 0)) return null;
  const places: number[] = [];
  let [at, told] = [0, 0];
  const ends = readNumbers(stream(LENGTH), lengths, (length, times) => {
    for (let each = 0; each < times && told < lengths.count; each++, told++) {
      if (length >= SHORTEST && places.length < 2 * MOST_TEXTS) places.push(at, length);
      else if (length >= SHORTEST) walk.unasked += length;
      at += Math.max(0, length);
    }
  });
  if (!ends) return `column ${index} has fewer lengths than texts`;
  if (at > bytes.length) return `column ${index} has texts that reach past their end`;
  if (places.length > 0) walk.texts.push({ column: index, bytes, places });
  if (!listed) return null;
  let highest = 0;
  const named = readNumbers(stream(DATA), { ...lengths, count: here }, (value) => (highest = Math.max(highest, value)));
  if (!named) return `column ${index} has fewer than its ${here} values`;
  return highest < column.words ? null : `column ${index} names a word that is not listed`;
}

/** What of these texts are files, of so many at most. */
export async function filesInTexts(texts: readonly Texts[], most: number, budget: Budget): Promise<readonly Part[]> {
  const parts: Part[] = [];
  let left = most;
  for (const one of texts) {
    budget.checkTime();
    left -= one.places.length / 2;
    if (left < 0) {
      budget.leave(one.bytes.length);
      continue;
    }
    for (const part of await filesInTable(sourceOf(one.bytes), stretchesOf(one))) parts.push(part);
  }
  return parts;
}

function* stretchesOf({ column, places }: Texts): Iterable<Stretch> {
  for (let at = 0; at < places.length; at += 2) {
    const [start = 0, size = 0] = [places[at], places[at + 1]];
    yield { name: `column ${column} @${start}`, start, size, bytes: true };
  }
}
