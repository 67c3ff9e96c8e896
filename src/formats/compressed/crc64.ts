/** CRC-64 of ECMA-182, as xz has it: reflected. The two halves of each entry lie in arrays of their own. */
const LOW = new Uint32Array(256);
const HIGH = new Uint32Array(256);
const POLYNOMIAL_LOW = 0xd7870f42;
const POLYNOMIAL_HIGH = 0xc96c5795;

for (let index = 0; index < 256; index++) {
  let low = index;
  let high = 0;
  for (let bit = 0; bit < 8; bit++) {
    const odd = (low & 1) === 1;
    low = ((low >>> 1) | (high << 31)) >>> 0;
    high >>>= 1;
    if (odd) {
      low = (low ^ POLYNOMIAL_LOW) >>> 0;
      high = (high ^ POLYNOMIAL_HIGH) >>> 0;
    }
  }
  LOW[index] = low;
  HIGH[index] = high;
}

/** Takes bytes piece by piece; the digest is little-endian. */
export function createCrc64(): { update(bytes: Uint8Array): void; digest(): Uint8Array } {
  let low = 0xffffffff;
  let high = 0xffffffff;
  return {
    update: (bytes) => {
      let [l, h] = [low, high];
      for (let index = 0; index < bytes.length; index++) {
        const entry = (l ^ (bytes[index] ?? 0)) & 0xff;
        l = ((l >>> 8) | (h << 24)) ^ (LOW[entry] ?? 0);
        h = (h >>> 8) ^ (HIGH[entry] ?? 0);
      }
      low = l;
      high = h;
    },
    digest: () => new Uint8Array(Uint32Array.of(~low, ~high).buffer),
  };
}
