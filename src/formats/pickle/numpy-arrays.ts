import { type ByteSource, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { type NumpyType, numpyType } from '../numpy-types.ts';
import { countOf } from './element-types.ts';
import { Refused } from './refused.ts';
import { type GlobalValue, isCollection, type ResultValue, type Value } from './values.ts';

/** An array of NumPy, as a program describes it. */
export interface PickledArray {
  readonly type: NumpyType;
  readonly shape: readonly number[];
  readonly fortran: boolean;
  readonly bytes: ArrayBytes;
}

/** Where the bytes of an array lie: as they are, or as a text of which each letter is one byte (protocols up to 2). */
export type ArrayBytes =
  | { readonly kind: 'bytes' | 'utf8'; readonly start: number; readonly length: number }
  | { readonly kind: 'text'; readonly text: string };

const CORE = ['numpy.core', 'numpy._core'];
const RECONSTRUCT: ReadonlySet<string> = new Set(CORE.map((core) => `${core}.multiarray._reconstruct`));
const FROM_BUFFER: ReadonlySet<string> = new Set(CORE.map((core) => `${core}.numeric._frombuffer`));
const SCALAR: ReadonlySet<string> = new Set(CORE.map((core) => `${core}.multiarray.scalar`));

export function isArray(value: Value | undefined): value is ResultValue {
  return isResult(value) && (RECONSTRUCT.has(value.of) || FROM_BUFFER.has(value.of));
}

/** One number of NumPy's own: a plain value. */
export function isScalar(value: Value): boolean {
  return isResult(value) && SCALAR.has(value.of);
}

/**
 * What `numpy.ndarray.__reduce__` and `__reduce_ex__(5)` write (numpy/_core/src/multiarray/methods.c, array_reduce;
 * numpy/_core/numeric.py, _frombuffer). Throws Refused for what safetensors cannot hold.
 */
export function arrayOf(name: string, value: ResultValue): PickledArray {
  const given = value.given ?? [];
  if (FROM_BUFFER.has(value.of)) {
    const [raw, dtype, shape, order] = given;
    return described(name, { raw, dtype, shape, fortran: order === 'F' });
  }
  const [kind] = given;
  const state = value.state ?? null;
  if (!isGlobal(kind) || kind.path !== 'numpy.ndarray' || !isCollection(state) || state.length !== 5)
    throw new Refused(`${name} is no plain array`);
  const [, shape, dtype, fortran, raw] = state.items;
  return described(name, { raw, dtype, shape, fortran: fortran === true || fortran === 1 });
}

interface Told {
  readonly raw: Value | undefined;
  readonly dtype: Value | undefined;
  readonly shape: Value | undefined;
  readonly fortran: boolean;
}

function described(name: string, { raw, dtype, shape, fortran }: Told): PickledArray {
  const type = typeOf(dtype);
  if (type === null) throw new Refused(`${name} is of a type that safetensors has not`);
  const lengths =
    shape !== undefined && isCollection(shape) && countOf(shape) !== null ? shape.items.map(Number) : null;
  const bytes = bytesOf(raw);
  if (lengths === null || bytes === null) throw new Refused(`${name} is no plain array`);
  return { type, shape: lengths, fortran, bytes };
}

function typeOf(dtype: Value | undefined): NumpyType | null {
  if (!isResult(dtype) || dtype.of !== 'numpy.dtype') return null;
  const [named] = dtype.given ?? [];
  const code = typeof named === 'string' ? named : isGlobal(named) ? named.path : '';
  const state = dtype.state ?? null;
  const order = isCollection(state) ? state.items[1] : undefined;
  return numpyType(code, typeof order === 'string' ? order : undefined);
}

function bytesOf(raw: Value | undefined): ArrayBytes | null {
  // Protocols up to 2 write no bytes at all as a call.
  if (isResult(raw) && NO_BYTES.has(raw.of) && raw.given?.length === 0) return { kind: 'text', text: '' };
  const value = isResult(raw) ? raw.encoded : raw;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value !== 'object' || value === null) return null;
  if (value.kind === 'bytes') return { kind: 'bytes', start: value.start, length: value.length };
  if (value.kind !== 'text' || value.start === undefined) return null;
  return { kind: 'utf8', start: value.start, length: value.length };
}

const NO_BYTES: ReadonlySet<string> = new Set(['builtins.bytes', '__builtin__.bytes']);

/** A text that stands for bytes is turned into them in memory, as far as it is not longer. */
const LONGEST_TEXT = 1024 * 1024 * 1024;

/** The bytes of an array, of which `program` is the pickle. Throws Refused for a text that stands for no bytes. */
export async function openArray(bytes: ArrayBytes, program: ByteSource): Promise<ByteSource> {
  if (bytes.kind === 'bytes') return sliceOf(program, bytes.start, bytes.length);
  if (bytes.kind === 'text') return sourceOf(latin(bytes.text));
  if (bytes.length > LONGEST_TEXT) throw new Refused('an array in it is written as a text, and too long for that');
  return sourceOf(latin(Buffer.from(await program.read(bytes.start, bytes.length)).toString('utf8')));
}

function latin(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'latin1');
  if (bytes.toString('latin1') !== text) throw new Refused('an array in it is a text that stands for no bytes');
  return bytes;
}

function isResult(value: Value | undefined): value is ResultValue {
  return typeof value === 'object' && value !== null && value.kind === 'result';
}

function isGlobal(value: Value | undefined): value is GlobalValue {
  return typeof value === 'object' && value !== null && value.kind === 'global';
}
