import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';

export const NPY_SIGNS: Signs = { first: '\x93', endings: 'npy' };

export function claimsNpy(path: string, head: Uint8Array): boolean {
  return /\.npy$/i.test(path) || bytesAt(head, 0, MAGIC);
}

export const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
