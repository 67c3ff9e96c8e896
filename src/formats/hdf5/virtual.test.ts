import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../kernel/bytes.ts';
import type { Reading } from './messages.ts';
import { pagesOf } from './pages.ts';
import { readVirtualSources } from './virtual.ts';

const u8 = (...bytes: number[]): Buffer => Buffer.from(bytes);
const wide = (value: number): Buffer => Buffer.from(new BigUint64Array([BigInt(value)]).buffer);
const u32 = (value: number): Buffer => Buffer.from(new Uint32Array([value]).buffer);
const name = (text: string): Buffer => Buffer.from(`${text}\0`);

const ALL = Buffer.concat([u32(3), u32(1), wide(0)]);
const REGULAR = Buffer.concat([u32(2), u32(3), u8(1, 1), u32(1), u8(0, 1, 1, 16)]);
const COUNTED = Buffer.concat([u32(2), u32(1), u32(0), u32(4), u32(9)]);
const UNKNOWN = Buffer.concat([u32(7), u32(1)]);

/** What the sources of one virtual data set come to, whose block lies in a heap at the start of a file. */
async function sourcesOf(version: number, entries: readonly (readonly [string, Buffer, Buffer])[]) {
  const block = Buffer.concat([
    u8(version),
    wide(entries.length),
    ...entries.flatMap(([file, from, to]) => [name(file), name('d'), from, to]),
    u32(0),
  ]);
  const object = Buffer.concat([u8(1, 0, 1, 0, 0, 0, 0, 0), wide(block.length), block]);
  const padded = Buffer.concat([object, Buffer.alloc((8 - (object.length % 8)) % 8)]);
  const heap = Buffer.concat([Buffer.from('GCOL'), u8(1, 0, 0, 0), wide(16 + padded.length), padded]);
  const superblock = { offsets: 8, lengths: 8, base: 0 };
  const reading = { pages: pagesOf(sourceOf(heap)), superblock, step: () => {} } as unknown as Reading;
  const data = Buffer.concat([u8(4, 3), wide(0), u32(1)]);
  return readVirtualSources(reading, { type: 8, data, at: 0, shared: false });
}

describe('the files of a virtual data set', () => {
  it('are named, whatever is selected of them', async () => {
    const entries = [
      ['/etc/a.h5', ALL, REGULAR],
      ['b.h5', COUNTED, ALL],
      ['.', ALL, ALL],
    ] as const;
    expect(await sourcesOf(0, entries)).toEqual(['/etc/a.h5', 'b.h5']);
  });

  it('are none where all lies in the file itself', async () => {
    expect(await sourcesOf(0, [['.', ALL, REGULAR]])).toEqual([]);
  });

  it('cannot be told behind what is not known', async () => {
    expect(await sourcesOf(1, [])).toBeNull();
    expect(await sourcesOf(0, [['.', UNKNOWN, ALL]])).toBeNull();
    expect(await sourcesOf(0, [['../x.h5', UNKNOWN, ALL]])).toEqual(['../x.h5']);
  });
});
