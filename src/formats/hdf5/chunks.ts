import { sourceOf } from '../../kernel/bytes.ts';
import { filesAmong, MOST, type Stretch } from '../among-numbers.ts';
import { type Chunk, extensibleChunks, fixedChunks, treeChunks } from './chunk-lists.ts';
import { type Filter, unfiltered } from './filters.ts';
import type { Message, Reading } from './messages.ts';
import { Cursor } from './pages.ts';
import type { Place } from './types.ts';

const CHUNKED = 2;
/** A node has some dozens of chunks; of data sets with more the rest is left alone. */
const MOST_NODES = 2_000;
const DEEPEST = 16;
/** Compressed chunks of a data set that are looked into. */
const MOST_PACKED = 32;

/** What is known of a data set that lies in chunks. */
interface Chunks {
  readonly path: string;
  readonly at: number;
  /** Of one chunk, in values; the last is the bytes of a value. */
  readonly dimensions: readonly number[];
  readonly pipeline: readonly Filter[] | null;
  /** Where in a value bytes lie that may be a file. */
  readonly places: readonly Place[];
  /** Whether chunks that reach past the values went through no filter. */
  readonly edges?: boolean;
}

interface DataSet {
  readonly path: string;
  /** Bytes of a value; null where that is not told. */
  readonly width: number | null;
  readonly pipeline: readonly Filter[] | null;
  readonly places: readonly Place[];
}

/**
 * Whether the index of a data set leads to its chunks (specification III.A.1, IV.A.2.i, VII): trees of nodes, lists with
 * their sums; and whether chunks are what their filters make. Notes `chunks` and `checksum`.
 */
export async function noteChunks(reading: Reading, { data, at }: Message, set: DataSet): Promise<void> {
  const { offsets, base } = reading.superblock;
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  if (version < 3 || cursor.u8() !== CHUNKED) return;
  if (version === 3) {
    const rank = cursor.u8();
    const address = cursor.number(offsets);
    const dimensions = Array.from({ length: rank }, () => cursor.u32());
    const chunks = { path: set.path, at, dimensions, pipeline: set.pipeline, places: set.places };
    const wrong = wrongChunk(chunks, set.width);
    if (wrong !== null) reading.note({ code: 'chunks', message: `${set.path || '/'} has ${wrong}`, offset: at });
    else if (address !== null) await noteTree(reading, base + address, chunks);
    return;
  }
  const flags = cursor.u8();
  const rank = cursor.u8();
  const width = cursor.u8();
  // No place: 65535 is a number as any other.
  const dimensions = Array.from({ length: rank }, () =>
    cursor.take(width).reduceRight((value, byte) => value * 256 + byte, 0),
  );
  const edges = (flags & EDGES_AS_THEY_ARE) !== 0;
  const chunks = { path: set.path, at, dimensions, pipeline: set.pipeline, places: set.places, edges };
  const wrong = wrongChunk(chunks, set.width);
  if (wrong !== null) return reading.note({ code: 'chunks', message: `${set.path || '/'} has ${wrong}`, offset: at });
  const look = looker(reading, chunks);
  for await (const chunk of chunksOf(reading, cursor, { rank: rank - 1, whole: wholeOf(chunks), flags })) {
    if (!(await look(chunk))) return;
  }
}

interface Layout {
  readonly rank: number;
  readonly whole: number;
  readonly flags: number;
}

/** The chunks that the lists of newer versions name (IV.A.2.i, version 4). */
async function* chunksOf(reading: Reading, cursor: Cursor, { rank, whole, flags }: Layout): AsyncIterable<Chunk> {
  const { offsets, lengths, base } = reading.superblock;
  const kind = cursor.u8();
  if (kind === SINGLE) {
    const filtered = (flags & SINGLE_FILTERED) !== 0;
    const size = filtered ? cursor.need(lengths) : whole;
    const mask = filtered ? cursor.u32() : 0;
    const at = cursor.number(offsets);
    if (at !== null) yield { at: base + at, size, mask };
    return;
  }
  cursor.take(INFORMATION[kind] ?? 0);
  const address = INFORMATION[kind] === undefined ? null : cursor.number(offsets);
  if (address === null) return;
  if (kind === FIXED) yield* fixedChunks(reading, base + address, whole);
  else if (kind === EXTENSIBLE) yield* extensibleChunks(reading, base + address, whole);
  else yield* treeChunks(reading, base + address, { whole, rank });
}

const [SINGLE, FIXED, EXTENSIBLE, TREE] = [1, 3, 4, 5];
const [EDGES_AS_THEY_ARE, SINGLE_FILTERED] = [1, 2];
/** Bytes that tell how an index is made, by its kind. */
const INFORMATION: Readonly<Record<number, number>> = { [FIXED]: 1, [EXTENSIBLE]: 5, [TREE]: 6 };

function wrongChunk({ dimensions }: Chunks, width: number | null): string | null {
  if (dimensions.length < 2 || dimensions.includes(0)) return 'chunks without values';
  return width !== null && dimensions.at(-1) !== width ? 'chunks of values of another size' : null;
}

function wholeOf({ dimensions }: Chunks): number {
  return dimensions.reduce((product, dimension) => product * dimension, 1);
}

/** Chunks are unpacked up to here, in all that a file has; what lies behind is only counted. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const LARGEST_UNPACKED = 64 * 1024 * 1024;
/** Rows of packed chunks that are looked at, in all that a file has. */
const MOST_PACKED_ROWS = 200_000;

