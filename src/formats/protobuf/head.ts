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
  const tag = varint(head, 0);
  return tag === null ? null : Math.floor(tag.value / 8);
}

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
  let at = from;
  while (at < Math.min(head.length, size)) {
    const tag = varint(head, at);
    if (tag === null) return head.length < size;
    const [number, wire] = [Math.floor(tag.value / 8), tag.value % 8];
    if (number < 1 || !(wire <= 2 || wire === 5)) return false;
    const value = fieldValue(head, tag.end, wire);
    if (value === null) return head.length < size;
    if (value.start + value.length > size) return false;
    fields.push({ number, wire, ...value });
    at = value.start + value.length;
  }
  return true;
}

function fieldValue(head: Uint8Array, at: number, wire: number): Omit<HeadField, 'number' | 'wire'> | null {
  if (wire === 1 || wire === 5) return { start: at, length: wire === 1 ? 8 : 4, value: 0 };
  const number = varint(head, at);
  if (number === null) return null;
  return wire === 2
    ? { start: number.end, length: number.value, value: 0 }
    : { start: at, length: number.end - at, value: number.value };
}

function varint(head: Uint8Array, start: number): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = head[start + index];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  return null;
}
