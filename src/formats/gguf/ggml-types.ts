import { GGML_TYPES, type GgmlType } from './types.ts';

/** What llama.cpp takes of today's types since the third version of `ggjt` (llama.cpp, June 2023: read_tensor_metadata). */
const SINCE_THIRD = [0, 1, 2, 3, 6, 7, 8, 10, 11, 12, 13, 14];

/** Blocks as they were before: scales of 32 bits, and two types that were given up (ggml.c, April and May 2023). */
const BEFORE: ReadonlyMap<number, GgmlType> = new Map(
  (
    [
      [0, 'F32', 1, 4],
      [1, 'F16', 1, 2],
      [2, 'Q4_0', 32, 20],
      [3, 'Q4_1', 32, 24],
      [4, 'Q4_2', 16, 10],
      [5, 'Q4_3', 16, 12],
      [6, 'Q5_0', 32, 22],
      [7, 'Q5_1', 32, 24],
      [8, 'Q8_0', 32, 36],
    ] as const
  ).map(([number, name, block, bytes]) => [number, { name, block, bytes }]),
);

/** The type of a number in a file; undefined where its loader knows none. */
export function typeOf(number: number, kind: string, version: number): GgmlType | undefined {
  // Adapters are not quantized.
  if (kind === 'ggla') return number > 1 ? undefined : BEFORE.get(number);
  if (kind !== 'ggjt') return number > 3 ? undefined : BEFORE.get(number);
  if (version >= 3) return SINCE_THIRD.includes(number) ? GGML_TYPES.get(number) : undefined;
  return version === 2 && (number === 4 || number === 5) ? undefined : BEFORE.get(number);
}
