import { MalformedError } from '../../kernel/bytes.ts';
import { compareText } from '../../kernel/order.ts';
import { bytesOf, DTYPE_BITS, elementsOf } from './dtypes.ts';

/** A tensor to be written, with its bytes row by row, little-endian. */
export interface TensorToWrite {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  bytes(): AsyncIterable<Uint8Array>;
}

/**
 * A safetensors file, chunk by chunk (safetensors README, 'Format'): the length of the header, the header padded with
 * spaces to eight bytes, the tensors. They are ordered by falling size of element, then by name, as the official library
 * does, so that every tensor is aligned. Throws MalformedError when a tensor has other bytes than its shape needs.
 */
export async function* writeSafetensors(
  tensors: readonly TensorToWrite[],
  metadata: Readonly<Record<string, string>> = {},
): AsyncIterable<Uint8Array> {
  const ordered = [...tensors].sort((a, b) => bitsOf(b) - bitsOf(a) || compareText(a.name, b.name));
  yield headerOf(ordered, metadata);
  for (const tensor of ordered) {
    const size = sizeOf(tensor);
    let written = 0;
    for await (const chunk of tensor.bytes()) {
      written += chunk.length;
      if (written > size) break;
      yield chunk;
    }
    if (written !== size) throw new MalformedError(`tensor ${tensor.name} has ${written} bytes, not ${size}`, 0);
  }
}

const LENGTH = 8;

function headerOf(tensors: readonly TensorToWrite[], metadata: Readonly<Record<string, string>>): Uint8Array {
  // Entries rather than an object: `__proto__` is a name like any other, and numbers keep their place.
  const entries: string[] = [];
  if (Object.keys(metadata).length > 0) entries.push(`"__metadata__":${JSON.stringify(metadata)}`);
  let start = 0;
  for (const tensor of tensors) {
    const { name, dtype, shape } = tensor;
    const end = start + sizeOf(tensor);
    entries.push(`${JSON.stringify(name)}:${JSON.stringify({ dtype, shape, data_offsets: [start, end] })}`);
    start = end;
  }
  const text = Buffer.from(`{${entries.join(',')}}`);
  const padded = Math.ceil(text.length / LENGTH) * LENGTH;
  const bytes = new Uint8Array(LENGTH + padded).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.set(text, LENGTH);
  return bytes;
}

function bitsOf({ dtype }: TensorToWrite): number {
  return DTYPE_BITS.get(dtype) ?? 0;
}

function sizeOf(tensor: TensorToWrite): number {
  const elements = elementsOf(tensor.shape);
  const size = elements === null ? null : bytesOf(bitsOf(tensor), elements);
  if (size === null || bitsOf(tensor) === 0) throw new MalformedError(`tensor ${tensor.name} has no size`, 0);
  return size;
}
