/** Whether the characters, each one byte, stand at a place. */
export function standsAt(bytes: Uint8Array, offset: number, characters: string): boolean {
  for (let at = 0; at < characters.length; at++) {
    if (bytes[offset + at] !== characters.charCodeAt(at)) return false;
  }
  return true;
}

/** Whether the bytes stand at a place. */
export function bytesAt(bytes: Uint8Array, offset: number, sign: ArrayLike<number>): boolean {
  for (let at = 0; at < sign.length; at++) {
    if (bytes[offset + at] !== sign[at]) return false;
  }
  return true;
}
