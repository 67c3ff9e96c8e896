import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Cursor } from './cursor.ts';
import { ARRAY, BOOL, SCALAR_BYTES, STRING } from './types.ts';

/** How one file spells numbers and lengths. */
export interface Dialect {
  readonly version: number;
  readonly littleEndian: boolean;
}

export interface Stream {
  readonly cursor: Cursor;
  readonly dialect: Dialect;
  readonly budget: Budget;
  /** Where lists of numbers and long texts of lists lie. */
  readonly stretches: Stretch[];
}

/** Longer arrays are vocabularies and their like: nobody reads them in facts. */
export const KEPT_ENTRIES = 32;
/** ggml itself takes no nested array; writers that follow the specification could nest one or two. */
const MAX_ARRAY_DEPTH = 4;
/** How many entries are walked between two looks at the clock. */
const ENTRIES_A_LOOK = 65_536;

export async function readU32({ cursor, dialect }: Stream): Promise<number> {
  await cursor.need(4);
  const value = cursor.view().getUint32(cursor.at(), dialect.littleEndian);
  cursor.skip(4);
  return value;
}

/** A count, length, dimension or offset; version 1 has 32 bits for all but offsets. Past 2^53 throws MalformedError. */
export async function readU64({ cursor, dialect }: Stream): Promise<number> {
  await cursor.need(8);
  const value = u64At(cursor, dialect);
  cursor.skip(8);
  return value;
}

export async function readLength(stream: Stream): Promise<number> {
  return stream.dialect.version === 1 ? readU32(stream) : readU64(stream);
}

function u64At(cursor: Cursor, { littleEndian }: Dialect): number {
  const told = cursor.view().getBigUint64(cursor.at(), littleEndian);
  const value = Number(told);
  // As it stands there: a double would tell another number.
  if (!Number.isSafeInteger(value)) throw new MalformedError(`${told} is no length of anything`, cursor.position());
  return value;
}

/** A string's bytes; throws OverBudgetError past LIMITS.ggufString. */
export async function readStringBytes(stream: Stream): Promise<Uint8Array> {
  const length = await readLength(stream);
  // A string that the file cannot hold is malformed, not large: `take` says so.
  if (length > LIMITS.ggufString && length <= stream.cursor.left()) {
    throw new OverBudgetError(`a string of ${length} bytes`);
  }
  return stream.cursor.take(length);
}

/** The text, with U+FFFD for what is not UTF-8. */
export function lenientText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** A value of any type. Long arrays are walked and not kept. */
export async function readValue(stream: Stream, type: number): Promise<Json> {
  if (type === STRING) return lenientText(await readStringBytes(stream));
  if (type === ARRAY) return readArray(stream, 0);
  return readScalar(stream, type);
}

async function readScalar({ cursor, dialect }: Stream, type: number): Promise<Json> {
  const size = SCALAR_BYTES.get(type);
  if (size === undefined) throw new MalformedError(`${type} is no type of a value`, cursor.position());
  await cursor.need(size);
  // Specification: 'the value is 0 or 1; anything else is invalid'.
  if (type === BOOL && cursor.view().getUint8(cursor.at()) > 1)
    throw new MalformedError('a bool is neither 0 nor 1', cursor.position());
  const value = scalarAt(cursor.view(), cursor.at(), type, dialect.littleEndian);
  cursor.skip(size);
  return value;
}

const SCALARS: Readonly<Record<number, (view: DataView, at: number, little: boolean) => number | bigint | boolean>> = {
  0: (view, at) => view.getUint8(at),
  1: (view, at) => view.getInt8(at),
  2: (view, at, little) => view.getUint16(at, little),
  3: (view, at, little) => view.getInt16(at, little),
  4: (view, at, little) => view.getUint32(at, little),
  5: (view, at, little) => view.getInt32(at, little),
  6: (view, at, little) => view.getFloat32(at, little),
  7: (view, at) => view.getUint8(at) !== 0,
  10: (view, at, little) => view.getBigUint64(at, little),
  11: (view, at, little) => view.getBigInt64(at, little),
  12: (view, at, little) => view.getFloat64(at, little),
};

/** As JSON has it: what JSON cannot hold (2^60, NaN) as text. */
function scalarAt(view: DataView, at: number, type: number, little: boolean): Json {
  const value = SCALARS[type]?.(view, at, little) ?? null;
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  }
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

async function readArray(stream: Stream, depth: number): Promise<Json> {
  const { cursor } = stream;
  if (depth >= MAX_ARRAY_DEPTH) throw new MalformedError('arrays nest too deep', cursor.position());
  const type = await readU32(stream);
  const length = await readLength(stream);
  if (type === ARRAY) return readArrays(stream, length, depth);
  if (depth > 0) noteList(stream, type, length);
  if (length <= KEPT_ENTRIES) return readEntries(stream, type, length);
  if (type === STRING) await skipStrings(stream, length);
  else skipScalars(stream, type, length);
  return { array: length };
}

async function readEntries(stream: Stream, type: number, length: number): Promise<Json> {
  const entries: Json[] = [];
  for (let index = 0; index < length; index++) entries.push(await readValue(stream, type));
  return entries;
}

async function readArrays(stream: Stream, length: number, depth: number): Promise<Json> {
  const kept: Json[] = [];
  for (let index = 0; index < length; index++) {
    const array = await readArray(stream, depth + 1);
    if (length <= KEPT_ENTRIES) kept.push(array);
    if (index % 1024 === 0) stream.budget.checkTime();
  }
  return length <= KEPT_ENTRIES ? kept : { array: length };
}

function skipScalars({ cursor }: Stream, type: number, length: number): void {
  const size = SCALAR_BYTES.get(type);
  if (size === undefined) throw new MalformedError(`${type} is no type of a value`, cursor.position());
  cursor.skip(length * size);
}

/** Entries of vocabularies are shorter, and a pickle in letters has some dozens. */
const LONG_ENTRY = 48;

function noteStretch({ stretches }: Stream, start: number, size: number): void {
  if (size >= SHORTEST && stretches.length < MOST)
    stretches.push({ name: `values@${start}`, start, size, bytes: false });
}

/** A list within a list; others are known by their keys. */
function noteList(stream: Stream, type: number, length: number): void {
  noteStretch(stream, stream.cursor.position(), length * (SCALAR_BYTES.get(type) ?? 0));
}

async function skipStrings(stream: Stream, length: number): Promise<void> {
  const { cursor, dialect, budget } = stream;
  const prefix = dialect.version === 1 ? 4 : 8;
  for (let index = 0; index < length; index++) {
    if (cursor.ahead() < prefix) await cursor.need(prefix);
    const bytes = prefix === 4 ? cursor.view().getUint32(cursor.at(), dialect.littleEndian) : u64At(cursor, dialect);
    cursor.skip(prefix + bytes);
    if (bytes >= LONG_ENTRY) noteStretch(stream, cursor.position() - bytes, bytes);
    if (index % ENTRIES_A_LOOK === 0) budget.checkTime();
  }
}
