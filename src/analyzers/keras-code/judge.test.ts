import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { judgeConfiguration } from './judge.ts';

const CODE = `4wEAAAAAAAAAAAAAAAEAAAADAAAA${'A'.repeat(80)}`;
const rules = (value: Json, strict = true) =>
  [...judgeConfiguration(value, strict)].map(({ rule }) => rule.id.replace('keras-code/', ''));
const layer = (class_name: string, config: Json = {}, module: string | null = 'keras.layers'): Json => ({
  module,
  class_name,
  config,
  registered_name: null,
});

describe('a serialized object of Keras', () => {
  it.each<[string, Json, readonly string[]]>([
    ['a layer', layer('Dense'), []],
    ['a layer of Keras 2', { class_name: 'Dense', config: {} }, []],
    ['a class deep in the source', layer('Functional', {}, 'keras.src.models.functional'), []],
    ['an operation', layer('Add', {}, 'keras.src.ops.numpy'), []],
    ['a layer of tensorflow.keras', layer('LSTM', {}, 'tensorflow.python.keras.layers.recurrent'), []],
    ['a tensor', { class_name: '__keras_tensor__', config: { shape: [1] } }, []],
    ['a feature space', layer('FeatureSpace', {}, 'keras.utils'), []],
    ['a loss by name', { class_name: 'function', module: 'builtins', config: 'mean_squared_error' }, []],
    ['a loss of the publisher', { class_name: 'function', module: 'builtins', config: 'my_loss' }, ['own-function']],
    ['a function of Python', { class_name: 'function', module: 'builtins', config: 'setattr' }, ['custom-object']],
    ['a tool by its bare name', { class_name: 'function', module: 'builtins', config: 'load_model' }, ['calls-out']],
    [
      'a function that was registered',
      { class_name: 'function', module: 'builtins', config: 'my_loss', registered_name: 'Mine>my_loss' },
      ['custom-object'],
    ],
    ['an optimiser as Keras 2.11 spells it', { class_name: 'Custom>Adam', config: {} }, []],
    ['an optimiser of a backend', layer('Adam', {}, 'keras.src.backend.torch.optimizers.torch_adam'), []],
    ['another thing of a backend', layer('get_data', {}, 'keras.src.backend.torch.core'), ['calls-out']],
    ['a layer of the publisher under that package', { class_name: 'Custom>Dense', config: {} }, ['custom-object']],
    ['a registered class', { ...(layer('L') as object), registered_name: 'Mine>L' } as Json, ['custom-object']],
    ['a class under the name of another', layer('Dense', {}, 'my.layers'), ['custom-object']],
    ['a class that Keras does not have', layer('Denser'), ['custom-object']],
    ['a Lambda by name', layer('Lambda', { function: 'f', function_type: 'function' }), ['custom-object']],
    ['a Lambda by module', layer('Lambda', { function: 'system', module: 'os' }), ['calls-out']],
    [
      'a Lambda with code',
      layer('Lambda', { function: { class_name: '__lambda__', config: { code: CODE } } }),
      ['lambda'],
    ],
    [
      'a Lambda of Keras 2 with code, once',
      layer('Lambda', { function: [`4wEAAAAA${'A'.repeat(60)}`, null, null], function_type: 'lambda' }),
      ['lambda'],
    ],
    ['such code anywhere else', { compiled: [`4wEAAAAA${'A'.repeat(60)}`] }, ['lambda']],
    [
      'a method of a tensor',
      { class_name: 'ClassMethod', config: { cls_ref: 'RaggedTensor', method_name: 'from_tensor' } },
      [],
    ],
    [
      'a method of another class',
      { class_name: 'ClassMethod', config: { cls_ref: 'io.TFRecordWriter', method_name: 'write' } },
      ['calls-out'],
    ],
    ['a tool of Keras', layer('get_file', {}, 'keras.utils'), ['calls-out']],
    ['a tool deep in the source', layer('get_file', {}, 'keras.src.utils.file_utils'), ['calls-out']],
    ['a loader of Keras', layer('load_model', {}, 'keras.models'), ['calls-out']],
    ['a module with a longer name', layer('run', {}, 'subprocess.x'), ['calls-out']],
    ['a model of TensorFlow beside it', layer('TFSMLayer', { filepath: 'saved' }), ['reads-file']],
    ['a model of TensorFlow elsewhere', layer('TFSMLayer', { filepath: 'https://127.0.0.1/x' }), ['reads-elsewhere']],
    ['a share of Windows', layer('StringLookup', { vocabulary: '\\\\host\\x' }), ['reads-elsewhere']],
    ['a type specification', { class_name: '__typespec__', module: 'os', spec_name: 'x', config: {} }, ['calls-out']],
    [
      'an operation of TensorFlow in a node',
      { class_name: 'TensorFlowOpLayer', config: { node_def: '{"op": "WriteFile"}' } },
      ['file-operation'],
    ],
  ])('says of %s: %#', (_, value, expected) => {
    expect(rules(value)).toEqual(expected);
  });

  it('is left alone in documents of others, unless it names a module', () => {
    expect(rules({ class_name: 'Anything', config: {} }, false)).toEqual([]);
    expect(rules(layer('system', {}, 'os'), false)).toEqual(['calls-out']);
  });
});

describe('code', () => {
  const LAMBDA = layer('Lambda', { function: [CODE, null, null] });
  const wrap = fc.constantFrom<(inside: Json) => Json>(
    (inside) => layer('TimeDistributed', { layer: inside }),
    (inside) => layer('Sequential', { layers: [layer('Dense'), inside] }, 'keras'),
    (inside) => ({ compile_config: { loss: inside } }),
    (inside) => [[inside]],
    (inside) => ({ a: { b: inside }, class_name: 7 }),
  );

  it('is found wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(wrap, { maxLength: 40 }), fc.boolean(), (wraps, strict) => {
        const value = wraps.reduce<Json>((inside, around) => around(inside), LAMBDA);
        expect(rules(value, strict)).toContain('lambda');
      }),
    );
  });

  it('is looked for in any JSON without an error', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.boolean(), (value, strict) => void rules(value as Json, strict)));
  });
});
