import { type Cursor, varint } from '../varint.ts';

/** A field at the start of a file, for telling what the file is. */
export interface HeadField {
  readonly number: number;
  readonly wire: number;
  /** Where a length-delimited value begins, and how long it says it is; of others, their bytes. */
  readonly start: number;
  readonly length: number;
  /** Of a varint; else 0. */
  readonly value: number;
}

/**
 * The fields of a message that begins at `from`, as far as the head goes; null as soon as they cannot be fields of a
 * message of `size` bytes. The last may reach past the head.
 */
export function headFields(head: Uint8Array, size: number, from = 0): readonly HeadField[] | null {
  if (from !== 0) return fieldsFrom(head, size, from);
  const known = KNOWN.get(head);
  if (known?.size === size) return known.fields;
  const fields = fieldsFrom(head, size, 0);
  KNOWN.set(head, { size, fields });
  return fields;
}

/** The number of the first field, or null where none can be: most files are told by it to be no message of a format. */
export function firstNumber(head: Uint8Array): number | null {
  const tag = varint({ bytes: head, at: 0 });
  return tag === null ? null : Math.floor(tag / 8);
}

/** How a message may begin whose first field is number 1: a tag is a varint, which may be longer than it has to be. */
export const FIELD_ONE = '\b\t\n\v\f\r\x0e\x0f\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f';

/**
 * The fields that stand before what can be none, of which at least one is whole: of a short message behind which other bytes
 * were put. Who asks wants more of the first than its number.
 */
export function fieldsBeforeBreak(head: Uint8Array, size: number): readonly HeadField[] | null {
  const fields: HeadField[] = [];
  fieldsInto(fields, head, size, 0);
  return fields.length === 0 ? null : fields;
}

/** Four formats ask the same of every file's head. */
const KNOWN = new WeakMap<Uint8Array, { readonly size: number; readonly fields: readonly HeadField[] | null }>();

function fieldsFrom(head: Uint8Array, size: number, from: number): readonly HeadField[] | null {
  const fields: HeadField[] = [];
  return fieldsInto(fields, head, size, from) ? fields : null;
}

/** Whether all of them are fields. */
function fieldsInto(fields: HeadField[], head: Uint8Array, size: number, from: number): boolean {
  const cursor = { bytes: head, at: from };
  while (cursor.at < Math.min(head.length, size)) {
    const tag = varint(cursor);
    if (tag === null) return head.length < size;
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    if (number < 1 || !(wire <= 2 || wire === 5)) return false;
    const value = fieldValue(cursor, wire);
    if (value === null) return head.length < size;
    if (value.start + value.length > size) return false;
    fields.push({ number, wire, ...value });
    cursor.at = value.start + value.length;
  }
  return true;
}

/** The value at the cursor, which may move within it. */
function fieldValue(cursor: Cursor, wire: number): Omit<HeadField, 'number' | 'wire'> | null {
  const start = cursor.at;
  if (wire === 1 || wire === 5) return { start, length: wire === 1 ? 8 : 4, value: 0 };
  const number = varint(cursor);
  if (number === null) return null;
  return wire === 2
    ? { start: cursor.at, length: number, value: 0 }
    : { start, length: cursor.at - start, value: number };
}
