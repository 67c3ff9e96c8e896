import { type Cursor, unzigzagged, varint } from '../varint.ts';

/**
 * Runs of ORC (specification v1, Run Length Encoding): bytes, bits, and whole numbers of both versions. Each tells whether so
 * many values stand in a stream; what they are is handed to `visit` where somebody asks.
 */

/** Bytes: a run of one value, or values as they are. */
export function readBytes(bytes: Uint8Array, count: number, visit?: (value: number, times: number) => void): boolean {
  let [at, left] = [0, count];
  while (left > 0) {
    const control = bytes[at++];
    if (control === undefined) return false;
    const times = control < 0x80 ? control + 3 : 0x100 - control;
    const taken = control < 0x80 ? 1 : times;
    if (at + taken > bytes.length) return false;
    for (let index = 0; index < taken; index++) visit?.(bytes[at + index] ?? 0, control < 0x80 ? times : 1);
    at += taken;
    left -= times;
  }
  return true;
}

/** How many of `count` bits are set, most significant first; null where there are not as many. */
export function countSet(bytes: Uint8Array, count: number): number | null {
  let [set, left] = [0, count];
  const whole = readBytes(bytes, Math.ceil(count / 8), (value, times) => {
    for (let index = 0; index < times && left > 0; index++, left -= 8)
      set += ONES[left >= 8 ? value : value & (0xff00 >> left)] ?? 0;
  });
  return whole ? set : null;
}

const ONES = Uint8Array.from({ length: 256 }, (_, value) => value.toString(2).replaceAll('0', '').length);

export interface Numbers {
  readonly version: 1 | 2;
  readonly signed: boolean;
  readonly count: number;
}

/** Whole numbers; those past 2^53 are near. */
export function readNumbers(
  bytes: Uint8Array,
  { version, signed, count }: Numbers,
  visit: (value: number, times: number) => void = () => {},
): boolean {
  const cursor = { bytes, at: 0 };
  let left = count;
  while (left > 0) {
    const taken = version === 1 ? oldRun(cursor, signed, visit) : newRun(cursor, signed, visit);
    if (taken === null) return false;
    left -= taken;
  }
  return true;
}

type Visit = (value: number, times: number) => void;

function oldRun(cursor: Cursor, signed: boolean, visit: Visit): number | null {
  const control = cursor.bytes[cursor.at++];
  if (control === undefined) return null;
  if (control < 0x80) {
    const step = cursor.bytes[cursor.at++];
    const base = number(cursor, signed);
    if (step === undefined || base === null) return null;
    const by = step < 0x80 ? step : step - 0x100;
    for (let index = 0; index < control + 3; index++) visit(base + index * by, 1);
    return control + 3;
  }
  for (let index = 0; index < 0x100 - control; index++) {
    const value = number(cursor, signed);
    if (value === null) return null;
    visit(value, 1);
  }
  return 0x100 - control;
}

const WIDTHS = [...Array.from({ length: 24 }, (_, index) => index + 1), 26, 28, 30, 32, 40, 48, 56, 64];
/** Widths of a patch with its gap are rounded up to one of these. */
const widthFrom = (bits: number): number => WIDTHS.find((width) => width >= bits) ?? 64;

