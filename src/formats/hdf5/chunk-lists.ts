import { MalformedError } from '../../kernel/bytes.ts';
import { readRecords } from './dense.ts';
import { noteSum, type Reading } from './messages.ts';
import { Cursor } from './pages.ts';

/** Where a chunk of a data set lies. */
export interface Chunk {
  readonly at: number;
  readonly size: number;
  /** Filters that were left out, one bit each. */
  readonly mask: number;
}

/** How a list says where chunks are: an address, and of filtered ones how long each is and what was left out. */
interface Elements {
  readonly width: number;
  readonly filtered: boolean;
  /** Of a chunk that went through no filter. */
  readonly whole: number;
}

/** Entries of a list; of longer ones the rest is left alone. */
const MOST = 1_000_000;
/** Bytes of a list that are held at once. */
const LARGEST = 32 * 1024 * 1024;

/** A list of as many chunks as there will ever be (specification VII.C). Notes sums that are wrong. */
export async function* fixedChunks(reading: Reading, start: number, whole: number): AsyncIterable<Chunk> {
  const { pages, superblock } = reading;
  const { offsets, lengths, base } = superblock;
  const length = 8 + lengths + offsets;
  const cursor = new Cursor(await pages.bytes(start, length), start);
  if (cursor.text(4) !== 'FAHD' || cursor.u8() !== 0) throw new MalformedError('no list where chunks should be', start);
  const filtered = cursor.u8() === 1;
  const [width, bits] = [cursor.u8(), cursor.u8()];
  const count = cursor.need(lengths);
  const block = cursor.number(offsets);
  await noteSum(reading, start, start + length);
  if (block === null) return;
  const elements = { width, filtered, whole };
  const head = await headOf(reading, base + block, 'FADB');
  const page = 2 ** Math.min(bits, 31);
  if (count <= page) {
    yield* summed(reading, { start: base + block, at: head, count }, elements);
    return;
  }
  // Long lists lie in pages, of which each has a sum of its own; a bit tells whether one was written.
  const listed = Math.ceil(Math.ceil(count / page) / 8);
  if (listed > LARGEST) throw new MalformedError('a list that cannot be', start);
  const written = await pages.bytes(head, listed);
  await noteSum(reading, base + block, head + listed);
  for (let index = 0, at = head + listed + SUM; index * page < Math.min(count, MOST); index++) {
    const here = Math.min(page, count - index * page);
    if (((written[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
      yield* summed(reading, { start: at, at, count: here }, elements);
    at += here * width + SUM;
  }
}

/**
 * A list that grows (VII.D): its first entries in the index, then blocks, then blocks of blocks. What lies in pages is left
 * alone, but for what is wrong with their heads.
 */
export async function* extensibleChunks(reading: Reading, start: number, whole: number): AsyncIterable<Chunk> {
  const { pages, superblock } = reading;
  const { offsets, lengths, base } = superblock;
  const length = 12 + 6 * lengths + offsets;
  const cursor = new Cursor(await pages.bytes(start, length), start);
  if (cursor.text(4) !== 'EAHD' || cursor.u8() !== 0) throw new MalformedError('no list where chunks should be', start);
  const filtered = cursor.u8() === 1;
  const [width, bits, first, least, pointers, pageBits] = [0, 0, 0, 0, 0, 0].map(() => cursor.u8());
  cursor.take(6 * lengths);
  const index = cursor.number(offsets);
  await noteSum(reading, start, start + length);
  if (index === null) return;
  if (!isPower(least) || !isPower(pointers) || bits === undefined || bits > 64 || first === undefined)
    throw new MalformedError('a list that cannot be', start);
  const elements = { width: width ?? 0, filtered, whole };
  const blocks = 2 * (pointers - 1);
  const supers = Math.max(0, 1 + bits - Math.log2(least) - 2 * Math.log2(pointers));
  const head = await headOf(reading, base + index, 'EAIB');
  const from = head + first * elements.width;
  yield* summed(reading, { start: base + index, at: head, count: first, more: (blocks + supers) * offsets }, elements);
  const places = new Cursor(await pages.bytes(from, (blocks + supers) * offsets), from);
  const placed = Math.ceil(bits / 8);
  const page = 2 ** Math.min(pageBits ?? 0, 31);
  for (let level = 0, left = blocks; left > 0; level++) {
    const count = least * 2 ** ((level + 1) >> 1);
    for (let block = 0; block < 2 ** (level >> 1) && left > 0; block++, left--) {
      const at = places.number(offsets);
      if (at !== null) yield* blockOf(reading, { at: base + at, count, placed, page }, elements);
    }
  }
  for (let level = 2 * Math.log2(pointers), left = supers; left > 0; level++, left--) {
    const at = places.number(offsets);
    if (at === null) continue;
    const count = least * 2 ** ((level + 1) >> 1);
    const inside = 2 ** (level >> 1);
    const starts = (await headOf(reading, base + at, 'EASB')) + placed;
    const bitmap = count > page ? inside * Math.ceil(count / page / 8) : 0;
    if (bitmap + inside * offsets > LARGEST) throw new MalformedError('a list that cannot be', base + at);
    await noteSum(reading, base + at, starts + bitmap + inside * offsets);
    const list = new Cursor(await pages.bytes(starts + bitmap, inside * offsets), starts);
    for (let block = 0; block < inside; block++) {
      reading.step();
      const one = list.number(offsets);
      if (one !== null) yield* blockOf(reading, { at: base + one, count, placed, page }, elements);
    }
  }
}

interface Block {
  readonly at: number;
  readonly count: number;
  /** Bytes that tell where in the list it stands. */
  readonly placed: number;
  readonly page: number;
}

async function* blockOf(
  reading: Reading,
  { at, count, placed, page }: Block,
  elements: Elements,
): AsyncIterable<Chunk> {
  const head = (await headOf(reading, at, 'EADB')) + placed;
  if (count > page) await noteSum(reading, at, head);
  else yield* summed(reading, { start: at, at: head, count }, elements);
}

/** A tree of chunks where more than one dimension grows (III.A.2, records of type 10 and 11). */
export async function* treeChunks(
  reading: Reading,
  start: number,
  { whole, rank }: { readonly whole: number; readonly rank: number },
): AsyncIterable<Chunk> {
  const { offsets, base } = reading.superblock;
  for (const { type, record } of await readRecords(reading, start)) {
    if (type !== PLAIN && type !== FILTERED)
      throw new MalformedError(`a tree of type ${type} where chunks should be`, start);
    const cursor = new Cursor(record, start);
    const at = cursor.number(offsets);
    if (at === null) continue;
    const width = record.length - offsets - SUM - 8 * rank;
    const size = type === PLAIN ? whole : cursor.need(Math.max(1, Math.min(8, width)));
    yield { at: base + at, size, mask: type === PLAIN ? 0 : cursor.u32() };
  }
}

const [PLAIN, FILTERED] = [10, 11];
const SUM = 4;

/** Where what a block holds begins: behind its sign, its version, its kind and the place of its head. */
async function headOf({ pages, superblock }: Reading, at: number, sign: string): Promise<number> {
  if (new Cursor(await pages.bytes(at, 4), at).text(4) !== sign)
    throw new MalformedError('no list where chunks should be', at);
  return at + 6 + superblock.offsets;
}

interface Stretch {
  readonly start: number;
  readonly at: number;
  readonly count: number;
  /** Bytes behind the entries that are summed with them. */
  readonly more?: number;
}

async function* summed(
  reading: Reading,
  { start, at, count, more = 0 }: Stretch,
  { width, filtered, whole }: Elements,
): AsyncIterable<Chunk> {
  const { pages, superblock } = reading;
  const { offsets, base } = superblock;
  const sizes = filtered ? width - offsets - SUM : 0;
  const held = count * width + more;
  if (count > MOST || held > LARGEST || width < offsets || sizes < 0 || sizes > 8)
    throw new MalformedError('a list that cannot be', at);
  await noteSum(reading, start, at + count * width + more);
  const cursor = new Cursor(await pages.bytes(at, count * width), at);
  for (let index = 0; index < count; index++) {
    reading.step();
    const place = cursor.number(offsets);
    const size = sizes > 0 ? cursor.number(sizes) : whole;
    const mask = filtered ? cursor.u32() : 0;
    if (place !== null) yield { at: base + place, size: size ?? 0, mask };
  }
}

function isPower(value: number | undefined): value is number {
  return value !== undefined && value > 0 && (value & (value - 1)) === 0;
}
