import type { PickleFlaw } from './facts.ts';
import {
  type CollectionValue,
  type Dtype,
  type ElementType,
  type GlobalValue,
  isCollection,
  type ResultValue,
  type Value,
} from './values.ts';

/** What is wrong with a dtype or an array; `sure` when NumPy would read memory that is not the array's. */
export interface Flaw {
  readonly kind: PickleFlaw['kind'];
  readonly sure: boolean;
  readonly why: string;
}

/** The dtype that `numpy.dtype(name)` gives. */
export function dtypeNamed(name: Value | undefined): Dtype {
  if (typeof name === 'string') return { element: elementNamed(name), settled: false };
  const global = name !== undefined && isGlobal(name) ? name.path : '';
  const element = global.startsWith('numpy.')
    ? (SCALARS.get(global.slice('numpy.'.length)) ?? null)
    : (SMALL_FLOATS.get(global) ?? null);
  return { element, settled: false };
}

const CODE = /^[<>=|]?([?bBiufcOSUVMm])([0-9]{1,9})$/;
const CHARACTER = 4;
const POINTER = 8;

function elementNamed(name: string): ElementType | null {
  const [, code, digits] = CODE.exec(name) ?? [];
  if (code !== undefined && digits !== undefined) {
    return { code, bytes: Number(digits) * (code === 'U' ? CHARACTER : 1), objects: code === 'O' };
  }
  return /^(?:[<>=|]?O|object_?)$/.test(name) ? { code: 'O', bytes: POINTER, objects: true } : null;
}

/** Element types that JAX and TensorFlow add to NumPy: numbers without references. */
const SMALL_FLOATS: ReadonlyMap<string, ElementType> = new Map(
  (
    [
      ['bfloat16', 2],
      ...['e3m4', 'e4m3', 'e4m3b11fnuz', 'e4m3fn', 'e4m3fnuz', 'e5m2', 'e5m2fnuz', 'e8m0fnu'].map(
        (name) => [`float8_${name}`, 1] as const,
      ),
    ] as const
  ).map(([name, bytes]) => [`ml_dtypes.${name}`, { code: 'f', bytes, objects: false }] as const),
);

const SCALARS: ReadonlyMap<string, ElementType> = new Map([
  ...['record', 'void'].map((name) => [name, { code: 'V', bytes: 0, objects: false }] as const),
  ['object_', { code: 'O', bytes: POINTER, objects: true }],
  ['str_', { code: 'U', bytes: 0, objects: false }],
  ['bytes_', { code: 'S', bytes: 0, objects: false }],
]);

/** Flags of a dtype (numpy/ndarraytypes.h): NPY_ITEM_REFCOUNT and NPY_LIST_PICKLE. */
const HOLDS_OBJECTS = 1;
const PICKLED_AS_LIST = 2;
/** Kinds whose size the state tells. */
const SIZED = 'SUV';

/**
 * What `dtype.__setstate__` makes of a dtype (numpy/core/src/multiarray/descriptor.c, arraydescr_setstate, versions 3 and
 * 4). NumPy believes the flags, offsets and sizes of the state; where these deny the objects that an element holds, or
 * point past its end, an array over bytes of the file is an array of pointers that its author chose.
 */
export function setState(dtype: Dtype, state: Value): Flaw | null {
  const again = dtype.settled;
  dtype.settled = true;
  const { element } = dtype;
  dtype.element = null;
  if (again) return flaw(true, 'a dtype is changed after it was used');
  if (element === null) return flaw(false, 'a dtype by another name than NumPy writes is given a state');
  const parts = partsOf(state);
  if (parts === null) return flaw(false, 'a dtype is given a state that NumPy does not write');
  const { size, flags } = parts;
  const sized = SIZED.includes(element.code);
  if (sized && size < 0) return flaw(true, `an element of ${size} bytes`);
  const bytes = sized ? size : element.bytes;
  const inner = innerElements(parts);
  if (inner === null) return flaw(true, 'a field of an array whose type is none');
  const past = inner.find(({ end }) => bytes === null || end > bytes);
  if (past !== undefined) return flaw(true, `a field that ends at byte ${past.end} of an element of ${bytes}`);
  const holds = element.objects || inner.some(({ objects }) => objects);
  const said = (flags & HOLDS_OBJECTS) !== 0;
  if (said !== holds || said !== ((flags & PICKLED_AS_LIST) !== 0)) {
    return flaw(
      true,
      `an element that ${holds ? 'holds' : 'has no'} objects says that it ${said ? 'does' : 'does not'}`,
    );
  }
  if (element.bytes === 0 || !sized || size === element.bytes)
    dtype.element = { code: element.code, bytes, objects: said };
  return dtype.element === null ? flaw(false, 'a dtype whose state contradicts its name') : null;
}

