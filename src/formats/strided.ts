import type { ByteSource } from '../kernel/bytes.ts';

/** A tensor over a storage, as checkpoints and arrays describe it. */
export interface StridedTensor {
  readonly name: string;
  /** As safetensors spells it: `F32`. */
  readonly dtype: string;
  readonly elementBytes: number;
  readonly shape: readonly number[];
  /** In elements. */
  readonly strides: readonly number[];
  /** Of its first element in the storage, in elements. */
  readonly offset: number;
  /** Whether its numbers stand the other way round than safetensors has them. */
  readonly bigEndian?: boolean;
}

const CHUNK = 4 * 1024 * 1024;
/** A tensor whose elements lie apart is put in order in memory, as far as it is not larger. */
const LARGEST_GATHERED = 1024 * 1024 * 1024;

/** The tensor's bytes in the order of its elements, row by row, little-endian. `storage` holds the whole storage. */
export async function* tensorBytes(tensor: StridedTensor, storage: ByteSource): AsyncIterable<Uint8Array> {
  const { elementBytes, dtype } = tensor;
  for await (const chunk of storedBytes(tensor, storage))
    yield tensor.bigEndian === true ? turned(chunk, dtype === 'C64' ? elementBytes / 2 : elementBytes) : chunk;
}

/** Numbers of so many bytes, each the other way round. */
function turned(chunk: Uint8Array, bytes: number): Uint8Array {
  const out = Uint8Array.from(chunk);
  for (let at = 0; at < out.length; at += bytes) out.subarray(at, at + bytes).reverse();
  return out;
}

async function* storedBytes(tensor: StridedTensor, storage: ByteSource): AsyncIterable<Uint8Array> {
  const { shape, elementBytes, offset } = tensor;
  const size = shape.reduce((product, length) => product * length, elementBytes);
  if (size === 0) return;
  if (!isContiguous(tensor)) {
    yield gather(tensor, await storage.read(offset * elementBytes, extentOf(tensor)), size);
    return;
  }
  for (let at = 0; at < size; at += CHUNK) {
    yield await storage.read(offset * elementBytes + at, Math.min(CHUNK, size - at));
  }
}

/** Why the tensor cannot be copied element by element within the memory there is; null when it can. */
export function tooScattered(tensor: StridedTensor): string | null {
  if (isContiguous(tensor) || extentOf(tensor) <= LARGEST_GATHERED) return null;
  return `${tensor.name} is not stored row by row, and too large to be put in order`;
}

function isContiguous({ shape, strides }: StridedTensor): boolean {
  let expected = 1;
  for (let index = shape.length - 1; index >= 0; index--) {
    const length = shape[index] ?? 0;
    if (length !== 1 && strides[index] !== expected) return false;
    expected *= length;
  }
  return true;
}

function extentOf({ shape, strides, elementBytes }: StridedTensor): number {
  return (shape.reduce((sum, length, index) => sum + (length - 1) * (strides[index] ?? 0), 0) + 1) * elementBytes;
}

function gather({ shape, strides, elementBytes }: StridedTensor, stored: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const position = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < size; to += elementBytes) {
    for (let byte = 0; byte < elementBytes; byte++) bytes[to + byte] = stored[from * elementBytes + byte] ?? 0;
    for (let index = shape.length - 1; index >= 0; index--) {
      const next = (position[index] ?? 0) + 1;
      from += strides[index] ?? 0;
      position[index] = next;
      if (next < (shape[index] ?? 0)) break;
      from -= next * (strides[index] ?? 0);
      position[index] = 0;
    }
  }
  return bytes;
}
