import { unzigzagged, varint } from '../varint.ts';

/** Whole numbers as differences (parquet-format, Encodings.md, DELTA_BINARY_PACKED), of pages of so many values at most. */
const MOST_VALUES = 100_000;
/** Writers take blocks of 128 values, of which each has four parts. */
const LARGEST_BLOCK = 65_536;
/** What values that share their beginnings come to. */
const MOST_BYTES = 8 * 1024 * 1024;

interface Numbers {
  readonly values: readonly number[];
  readonly end: number;
}

/** The numbers that begin at a place; null where there are none, or more than are looked at. */
function numbersFrom(bytes: Uint8Array, from: number): Numbers | null {
  const cursor = { bytes, at: from };
  const [size, parts, count, first] = [varint(cursor), varint(cursor), varint(cursor), varint(cursor)];
  if (size === null || parts === null || count === null || first === null) return null;
  if (count > MOST_VALUES || parts < 1 || size > LARGEST_BLOCK || size % parts !== 0 || (size / parts) % 8 !== 0)
    return null;
  const values = count === 0 ? [] : [unzigzagged(first)];
  while (values.length < count) {
    const least = varint(cursor);
    const widths = bytes.subarray(cursor.at, cursor.at + parts);
    cursor.at += parts;
    if (least === null || widths.length < parts) return null;
    for (let part = 0; part < parts && values.length < count; part++) {
      const width = widths[part] ?? 0;
      const end = cursor.at + (width * size) / parts / 8;
      if (width > 64 || end > bytes.length) return null;
      for (let index = 0; index < size / parts && values.length < count; index++)
        values.push((values.at(-1) ?? 0) + unzigzagged(least) + bitsAt(bytes, cursor.at * 8 + index * width, width));
      cursor.at = end;
    }
  }
  return { values, end: cursor.at };
}

/** Least significant first. */
function bitsAt(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let done = 0; done < width; ) {
    const [at, bit] = [(from + done) >> 3, (from + done) & 7];
    const taken = Math.min(8 - bit, width - done);
    value += (((bytes[at] ?? 0) >> bit) & (2 ** taken - 1)) * 2 ** done;
    done += taken;
  }
  return value;
}

/** Texts behind their lengths (DELTA_LENGTH_BYTE_ARRAY), where they end with the page: places in it, or null. */
export function lengthsFirst(
  bytes: Uint8Array,
  from: number,
): readonly (readonly [start: number, size: number])[] | null {
  const lengths = numbersFrom(bytes, from);
  if (lengths === null || lengths.values.some((length) => length < 0)) return null;
  let at = lengths.end;
  const places = lengths.values.map((length): readonly [number, number] => {
    at += length;
    return [at - length, length];
  });
  return at === bytes.length ? places : null;
}

/** Texts that begin as the one before did (DELTA_BYTE_ARRAY): as they are, up to a bound; or null. */
export function withBeginnings(bytes: Uint8Array, from: number): readonly Uint8Array[] | null {
  const shared = numbersFrom(bytes, from);
  const rests = shared === null ? null : lengthsFirst(bytes, shared.end);
  if (shared === null || rests?.length !== shared.values.length) return null;
  const values: Uint8Array[] = [];
  let [before, made] = [new Uint8Array(0), 0];
  for (const [index, [start, size]] of rests.entries()) {
    const length = shared.values[index] ?? 0;
    if (length < 0 || length > before.length) return null;
    made += length + size;
    if (made > MOST_BYTES) break;
    const value = new Uint8Array(length + size);
    value.set(before.subarray(0, length));
    value.set(bytes.subarray(start, start + size), length);
    values.push(value);
    before = value;
  }
  return values;
}

/** Rows whose first bytes stand together, then their second ones (BYTE_STREAM_SPLIT): as they are. */
export function together(bytes: Uint8Array, from: number, width: number): Uint8Array | null {
  const rows = (bytes.length - from) / width;
  if (!Number.isInteger(rows) || rows < 1) return null;
  const whole = new Uint8Array(rows * width);
  for (let at = 0; at < whole.length; at++) whole[(at % rows) * width + Math.floor(at / rows)] = bytes[from + at] ?? 0;
  return whole;
}
