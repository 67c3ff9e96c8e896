export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** Bytes of a number of 64 bits. */
const OF_64_BITS = 10;

/** A number in groups of seven bits, the lowest first (LEB128), at the cursor, which moves behind it; null where none ends. */
export function varint(cursor: Cursor, longest = OF_64_BITS): number | null {
  let value = 0;
  for (let index = 0; index < longest; index++) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return value;
  }
  return null;
}

/** A number whose lowest bit is its sign. */
export function unzigzagged(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
