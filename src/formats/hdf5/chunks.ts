import { MalformedError } from '../../kernel/bytes.ts';
import { MOST } from '../among-numbers.ts';
import { type Message, noteSum, type Reading } from './messages.ts';
import { Cursor } from './pages.ts';

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
  readonly filtered: boolean;
}

interface DataSet {
  readonly path: string;
  /** Bytes of a value; null where that is not told. */
  readonly width: number | null;
  readonly filtered: boolean;
}

/**
 * Whether the index of a data set leads to its chunks (specification III.A.1, IV.A.2.i, VII): trees of nodes, arrays with
 * their sums. Notes `chunks` and `checksum`.
 */
export async function noteChunks(reading: Reading, { data, at }: Message, set: DataSet): Promise<void> {
  const { offsets } = reading.superblock;
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  if (version < 3 || cursor.u8() !== CHUNKED) return;
  if (version === 3) {
    const rank = cursor.u8();
    const address = cursor.number(offsets);
    const dimensions = Array.from({ length: rank }, () => cursor.u32());
    const chunks = { path: set.path, at, dimensions, filtered: set.filtered };
    const wrong = wrongChunk(chunks, set.width);
    if (wrong !== null) reading.note({ code: 'chunks', message: `${set.path || '/'} has ${wrong}`, offset: at });
    else if (address !== null) await noteTree(reading, reading.superblock.base + address, chunks);
    return;
  }
  cursor.take(1);
  const rank = cursor.u8();
  cursor.take(cursor.u8() * rank);
  const kind = cursor.u8();
  cursor.take(INFORMATION[kind] ?? 0);
  const address = kind === FIXED || kind === EXTENSIBLE ? cursor.number(offsets) : null;
  if (address === null) return;
  if (kind === FIXED) await noteFixed(reading, reading.superblock.base + address);
  else await noteExtensible(reading, reading.superblock.base + address);
}

function wrongChunk({ dimensions }: Chunks, width: number | null): string | null {
  if (dimensions.length < 2 || dimensions.includes(0)) return 'chunks without values';
  return width !== null && dimensions.at(-1) !== width ? 'chunks of values of another size' : null;
}

async function noteTree(reading: Reading, root: number, chunks: Chunks): Promise<void> {
  const { pages, superblock, step, note } = reading;
  const { offsets, base } = superblock;
  const rank = chunks.dimensions.length;
  const key = 8 + 8 * rank;
  const whole = chunks.dimensions.reduce((product, dimension) => product * dimension, 1);
  const open = [{ at: root, level: DEEPEST }];
  const seen = new Set<number>();
  let packed = 0;
  const say = (message: string, offset: number): void =>
    note({ code: 'chunks', message: `${chunks.path || '/'}: ${message}`, offset });
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
    const body = new Cursor(await pages.bytes(node.at + 8 + 2 * offsets, used * (key + offsets)), node.at);
    for (let index = 0; index < used; index++) {
      const size = body.u32();
      body.take(4);
      const place = Array.from({ length: rank }, () => body.number(8) ?? -1);
      const child = base + body.need(offsets);
      if (place.some((from, axis) => from % (chunks.dimensions[axis] ?? 1) !== 0 || from < 0) || place.at(-1) !== 0)
        return say('a chunk that begins between others', node.at);
      if (level > 0) open.push({ at: child, level: level - 1 });
      else if (child + size > pages.size) return say('a chunk past the end of the file', node.at);
      else if (reading.stretches.length < MOST && (!chunks.filtered || ++packed <= MOST_PACKED))
        reading.stretches.push({ name: chunks.path, start: child, size, bytes: true });
      if (level > 0) continue;
      if (!chunks.filtered && size !== whole) return say('a chunk of another size', node.at);
    }
  }
}

const FIXED = 3;
const EXTENSIBLE = 4;
/** Bytes that tell how an index is made, by its kind. */
const INFORMATION: Readonly<Record<number, number>> = { [FIXED]: 1, [EXTENSIBLE]: 5 };

/** A list of as many chunks as there will ever be. */
async function noteFixed(reading: Reading, start: number): Promise<void> {
  const { pages, superblock } = reading;
  const { offsets, lengths, base } = superblock;
  const length = 8 + lengths + offsets;
  const cursor = new Cursor(await pages.bytes(start, length), start);
  if (cursor.text(4) !== 'FAHD' || cursor.u8() !== 0) throw new MalformedError('no list where chunks should be', start);
  cursor.u8();
  const [width, bits] = [cursor.u8(), cursor.u8()];
  const count = cursor.need(lengths);
  const block = cursor.number(offsets);
  await noteSum(reading, start, start + length);
  // Long lists lie in pages, of which each has a sum of its own.
  if (block === null || count > 2 ** Math.min(bits, 16)) return;
  const at = base + block;
  if (new Cursor(await pages.bytes(at, 4), at).text(4) !== 'FADB')
    throw new MalformedError('no list where chunks should be', at);
  await noteSum(reading, at, at + 6 + offsets + count * width);
}

/** A list that grows. */
async function noteExtensible(reading: Reading, start: number): Promise<void> {
  const { offsets, lengths } = reading.superblock;
  const cursor = new Cursor(await reading.pages.bytes(start, 5), start);
  if (cursor.text(4) !== 'EAHD' || cursor.u8() !== 0) throw new MalformedError('no list where chunks should be', start);
  await noteSum(reading, start, start + 12 + 6 * lengths + offsets);
}
