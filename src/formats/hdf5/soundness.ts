import type { Defect } from '../format.ts';
import type { Message } from './messages.ts';
import { Cursor } from './pages.ts';
import type { Superblock } from './superblock.ts';

const DATASPACE = 0x01;
const LINK_INFO = 0x02;
const DATATYPE = 0x03;
const LINK = 0x06;
const LAYOUT = 0x08;
const SYMBOL_TABLE = 0x11;

/** What an object is to the library, by its messages (H5Oint.c, H5Goh.c, H5Doh.c, H5Toh.c); null for none of the three. */
export function kindOf(messages: readonly Message[]): 'group' | 'data set' | 'type' | null {
  const has = (type: number): boolean => messages.some((message) => message.type === type);
  if (has(DATATYPE)) {
    if (!has(DATASPACE)) return 'type';
    return has(LAYOUT) ? 'data set' : null;
  }
  return has(SYMBOL_TABLE) || has(LINK_INFO) || has(LINK) ? 'group' : null;
}

/** The dimensions of a data set, or null where they do not stand in it. */
export function shapeOf(messages: readonly Message[], superblock: Superblock): readonly number[] | null {
  const space = messages.find(({ type, shared }) => type === DATASPACE && !shared);
  const dimensions = space === undefined ? null : dimensionsOf(space, superblock.lengths);
  return typeof dimensions === 'string' ? null : dimensions;
}

const MOST_DIMENSIONS = 32;
const CONTIGUOUS = 1;

/** Whether dimensions keep within their bounds, and as many values lie in one piece as they make (specification IV.A.2.b, d, i). */
export function* shapeDefects(messages: readonly Message[], superblock: Superblock, path: string): Iterable<Defect> {
  const found = (type: number): Message | undefined =>
    messages.find((message) => message.type === type && !message.shared);
  const [space, type, layout] = [found(DATASPACE), found(DATATYPE), found(LAYOUT)];
  if (type !== undefined && widthOf(type) === 0) {
    yield { code: 'shape', message: `${path || '/'} has values of no size`, offset: type.at };
    return;
  }
  if (type !== undefined && !isKnownType(type)) {
    yield { code: 'shape', message: `${path || '/'} has values of a type that there is not`, offset: type.at };
    return;
  }
  if (space === undefined) return;
  const dimensions = dimensionsOf(space, superblock.lengths);
  if (typeof dimensions === 'string') {
    yield { code: 'shape', message: `${path || '/'} has ${dimensions}`, offset: space.at };
    return;
  }
  if (type === undefined || layout === undefined) return;
  const size = sizeInOnePiece(layout, superblock);
  const needed = dimensions.reduce((product, dimension) => product * dimension, widthOf(type));
  if (size === null || size >= needed) return;
  const message = `${size} bytes for the ${needed} of ${path || '/'}`;
  yield { code: 'shape', message, offset: layout.at };
}

/** The dimensions, or what is wrong with them. */
function dimensionsOf({ data, at }: Message, lengths: number): readonly number[] | string {
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  const rank = cursor.u8();
  const flags = cursor.u8();
  if (version !== 1 && version !== 2) return `a shape of version ${version}`;
  if (rank > MOST_DIMENSIONS) return `${rank} dimensions`;
  cursor.take(version === 1 ? 5 : 1);
  // A dimension without end has no number.
  const list = (): readonly (number | null)[] => Array.from({ length: rank }, () => cursor.number(lengths));
  const dimensions = list().map((dimension) => dimension ?? Number.POSITIVE_INFINITY);
  const bounds = (flags & 1) === 0 ? [] : list();
  const past = bounds.findIndex((bound, index) => bound !== null && (dimensions[index] ?? 0) > bound);
  if (past >= 0) return `dimension ${past} past its bound`;
  return dimensions.includes(Number.POSITIVE_INFINITY) ? 'a dimension without end' : dimensions;
}

/** Classes of values, from whole numbers to complex ones, in five versions (specification IV.A.2.d). */
function isKnownType({ data, at }: Message): boolean {
  const first = new Cursor(data, at).u8();
  return (first & 0x0f) <= 12 && first >> 4 >= 1 && first >> 4 <= 5;
}

/** Bytes of a value: after its class, version and three bytes of bits. */
export function widthOf({ data, at }: Message): number {
  const cursor = new Cursor(data, at);
  cursor.take(4);
  return cursor.u32();
}

/** Null where values do not lie in one piece, or nowhere yet. */
function sizeInOnePiece({ data, at }: Message, { offsets, lengths }: Superblock): number | null {
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  if (version < 3 || cursor.u8() !== CONTIGUOUS) return null;
  const start = cursor.number(offsets);
  const size = cursor.number(lengths);
  return start === null ? null : size;
}
