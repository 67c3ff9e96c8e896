import { MalformedError } from '../../kernel/bytes.ts';

/** Undoes the Burrows-Wheeler transform of a block's last column. Throws MalformedError for one that begins outside itself. */
export function untransform(column: Uint32Array, counts: Uint32Array, origin: number): Uint8Array {
  const size = column.length;
  if (size === 0 || origin >= size) throw new MalformedError('a block that begins outside itself', 0);
  let sum = 0;
  const starts = counts.map((count) => {
    sum += count;
    return sum - count;
  });
  for (let index = 0; index < size; index++) {
    const byte = (column[index] ?? 0) & 0xff;
    const at = starts[byte] ?? 0;
    starts[byte] = at + 1;
    // The upper 24 bits hold where the next byte is.
    column[at] = (column[at] ?? 0) | (index << 8);
  }
  const plain = new Uint8Array(size);
  let position = (column[origin] ?? 0) >>> 8;
  for (let index = 0; index < size; index++) {
    const entry = column[position] ?? 0;
    plain[index] = entry & 0xff;
    position = entry >>> 8;
  }
  return plain;
}

const RUN = 4;

/** Undoes the first run-length coding: four equal bytes are followed by how many more there are. */
export function unrun(coded: Uint8Array): Uint8Array {
  const plain = new Uint8Array(lengthOf(coded));
  let at = 0;
  let equal = 0;
  let last = -1;
  for (const byte of coded) {
    if (equal === RUN) {
      plain.fill(last, at, at + byte);
      at += byte;
      equal = 0;
      last = -1;
      continue;
    }
    equal = byte === last ? equal + 1 : 1;
    last = byte;
    plain[at++] = byte;
  }
  return plain;
}

function lengthOf(coded: Uint8Array): number {
  let length = 0;
  let equal = 0;
  let last = -1;
  for (const byte of coded) {
    if (equal === RUN) {
      length += byte;
      equal = 0;
      last = -1;
      continue;
    }
    equal = byte === last ? equal + 1 : 1;
    last = byte;
    length += 1;
  }
  return length;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = (value & 0x80000000) === 0 ? value << 1 : (value << 1) ^ 0x04c11db7;
  return value >>> 0;
});

/** CRC-32 with the most significant bit first. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = ((crc << 8) ^ (TABLE[(crc >>> 24) ^ byte] ?? 0)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}
