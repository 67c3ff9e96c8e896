import { MalformedError } from '../../kernel/bytes.ts';
import { lookup3 } from './checksum.ts';
import { noteSum, type Reading } from './messages.ts';
import { Cursor } from './pages.ts';

/** An object of a fractal heap, with its place in the file. */
export interface HeapObject {
  readonly data: Uint8Array;
  readonly at: number;
}

/**
 * What the records of a version 2 B-tree point at in a fractal heap (specification III.A.2, III.G): links and attributes
 * of objects that have many. `skip` is how many bytes stand before the heap id in a record, by the tree's type.
 */
export async function readDense(reading: Reading, heapAt: number, treeAt: number): Promise<readonly HeapObject[]> {
  const heap = await readHeapHeader(reading, heapAt);
  const objects: HeapObject[] = [];
  for (const { type, record } of await readRecords(reading, treeAt)) {
    const skip = ID_AT.get(type);
    if (skip === undefined) throw new MalformedError(`a tree of type ${type} where names should be`, treeAt);
    objects.push(await heap.object(record.subarray(skip, skip + heap.idLength)));
  }
  return objects;
}

/** Trees by name and by order of making, of links (5, 6) and attributes (8, 9): where the heap id stands. */
const ID_AT: ReadonlyMap<number, number> = new Map([
  [5, 4],
  [6, 8],
  [8, 0],
  [9, 0],
]);

interface Record2 {
  readonly type: number;
  readonly record: Uint8Array;
}

const OVERHEAD = 10;
const DEEPEST = 16;

/** All records of a version 2 B-tree, in no order. */
export async function readRecords(reading: Reading, start: number): Promise<readonly Record2[]> {
  const { pages, superblock, step } = reading;
  const { offsets, lengths, base } = superblock;
  const head = new Cursor(await pages.bytes(start, 22 + offsets + lengths), start);
  if (head.text(4) !== 'BTHD') throw new MalformedError('no tree where names should be', start);
  head.u8();
  const type = head.u8();
  const [nodeSize, recordSize, depth] = [head.u32(), head.u16(), head.u16()];
  head.take(2);
  const root = head.number(offsets);
  const inRoot = head.u16();
  await noteSum(reading, start, start + 18 + offsets + lengths);
  if (depth > DEEPEST || recordSize === 0 || nodeSize > 1024 * 1024)
    throw new MalformedError('a tree that cannot be', start);
  if (root === null) return [];
  const widths = pointerWidths(nodeSize, recordSize, depth, offsets);
  const records: Record2[] = [];
  const open = [{ at: base + root, count: inRoot, level: depth }];
  const seen = new Set<number>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node.at)) throw new MalformedError('a tree that goes in circles', node.at);
    seen.add(node.at);
    step(node.count + 1);
    const pointer = widths[node.level] ?? { children: 0, total: 0 };
    const wanted = node.level === 0 ? 0 : (node.count + 1) * (offsets + pointer.children + pointer.total);
    // A node is as long as the head of its tree says.
    if (6 + node.count * recordSize + wanted > nodeSize)
      throw new MalformedError('a node of more records than it has room for', node.at);
    const cursor = new Cursor(await pages.bytes(node.at, 6 + node.count * recordSize + wanted), node.at);
    if (cursor.text(4) !== (node.level === 0 ? 'BTLF' : 'BTIN'))
      throw new MalformedError('a tree without a node', node.at);
    await noteSum(reading, node.at, node.at + 6 + node.count * recordSize + wanted);
    cursor.take(2);
    for (let index = 0; index < node.count; index++) records.push({ type, record: cursor.take(recordSize) });
    for (let index = 0; node.level > 0 && index <= node.count; index++) {
      const at = base + cursor.need(offsets);
      const count = pointer.children === 0 ? 0 : littleEndian(cursor.take(pointer.children));
      cursor.take(pointer.total);
      open.push({ at, count, level: node.level - 1 });
    }
  }
  return records;
}

interface Widths {
  readonly children: number;
  readonly total: number;
}

/** Widths of the counts beside each child pointer, by level: as many bytes as the largest possible count needs. */
function pointerWidths(nodeSize: number, recordSize: number, depth: number, offsets: number): readonly Widths[] {
  const most = Math.floor((nodeSize - OVERHEAD) / recordSize);
  const children = bytesFor(most);
  const widths: Widths[] = [{ children, total: 0 }];
  let below = most;
  for (let level = 1; level <= depth; level++) {
    const total = level === 1 ? 0 : bytesFor(below);
    const pointer = offsets + children + total;
    const records = Math.floor((nodeSize - OVERHEAD - pointer) / (recordSize + pointer));
    widths.push({ children, total });
    below = (records + 1) * below + records;
  }
  return widths;
}

