let table: Uint32Array | null = null;

function madeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0x82f63b78;
    return value >>> 0;
  });
}

/** CRC-32C, Castagnoli's (RFC 3720, appendix B.4), byte by byte. */
export function crc32c(bytes: Uint8Array, before = 0): number {
  table ??= madeTable();
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** As TensorFlow stores it (tsl/lib/hash/crc32c.h): turned, so that the checksum of a checksum stays one. */
export function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
