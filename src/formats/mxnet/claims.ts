import type { Signs } from '../format.ts';
import { bytesAt } from '../magic.ts';

export const MXNET_SIGNS: Signs = { first: '\x12' };

export function claimsMxnet(_path: string, head: Uint8Array): boolean {
  return bytesAt(head, 0, MAGIC);
}

/** kMXAPINDArrayListMagic, and eight bytes that are reserved. */
const MAGIC = [0x12, 0x01, 0, 0, 0, 0, 0, 0];
