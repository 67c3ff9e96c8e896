import { HASH_BYTES, nodeHash } from './hashing.ts';

/** Leaves from `start` on, before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whose hashes prove that leaf `position` lies in a tree of `size` (RFC 6962, section 2.1.1), in the order of the proof. */
export function inclusionRanges(position: number, size: number): readonly Range[] {
  if (!(position >= 0 && position < size)) throw new RangeError(`no leaf ${position} in a tree of ${size}`);
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (position < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** Whose hashes prove that a tree of `before` leaves is the beginning of one of `after` (RFC 6962, section 2.1.2). */
export function consistencyRanges(before: number, after: number): readonly Range[] {
  if (!(before >= 0 && before <= after)) throw new RangeError(`${before} is not before ${after}`);
  if (before === 0 || before === after) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, after];
  while (before !== end) {
    const middle = start + splitOf(end - start);
    if (before <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The old tree's own root is known to whoever asks, when it is one whole subtree.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** A complete subtree of 2^level leaves; it ends with the leaf `last`. */
export interface Subtree {
  readonly level: number;
  readonly last: number;
}

/** The complete subtrees that a range is made of, left to right. */
export function subtreesOf({ start, end }: Range): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end; ) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2];
    subtrees.push({ level, last: at + width - 1 });
    at += width;
  }
  return subtrees;
}

/** A range's hash. `completedBy` holds, for a leaf, the hashes it completed, joined, its own first. */
export function hashOfRange(range: Range, completedBy: ReadonlyMap<number, Uint8Array>): Uint8Array {
  const hashes = subtreesOf(range).map(({ level, last }) => {
    const hash = completedBy.get(last)?.subarray(level * HASH_BYTES, (level + 1) * HASH_BYTES);
    if (hash?.length !== HASH_BYTES) throw new RangeError(`the hashes of leaf ${last} are not at hand`);
    return hash;
  });
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below `width`. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}
