import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';

export const SEVENZIP_SIGNS: Signs = { first: '7', endings: '7z' };

export function claimsSevenzip(path: string, head: Uint8Array): boolean {
  return /\.7z$/i.test(path) || bytesAt(head, 0, MAGIC);
}

export const MAGIC = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] as const;
