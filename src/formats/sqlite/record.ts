import { MalformedError } from '../../kernel/bytes.ts';

/** Where in a page one is. */
export interface Cursor {
  at: number;
}

/** A number of up to nine bytes (SQLite, fileformat2, 1.6); negative where its ninth byte makes it so. */
export function varint(page: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = page[cursor.at++];
    if (byte === undefined) throw new MalformedError('a number past the end of its page', cursor.at);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  const last = page[cursor.at++];
  if (last === undefined) throw new MalformedError('a number past the end of its page', cursor.at);
  const whole = value * 256 + last;
  return whole >= 2 ** 63 ? whole - 2 ** 64 : whole;
}

/** The serial types of a record, and where its values begin; null where they reach past what is at hand. */
export function serialsOf(
  payload: Uint8Array,
): { readonly serials: readonly number[]; readonly values: number } | null {
  const cursor = { at: 0 };
  if (payload.length === 0) throw new MalformedError('a row without a header', 0);
  const end = varint(payload, cursor);
  if (end < cursor.at) throw new MalformedError('a row without a header', 0);
  if (end > payload.length) return null;
  const serials: number[] = [];
  while (cursor.at < end) serials.push(varint(payload, cursor));
  if (cursor.at !== end) throw new MalformedError('a header of a row that ends within a number', cursor.at);
  return { serials, values: end };
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

/** Sizes of values by their serial type (2.1, Record Format). */
export function sizeOf(serial: number): number {
  return serial >= 12 ? Math.floor((serial - 12) / 2) : (SIZES[serial] ?? Number.NaN);
}

/** What is wrong with a row of `size` bytes of which the first are at hand; null where nothing is. */
export function recordProblem(local: Uint8Array, size: number): string | null {
  const cursor = { at: 0 };
  if (local.length === 0) return 'a row without a header';
  const end = varint(local, cursor);
  if (end < cursor.at) return 'a row without a header';
  if (end > local.length) return local.length === size ? 'a header of a row is longer than the row' : null;
  let total = end;
  while (cursor.at < end) total += sizeOf(varint(local, cursor));
  if (cursor.at !== end) return 'a header of a row that ends within a number';
  if (Number.isNaN(total)) return 'a value of a type that there is not';
  return total === size ? null : `a row of ${size} bytes has values of ${total}`;
}
