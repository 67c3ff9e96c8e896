import { MalformedError } from '../../kernel/bytes.ts';

/** One protobuf field, not decoded (protobuf.dev, 'Encoding'). */
export interface WireField {
  readonly number: number;
  /** 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes. */
  readonly type: number;
  /** Where the value's bytes lie; for a varint, its own bytes. */
  readonly start: number;
  readonly end: number;
}

/** A varint of 64 bits has ten bytes at most. */
const MAX_VARINT = 10;
const FIXED: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [5, 4],
]);

/** The fields of the message between `start` and `end`; throws MalformedError where they do not fill it exactly. */
export function* wireFields(bytes: Uint8Array, start: number, end: number): Iterable<WireField> {
  let at = start;
  while (at < end) {
    const tag = readVarint(bytes, at, end);
    const [number, type] = [Math.floor(tag.value / 8), tag.value % 8];
    if (number < 1 || number > 0x1fffffff) throw new MalformedError(`${number} is no field number`, at);
    const field = fieldAt(bytes, { number, type }, tag.end, end);
    yield field;
    at = field.end;
  }
}

function fieldAt(
  bytes: Uint8Array,
  { number, type }: Pick<WireField, 'number' | 'type'>,
  start: number,
  end: number,
): WireField {
  if (type === 0) return { number, type, start, end: readVarint(bytes, start, end).end };
  if (type === 2) {
    const length = readVarint(bytes, start, end);
    return { number, type, start: length.end, end: within(length.end + length.value, start, end) };
  }
  const size = FIXED.get(type);
  // 3 and 4 are groups, which this format does not use.
  if (size === undefined) throw new MalformedError(`wire type ${type} in field ${number}`, start);
  return { number, type, start, end: within(start + size, start, end) };
}

function readVarint(bytes: Uint8Array, start: number, end: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < MAX_VARINT && start + index < end; index++) {
    const byte = bytes[start + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  throw new MalformedError('a number without an end', start);
}

function within(position: number, start: number, end: number): number {
  if (position > end) throw new MalformedError('a field reaches past the end of its message', start);
  return position;
}
