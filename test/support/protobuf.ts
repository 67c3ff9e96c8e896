/** Messages of protobuf for tests, as lists of bytes (https://protobuf.dev/programming-guides/encoding). */
export type Piece = readonly number[];

export function varint(value: number): Piece {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

export const number = (field: number, value: number): Piece => [...varint(field * 8), ...varint(value)];

export const bytes = (field: number, ...parts: readonly (string | Piece)[]): Piece => {
  const content = parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part));
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
};
