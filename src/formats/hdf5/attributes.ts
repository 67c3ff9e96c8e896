import { MalformedError } from '../../kernel/bytes.ts';
import type { Message, Reading } from './messages.ts';
import { Cursor, textOf } from './pages.ts';

export interface Attribute {
  readonly name: string;
  /** The bytes of a single string or opaque value; null for numbers, arrays and what is shared. */
  readonly value: Uint8Array | null;
  /** What an array of numbers has, a byte each or more. */
  readonly numbers?: Uint8Array;
}

const STRING = 3;
const OPAQUE = 5;
const VARIABLE = 9;
/** One text of an attribute; configurations of the largest models have some megabytes. */
const LONGEST = 64 * 1024 * 1024;

/** An attribute message (specification IV.A.2.m). */
export async function readAttribute(reading: Reading, { data, at }: Pick<Message, 'data' | 'at'>): Promise<Attribute> {
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  if (version < 1 || version > 3) throw new MalformedError(`attribute version ${version}`, at);
  const flags = cursor.u8();
  const [nameLength, typeLength, spaceLength] = [cursor.u16(), cursor.u16(), cursor.u16()];
  if (version === 3) cursor.u8();
  const padded = (length: number): number => (version === 1 ? Math.ceil(length / 8) * 8 : length);
  const name = textOf(cursor.take(padded(nameLength)));
  const type = cursor.take(padded(typeLength));
  const space = cursor.take(padded(spaceLength));
  if ((flags & 3) !== 0) return { name, value: null };
  if (!isSingle(space)) return { name, value: null, numbers: cursor.take(cursor.left) };
  return { name, value: await contentOf(reading, type, cursor) };
}

/** Whether a dataspace holds one value: no dimensions, or all of them 1. */
function isSingle(space: Uint8Array): boolean {
  const [version = 0, dimensions = 0, , kind = 0] = space;
  if (version === 2 && kind === 2) return false;
  if (dimensions === 0) return true;
  const start = version === 1 ? 8 : 4;
  const each = (space.length - start) / dimensions;
  for (let index = 0; index < dimensions; index++) {
    const size = space.subarray(start + index * 8, start + index * 8 + 8);
    if (each < 8 || size[0] !== 1 || size.subarray(1).some((byte) => byte !== 0)) return false;
  }
  return true;
}

async function contentOf(reading: Reading, type: Uint8Array, cursor: Cursor): Promise<Uint8Array | null> {
  const kind = (type[0] ?? 0) & 0x0f;
  if (kind === STRING || kind === OPAQUE) {
    const size = new Cursor(type.subarray(4), cursor.base).u32();
    if (size > cursor.left) throw new MalformedError('a text longer than its attribute', cursor.base);
    return cursor.take(size);
  }
  if (kind !== VARIABLE) return null;
  const length = cursor.u32();
  const collection = cursor.number(reading.superblock.offsets);
  const index = cursor.u32();
  if (length === 0 || collection === null || collection === 0) return new Uint8Array(0);
  return fromGlobalHeap(reading, reading.superblock.base + collection, index);
}

/** An object of a global heap collection (specification III.E). */
export async function fromGlobalHeap(
  { pages, superblock, step }: Reading,
  start: number,
  index: number,
): Promise<Uint8Array> {
  const { lengths } = superblock;
  const head = new Cursor(await pages.bytes(start, 8 + lengths), start);
  if (head.text(4) !== 'GCOL' || head.u8() !== 1) throw new MalformedError('no heap where a text should be', start);
  head.take(3);
  const end = start + head.need(lengths);
  if (end > pages.size) throw new MalformedError('a heap of texts that reaches past the end', start);
  for (let at = start + 8 + lengths; at + 8 + lengths <= end; ) {
    step();
    const entry = new Cursor(await pages.bytes(at, 8 + lengths), at);
    const id = entry.u16();
    entry.take(6);
    const size = entry.need(lengths);
    if (id === 0) break;
    if (size > LONGEST) throw new MalformedError(`a text of ${size} bytes`, at);
    if (id === index) return pages.bytes(at + 8 + lengths, size);
    at += 8 + lengths + Math.ceil(size / 8) * 8;
  }
  throw new MalformedError('a text that its heap does not have', start);
}
