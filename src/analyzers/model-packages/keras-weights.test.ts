import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { wrongKerasWeights } from './keras-weights.ts';

const layer = (kind: string, name: string, config: object = {}): Json => ({
  class_name: kind,
  config: { name, ...config },
});
const LAYERS: readonly Json[] = [
  layer('InputLayer', 'in'),
  layer('Embedding', 'words', { input_dim: 9, output_dim: 4 }),
  layer('Bidirectional', 'both', { layer: layer('LSTM', 'lstm', { units: 3 }) }),
  layer('Dense', 'first', { units: 5 }),
  layer('Dense', 'second', { units: 2 }),
];
const OLD: readonly (readonly [string, readonly number[]])[] = [
  ['words/words/embeddings:0', [9, 4]],
  ['both/both/forward_lstm/lstm_cell/kernel:0', [4, 12]],
  ['both/both/forward_lstm/lstm_cell/recurrent_kernel:0', [3, 12]],
  ['both/both/backward_lstm/lstm_cell/kernel:0', [4, 12]],
  ['first/first/kernel:0', [6, 5]],
  ['second/second/kernel', [5, 2]],
];
const NEW: readonly (readonly [string, readonly number[]])[] = [
  ['embedding/vars/0', [9, 4]],
  ['bidirectional/forward_layer/cell/vars/0', [4, 12]],
  ['bidirectional/backward_layer/cell/vars/0', [4, 12]],
  ['dense/vars/0', [6, 5]],
  ['dense_1/vars/0', [5, 2]],
];

const judged = (
  sets: readonly (readonly [string, readonly number[]])[],
  {
    old = true,
    layers = LAYERS,
    attributes = ['layer_names'],
  }: { old?: boolean; layers?: readonly Json[]; attributes?: readonly string[] } = {},
): string | null =>
  wrongKerasWeights(
    { class_name: 'Sequential', config: { layers: layers as Json[] } },
    {
      shapes: sets.map(([path, shape]) => ({ path: (old ? '/model_weights/' : '/layers/') + path, shape })),
      attributes,
    },
    old,
  );

describe('weights of Keras', () => {
  it('are sound as they were saved', () => {
    expect(judged(OLD)).toBe(null);
    expect(judged(NEW, { old: false, attributes: [] })).toBe(null);
    expect(judged([])).toBe(null);
    expect(judged(OLD, { layers: [layer('constructor', 'x'), layer('Custom', 'y', { units: 7 })] })).toBe(null);
    expect(
      judged([['q/kernel', [3, 1]]], {
        layers: [layer('Dense', 'q', { units: 2, dtype: { class_name: 'QuantizedDTypePolicy' } })],
      }),
    ).toBe(null);
  });

  it.each(OLD.flatMap((set, at) => (set[0].includes('recurrent') ? [] : [[set[0], at] as const])))(
    'are told without %s',
    (_, at) => {
      expect(judged(OLD.toSpliced(at, 1))).toEqual(expect.any(String));
    },
  );

  it.each(NEW.map(([path], at) => [path, at] as const))('are told with another shape of %s', (_, at) => {
    const changed = NEW.map(
      ([path, shape], index) => [path, index === at ? [...shape.slice(0, -1), 99] : shape] as const,
    );
    expect(judged(changed, { old: false })).toEqual(expect.any(String));
  });

  it('are told with a gap', () => {
    expect(judged([...NEW, ['norm/vars/1', [4]]], { old: false })).toEqual(expect.any(String));
  });

  it('are told without a list of layers', () => {
    expect(judged(OLD, { attributes: [] })).toEqual(expect.any(String));
  });
});
