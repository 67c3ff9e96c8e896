import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { pagesProblem } from './pages.ts';

/** A data page of the first version: its type, its size twice, and how many values it has; `content` follows. */
function page(content: number, values: number, type = 0, size = content): readonly number[] {
  const inner = type === 2 ? [0x3c] : [0x2c];
  return [
    0x15,
    2 * type,
    0x15,
    ...zigzag(size),
    0x15,
    ...zigzag(size),
    ...inner,
    0x15,
    2 * values,
    0,
    0,
    ...Array(content).fill(7),
  ];
}

const zigzag = (value: number): readonly number[] => [value < 0 ? -2 * value - 1 : 2 * value];

async function problem(bytes: readonly number[], values: number, length = bytes.length): Promise<string | null> {
  const budget = createBudget(() => 0);
  return pagesProblem(sourceOf(Uint8Array.from(bytes)), { start: 0, length, values }, budget);
}

describe('pages of a column', () => {
  it.each<[string, readonly number[], number]>([
    ['one page', page(9, 3), 3],
    ['two pages', [...page(9, 3), ...page(4, 2)], 5],
  ])('of %s are sound', async (_, bytes, values) => {
    expect(await problem(bytes, values)).toBeNull();
  });

  it.each<[string, readonly number[], number]>([
    ['with other values', page(9, 3), 4],
    ['of a type that there is not', page(9, 3, 9), 3],
    ['that reach past the column', page(9, 3, 0, 12), 3],
    ['with bytes behind them', [...page(9, 3), 0xff, 0xff, 0xff], 3],
    ['of no head', [0xff, ...page(9, 3)], 3],
    ['of a negative size', page(9, 3, 0, -3), 3],
  ])('%s are none', async (_, bytes, values) => {
    expect(await problem(bytes, values)).not.toBeNull();
  });
});
