import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hashing.ts';

/** All that is needed of a tree to add to it: its size, and the roots of its complete subtrees, largest first. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** A tree with one leaf more, and what that leaf completed: its own hash, then each subtree that ends with it, smallest first. */
export function grow(
  { size, peaks }: Frontier,
  leaf: Uint8Array,
): { readonly frontier: Frontier; readonly completed: readonly Uint8Array[] } {
  const kept = [...peaks];
  const completed = [leaf];
  let top = leaf;
  // Every trailing one of the size is a subtree that the new leaf doubles.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = kept.pop();
    if (left === undefined) throw new RangeError(`a tree of ${size} leaves has more peaks than ${peaks.length}`);
    top = nodeHash(left, top);
    completed.push(top);
  }
  return { frontier: { size: size + 1, peaks: [...kept, top] }, completed };
}

export function rootOf({ peaks }: Frontier): Uint8Array {
  return (
    peaks.reduceRight<Uint8Array | null>((right, peak) => (right === null ? peak : nodeHash(peak, right)), null) ??
    EMPTY_ROOT
  );
}

export function joined(hashes: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(hashes);
}

/** What `joined` was made of. */
export function apart(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}
