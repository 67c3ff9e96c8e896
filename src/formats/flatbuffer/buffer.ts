import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { assertWithin, type ByteSource, MalformedError } from '../../kernel/bytes.ts';

/** Pages kept of a source: tables lie close together, tensors between them are not read. */
const PAGE = 64 * 1024;
const PAGES = 64;
/** Vectors of tables in one file; the largest real graphs have some ten thousands of operators. */
const LONGEST = 1_000_000;

/** A flatbuffer (flatbuffers.dev, 'Internals'), read by offsets that are all checked. */
export interface FlatBuffer {
  readonly root: () => Promise<FlatTable>;
  readonly table: (position: number) => Promise<FlatTable>;
  readonly u8: (position: number) => Promise<number>;
  readonly u32: (position: number) => Promise<number>;
  readonly u64: (position: number) => Promise<number>;
  readonly i32: (position: number) => Promise<number>;
  /** The last byte of what was looked at: what follows belongs to nothing. */
  readonly end: () => number;
  readonly touch: (end: number) => void;
  /** Counts work that is done on what was read. */
  readonly spend: (steps: number) => void;
  readonly bytes: (position: number, length: number) => Promise<Uint8Array>;
}

/** A table: where its fields lie. */
export interface FlatTable {
  readonly position: number;
  /** Position of a field's value; null when it is left out. */
  readonly field: (index: number) => number | null;
}

export function flatBuffer(source: ByteSource, budget: Budget): FlatBuffer {
  const page = pagesOf(source, budget);
  let furthest = 0;
  const bytes = async (position: number, length: number): Promise<Uint8Array> => {
    assertWithin(source.size, position, length);
    budget.spend('opcodes', 1);
    furthest = Math.max(furthest, position + length);
    const first = Math.floor(position / PAGE);
    const last = Math.floor((position + length - 1) / PAGE);
    if (length > 0 && first === last)
      return (await page(first)).subarray(position - first * PAGE, position - first * PAGE + length);
    return length === 0 ? new Uint8Array(0) : source.read(position, length);
  };
  const viewAt = async (position: number, length: number): Promise<DataView> => {
    const held = await bytes(position, length);
    return new DataView(held.buffer, held.byteOffset, held.byteLength);
  };
  const u32 = async (position: number): Promise<number> => (await viewAt(position, 4)).getUint32(0, true);
  const i32 = async (position: number): Promise<number> => (await viewAt(position, 4)).getInt32(0, true);
  const table = async (position: number): Promise<FlatTable> => {
    const start = position - (await i32(position));
    if (position % 4 !== 0 || start % 2 !== 0) throw new MalformedError('a table is not where tables are', position);
    if (start < 0) throw new MalformedError('a table without its list of fields', position);
    const sizes = await viewAt(start, 4);
    const [listed, size] = [sizes.getUint16(0, true), sizes.getUint16(2, true)];
    if (listed < 4 || listed % 2 !== 0) throw new MalformedError('a list of fields of no size', start);
    const fields = await viewAt(start, listed);
    await bytes(position, size);
    return {
      position,
      field: (index) => {
        const at = 4 + 2 * index;
        const offset = at + 2 <= listed ? fields.getUint16(at, true) : 0;
        if (offset >= size && offset !== 0) throw new MalformedError('a field lies outside its table', position);
        return offset === 0 ? null : position + offset;
      },
    };
  };
  return {
    root: async () => table(await u32(0)),
    table,
    u8: async (position) => (await viewAt(position, 1)).getUint8(0),
    u32,
    i32,
    u64: async (position) => Number((await viewAt(position, 8)).getBigUint64(0, true)),
    end: () => furthest,
    touch: (end) => {
      furthest = Math.max(furthest, end);
    },
    spend: (steps) => budget.spend('opcodes', steps),
    bytes,
  };
}

/** The source page by page; the oldest is let go. */
function pagesOf(source: ByteSource, budget: Budget): (index: number) => Promise<Uint8Array> {
  const pages = new Map<number, Uint8Array>();
  return async (index) => {
    const held = pages.get(index);
    if (held !== undefined) return held;
    budget.checkTime();
    const start = index * PAGE;
    const bytes = new Uint8Array(await source.read(start, Math.min(PAGE, source.size - start)));
    const [oldest] = pages.keys();
    if (pages.size >= PAGES && oldest !== undefined) pages.delete(oldest);
    pages.set(index, bytes);
    return bytes;
  };
}

export interface FlatVector {
  readonly start: number;
  readonly length: number;
}

/** The vector that a field points at, `width` bytes an element; null when the field is left out. */
export async function vectorOf(
  flat: FlatBuffer,
  { field }: FlatTable,
  index: number,
  width: number,
  size: number,
): Promise<FlatVector | null> {
  const at = field(index);
  if (at === null) return null;
  const start = at + (await flat.u32(at));
  const length = await flat.u32(start);
  assertWithin(size, start + 4, length * width);
  flat.touch(start + 4 + length * width);
  return { start: start + 4, length };
}

/** The tables of a vector. Throws OverBudgetError for more than any file has. */
export async function tablesOf(
  flat: FlatBuffer,
  table: FlatTable,
  index: number,
  size: number,
): Promise<readonly FlatTable[]> {
  const vector = await vectorOf(flat, table, index, 4, size);
  if (vector === null) return [];
  if (vector.length > LONGEST) throw new OverBudgetError(`a list of ${vector.length} tables`);
  const tables: FlatTable[] = [];
  for (let each = 0; each < vector.length; each++) {
    const at = vector.start + 4 * each;
    tables.push(await flat.table(at + (await flat.u32(at))));
  }
  return tables;
}

/** Names, cut where longer than any. */
const NAME = 4096;

export async function flatText(flat: FlatBuffer, table: FlatTable, index: number, size: number): Promise<string> {
  const vector = await vectorOf(flat, table, index, 1, size);
  if (vector === null) return '';
  return new TextDecoder().decode(await flat.bytes(vector.start, Math.min(vector.length, NAME)));
}

/** The whole numbers of a vector, each of `width` bytes, signed; none where the field is left out. */
export async function numbersOf(
  flat: FlatBuffer,
  table: FlatTable,
  index: number,
  width: 1 | 4 | 8,
  size: number,
): Promise<readonly number[]> {
  const vector = await vectorOf(flat, table, index, width, size);
  if (vector === null || vector.length === 0) return [];
  flat.spend(vector.length);
  const held = await flat.bytes(vector.start, vector.length * width);
  const view = new DataView(held.buffer, held.byteOffset, held.byteLength);
  return Array.from({ length: vector.length }, (_, each) => {
    if (width === 1) return view.getUint8(each);
    return width === 4 ? view.getInt32(4 * each, true) : Number(view.getBigInt64(8 * each, true));
  });
}

/** A whole number of four bytes, signed; `otherwise` where the field is left out. */
export async function numberOf(flat: FlatBuffer, { field }: FlatTable, index: number, otherwise = 0): Promise<number> {
  const at = field(index);
  return at === null ? otherwise : flat.i32(at);
}

/** The table that a field points at; null where it is left out. */
export async function tableOf(flat: FlatBuffer, { field }: FlatTable, index: number): Promise<FlatTable | null> {
  const at = field(index);
  return at === null ? null : flat.table(at + (await flat.u32(at)));
}
