import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Bytes as a text that fits into a source file. */
export function pack(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 9 }).toString('base64');
}

export function unpack(packed: string): Uint8Array {
  return inflateRawSync(Buffer.from(packed, 'base64'));
}

/** The same bytes, of which half are below zero. */
export function unpackSigned(packed: string): Int8Array {
  const { buffer, byteOffset, length } = unpack(packed);
  return new Int8Array(buffer, byteOffset, length);
}
