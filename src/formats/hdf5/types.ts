import { MalformedError } from '../../kernel/bytes.ts';
import { SHORTEST } from '../among-numbers.ts';
import type { Message } from './messages.ts';
import { Cursor } from './pages.ts';

/** Where in a value of a type bytes or letters of one length lie that are long enough to be a file. */
export interface Place {
  readonly from: number;
  readonly size: number;
}

const [NUMBER, FLOAT, TIME, TEXT, BITS, OPAQUE, COMPOUND, REFERENCE, ENUM, LISTS, ARRAY] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];
/** Bytes that tell more of a type, behind its head, where they are always as many. */
const MORE: ReadonlyMap<number, number> = new Map([
  [NUMBER, 4],
  [FLOAT, 12],
  [TIME, 2],
  [TEXT, 0],
  [BITS, 4],
  [REFERENCE, 0],
]);
const DEEPEST = 16;
/** Places in one value; a row has some dozens of columns. */
const MOST_PLACES = 1000;

interface Walk {
  readonly cursor: Cursor;
  readonly places: Place[];
  /** Whether lists or texts of any length lie in heaps. */
  heaps: boolean;
}

/** What of a value may be a file, and whether some of it lies in heaps (specification IV.A.2.d). Nothing where the type cannot be followed. */
export function placesIn({ data, at }: Message): { readonly places: readonly Place[]; readonly heaps: boolean } {
  const walk: Walk = { cursor: new Cursor(data, at), places: [], heaps: false };
  try {
    note(walk, 0, 0);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
  }
  return walk;
}

/** Goes past one type, whose value lies so far within the whole. */
function note(walk: Walk, from: number, depth: number): void {
  const { cursor, places } = walk;
  if (depth > DEEPEST) throw new MalformedError('types that nest deeper than any', cursor.base);
  const first = cursor.u8();
  const [kind, version] = [first & 0x0f, first >> 4];
  const bits = cursor.u8() + 256 * cursor.u8() + 65_536 * cursor.u8();
  const size = cursor.u32();
  if ((kind === TEXT || kind === OPAQUE) && size >= SHORTEST && places.length < MOST_PLACES)
    places.push({ from, size });
  const more = MORE.get(kind);
  if (more !== undefined) cursor.take(more);
  else if (kind === OPAQUE) cursor.take(bits & 0xff);
  else if (kind === COMPOUND) {
    for (let member = 0; member < (bits & 0xffff); member++) {
      name(cursor, version);
      const within = version < 3 ? cursor.u32() : cursor.need(Math.max(1, Math.ceil(Math.log2(size + 1) / 8)));
      // Dimensions of the first version, which nobody uses.
      if (version === 1) cursor.take(28);
      note(walk, from + within, depth + 1);
    }
  } else if (kind === LISTS) {
    walk.heaps = true;
    skip(walk, depth);
  } else if (kind === ENUM) {
    const base = skip(walk, depth);
    for (let member = 0; member < (bits & 0xffff); member++) name(cursor, version);
    cursor.take((bits & 0xffff) * base);
  } else if (kind === ARRAY) {
    const rank = cursor.u8();
    if (version < 3) cursor.take(3);
    const dimensions = Array.from({ length: rank }, () => cursor.u32());
    if (version < 3) cursor.take(4 * rank);
    noteArray(walk, from, depth, dimensions);
  } else throw new MalformedError(`a type of the class ${kind}`, cursor.base);
}

/** Every value of an array lies behind the one before. */
function noteArray(walk: Walk, from: number, depth: number, dimensions: readonly number[]): void {
  const { cursor, places } = walk;
  const inner: Walk = { cursor, places: [], heaps: false };
  const head = cursor.at;
  note(inner, 0, depth + 1);
  walk.heaps ||= inner.heaps;
  const width = new Cursor(cursor.bytes.subarray(head + 4, head + 8), cursor.base).u32();
  const count = dimensions.reduce((product, dimension) => product * dimension, 1);
  for (let index = 0; index < count && places.length < MOST_PLACES && inner.places.length > 0; index++)
    places.push(...inner.places.map((place) => ({ from: from + index * width + place.from, size: place.size })));
}

/** Goes past a type whose values lie elsewhere; answers their width. */
function skip({ cursor }: Walk, depth: number): number {
  const head = cursor.at;
  note({ cursor, places: [], heaps: false }, 0, depth + 1);
  return new Cursor(cursor.bytes.subarray(head + 4, head + 8), cursor.base).u32();
}

/** Ends with a NUL, and before the third version is filled up to a multiple of eight. */
function name(cursor: Cursor, version: number): void {
  const length = cursor.bytes.indexOf(0, cursor.at) + 1 - cursor.at;
  if (length <= 0) throw new MalformedError('a name without an end', cursor.base);
  cursor.take(version < 3 ? Math.ceil(length / 8) * 8 : length);
}