/** What was unpacked and looked at of a file so far. */
interface Done {
  bytes: number;
  rows: number;
}
const DONE = new WeakMap<Reading, Done>();

/** Looks at one chunk after the other; false where one is wrong, which was said. */
function looker(reading: Reading, chunks: Chunks): (chunk: Chunk) => Promise<boolean> {
  const { pages, note, stretches, parts } = reading;
  const { path, pipeline, places } = chunks;
  const whole = wholeOf(chunks);
  let packed = 0;
  return async ({ at, size, mask }) => {
    const wrong = (message: string): false => {
      note({ code: 'chunks', message: `${path || '/'}: ${message}`, offset: at });
      return false;
    };
    if (at + size > pages.size) return wrong('a chunk past the end of the file');
    const filtered = pipeline === null || pipeline.length > 0;
    if (!filtered && size !== whole) return wrong('a chunk of another size');
    if (stretches.length < MOST && (!filtered || ++packed <= MOST_PACKED))
      stretches.push({ name: path, start: at, size, bytes: true });
    if (!filtered && stretches.length < MOST) {
      for (const row of rowsOf(reading, { name: path, start: at, size, bytes: true }, places, valueBytes(chunks)))
        if (stretches.length < MOST) stretches.push(row);
    }
    if (pipeline === null || !filtered || pages.costly) return true;
    const done = DONE.get(reading) ?? { bytes: 0, rows: 0 };
    DONE.set(reading, done);
    // Each filter goes over all of it.
    const cost = (whole + size) * pipeline.length;
    if (done.bytes + cost > MOST_UNPACKED || Math.max(whole, size) > LARGEST_UNPACKED) {
      reading.leave(size);
      return true;
    }
    done.bytes += cost;
    reading.step();
    const bytes = await pages.bytes(at, size);
    const plain = unfiltered(bytes, pipeline, mask, whole);
    const said = typeof plain === 'string' && chunks.edges === true && size === whole ? bytes : plain;
    if (typeof said === 'string') return wrong(said);
    if (said === null || done.rows >= MOST_PACKED_ROWS || parts.length >= MOST_PARTS) {
      if (said === null || places.length > 0) reading.leave(size);
      return true;
    }
    const named = rowsOf(reading, { name: path, start: 0, size: whole, bytes: true }, places, valueBytes(chunks));
    done.rows += named.length;
    if (named.length > 0) parts.push(...(await filesAmong(sourceOf(said), named)));
    return true;
  };
}

function valueBytes({ dimensions }: Chunks): number {
  return dimensions.at(-1) ?? 0;
}

async function noteTree(reading: Reading, root: number, chunks: Chunks): Promise<void> {
  const { pages, superblock, step, note } = reading;
  const { offsets, base } = superblock;
  const rank = chunks.dimensions.length;
  const key = 8 + 8 * rank;
  const look = looker(reading, chunks);
  const open = [{ at: root, level: DEEPEST }];
  const seen = new Set<number>();
  const say = (message: string, offset: number): void =>
    note({ code: 'chunks', message: `${chunks.path || '/'}: ${message}`, offset });
  const isBetween = (place: readonly number[]): boolean =>
    place.some((from, axis) => from % (chunks.dimensions[axis] ?? 1) !== 0 || from < 0);
  const placeIn = (body: Cursor): readonly number[] => Array.from({ length: rank }, () => body.number(8) ?? -1);
  for (let node = open.pop(); node !== undefined && seen.size < MOST_NODES; node = open.pop()) {
    if (seen.has(node.at)) return say('a tree that goes in circles', node.at);
    seen.add(node.at);
    step();
    const head = new Cursor(await pages.bytes(node.at, 8), node.at);
    if (head.text(4) !== 'TREE' || head.u8() !== 1) return say('no tree where chunks should be', node.at);
    const level = head.u8();
    const used = head.u16();
    if (level > node.level || (node.level < DEEPEST && level !== node.level))
      return say('a node of another level', node.at);
    // Behind the last child stands one more key, which the library reads too.
    const body = new Cursor(await pages.bytes(node.at + 8 + 2 * offsets, used * (key + offsets) + key), node.at);
    for (let index = 0; index < used; index++) {
      const size = body.u32();
      const mask = body.u32();
      const place = placeIn(body);
      if (isBetween(place) || place.at(-1) !== 0) return say('a chunk that begins between others', node.at);
      const at = base + body.need(offsets);
      if (level > 0) open.push({ at, level: level - 1 });
      else if (!(await look({ at, size, mask }))) return;
    }
    body.take(8);
    if (isBetween(placeIn(body))) return say('a chunk that begins between others', node.at);
  }
}

/** Files in packed chunks that are handed out. */
const MOST_PARTS = 1000;
/** Rows of one stretch that are looked at. */
const MOST_ROWS = 100_000;

/** Where in so many bytes of values those lie that may be a file; the first of all is told with the stretch itself. */
export function rowsOf(
  { leave }: Pick<Reading, 'leave'>,
  { name, start, size }: Stretch,
  places: readonly Place[],
  width: number,
): readonly Stretch[] {
  const rows: Stretch[] = [];
  if (width === 0 || places.length === 0) return rows;
  const seen = Math.ceil(MOST_ROWS / places.length) * width;
  if (size > seen) leave(size - seen);
  for (let row = 0; (row + 1) * width <= size && row < MOST_ROWS; row++) {
    for (const { from, size: length } of places)
      if (rows.length < MOST_ROWS) rows.push({ name, start: start + row * width + from, size: length, bytes: true });
  }
  return rows;
}