function newRun(cursor: Cursor, signed: boolean, visit: Visit): number | null {
  const { bytes } = cursor;
  const [first, second = 0] = [bytes[cursor.at], bytes[cursor.at + 1]];
  if (first === undefined) return null;
  const kind = first >> 6;
  if (kind === 0) {
    const value = bigEndian(cursor, 1, ((first >> 3) & 7) + 1);
    if (value === null) return null;
    visit(signed ? unzigzagged(value) : value, (first & 7) + 3);
    return (first & 7) + 3;
  }
  if (cursor.at + 2 > bytes.length) return null;
  const code = (first >> 1) & 0x1f;
  const count = ((first & 1) << 8) + second + 1;
  if (kind === 1) {
    cursor.at += 2;
    const ends = packed(cursor, WIDTHS[code] ?? 64, count, (value) => visit(signed ? unzigzagged(value) : value, 1));
    return ends ? count : null;
  }
  if (kind === 2) return patchedRun(cursor, { width: WIDTHS[code] ?? 64, count }, visit);
  cursor.at += 2;
  const base = number(cursor, signed);
  const step = number(cursor, true);
  if (base === null || step === null) return null;
  visit(base, 1);
  if (code === 0) {
    for (let index = 1; index < count; index++) visit(base + index * step, 1);
    return count;
  }
  let value = base + step;
  if (count > 1) visit(value, 1);
  const ends = packed(cursor, WIDTHS[code] ?? 64, Math.max(0, count - 2), (by) => {
    value += step < 0 ? -by : by;
    visit(value, 1);
  });
  return ends ? count : null;
}

/** Small numbers over a base, of which a few have more bits in a list of their own. */
function patchedRun(
  cursor: Cursor,
  { width, count }: { readonly width: number; readonly count: number },
  visit: Visit,
): number | null {
  const { bytes } = cursor;
  const [third, fourth] = [bytes[cursor.at + 2], bytes[cursor.at + 3]];
  if (third === undefined || fourth === undefined) return null;
  const size = (third >> 5) + 1;
  const patch = WIDTHS[third & 0x1f] ?? 64;
  const gapWidth = (fourth >> 5) + 1;
  const value = bigEndian(cursor, 4, size);
  if (value === null) return null;
  const top = 2 ** (8 * size - 1);
  const base = value >= top ? -(value - top) : value;
  const values: number[] = [];
  if (!packed(cursor, width, count, (one) => values.push(one))) return null;
  let at = 0;
  const patched = packed(cursor, widthFrom(patch + gapWidth), fourth & 0x1f, (one) => {
    at += Math.floor(one / 2 ** patch);
    if (at < values.length) values[at] = (values[at] ?? 0) + (one % 2 ** patch) * 2 ** width;
  });
  if (!patched) return null;
  for (const one of values) visit(base + one, 1);
  return count;
}

/** Numbers of so many bits, one behind the other, filled up to a byte. */
function packed(cursor: Cursor, width: number, count: number, visit: (value: number) => void): boolean {
  const end = cursor.at + Math.ceil((width * count) / 8);
  if (end > cursor.bytes.length) return false;
  let [at, bit] = [cursor.at, 0];
  for (let index = 0; index < count; index++) {
    let value = 0;
    for (let left = width; left > 0; ) {
      const taken = Math.min(left, 8 - bit);
      value = value * 2 ** taken + (((cursor.bytes[at] ?? 0) >> (8 - bit - taken)) & (2 ** taken - 1));
      bit += taken;
      left -= taken;
      if (bit === 8) [at, bit] = [at + 1, 0];
    }
    visit(value);
  }
  cursor.at = end;
  return true;
}

/** `skip`: bytes of the run's head. */
function bigEndian(cursor: Cursor, skip: number, size: number): number | null {
  const start = cursor.at + skip;
  if (start + size > cursor.bytes.length) return null;
  cursor.at = start + size;
  return cursor.bytes.subarray(start, start + size).reduce((value, byte) => value * 256 + byte, 0);
}

/** Decimals have up to 38 digits. */
const LONGEST = 19;

function number(cursor: Cursor, signed: boolean): number | null {
  const value = varint(cursor, LONGEST);
  return value !== null && signed ? unzigzagged(value) : value;
}

/** Whether so many numbers of any length stand in a stream, each to its last byte. */
export function hasVarints(bytes: Uint8Array, count: number): boolean {
  const cursor = { bytes, at: 0 };
  for (let index = 0; index < count; index++) if (varint(cursor, LONGEST) === null) return false;
  return true;
}
