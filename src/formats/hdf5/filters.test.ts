import { expect, it } from 'vitest';
import { readPipeline } from './filters.ts';

const pipeline = (count: number) => ({
  type: 0x0b,
  data: Uint8Array.from([2, count, ...Array.from({ length: count }, () => [2, 0, 0, 0, 0, 0]).flat()]),
  at: 0,
  shared: false,
});

it('a chunk goes through as many filters as the library takes', () => {
  expect(readPipeline(pipeline(32))).toHaveLength(32);
  expect(() => readPipeline(pipeline(33))).toThrow('a pipeline of 33 filters');
});
