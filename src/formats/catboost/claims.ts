import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';

export const CATBOOST_SIGNS: Signs = { first: 'C' };

export function claimsCatboost(_path: string, head: Uint8Array): boolean {
  return bytesAt(head, 0, MAGIC);
}

const MAGIC = [0x43, 0x42, 0x4d, 0x31];
