import type { Signs } from '../format.ts';
import { standsAt } from '../magic.ts';

export const PARQUET_SIGNS: Signs = { first: 'P', endings: 'parquet' };

export function claimsParquet(path: string, head: Uint8Array): boolean {
  return standsAt(head, 0, MAGIC) || standsAt(head, 0, ENCRYPTED) || /\.parquet$/i.test(path);
}

export const MAGIC = 'PAR1';
export const ENCRYPTED = 'PARE';
