import type { Signs } from '../format.ts';
import { isLfsPointer } from '../lfs-pointer.ts';
import { bytesAt } from '../magic.ts';

export const GGUF_SIGNS: Signs = { first: 'G', endings: 'gguf' };

export function claimsGguf(path: string, head: Uint8Array): boolean {
  return (path.toLowerCase().endsWith('.gguf') && !isLfsPointer(head)) || hasMagic(head);
}

const MAGIC = [0x47, 0x47, 0x55, 0x46];

export function hasMagic(head: Uint8Array): boolean {
  return bytesAt(head, 0, MAGIC);
}
