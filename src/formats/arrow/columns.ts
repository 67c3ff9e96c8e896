import { type ByteSource, sliceOf } from '../../kernel/bytes.ts';
import { filesInTable, type Stretch as Named, SHORTEST } from '../among-numbers.ts';
import { type FlatBuffer, type FlatTable, numberOf, tableOf, tablesOf } from '../flatbuffer/buffer.ts';
import type { Part } from '../format.ts';
import { type Unpacker, unpackBuffer } from './unpack.ts';

/** How the values of a column lie: by its type (Schema.fbs) and sizes. */
export interface Column {
  /** Bits of a value; 0 for what has none of its own. */
  readonly bits: number;
  readonly kind: 'null' | 'fixed' | 'texts' | 'list' | 'fixed-list' | 'struct' | 'unknown';
  /** Bytes of an offset, or values of a list of fixed size. */
  readonly width: number;
  readonly children: readonly Column[];
  /** Of bytes or texts, which may be files. */
  readonly bytes?: true;
}

/** Schema.fbs: fields of Field. */
const [TYPE_KIND, TYPE, DICTIONARY, CHILDREN] = [2, 3, 4, 5] as const;
const DEPTH = 64;

/** What is known of a column, inner ones included; null for a type that there is not. */
export async function columnOf(flat: FlatBuffer, field: FlatTable, size: number, depth = 0): Promise<Column | null> {
  const at = field.field(TYPE_KIND);
  const type = at === null ? 0 : await flat.u8(at);
  const table = await tableOf(flat, field, TYPE);
  if (table === null || depth > DEPTH) return null;
  const dictionary = await tableOf(flat, field, DICTIONARY);
  if (dictionary !== null) {
    const index = await tableOf(flat, dictionary, 1);
    const bits = index === null ? 32 : await numberOf(flat, index, 0);
    return WIDTHS.has(bits) ? fixed(bits) : null;
  }
  const children: Column[] = [];
  for (const child of await tablesOf(flat, field, CHILDREN, size)) {
    const column = await columnOf(flat, child, size, depth + 1);
    if (column === null) return null;
    children.push(column);
  }
  return typed(flat, { type, table }, children);
}

const WIDTHS: ReadonlySet<number> = new Set([8, 16, 32, 64]);
const LARGEST_WIDTH = 1 << 24;

function fixed(bits: number): Column {
  return { bits, kind: 'fixed', width: 0, children: [] };
}

function nested(kind: Column['kind'], width: number, children: readonly Column[], count: number): Column | null {
  return children.length === count ? { bits: 0, kind, width, children } : null;
}

async function typed(
  flat: FlatBuffer,
  { type, table }: { readonly type: number; readonly table: FlatTable },
  children: readonly Column[],
): Promise<Column | null> {
  const short = async (index: number, otherwise: number): Promise<number> => {
    const at = table.field(index);
    return at === null ? otherwise : (await flat.u8(at)) + 256 * (await flat.u8(at + 1));
  };
  const first = (bits: readonly number[], index: number): Column | null => {
    const found = bits[index];
    return found === undefined ? null : fixed(found);
  };
  if (type >= 1 && type < 12 && children.length > 0) return null;
  switch (type) {
    case 1:
      return { bits: 0, kind: 'null', width: 0, children: [] };
    case 2: {
      const bits = await numberOf(flat, table, 0);
      return WIDTHS.has(bits) ? fixed(bits) : null;
    }
    case 3:
      return first([16, 32, 64], await short(0, 0));
    case 4:
    case 5:
      return { bits: 0, kind: 'texts', width: 4, children: [], bytes: true };
    case 6:
      return fixed(1);
    case 7: {
      const bits = await numberOf(flat, table, 2, 128);
      return [32, 64, 128, 256].includes(bits) ? fixed(bits) : null;
    }
    case 8:
      return first([32, 64], await short(0, 1));
    case 9: {
      const bits = await numberOf(flat, table, 1, 32);
      return bits === 32 || bits === 64 ? fixed(bits) : null;
    }
    case 10:
    case 18:
      return fixed(64);
    case 11:
      return first([32, 64, 128], await short(0, 0));
    case 12:
    case 17:
      return nested('list', 4, children, 1);
    case 13:
      return { bits: 0, kind: 'struct', width: 0, children };
    case 15:
    case 16: {
      const width = await numberOf(flat, table, 0);
      if (width < 0 || width > LARGEST_WIDTH) return null;
      return type === 15 ? { ...fixed(8 * width), bytes: true } : nested('fixed-list', width, children, 1);
    }
    case 19:
    case 20:
      return { bits: 0, kind: 'texts', width: 8, children: [], bytes: true };
    case 21:
      return nested('list', 8, children, 1);
    default:
      // Unions, views and runs lie in ways of their own.
      return type === 14 || (type >= 22 && type <= 26) ? { bits: 0, kind: 'unknown', width: 0, children } : null;
  }
}

/** A batch: lengths of its columns, places of their buffers within the body. */
export interface Batch {
  readonly length: number;
  /** Pairs: how many values, how many of them are missing. */
  readonly nodes: readonly number[];
  /** Pairs: where, how long. */
  readonly buffers: readonly number[];
  /** Of Message.fbs; null where buffers are as they are. */
  readonly codec: number | null;
  readonly body: ByteSource;
}

