import { joined } from './answer.ts';

const KiB = 1024;

/** A local file header, a small pickle: what is read at a random place seldom needs more. */
const BLOCK = 16 * KiB;
/** What is fetched at the start of a file: most safetensors headers of a shard are shorter. */
const START = 64 * KiB;
/** Reading on in order doubles what is fetched ahead, up to here: a GGUF vocabulary takes megabytes in small steps. */
const AHEAD = 1024 * KiB;
/** Blocks kept of one file: 32 MiB. */
const KEPT = 2048;

/** Blocks of one file that were read already. */
export interface BlockCache {
  /** Null when `fetch` gave null. */
  read(offset: number, length: number): Promise<Uint8Array | null>;
  clear(): void;
}

/** Fetches exactly `length` bytes from `from`, or null when that cannot be had in parts. */
type FetchRange = (from: number, length: number) => Promise<Uint8Array | null>;

/** `read` wants a span within `size`, and one call at a time. */
export function createBlockCache(size: number, fetch: FetchRange): BlockCache {
  const blocks = new Map<number, Uint8Array>();
  const ahead = { next: -1, length: BLOCK };
  return {
    read: async (offset, length) => {
      const last = Math.floor((offset + length - 1) / BLOCK);
      const wanted: Uint8Array[] = [];
      for (let at = Math.floor(offset / BLOCK); at <= last; at++) {
        if (!blocks.has(at) && !(await fill(at, last))) return null;
        wanted.push(blocks.get(at) ?? new Uint8Array(0));
      }
      trim(blocks);
      const start = offset % BLOCK;
      return joined(wanted).subarray(start, start + length);
    },
    clear: () => blocks.clear(),
  };

  /** Fetches the run of missing blocks from `first` to `last`, and what reading on will want. */
  async function fill(first: number, last: number): Promise<boolean> {
    let end = first;
    while (end < last && !blocks.has(end + 1)) end++;
    const from = first * BLOCK;
    ahead.length = first === ahead.next ? Math.min(ahead.length * 2, AHEAD) : BLOCK;
    const least = first === 0 ? START : ahead.length;
    const until = Math.min(size, Math.max((end + 1) * BLOCK, from + least));
    const bytes = await fetch(from, until - from);
    if (bytes === null) return false;
    for (let at = 0; at < bytes.length; at += BLOCK) blocks.set((from + at) / BLOCK, bytes.subarray(at, at + BLOCK));
    ahead.next = Math.ceil(until / BLOCK);
    return true;
  }
}

/** Lets the oldest blocks go. A read wants fewer than are kept, so its own stay. */
function trim(blocks: Map<number, Uint8Array>): void {
  for (const at of blocks.keys()) {
    if (blocks.size <= KEPT) return;
    blocks.delete(at);
  }
}
