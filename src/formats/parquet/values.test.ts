import { expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { filesInColumns } from './values.ts';

const BYTES = 6;
const LENGTH = 1000;
const COUNT = 8000;

function varint(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 0x80))];
}

const zigzag = (value: number): readonly number[] => varint(value < 0 ? -2 * value - 1 : 2 * value);

/** As many numbers: `first`, then one that differs by `step`, and all others as that. */
function numbers(first: number, step: number): readonly number[] {
  const parts = Array.from({ length: 128 }, (_, at) => (at === 0 ? step : 0) - Math.min(0, step)).flatMap((rest) => [
    rest & 0xff,
    rest >> 8,
  ]);
  const blocks = Math.ceil((COUNT - 1) / 128) - 1;
  return [
    ...varint(128),
    4,
    ...varint(COUNT),
    ...zigzag(first),
    ...zigzag(Math.min(0, step)),
    16,
    16,
    16,
    16,
    ...parts,
    ...Array.from({ length: blocks }, () => [0, 0, 0, 0, 0]).flat(),
  ];
}

/** Values of eight million bytes, each of which begins as the one before, in some two thousand. */
function page(): readonly number[] {
  const value = [0x80, 4, ...Array<number>(LENGTH - 3).fill(0x4e), 0x2e];
  const content = [...numbers(0, LENGTH), ...numbers(LENGTH, -LENGTH), ...value];
  const size = zigzag(content.length);
  return [0x15, 0, 0x15, ...size, 0x15, ...size, 0x2c, 0x15, ...zigzag(COUNT), 0x15, ...zigzag(7), 0, 0, ...content];
}

it('values that share their beginnings are made while there is room for them', async () => {
  const one = page();
  const filesIn = (pages: number) => {
    const bytes = Uint8Array.from(Array.from({ length: pages }, () => one).flat());
    const chunk = { start: 0, length: bytes.length, values: 0, type: BYTES, codec: 0, width: 0, text: false };
    const budget = createBudget(() => 0);
    return filesInColumns(sourceOf(bytes), [{ ...chunk }] as never, { path: 'x.parquet', budget });
  };
  expect((await filesIn(1)).length).toBe(COUNT);
  expect((await filesIn(12)).length).toBeLessThanOrEqual(3 * COUNT);
});
