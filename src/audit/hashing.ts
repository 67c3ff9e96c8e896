import { createHash } from 'node:crypto';

/** Hashes of a Merkle tree (RFC 6962, section 2.1): SHA-256, leaves and nodes told apart by their first byte. */
export const HASH_BYTES = 32;

export const EMPTY_ROOT: Uint8Array = createHash('sha256').digest();

export function leafHash(entry: Uint8Array): Uint8Array {
  return createHash('sha256').update(LEAF).update(entry).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Without Buffer: a browser proves entries, too. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
