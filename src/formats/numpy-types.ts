/** What safetensors calls the elements of an array, how many bytes one has, and whether they stand the other way round. */
export interface NumpyType {
  readonly dtype: string;
  readonly bytes: number;
  readonly bigEndian: boolean;
}

const TYPES: ReadonlyMap<string, readonly [dtype: string, bytes: number]> = new Map([
  ['f8', ['F64', 8]],
  ['f4', ['F32', 4]],
  ['f2', ['F16', 2]],
  ['i8', ['I64', 8]],
  ['i4', ['I32', 4]],
  ['i2', ['I16', 2]],
  ['i1', ['I8', 1]],
  ['u8', ['U64', 8]],
  ['u4', ['U32', 4]],
  ['u2', ['U16', 2]],
  ['u1', ['U8', 1]],
  ['b1', ['BOOL', 1]],
  ['c8', ['C64', 8]],
  // What JAX and TensorFlow add to NumPy, by their global names.
  ['ml_dtypes.bfloat16', ['BF16', 2]],
  ['ml_dtypes.float8_e4m3fn', ['F8_E4M3', 1]],
  ['ml_dtypes.float8_e5m2', ['F8_E5M2', 1]],
  ['ml_dtypes.float8_e8m0fnu', ['F8_E8M0', 1]],
  ['ml_dtypes.float8_e4m3fnuz', ['F8_E4M3FNUZ', 1]],
  ['ml_dtypes.float8_e5m2fnuz', ['F8_E5M2FNUZ', 1]],
]);

/**
 * The type by NumPy's code of it, `<f4`, or by its global name; null for one that safetensors has not. Without a mark of its
 * own it is of the machine that wrote it, nearly always little-endian; `order`, of a pickled dtype, counts more.
 */
export function numpyType(code: string, order?: string): NumpyType | null {
  const mark = /^[<>=|]/.exec(code)?.[0];
  const type = TYPES.get(mark === undefined ? code : code.slice(1));
  if (type === undefined) return null;
  const [dtype, bytes] = type;
  return { dtype, bytes, bigEndian: bytes > 1 && (order ?? mark) === '>' };
}

/** How far apart neighbours along each axis lie, in elements: NumPy's C order, or Fortran's. */
export function stridesOf(shape: readonly number[], fortran: boolean): readonly number[] {
  const strides = shape.map(() => 1);
  const axes = [...shape.keys()];
  let step = 1;
  for (const axis of fortran ? axes : axes.reverse()) {
    strides[axis] = step;
    step *= shape[axis] ?? 0;
  }
  return strides;
}