function flaw(sure: boolean, why: string): Flaw {
  return { kind: 'array', sure, why };
}

interface StateParts {
  readonly subtype: Value;
  readonly fields: Value;
  readonly size: number;
  readonly flags: number;
}

function partsOf(state: Value): StateParts | null {
  if (!isWhole(state) || state.type !== 'tuple' || (state.length !== 8 && state.length !== 9)) return null;
  const [version, , subtype = null, , fields = null, size, , flags] = state.items;
  if ((version !== 3 && version !== 4) || !isWholeNumber(size) || !isWholeNumber(flags)) return null;
  return { subtype, fields, size, flags };
}

interface Inner {
  readonly end: number;
  readonly objects: boolean;
}

/** The fields, or the elements of a subarray; null where one is no dtype with a place. */
function innerElements({ subtype, fields }: StateParts): readonly Inner[] | null {
  const inner: Inner[] = [];
  if (subtype !== null) {
    if (!isWhole(subtype) || subtype.length !== 2) return null;
    const [dtype, shape] = subtype.items;
    const count = isWholeNumber(shape) ? shape : countOf(shape);
    const one = count === null ? null : within(dtype, 0, count);
    if (one === null) return null;
    inner.push(one);
  }
  if (fields === null) return inner;
  if (!isCollection(fields) || fields.type !== 'dict' || fields.items.length !== fields.length * 2) return null;
  for (let index = 1; index < fields.items.length; index += 2) {
    const field = fields.items[index] ?? null;
    if (!isCollection(field) || field.type !== 'tuple') return null;
    const [dtype, offset] = field.items;
    const one = isWholeNumber(offset) && offset >= 0 ? within(dtype, offset, 1) : null;
    if (one === null) return null;
    inner.push(one);
  }
  return inner;
}

function within(dtype: Value | undefined, offset: number, count: number): Inner | null {
  const element = dtypeOf(dtype)?.element;
  if (element === undefined || element === null || element.bytes === null) return null;
  return { end: offset + element.bytes * count, objects: element.objects };
}

/** The dtype that a value is, if it is one. */
export function dtypeOf(value: Value | undefined): Dtype | undefined {
  return typeof value === 'object' && value !== null && value.kind === 'result' ? value.dtype : undefined;
}

/** Elements of an array of this shape; null when it is no shape, or too large to count. */
export function countOf(shape: Value | undefined): number | null {
  if (shape === undefined || !isWhole(shape) || (shape.type !== 'tuple' && shape.type !== 'list')) return null;
  let count = 1;
  for (const length of shape.items) {
    if (!isWholeNumber(length) || length < 0) return null;
    count *= length;
  }
  return Number.isSafeInteger(count) ? count : null;
}

function isWhole(value: Value): value is CollectionValue {
  return isCollection(value) && value.items.length === value.length;
}

function isWholeNumber(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value);
}

function isGlobal(value: Value): value is GlobalValue {
  return typeof value === 'object' && value !== null && value.kind === 'global';
}

/** Something has this value from now on besides the place where it was made. */
export function noteShared(value: Value): void {
  const dtype = dtypeOf(value);
  if (dtype !== undefined) dtype.settled = true;
}

export function isResult(value: Value): value is ResultValue {
  return typeof value === 'object' && value !== null && value.kind === 'result';
}
