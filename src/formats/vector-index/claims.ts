import { standsAt } from '../magic.ts';
import { CODES } from './grammar.ts';

export function claimsVectorIndex(path: string, head: Uint8Array, size: number): boolean {
  return isFaiss(head) || isHnswlib(head, size) || isAnnoy(path, size);
}

/** A code that is known, and a dimension below 65,536. */
export function isFaiss(head: Uint8Array): boolean {
  if (head.length <= 8 || head[6] !== 0 || head[7] !== 0) return false;
  const code = new TextDecoder('latin1').decode(head.subarray(0, 4));
  return code !== 'null' && Object.hasOwn(CODES, code);
}

/** The header of hnswlib. */
export const HEADER = 96;

/** Sizes of one element as the library computes them: links, then numbers, then a label of eight bytes. */
export function isHnswlib(head: Uint8Array, size: number): boolean {
  // The first number is nought.
  if (head.length < HEADER || !standsAt(head, 0, '\0\0\0\0\0\0\0\0')) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const at = (index: number): number => Number(view.getBigUint64(8 * index, true));
  const [capacity, count, element, label, data] = [at(1), at(2), at(3), at(4), at(5)];
  return count > 0 && count <= capacity && label + 8 === element && data < label && HEADER + count * element <= size;
}

const NAMED = /\.(?:ann|annoy)$/i;

/** Without a magic number, by name alone. */
export function isAnnoy(path: string, size: number): boolean {
  return NAMED.test(path) && size >= 16;
}