/** RecordBatch: fields of Message.fbs. */
export async function batchOf(flat: FlatBuffer, table: FlatTable, size: number, body: ByteSource): Promise<Batch> {
  const at = table.field(0);
  const compression = await tableOf(flat, table, 3);
  const codec = compression?.field(0) ?? null;
  const lists = await Promise.all([1, 2].map((index) => pairsOf(flat, table, index, size)));
  return {
    length: at === null ? 0 : await flat.u64(at),
    nodes: lists[0] ?? [],
    buffers: lists[1] ?? [],
    codec: compression === null ? null : codec === null ? 0 : await flat.u8(codec),
    body,
  };
}

/** A list of structs of two numbers of eight bytes: its length is that of the structs. */
async function pairsOf(flat: FlatBuffer, table: FlatTable, index: number, size: number): Promise<readonly number[]> {
  const at = table.field(index);
  if (at === null) return [];
  const start = at + (await flat.u32(at));
  const length = await flat.u32(start);
  if (start + 4 + 16 * length > size) return [];
  flat.spend(2 * length);
  const held = await flat.bytes(start + 4, 16 * length);
  const view = new DataView(held.buffer, held.byteOffset, held.byteLength);
  return Array.from({ length: 2 * length }, (_, each) => Number(view.getBigInt64(8 * each, true)));
}

interface Walk {
  readonly batch: Batch;
  readonly unpacking: Unpacker;
  node: number;
  buffer: number;
  readonly parts: Part[];
}

/** Offsets that are read to their end; of longer ones the first and the last. */
const LOOKED = 4 * 1024 * 1024;

/**
 * What is wrong with a batch, or null: every column has as many values as the batch, the buffers that its type asks for, each
 * long enough, and offsets that rise and stay within what they lead into. `parts` gets what of their values are files.
 */
export async function brokenBatch(
  columns: readonly Column[],
  batch: Batch,
  unpacking: Unpacker,
  parts: Part[] = [],
): Promise<string | null> {
  const walk: Walk = { batch, unpacking, node: 0, buffer: 0, parts };
  for (const column of columns) {
    const wrong = await brokenColumn(walk, column, batch.length);
    if (wrong !== null) return wrong === 'unknown' ? null : wrong;
  }
  if (2 * walk.node !== batch.nodes.length || 2 * walk.buffer !== batch.buffers.length)
    return 'other columns or buffers than the schema has';
  return null;
}

/** `least`: values that whatever it lies in needs, at the top and in structs exactly so many. */
async function brokenColumn(walk: Walk, column: Column, least: number, exactly = true): Promise<string | null> {
  if (column.kind === 'unknown') return 'unknown';
  const [length, missing] = [walk.batch.nodes[2 * walk.node], walk.batch.nodes[2 * walk.node + 1]];
  walk.node += 1;
  if (length === undefined || missing === undefined) return 'a column that is not there';
  if (length < 0 || missing < 0 || missing > length) return 'a column that lacks more values than it has';
  if (exactly ? length !== least : length < least) return 'a column of another length than what it lies in';
  if (column.kind === 'null') return null;
  const validity = await take(walk);
  if (validity === null) return 'a buffer that is not there';
  if ((missing > 0 || validity.size > 0) && validity.size < Math.ceil(length / 8)) return 'a buffer that is too short';
  if (column.kind === 'fixed') {
    const values = await take(walk);
    const wrong = brokenFixed(values, Math.ceil((length * column.bits) / 8));
    if (wrong === null && column.bytes === true)
      await noteValues(walk, values, evenly(length, column.bits / 8), length);
    return wrong;
  }
  if (column.kind === 'struct') return brokenChildren(walk, column, length, true);
  if (column.kind === 'fixed-list') {
    await noteNumbers(walk, column, evenly(length, column.width), length);
    return brokenChildren(walk, column, length * column.width, false);
  }
  const offsets = await take(walk);
  const last = offsets === null ? null : await lastOffset(offsets, length, column.width);
  if (last === null) return 'offsets that do not rise';
  if (column.kind === 'texts') {
    const values = await take(walk);
    const wrong = brokenFixed(values, last);
    if (wrong === null) await noteValues(walk, values, await placesOf(offsets, length, column.width), length);
    return wrong;
  }
  await noteNumbers(walk, column, await placesOf(offsets, length, column.width), length);
  return brokenChildren(walk, column, last, false);
}

/** Lists of numbers, each of which may be a byte: of the child that comes next the validity, then its values. */
async function noteNumbers(
  walk: Walk,
  { children: [child] }: Column,
  lists: Iterable<Place>,
  length: number,
): Promise<void> {
  if (child?.kind !== 'fixed' || !WIDTHS.has(child.bits)) return;
  const values = await stretchAt(walk, walk.buffer + 1);
  const width = child.bits / 8;
  await noteValues(
    walk,
    values,
    [...lists].map(([start, size]): Place => [start * width, size * width]),
    length,
  );
}

