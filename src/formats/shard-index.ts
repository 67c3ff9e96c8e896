import type { ByteSource } from '../kernel/bytes.ts';
import { crc32c } from './crc32c.ts';

/** Place and size of each chunk. */
const ENTRY = 16;
const CHECK = 4;
/** Chunks of one shard that are tried. */
const MOST = 4096;

/**
 * Where the index of a shard of Zarr 3 ends (codec `sharding_indexed` with `crc32c` behind it): entries of 16 bytes,
 * and a checksum that holds. Null where there is none.
 */
export async function shardIndexAt(source: ByteSource, at: number): Promise<number | null> {
  const bytes = await source.read(at, Math.min(MOST * ENTRY + CHECK, source.size - at));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = 0;
  for (let end = ENTRY; end + CHECK <= bytes.length; end += ENTRY) {
    crc = crc32c(bytes.subarray(end - ENTRY, end), crc);
    if (view.getUint32(end, true) === crc) return at + end + CHECK;
  }
  return null;
}
