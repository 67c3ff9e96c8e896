export function claimsNpy(path: string, head: Uint8Array): boolean {
  return /\.npy$/i.test(path) || MAGIC.every((byte, index) => head[index] === byte);
}

export const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;
