import { expect, it } from 'vitest';
import { chunksOf } from './codec.ts';
import { wrongInStripe } from './columns.ts';

const column = (kind: number, inner: readonly number[]) => ({ kind, inner, encoding: 2, words: 0 });

it('lists of less than nothing make no room for more values', () => {
  const columns = [column(12, [1]), column(10, [2]), column(4, [])];
  // Differences that go down: 0, then a million less.
  const lengths = Uint8Array.of(0xc0, 1, 0, 0xff, 0x88, 0x7a);
  const { wrong, left } = wrongInStripe(columns, new Map([['1 2', lengths]]), 2, 1000);
  expect(wrong).toBe('column 1 has lists of less than nothing');
  expect(left).toBeLessThanOrEqual(1000);
});

it('chunks of nothing are not kept', () => {
  expect(chunksOf(new Uint8Array(3000))?.length).toBe(0);
});
