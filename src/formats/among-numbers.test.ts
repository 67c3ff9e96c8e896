import { describe, expect, it } from 'vitest';
import { sourceOf } from '../kernel/bytes.ts';
import { filesAmong } from './among-numbers.ts';

describe('files among numbers', () => {
  const numbers = new Uint8Array(8 * 1024 * 1024).map((_, at) => (at % 4 === 0 ? 1 + (at % 200) : 0));
  const lists = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: 'x',
      start: at * step,
      size: numbers.length - at * step,
      bytes: true,
    }));

  it('looks at one list once, however often a header names it', async () => {
    expect(await filesAmong(sourceOf(numbers), lists(100_000, 0))).toEqual([]);
  });

  it('gives up where lists lie upon each other', async () => {
    await expect(filesAmong(sourceOf(numbers), lists(100_000, 28))).rejects.toThrow('lie upon each other');
  });
});
