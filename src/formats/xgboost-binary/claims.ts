import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';

export const XGBOOST_BINARY_SIGNS: Signs = { first: 'b' };

export function claimsXgboostBinary(_path: string, head: Uint8Array): boolean {
  return bytesAt(head, 0, MAGIC);
}

/** `binf` */
export const MAGIC = [0x62, 0x69, 0x6e, 0x66];
