import { assertWithin, type ByteSource, MalformedError } from '../kernel/bytes.ts';

/** Fields one after the other, little-endian. What is skipped is not read. */
export interface Sequence {
  readonly position: () => number;
  /** Bytes from here to the end. */
  readonly left: () => number;
  readonly u8: () => Promise<number>;
  readonly i32: () => Promise<number>;
  readonly u32: () => Promise<number>;
  /** Throws MalformedError for a number that no file could need. */
  readonly u64: () => Promise<number>;
  readonly i64: () => Promise<bigint>;
  readonly bytes: (length: number) => Promise<Uint8Array>;
  readonly skip: (length: number) => void;
}

const PAGE = 64 * 1024;

/** Goes forward through a source from `start`. Whatever reaches past the end throws MalformedError. */
export function sequenceOver(source: ByteSource, start = 0): Sequence {
  let at = start;
  let page: Uint8Array = new Uint8Array(0);
  let pageStart = 0;
  const skip = (length: number): void => {
    assertWithin(source.size, at, length);
    at += length;
  };
  const bytes = async (length: number): Promise<Uint8Array> => {
    assertWithin(source.size, at, length);
    if (at < pageStart || at + length > pageStart + page.length) {
      page = await source.read(at, Math.min(Math.max(length, PAGE), source.size - at));
      pageStart = at;
    }
    const taken = page.subarray(at - pageStart, at - pageStart + length);
    at += length;
    return taken;
  };
  const view = async (length: number): Promise<DataView> => {
    const taken = await bytes(length);
    return new DataView(taken.buffer, taken.byteOffset, length);
  };
  return {
    position: () => at,
    left: () => source.size - at,
    u8: async () => (await view(1)).getUint8(0),
    i32: async () => (await view(4)).getInt32(0, true),
    u32: async () => (await view(4)).getUint32(0, true),
    u64: async () => {
      const value = Number((await view(8)).getBigUint64(0, true));
      if (!Number.isSafeInteger(value)) throw new MalformedError('a number past all bounds', at - 8);
      return value;
    },
    i64: async () => (await view(8)).getBigInt64(0, true),
    bytes,
    skip,
  };
}
