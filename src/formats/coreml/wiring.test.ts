import { describe, expect, it } from 'vitest';
import { field, joined } from '../../../test/corpus/make/graphs.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { coremlFormat } from './reader.ts';

const type = (elements: number, ...sides: readonly number[]): Uint8Array =>
  field(
    1,
    joined([
      field(1, elements),
      field(2, sides.length),
      ...sides.map((side) => field(3, side === 0 ? field(2, new Uint8Array()) : field(1, field(1, side)))),
    ]),
  );
const named = (name: string, of: Uint8Array): Uint8Array => joined([field(1, name), field(2, of)]);
const input = (name: string, value: string): Uint8Array =>
  field(2, joined([field(1, name), field(2, field(1, field(1, value)))]));

/** A program of one operation on `x`, 4 by 3 numbers, and `w`, 5 by 3. */
async function defects(operation: string, inputs: readonly (readonly [string, string])[], made: Uint8Array) {
  const step = joined([
    field(1, operation),
    ...inputs.map(([name, value]) => input(name, value)),
    field(3, named('y', made)),
  ]);
  const block = joined([field(2, 'y'), field(3, step)]);
  const body = joined([
    field(1, named('x', type(11, 4, 3))),
    field(1, named('w', type(11, 5, 3))),
    field(1, named('n', type(11, 0, 3))),
    field(2, 'CoreML6'),
    field(3, joined([field(1, 'CoreML6'), field(2, block)])),
  ]);
  const program = joined([field(1, 1), field(2, joined([field(1, 'main'), field(2, body)]))]);
  const model = joined([field(1, 7), field(502, program)]);
  const read = await coremlFormat.read(sourceOf(model), { path: 'm.mlmodel', budget: createBudget(() => 0) });
  return read.defects.map(({ code }) => code);
}

describe('an operation of a program', () => {
  it.each<[string, readonly (readonly [string, string])[], Uint8Array]>([
    ['relu', [['x', 'x']], type(11, 4, 3)],
    [
      'linear',
      [
        ['x', 'x'],
        ['weight', 'w'],
      ],
      type(11, 4, 5),
    ],
    [
      'add',
      [
        ['x', 'x'],
        ['y', 'n'],
      ],
      type(11, 4, 3),
    ],
    [
      'add',
      [
        ['x', 'n'],
        ['y', 'n'],
      ],
      type(11, 0, 3),
    ],
    [
      'reshape',
      [
        ['x', 'x'],
        ['shape', 'w'],
      ],
      type(11, 12),
    ],
  ])('%s of %j is sound', async (operation, inputs, made) => {
    expect(await defects(operation, inputs, made)).toEqual([]);
  });

  it.each<[string, readonly (readonly [string, string])[], Uint8Array]>([
    ['reluu', [['x', 'x']], type(11, 4, 3)],
    ['relu', [], type(11, 4, 3)],
    [
      'relu',
      [
        ['x', 'x'],
        ['z', 'x'],
      ],
      type(11, 4, 3),
    ],
    ['relu', [['x', 'x']], type(11, 4, 4)],
    ['relu', [['x', 'x']], type(10, 4, 3)],
    ['relu', [['x', 'x']], type(11, 12)],
    [
      'linear',
      [
        ['x', 'x'],
        ['weight', 'w'],
      ],
      type(11, 4, 3),
    ],
    [
      'add',
      [
        ['x', 'x'],
        ['y', 'n'],
      ],
      type(11, 5, 3),
    ],
  ])('%s of %j is told', async (operation, inputs, made) => {
    expect(await defects(operation, inputs, made)).toEqual(['odd-operation']);
  });
});
