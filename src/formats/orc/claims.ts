import type { Signs } from '../format.ts';

export const ORC_SIGNS: Signs = { first: 'O', endings: 'orc' };

export function claimsOrc(path: string, head: Uint8Array): boolean {
  return isMagic(head) || /\.orc$/i.test(path);
}

export function isMagic(head: Uint8Array): boolean {
  return head[0] === 0x4f && head[1] === 0x52 && head[2] === 0x43;
}
