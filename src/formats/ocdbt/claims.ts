import { OCDBT_DATA_FILE } from '../ocdbt-data-file.ts';
import { isBlock } from './blocks.ts';

export function claimsOcdbt(path: string, head: Uint8Array, size: number): boolean {
  return isBlock(head) || (OCDBT_DATA_FILE.test(path) && size > 0);
}
