import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockCache } from './block-cache.ts';

const SIZE = 3_000_001;
const BYTES = Buffer.from(new Uint8Array(SIZE).map((_, at) => (at * 7 + (at >> 8)) % 256));

function cached() {
  const fetched: [from: number, length: number][] = [];
  const cache = createBlockCache(SIZE, async (from, length) => {
    fetched.push([from, length]);
    return BYTES.subarray(from, from + length);
  });
  return { cache, fetched };
}

const span = fc
  .integer({ min: 0, max: SIZE - 1 })
  .chain((offset) => fc.tuple(fc.constant(offset), fc.integer({ min: 1, max: Math.min(SIZE - offset, 200_000) })));

describe('a cache of blocks', () => {
  it('gives the bytes of the file for any reads in any order, and fetches within it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(span, { maxLength: 12 }), async (spans) => {
        const { cache, fetched } = cached();
        for (const [offset, length] of spans) {
          const read = await cache.read(offset, length);
          expect(BYTES.subarray(offset, offset + length).equals(read ?? new Uint8Array(0))).toBe(true);
        }
        for (const [from, length] of fetched) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + length).toBeLessThanOrEqual(SIZE);
        }
      }),
    );
  });

  it('fetches a header that is read in small steps in few requests', async () => {
    const { cache, fetched } = cached();
    for (let at = 0; at < 2_000_000; at += 40) await cache.read(at, 40);
    expect(fetched.length).toBeLessThan(12);
  });

  it('fetches little for a read at a random place, and nothing twice', async () => {
    const { cache, fetched } = cached();
    await cache.read(1_000_000, 30);
    await cache.read(1_000_010, 30);
    expect(fetched).toEqual([[999_424, 16_384]]);
  });

  it('fetches the end of a file in one request', async () => {
    const { cache, fetched } = cached();
    await cache.read(SIZE - 65_557, 65_557);
    expect(fetched.length).toBe(1);
  });
});