function bytesFor(most: number): number {
  return Math.floor(Math.log2(Math.max(1, most)) / 8) + 1;
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

interface Heap {
  readonly idLength: number;
  object(id: Uint8Array): Promise<HeapObject>;
}

interface Table {
  readonly width: number;
  readonly startSize: number;
  readonly largestDirect: number;
  readonly root: number | null;
  readonly rows: number;
  /** Bytes of an offset in the heap. */
  readonly offsetBytes: number;
  /** Blocks whose sums were compared; null where blocks have none. */
  readonly summed: Set<number> | null;
}

/** A flag of a heap: its direct blocks have sums. */
const SUMMED = 2;
const MANAGED = 0;
const HUGE = 1;
const TINY = 2;
const LARGEST_OBJECT = 64 * 1024 * 1024;

async function readHeapHeader(reading: Reading, start: number): Promise<Heap> {
  const { pages, superblock } = reading;
  const { offsets, lengths, base } = superblock;
  const length = 22 + 12 * lengths + 3 * offsets;
  const cursor = new Cursor(await pages.bytes(start, Math.min(length + 16, pages.size - start)), start);
  if (cursor.text(4) !== 'FRHP') throw new MalformedError('no heap where names should be', start);
  cursor.u8();
  const [idLength, filterLength] = [cursor.u16(), cursor.u16()];
  if (filterLength > 0) throw new MalformedError('a heap that is compressed', start);
  const summed = (cursor.u8() & SUMMED) === 0 ? null : new Set<number>();
  const largestManaged = cursor.u32();
  cursor.take(lengths);
  const hugeTree = cursor.number(offsets);
  cursor.take(lengths + offsets + 8 * lengths);
  const width = cursor.u16();
  const [startSize, largestDirect] = [cursor.need(lengths), cursor.need(lengths)];
  const bits = cursor.u16();
  cursor.take(2);
  const root = cursor.number(offsets);
  const rows = cursor.u16();
  await noteSum(reading, start, start + cursor.at);
  const table = { width, startSize, largestDirect, root, rows, offsetBytes: Math.ceil(bits / 8), summed };
  const lengthBytes = Math.min(bytesFor(largestDirect), bytesFor(largestManaged));
  const object = async (id: Uint8Array): Promise<HeapObject> => {
    const kind = ((id[0] ?? 0) >> 4) & 3;
    const rest = new Cursor(id.subarray(1), start);
    if (kind === MANAGED) {
      const [offset, size] = [littleEndian(rest.take(table.offsetBytes)), littleEndian(rest.take(lengthBytes))];
      return placed(reading, await placeOf(reading, table, offset), size);
    }
    if (kind === TINY) return { data: id.subarray(1, 2 + ((id[0] ?? 0) & 0x0f)), at: start };
    if (kind !== HUGE || hugeTree === null) throw new MalformedError('an object that the heap does not have', start);
    const wanted = littleEndian(rest.take(Math.min(lengths, rest.left)));
    for (const { record } of await readRecords(reading, base + hugeTree)) {
      const entry = new Cursor(record, start);
      const [at, size, key] = [entry.need(offsets), entry.need(lengths), entry.need(lengths)];
      if (key === wanted) return placed(reading, base + at, size);
    }
    throw new MalformedError('an object that the heap does not have', start);
  };
  return { idLength, object };
}

async function placed({ pages }: Reading, at: number, size: number): Promise<HeapObject> {
  if (size > LARGEST_OBJECT) throw new MalformedError(`an object of ${size} bytes in a heap`, at);
  return { data: await pages.bytes(at, size), at };
}

/** Where an offset of the heap stands in the file: in the root block, or in the block of its row and column. */
async function placeOf(reading: Reading, table: Table, offset: number): Promise<number> {
  const { pages, superblock } = reading;
  const { offsets, base } = superblock;
  const { root, rows, width, startSize, largestDirect, offsetBytes } = table;
  if (root === null) throw new MalformedError('an object in an empty heap', base);
  if (rows === 0) {
    await noteBlock(reading, table, base + root, startSize);
    return base + root + offset;
  }
  let rowStart = 0;
  for (let row = 0, size = startSize; row < rows && size <= largestDirect; row++, size = row === 1 ? size : size * 2) {
    if (offset < rowStart + size * width) {
      const column = Math.floor((offset - rowStart) / size);
      const entry = base + root + 5 + offsets + offsetBytes + (row * width + column) * offsets;
      const block = new Cursor(await pages.bytes(entry, offsets), entry).need(offsets);
      await noteBlock(reading, table, base + block, size);
      return base + block + (offset - rowStart - column * size);
    }
    rowStart += size * width;
  }
  throw new MalformedError('an object beyond the blocks of its heap', base + root);
}

/** The sum of a block stands before its objects, and counts as zeros in itself (specification III.G). */
async function noteBlock(
  { pages, superblock, note }: Reading,
  { summed, offsetBytes }: Table,
  start: number,
  size: number,
): Promise<void> {
  if (summed === null || summed.has(start) || size > LARGEST_OBJECT) return;
  summed.add(start);
  const block = Uint8Array.from(await pages.bytes(start, size));
  const at = 5 + superblock.offsets + offsetBytes;
  const told = new Cursor(block.subarray(at, at + 4), start).u32();
  block.fill(0, at, at + 4);
  if (told !== lookup3(block)) note({ code: 'checksum', message: 'a checksum of another block', offset: start });
}
