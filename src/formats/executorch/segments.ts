import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import {
  type FlatBuffer,
  type FlatTable,
  numberOf,
  numbersOf,
  tableOf,
  tablesOf,
  vectorOf,
} from '../flatbuffer/buffer.ts';
import type { Stores } from './plan.ts';

/** Where the program ends and the data behind it begins. */
export interface Layout {
  readonly program: number;
  readonly base: number;
  /** Where the data ends; null where the header does not tell. */
  readonly end: number | null;
}

/** The header that may follow the identifier (schema/extended_header.h). */
const HEADER = 'eh00';
const HEADER_AT = 8;
const SHORTEST = 24;
const WITH_END = 32;

export async function layoutOf(bytes: ByteSource): Promise<Layout> {
  if (bytes.size < HEADER_AT + WITH_END) return { program: bytes.size, base: 0, end: null };
  const held = await bytes.read(HEADER_AT, WITH_END);
  if (new TextDecoder('latin1').decode(held.subarray(0, 4)) !== HEADER)
    return { program: bytes.size, base: 0, end: null };
  const view = new DataView(held.buffer, held.byteOffset, WITH_END);
  const length = view.getUint32(4, true);
  if (length < SHORTEST) throw new MalformedError(`a header of ${length} bytes`, HEADER_AT);
  const [program, base, data] = [8, 16, 24].map((at) => Number(view.getBigUint64(at, true)));
  if (program === undefined || base === undefined || program < length || program > bytes.size)
    throw new MalformedError(`a program of ${program} bytes`, HEADER_AT);
  if (base !== 0 && base < program) throw new MalformedError('data that begins within the program', HEADER_AT);
  if (base > bytes.size) throw new MalformedError('data that begins past the end', HEADER_AT);
  const end = length >= WITH_END && base > 0 ? base + (data ?? 0) : null;
  if (end !== null && end !== bytes.size)
    throw new MalformedError(`data that ends at ${end} of ${bytes.size}`, HEADER_AT);
  if (base === 0 && program !== bytes.size) throw new MalformedError('bytes after the program', program);
  await assertPadding(bytes, program, base);
  return { program, base, end };
}

const LONGEST_PADDING = 1024 * 1024;

/** Data begins at the next page of some size. */
async function assertPadding(bytes: ByteSource, from: number, to: number): Promise<void> {
  if (to <= from) return;
  if (to - from > LONGEST_PADDING) throw new MalformedError(`${to - from} bytes that belong to nothing`, from);
  const padding = await bytes.read(from, to - from);
  const odd = padding.findIndex((byte) => byte !== 0);
  if (odd >= 0) throw new MalformedError('bytes that belong to nothing', from + odd);
}

interface Segment {
  readonly start: number;
  readonly size: number;
}

/** Segments follow each other within the file; lists of offsets stay within theirs. */
export async function storesOf(
  flat: FlatBuffer,
  program: FlatTable,
  { base, program: size }: Layout,
  all: number,
): Promise<Stores> {
  const segments: Segment[] = [];
  let last = 0;
  for (const table of await tablesOf(flat, program, 4, size)) {
    const [start = 0, length = 0] = await Promise.all([0, 1].map((index) => longOf(flat, table, index)));
    if (base + start + length > all) throw new MalformedError('a segment reaches past the end', table.position);
    if (start < last) throw new MalformedError('a segment lies within another', table.position);
    last = start + length;
    segments.push({ start, size: length });
  }
  const constants = await tableOf(flat, program, 5);
  const offsets = constants === null ? [] : await offsetsOf(flat, constants, segments, size);
  for (const table of await tablesOf(flat, program, 6, size)) await offsetsOf(flat, table, segments, size);
  for (const table of await tablesOf(flat, program, 7, size)) {
    const segment = await numberOf(flat, table, 1);
    if (segment < 0 || segment >= segments.length)
      throw new MalformedError(`data in segment ${segment}`, table.position);
  }
  const inline = await tablesOf(flat, program, 2, size);
  const lengths: number[] = [];
  for (const table of inline) lengths.push((await vectorOf(flat, table, 0, 1, size))?.length ?? 0);
  if (offsets.length > 0 && inline.length > 0) throw new MalformedError('constants in two places', program.position);
  const segment = constants === null ? undefined : segments[await numberOf(flat, constants, 0)];
  const roomOf = (index: number): number | null => {
    const start = offsets[index];
    return start !== undefined && segment !== undefined ? segment.size - start : (lengths[index] ?? null);
  };
  return {
    constants: offsets.length > 0 ? offsets.length : inline.length,
    roomOf,
    inline: (await tablesOf(flat, program, 3, size)).length,
    segments: segments.length,
  };
}

async function longOf(flat: FlatBuffer, { field }: FlatTable, index: number): Promise<number> {
  const at = field(index);
  return at === null ? 0 : flat.u64(at);
}

async function offsetsOf(
  flat: FlatBuffer,
  table: FlatTable,
  segments: readonly Segment[],
  size: number,
): Promise<readonly number[]> {
  const offsets = await numbersOf(flat, table, 1, 8, size);
  if (offsets.length === 0) return offsets;
  const index = await numberOf(flat, table, 0);
  const segment = segments[index];
  if (segment === undefined) throw new MalformedError(`offsets into segment ${index}`, table.position);
  if (offsets.some((offset) => offset < 0 || offset > segment.size))
    throw new MalformedError('an offset past the end of its segment', table.position);
  return offsets;
}