/** How the values of a dictionary lie that are texts or bytes; its type stands with the columns that use it. */
export const TEXTS: readonly Column[] = [4, 8].map((width) => ({
  bits: 0,
  kind: 'texts',
  width,
  children: [],
  bytes: true,
}));

/** Values of one column in one batch that are looked at. */
const MOST_VALUES = 100_000;

type Place = readonly [start: number, size: number];

function* evenly(count: number, size: number): Iterable<Place> {
  for (let index = 0; index < Math.min(count, MOST_VALUES); index++) yield [index * size, size];
}

/** By offsets that were found to rise. */
async function placesOf(offsets: Stretch | null, length: number, width: number): Promise<readonly Place[]> {
  const count = Math.min(length, MOST_VALUES);
  if (offsets === null || offsets.read === null || count === 0) return [];
  const view = await offsets.read(0, (count + 1) * width);
  const at = (index: number): number =>
    width === 4 ? view.getInt32(4 * index, true) : Number(view.getBigInt64(8 * index, true));
  return Array.from({ length: count }, (_, index): Place => [at(index), at(index + 1) - at(index)]);
}

/** `length`: how many values there are, of which `places` has the first. */
async function noteValues(walk: Walk, values: Stretch | null, places: Iterable<Place>, length: number): Promise<void> {
  const read = values?.read ?? null;
  if (values === null || read === null || walk.batch.body.costly === true) return;
  if (length > MOST_VALUES) walk.unpacking.budget.leave(Math.floor(values.size * (1 - MOST_VALUES / length)));
  const source: ByteSource = {
    size: values.size,
    read: async (start, length) => {
      const { buffer, byteOffset, byteLength } = await read(start, length);
      return new Uint8Array(buffer, byteOffset, byteLength);
    },
  };
  const wide: Named[] = [];
  for (const [start, size] of places)
    if (size >= SHORTEST && start >= 0 && start + size <= values.size)
      wide.push({ name: `value at ${start}`, start, size, bytes: true });
  walk.parts.push(...(await filesInTable(source, wide)));
}

function brokenFixed(buffer: Stretch | null, needed: number): string | null {
  if (buffer === null) return 'a buffer that is not there';
  return buffer.size < needed ? 'a buffer that is too short' : null;
}

async function brokenChildren(
  walk: Walk,
  { children }: Column,
  least: number,
  exactly: boolean,
): Promise<string | null> {
  for (const child of children) {
    const wrong = await brokenColumn(walk, child, least, exactly);
    if (wrong !== null) return wrong;
  }
  return null;
}

interface Stretch {
  /** Of its values, before they were compressed. */
  readonly size: number;
  /** What can be read of them as they are; null of those that are compressed. */
  readonly read: ((at: number, length: number) => Promise<DataView>) | null;
}

const STEP = 8;

function take(walk: Walk): Promise<Stretch | null> {
  walk.buffer += 1;
  return stretchAt(walk, walk.buffer - 1);
}

async function stretchAt(walk: Walk, number: number): Promise<Stretch | null> {
  const { batch } = walk;
  const [start, length] = [batch.buffers[2 * number], batch.buffers[2 * number + 1]];
  if (start === undefined || length === undefined || start < 0 || length < 0) return null;
  if (start % STEP !== 0 || start + length > batch.body.size) return null;
  const from = async (at: number, bytes: number): Promise<DataView> => {
    const held = await batch.body.read(at, bytes);
    return new DataView(held.buffer, held.byteOffset, held.byteLength);
  };
  if (batch.codec === null || length === 0) return { size: length, read: (at, bytes) => from(start + at, bytes) };
  if (length < STEP) return null;
  const told = Number((await from(start, STEP)).getBigInt64(0, true));
  if (told === -1) return { size: length - STEP, read: (at, bytes) => from(start + STEP + at, bytes) };
  if (told < 0) return null;
  const packed = sliceOf(batch.body, start + STEP, length - STEP);
  const bytes = await unpackBuffer(walk.unpacking, packed, batch.codec, told);
  if (bytes === null || bytes === 'skipped') return bytes === null ? null : { size: told, read: null };
  const read = async (at: number, count: number): Promise<DataView> =>
    new DataView(bytes.buffer, bytes.byteOffset + at, count);
  return { size: told, read };
}

/** Where the last value ends; null where offsets do not rise, or there are too few. */
async function lastOffset({ size, read }: Stretch, length: number, width: number): Promise<number | null> {
  if (length === 0) return 0;
  const bytes = (length + 1) * width;
  if (size < bytes) return null;
  if (read === null) return 0;
  const at = (view: DataView, index: number): number =>
    width === 4 ? view.getInt32(4 * index, true) : Number(view.getBigInt64(8 * index, true));
  if (bytes > LOOKED) {
    const [first, last] = [at(await read(0, width), 0), at(await read(bytes - width, width), 0)];
    return first < 0 || last < first ? null : last;
  }
  const view = await read(0, bytes);
  let before = 0;
  for (let index = 0; index <= length; index++) {
    const offset = at(view, index);
    if (offset < before) return null;
    before = offset;
  }
  return before;
}
