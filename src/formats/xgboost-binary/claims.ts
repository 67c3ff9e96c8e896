export function claimsXgboostBinary(_path: string, head: Uint8Array): boolean {
  return MAGIC.every((byte, at) => head[at] === byte);
}

/** `binf` */
export const MAGIC = [0x62, 0x69, 0x6e, 0x66];
