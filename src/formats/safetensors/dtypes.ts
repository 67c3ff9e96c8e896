/** Bits of one element (safetensors 0.8.0, `Dtype::bitsize` in safetensors/src/tensor.rs). */
export const DTYPE_BITS: ReadonlyMap<string, number> = new Map([
  ['F4', 4],
  ['F6_E2M3', 6],
  ['F6_E3M2', 6],
  ['BOOL', 8],
  ['U8', 8],
  ['I8', 8],
  ['F8_E5M2', 8],
  ['F8_E4M3', 8],
  ['F8_E8M0', 8],
  ['F8_E4M3FNUZ', 8],
  ['F8_E5M2FNUZ', 8],
  ['I16', 16],
  ['U16', 16],
  ['F16', 16],
  ['BF16', 16],
  ['I32', 32],
  ['U32', 32],
  ['F32', 32],
  ['C64', 64],
  ['F64', 64],
  ['I64', 64],
  ['U64', 64],
]);

/** How many elements a shape holds, or null when that is past 2^53. A shape of no dimensions is one scalar. */
export function elementsOf(shape: readonly number[]): number | null {
  if (shape.includes(0)) return 0;
  let elements = 1;
  for (const dimension of shape) {
    elements *= dimension;
    if (!Number.isSafeInteger(elements)) return null;
  }
  return elements;
}

/** Bytes that tensors of this type take, packed; null when they end within a byte or are too many. */
export function bytesOf(bits: number, elements: number): number | null {
  const total = elements * bits;
  return Number.isSafeInteger(total) && total % 8 === 0 ? total / 8 : null;
}
