import { EMPTY_ROOT, nodeHash, sameHash } from './hashing.ts';

export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether `path` proves that `leaf` is the leaf at `position` of the tree (RFC 9162, section 2.1.3.2). */
export function includes(tree: Tree, position: number, leaf: Uint8Array, path: readonly Uint8Array[]): boolean {
  if (!Number.isSafeInteger(position) || position < 0 || position >= tree.size) return false;
  let [at, last, hash] = [position, tree.size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, tree.root);
}

/** Whether `path` proves that `before` is the beginning of `after` (RFC 9162, section 2.1.4.2). */
export function extendsTree(after: Tree, before: Tree, path: readonly Uint8Array[]): boolean {
  if (before.size > after.size) return false;
  if (before.size === 0) return path.length === 0 && sameHash(before.root, EMPTY_ROOT);
  if (before.size === after.size) return path.length === 0 && sameHash(before.root, after.root);
  const [first, ...rest] = isPowerOfTwo(before.size) ? [before.root, ...path] : path;
  if (first === undefined) return false;
  let [at, last] = [before.size - 1, after.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [old, now] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, now] = [nodeHash(sibling, old), nodeHash(sibling, now)];
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      now = nodeHash(now, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(old, before.root) && sameHash(now, after.root);
}

function half(number: number): number {
  return Math.floor(number / 2);
}

function isPowerOfTwo(number: number): boolean {
  return Number.isInteger(Math.log2(number));
}
