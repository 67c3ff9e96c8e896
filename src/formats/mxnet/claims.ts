import { bytesAt } from '../magic.ts';

export function claimsMxnet(_path: string, head: Uint8Array): boolean {
  return bytesAt(head, 0, MAGIC);
}

/** kMXAPINDArrayListMagic, and eight bytes that are reserved. */
const MAGIC = [0x12, 0x01, 0, 0, 0, 0, 0, 0];
