import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { numpyType, stridesOf } from '../numpy-types.ts';
import type { StridedTensor } from '../strided.ts';
import { openLoneArray } from './reader.ts';

/** The array of a .npy file as a tensor. Throws MalformedError for what safetensors cannot hold. */
export async function npyTensor(
  name: string,
  bytes: ByteSource,
): Promise<{ readonly tensor: StridedTensor; readonly storage: ByteSource }> {
  const { dtype, shape, fortran, data } = await openLoneArray(bytes);
  const type = numpyType(dtype);
  if (type === null) throw new MalformedError(`${name} is of a type that safetensors has not: ${dtype}`, 0);
  const tensor: StridedTensor = {
    name,
    dtype: type.dtype,
    elementBytes: type.bytes,
    shape,
    strides: stridesOf(shape, fortran),
    offset: 0,
    bigEndian: type.bigEndian,
  };
  return { tensor, storage: data };
}
