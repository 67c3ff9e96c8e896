import type { Signs } from '../format.ts';
import { standsAt } from '../magic.ts';

export const SQLITE_SIGNS: Signs = { first: 'S' };

export function claimsSqlite(_path: string, head: Uint8Array): boolean {
  return standsAt(head, 0, MAGIC);
}

const MAGIC = 'SQLite format 3\0';
