export function claimsMxnet(_path: string, head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte);
}

/** kMXAPINDArrayListMagic, and eight bytes that are reserved. */
const MAGIC = [0x12, 0x01, 0, 0, 0, 0, 0, 0];
