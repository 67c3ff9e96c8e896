import { standsAt } from '../magic.ts';

export function claimsSqlite(_path: string, head: Uint8Array): boolean {
  return standsAt(head, 0, MAGIC);
}

const MAGIC = 'SQLite format 3\0';
