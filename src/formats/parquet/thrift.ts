import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';

/** Thrift's compact protocol (thrift-compact-protocol.md), read field by field; what nobody asks for is skipped. */
export interface Thrift {
  readonly bytes: Uint8Array;
  at: number;
  /** Values that may still be read. */
  left: number;
}

export type ThriftField = (thrift: Thrift, type: number) => void;

const DEPTH = 64;
/** What a field of yes or no has as its type. */
export const FALSE = 2;
const [TRUE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT, UUID] = [
  1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;

export type Fields = Readonly<Record<number, ThriftField>>;

/** Reads a struct; `fields` takes those that are wanted by their number. Throws MalformedError and OverBudgetError. */
export function readStruct(thrift: Thrift, fields: Readonly<Record<number, ThriftField>>, depth = 0): void {
  let id = 0;
  for (;;) {
    const head = byte(thrift);
    if (head === 0) return;
    const type = head & 15;
    id = head >> 4 === 0 ? Number(zigzag(thrift)) : id + (head >> 4);
    const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (field === undefined) skip(thrift, type, depth + 1);
    else field(thrift, type);
  }
}

/** Reads each element of a list of structs. */
export function readStructs(thrift: Thrift, type: number, fields: () => Readonly<Record<number, ThriftField>>): number {
  if (type !== LIST && type !== SET) throw new MalformedError('a list is something else', thrift.at);
  const { size, of } = listHead(thrift);
  if (of !== STRUCT && size > 0) throw new MalformedError('a list of something else', thrift.at);
  for (let index = 0; index < size; index++) readStruct(thrift, fields(), 1);
  return size;
}

export function readNumber(thrift: Thrift, type: number): number {
  if (type !== I16 && type !== I32 && type !== I64) throw new MalformedError('a number is something else', thrift.at);
  const value = Number(zigzag(thrift));
  if (!Number.isSafeInteger(value)) throw new MalformedError('a number past all sizes', thrift.at);
  return value;
}

export function readBinary(thrift: Thrift, type: number): Uint8Array {
  if (type !== BINARY) throw new MalformedError('bytes are something else', thrift.at);
  return binary(thrift);
}

function skip(thrift: Thrift, type: number, depth: number): void {
  if (depth > DEPTH) throw new OverBudgetError(`values nested deeper than ${DEPTH}`);
  if (type === TRUE || type === FALSE) return;
  if (type === BYTE) thrift.at += 1;
  else if (type === I16 || type === I32 || type === I64) zigzag(thrift);
  else if (type === DOUBLE) thrift.at += 8;
  else if (type === UUID) thrift.at += 16;
  else if (type === BINARY) binary(thrift);
  else if (type === STRUCT) readStruct(thrift, {}, depth);
  else if (type === LIST || type === SET) skipList(thrift, depth);
  else if (type === MAP) skipMap(thrift, depth);
  else throw new MalformedError(`a value of the unknown type ${type}`, thrift.at);
}

function skipList(thrift: Thrift, depth: number): void {
  const { size, of } = listHead(thrift);
  for (let index = 0; index < size; index++) skipElement(thrift, of, depth + 1);
}

function skipMap(thrift: Thrift, depth: number): void {
  const size = varint(thrift);
  const types = size === 0n ? 0 : byte(thrift);
  for (let index = 0n; index < size; index++) {
    skipElement(thrift, types >> 4, depth + 1);
    skipElement(thrift, types & 15, depth + 1);
  }
}

/** Booleans take a byte within lists and maps. */
function skipElement(thrift: Thrift, type: number, depth: number): void {
  if (type === TRUE || type === FALSE) byte(thrift);
  else skip(thrift, type, depth);
}

function listHead(thrift: Thrift): { readonly size: number; readonly of: number } {
  const head = byte(thrift);
  const size = head >> 4 === 15 ? Number(varint(thrift)) : head >> 4;
  if (size > thrift.bytes.length) throw new MalformedError('a list longer than the footer', thrift.at);
  return { size, of: head & 15 };
}

function binary(thrift: Thrift): Uint8Array {
  const length = Number(varint(thrift));
  const start = thrift.at;
  if (length > thrift.bytes.length - start) throw new MalformedError('bytes reach past the end', start);
  thrift.at = start + length;
  return thrift.bytes.subarray(start, thrift.at);
}

function byte(thrift: Thrift): number {
  thrift.left -= 1;
  if (thrift.left < 0) throw new OverBudgetError('too many values');
  const value = thrift.bytes[thrift.at];
  if (value === undefined) throw new MalformedError('the footer is cut off', thrift.at);
  thrift.at += 1;
  return value;
}

function varint(thrift: Thrift): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const next = byte(thrift);
    value |= BigInt(next & 0x7f) << shift;
    if (next < 0x80) return value;
  }
  throw new MalformedError('a number without an end', thrift.at);
}

function zigzag(thrift: Thrift): bigint {
  const value = varint(thrift);
  return (value >> 1n) ^ -(value & 1n);
}
