import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { brokenKeras, missingFromKeras } from './keras-model.ts';

const layer = (name: string, from: readonly string[] = []): Json => ({
  class_name: 'Dense',
  config: { name },
  name,
  inbound_nodes: from.map((one) => ({
    args: [{ class_name: '__keras_tensor__', config: { keras_history: [one, 0, 0] } }],
    kwargs: {},
  })),
});
const functional = (layers: readonly Json[], ends: Readonly<Record<string, Json>> = {}): Json => ({
  class_name: 'Functional',
  config: { layers, input_layers: ['a', 0, 0], output_layers: [['b', 0, 0]], ...ends },
});

describe('a configuration of Keras', () => {
  it.each<[string, Json]>([
    ['of layers in a row', { class_name: 'Sequential', config: { layers: [layer('a'), layer('b')] } }],
    ['of layers that take from each other', functional([layer('a'), layer('b', ['a'])])],
    ['with ends by name', functional([layer('a'), layer('b')], { output_layers: { x: ['a', 0, 0], y: ['b', 0, 0] } })],
    ['of Keras before 2.2.3, a list of layers', { class_name: 'Sequential', config: [layer('a'), layer('b')] }],
    [
      'with a model within',
      { class_name: 'Sequential', config: { layers: [functional([layer('a'), layer('b', ['a'])])] } },
    ],
    ['of a class of one’s own', { class_name: 'Mine', config: { layers: 3 } }],
  ])('%s is read', (_, value) => {
    expect(brokenKeras(value)).toBeNull();
  });

  it.each<[string, Json]>([
    ['that is a list', []],
    ['without a class', { config: {} }],
    ['without a configuration', { class_name: 'Sequential' }],
    ['without layers', { class_name: 'Sequential', config: {} }],
    ['with a text for a layer', { class_name: 'Sequential', config: { layers: ['x'] } }],
    ['with a layer without a class', { class_name: 'Sequential', config: { layers: [{ config: {} }] } }],
    ['with a name twice', { class_name: 'Sequential', config: { layers: [layer('a'), layer('a')] } }],
    ['of a list with a text for a layer', { class_name: 'Sequential', config: [layer('a'), 'x'] }],
    ['with less than one output', { class_name: 'Dense', config: { units: -3 } }],
    [
      'with a layer within that has none',
      { class_name: 'Bidirectional', config: { layer: { class_name: 'LSTM', config: { units: 0 } } } },
    ],
    ['that takes from nobody', functional([layer('a'), layer('b', ['z'])])],
    ['that gives what nobody makes', functional([layer('a'), layer('c')])],
  ])('%s is broken', (_, value) => {
    expect(brokenKeras(value)).not.toBeNull();
  });
});

it('a file of Keras has a configuration, metadata and weights', () => {
  const all = ['config.json', 'metadata.json', 'model.weights.h5'];
  expect(missingFromKeras(all)).toBeNull();
  for (const name of all) expect(missingFromKeras(all.filter((one) => one !== name))).not.toBeNull();
});
