const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

/** MurmurHash3 for x86 of 32 bits (Appleby), which Vowpal Wabbit calls `uniform_hash`. */
function murmur3(bytes: Uint8Array, seed: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let hash = seed;
  for (let at = 0; at < whole; at += 4) {
    hash ^= mixed(view.getUint32(at, true));
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at--) rest = (rest << 8) | (bytes[at] ?? 0);
  hash ^= mixed(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixed(word: number): number {
  const turned = Math.imul(word, C1);
  return Math.imul((turned << 15) | (turned >>> 17), C2);
}

/** The checksum of a header: of each value that is read in turn, begun with that of what came before (io_buf, `verify_hash`). */
export function chained(bytes: Uint8Array, ends: readonly number[]): number {
  let hash = 0;
  let from = 0;
  for (const end of ends) {
    hash = murmur3(bytes.subarray(from, end), hash);
    from = end;
  }
  return hash;
}
