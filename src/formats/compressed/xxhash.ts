/** xxHash by Yann Collet (xxHash fast digest algorithm, specification 0.1.1): the checksums of LZ4 and Zstandard. */

const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P4 = 0x27d4eb2f;
const P5 = 0x165667b1;
const STRIPE = 16;

export interface Hash32 {
  update(bytes: Uint8Array): void;
  digest(): number;
}

/** XXH32 with seed 0, piece by piece. */
export function createXxh32(): Hash32 {
  const lanes = Int32Array.of(P1 + P2, P2, 0, -P1);
  const held = new Uint8Array(STRIPE);
  let kept = 0;
  let total = 0;
  const stripe = (bytes: Uint8Array, at: number): void => {
    for (let lane = 0; lane < 4; lane++) {
      const word = wordAt(bytes, at + lane * 4);
      const mixed = ((lanes[lane] ?? 0) + Math.imul(word, P2)) | 0;
      lanes[lane] = Math.imul((mixed << 13) | (mixed >>> 19), P1);
    }
  };
  const update = (bytes: Uint8Array): void => {
    total += bytes.length;
    let at = 0;
    if (kept > 0) {
      at = Math.min(STRIPE - kept, bytes.length);
      held.set(bytes.subarray(0, at), kept);
      kept += at;
      if (kept < STRIPE) return;
      stripe(held, 0);
      kept = 0;
    }
    for (; at + STRIPE <= bytes.length; at += STRIPE) stripe(bytes, at);
    kept = bytes.length - at;
    held.set(bytes.subarray(at), 0);
  };
  return { update, digest: () => finish(lanes, held.subarray(0, kept), total) };
}

const ROTATIONS = [1, 7, 12, 18] as const;

function finish(lanes: Int32Array, rest: Uint8Array, total: number): number {
  let hash = P5;
  if (total >= STRIPE) {
    hash = 0;
    for (const [lane, by] of ROTATIONS.entries()) hash += rotate(lanes[lane] ?? 0, by);
  }
  hash = (hash + total) | 0;
  let at = 0;
  for (; at + 4 <= rest.length; at += 4) {
    hash = Math.imul(rotate((hash + Math.imul(wordAt(rest, at), P3)) | 0, 17), P4);
  }
  for (; at < rest.length; at++) hash = Math.imul(rotate((hash + Math.imul(rest[at] ?? 0, P5)) | 0, 11), P1);
  hash = Math.imul(hash ^ (hash >>> 15), P2);
  hash = Math.imul(hash ^ (hash >>> 13), P3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** XXH32 of bytes in memory. */
export function xxh32(bytes: Uint8Array): number {
  const hash = createXxh32();
  hash.update(bytes);
  return hash.digest();
}

const Q1 = 0x9e3779b185ebca87n;
const Q2 = 0xc2b2ae3d27d4eb4fn;
const Q3 = 0x165667b19e3779f9n;
const Q4 = 0x85ebca77c2b2ae63n;
const Q5 = 0x27d4eb2f165667c5n;
const WIDE_STRIPE = 32;

/** XXH64 with seed 0 of bytes in memory. Slow: some MB in a second. */
export function xxh64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let hash = Q5;
  if (bytes.length >= WIDE_STRIPE) {
    const lanes = [mod(Q1 + Q2), Q2, 0n, mod(-Q1)];
    for (; at + WIDE_STRIPE <= bytes.length; at += WIDE_STRIPE) {
      for (let lane = 0; lane < 4; lane++)
        lanes[lane] = round(lanes[lane] ?? 0n, view.getBigUint64(at + lane * 8, true));
    }
    hash = mod(ROTATIONS.reduce((sum, by, lane) => sum + turn(lanes[lane] ?? 0n, BigInt(by)), 0n));
    for (const lane of lanes) hash = mod((hash ^ round(0n, lane)) * Q1 + Q4);
  }
  hash = mod(hash + BigInt(bytes.length));
  for (; at + 8 <= bytes.length; at += 8)
    hash = mod(turn(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * Q1 + Q4);
  if (at + 4 <= bytes.length) {
    hash = mod(turn(hash ^ mod(BigInt(view.getUint32(at, true)) * Q1), 23n) * Q2 + Q3);
    at += 4;
  }
  for (; at < bytes.length; at++) hash = mod(turn(hash ^ mod(BigInt(bytes[at] ?? 0) * Q5), 11n) * Q1);
  hash = mod((hash ^ (hash >> 33n)) * Q2);
  hash = mod((hash ^ (hash >> 29n)) * Q3);
  return hash ^ (hash >> 32n);
}

function mod(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function turn(value: bigint, by: bigint): bigint {
  return mod(value << by) | (value >> (64n - by));
}

function round(lane: bigint, word: bigint): bigint {
  return mod(turn(mod(lane + word * Q2), 31n) * Q1);
}
