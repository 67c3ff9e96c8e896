import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import type { ReaderResult } from '../format.ts';
import { opcodeByte } from './opcodes.ts';
import { pickleFormat } from './reader.ts';

/** One instruction by name with its arguments; raw bytes; or a text, which stands for its UTF-8. */
export type Piece = readonly [string, ...(number | bigint | string | Uint8Array)[]] | Uint8Array | string;

/** Bytes of a program: `pickle(['PROTO', 4], ['SHORT_BINUNICODE', 'os'], …)`. Lengths and line feeds are put in. */
export function pickle(...pieces: readonly Piece[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces.map(bytesOf)));
}

/** What the reader makes of these instructions. */
export function readPickle(...pieces: readonly Piece[]): Promise<ReaderResult<'pickle'>> {
  return readBytes(pickle(...pieces));
}

export function readBytes(
  bytes: Uint8Array,
  path = 'model.pkl',
  budget = createBudget(() => 0),
): Promise<ReaderResult<'pickle'>> {
  return pickleFormat.read(sourceOf(bytes), { path, budget });
}

/** `module.name` by GLOBAL. */
export function global(module: string, name: string): Piece {
  return ['GLOBAL', module, name];
}

/** `module.name` by STACK_GLOBAL. */
export function stackGlobal(module: string, name: string): Uint8Array {
  return pickle(['SHORT_BINUNICODE', module], ['SHORT_BINUNICODE', name], ['STACK_GLOBAL']);
}

/** A call with texts, by REDUCE. */
export function call(callee: Piece, ...texts: readonly string[]): Uint8Array {
  return pickle(callee, ['MARK'], ...texts.map((text): Piece => ['BINUNICODE', text]), ['TUPLE'], ['REDUCE']);
}

export const STOP: Piece = ['STOP'];

function bytesOf(piece: Piece): Uint8Array {
  if (typeof piece === 'string') return new TextEncoder().encode(piece);
  if (piece instanceof Uint8Array) return piece;
  const [name, ...given] = piece;
  return new Uint8Array(Buffer.concat([Uint8Array.of(opcodeByte(name)), argumentBytes(name, given)]));
}

type Given = readonly (number | bigint | string | Uint8Array)[];

function argumentBytes(name: string, given: Given): Uint8Array {
  const [first = 0] = given;
  const payload = (width: number): Uint8Array =>
    Buffer.concat([Uint8Array.from(number(lengthOf(first), width)), raw(first)]);
  const kinds: Readonly<Record<string, () => ArrayLike<number>>> = {
    PROTO: () => number(first, 1),
    BININT1: () => number(first, 1),
    BINPUT: () => number(first, 1),
    BINGET: () => number(first, 1),
    EXT1: () => number(first, 1),
    BININT2: () => number(first, 2),
    EXT2: () => number(first, 2),
    BININT: () => number(first, 4),
    LONG_BINPUT: () => number(first, 4),
    LONG_BINGET: () => number(first, 4),
    EXT4: () => number(first, 4),
    FRAME: () => number(first, 8),
    BINFLOAT: () => double(Number(first)),
    SHORT_BINSTRING: () => payload(1),
    SHORT_BINBYTES: () => payload(1),
    SHORT_BINUNICODE: () => payload(1),
    LONG1: () => payload(1),
    BINSTRING: () => payload(4),
    BINBYTES: () => payload(4),
    BINUNICODE: () => payload(4),
    LONG4: () => payload(4),
    BINUNICODE8: () => payload(8),
    BINBYTES8: () => payload(8),
    BYTEARRAY8: () => payload(8),
  };
  return Uint8Array.from(kinds[name]?.() ?? given.flatMap((line) => [...raw(line), 0x0a]));
}

function number(value: number | bigint | string | Uint8Array, width: number): number[] {
  const bits = BigInt.asUintN(width * 8, BigInt(value as number));
  return Array.from({ length: width }, (_, index) => Number((bits >> BigInt(8 * index)) & 0xffn));
}

function double(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, false);
  return [...new Uint8Array(view.buffer)];
}

function raw(value: number | bigint | string | Uint8Array): Uint8Array {
  return value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
}

function lengthOf(value: number | bigint | string | Uint8Array): number {
  return raw(value).length;
}
