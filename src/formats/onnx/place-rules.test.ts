import { describe, expect, it } from 'vitest';
import { EXTENT_RULES } from './extent-rules.ts';
import type { Extents, Outcome } from './extents.ts';

interface Told {
  readonly integers?: Readonly<Record<string, readonly number[]>>;
  readonly numbers?: Readonly<Record<number, readonly number[]>>;
}

function outcome(operator: string, inputs: readonly Extents[], { integers = {}, numbers = {} }: Told = {}): Outcome {
  const rule = EXTENT_RULES.get(operator);
  if (rule === undefined) throw new Error(`no rule for ${operator}`);
  return rule({
    version: 18,
    inputs,
    given: inputs.map(() => true),
    outputs: 1,
    numbers: (input) => numbers[input],
    integers: (name) => integers[name],
    text: () => '',
  });
}

describe('sizes of operators', () => {
  it.each<[string, readonly Extents[], Extents, Told?]>([
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [3, 2, 3, 3],
      ],
      [1, 2, 10, 10],
    ],
    ['ConvTranspose', [[1, 4, 8], [4, 2, 3], [4]], [1, 4, 17], { integers: { group: [2], strides: [2] } }],
    [
      'ConvTranspose',
      [
        [1, 3, null],
        [3, 2, 3],
      ],
      [1, 2, null],
    ],
    [
      'GatherND',
      [
        [2, 3, 4],
        [5, 2],
      ],
      [5, 4],
    ],
    [
      'GatherND',
      [
        [2, 3, 4],
        [2, 1],
      ],
      [2, 4],
      { integers: { batch_dims: [1] } },
    ],
    [
      'ScatterND',
      [
        [4, 5],
        [2, 1],
        [2, 5],
      ],
      [4, 5],
    ],
    ['OneHot', [[7], [], [2]], [7, 3], { numbers: { 1: [3] } }],
    ['Cast', [[7]], [7], { integers: { to: [22] } }],
    ['SpaceToDepth', [[1, 2, 4, 6]], [1, 8, 2, 3], { integers: { blocksize: [2] } }],
    ['Range', [[], [], []], [null]],
  ])('%s of %j are %j', (operator, inputs, made, told) => {
    expect(outcome(operator, inputs, told)[0]).toEqual(made);
  });

  it.each<[string, readonly Extents[], Told?]>([
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [5, 2, 3, 3],
      ],
    ],
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [3, 2, 3],
      ],
    ],
    ['ConvTranspose', [[1, 3, 8, 8], [3, 2, 3, 3], [3]]],
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [3, 2, 3, 3],
      ],
      { integers: { strides: [1] } },
    ],
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [3, 2, 3, 3],
      ],
      { integers: { pads: [1, 1, 1] } },
    ],
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [3, 2, 3, 3],
      ],
      { integers: { kernel_shape: [5, 5] } },
    ],
    [
      'ConvTranspose',
      [
        [1, 3, 8, 8],
        [3, 2, 3, 3],
      ],
      { integers: { group: [2] } },
    ],
    [
      'GatherND',
      [
        [2, 3, 4],
        [5, 4],
      ],
    ],
    [
      'GatherND',
      [
        [2, 3, 4],
        [3, 1],
      ],
      { integers: { batch_dims: [1] } },
    ],
    [
      'ScatterND',
      [
        [4, 5],
        [2, 1],
        [2, 4],
      ],
    ],
    ['ScatterND', [[4, 5], [2, 3], null]],
    ['OneHot', [[7], [], [3]]],
    ['Cast', [[7]], { integers: { to: [99] } }],
    ['SpaceToDepth', [[1, 2, 5, 6]], { integers: { blocksize: [2] } }],
    ['GroupNormalization', [[1, 5, 4]], { integers: { num_groups: [2] } }],
    ['Trilu', [[4]]],
    [
      'NonMaxSuppression',
      [
        [1, 9, 4],
        [1, 2, 8],
      ],
    ],
    ['NonMaxSuppression', [[1, 9, 5], null]],
    ['Range', [[2], [], []]],
    ['Resize', [[1, 2], null, [2], [2]], { numbers: { 2: [1, 1], 3: [4, 4] } }],
  ])('%s of %j cannot be (%j)', (operator, inputs, told) => {
    expect(outcome(operator, inputs, told)).toEqual(expect.any(String));
  });
});
