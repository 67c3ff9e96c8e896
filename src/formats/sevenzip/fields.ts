import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';

/** Bytes of a header, read one field after the other. Reading past the end throws MalformedError. */
export interface Fields {
  readonly bytes: Uint8Array;
  at: number;
}

export function byte(fields: Fields): number {
  const value = fields.bytes[fields.at];
  if (value === undefined) throw new MalformedError('the header is cut off', fields.at);
  fields.at += 1;
  return value;
}

/** A number in one to nine bytes: ones at the top of the first tell how many follow (7zFormat.txt, 'NUMBER'). */
export function number(fields: Fields): number {
  const first = byte(fields);
  let value = 0;
  let mask = 0x80;
  for (let index = 0; index < 8; index++, mask >>= 1) {
    if ((first & mask) === 0) return safe(value + (first & (mask - 1)) * 2 ** (8 * index), fields);
    value += byte(fields) * 2 ** (8 * index);
  }
  return safe(value, fields);
}

function safe(value: number, { at }: Fields): number {
  if (!Number.isSafeInteger(value)) throw new MalformedError('a number past all sizes', at);
  return value;
}

/** A number of things that follow, each of which takes a byte at least. */
export function count(fields: Fields, most: number): number {
  const value = number(fields);
  if (value > most) throw new OverBudgetError(`${value} entries in one archive`);
  return value;
}

export function take(fields: Fields, length: number): Uint8Array {
  if (length > fields.bytes.length - fields.at) throw new MalformedError('the header is cut off', fields.at);
  fields.at += length;
  return fields.bytes.subarray(fields.at - length, fields.at);
}

export function u32(fields: Fields): number {
  const bytes = take(fields, 4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

/** So many bits, most significant first. */
export function bits(fields: Fields, length: number): readonly boolean[] {
  const bytes = take(fields, Math.ceil(length / 8));
  return Array.from({ length }, (_, index) => (((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1);
}

/** The same behind a byte that tells whether all are set. */
export function optionalBits(fields: Fields, length: number): readonly boolean[] {
  return byte(fields) === 0 ? bits(fields, length) : Array.from({ length }, () => true);
}

/** CRCs of those that have one; null for the others. */
export function digests(fields: Fields, length: number): readonly (number | null)[] {
  return optionalBits(fields, length).map((defined) => (defined ? u32(fields) : null));
}

/** Expects a property of this kind next. */
export function expectKind(fields: Fields, kind: number): void {
  if (byte(fields) !== kind) throw new MalformedError(`the header lacks property ${kind}`, fields.at - 1);
}
