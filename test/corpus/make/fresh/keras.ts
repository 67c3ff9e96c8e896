import { zip } from '../../../../src/formats/zip/archive.fixture.ts';
import { hdf5 } from '../hdf5.ts';
import { type Fresh, json, NOBODY, named, under } from './kit.ts';

type Config = Readonly<Record<string, unknown>>;
const layer = (
  name: string,
  config: Config = {},
  module = 'keras.layers',
  registered: string | null = null,
): Config => ({
  module,
  class_name: name,
  config,
  registered_name: registered,
});
const sequential = (...layers: readonly Config[]): Config => layer('Sequential', { name: 'm', layers }, 'keras');
const fn = (module: string, name: string): Config => ({
  module,
  class_name: 'function',
  config: name,
  registered_name: name,
});
const CODE = {
  class_name: '__lambda__',
  config: { code: '4wAAAAAAAAAAAAAAAAEAAAADAAAA', defaults: null, closure: null },
};
const DENSE = layer('Dense', { units: 1 });
const archive = (config: Config, more: Readonly<Record<string, Uint8Array | string>> = {}): Uint8Array =>
  zip([
    { name: 'metadata.json', bytes: '{"keras_version": "3.9.0"}' },
    { name: 'config.json', bytes: json(config) },
    { name: 'model.weights.h5', bytes: hdf5({}) },
    ...Object.entries(more).map(([name, content]) => ({ name, bytes: content })),
  ]);
const compiled = (compile_config: Config): Uint8Array => archive({ ...sequential(DENSE), compile_config });

const V3: Readonly<Record<string, Uint8Array>> = {
  'a Lambda as the cell of an RNN': archive(
    sequential(layer('RNN', { cell: layer('StackedRNNCells', { cells: [layer('Lambda', { function: CODE })] }) })),
  ),
  'a Lambda as the backward layer': archive(
    sequential(
      layer('Bidirectional', {
        layer: layer('LSTM', { units: 1 }),
        backward_layer: layer('Lambda', { function: CODE }),
      }),
    ),
  ),
  'a Lambda by its private module': archive(
    sequential(layer('Lambda', { function: CODE }, 'keras.src.layers.core.lambda_layer')),
  ),
  'a Lambda by its registered name': archive(
    sequential({ class_name: 'Lambda', config: { function: CODE }, registered_name: 'Lambda' }),
  ),
  'code as the output shape': archive(
    sequential(layer('Lambda', { function: fn('keras.ops', 'abs'), output_shape: CODE })),
  ),
  'code as the mask': archive(sequential(layer('Lambda', { function: fn('keras.ops', 'abs'), mask: CODE }))),
  'code as a regularizer': archive(sequential(layer('Dense', { units: 1, kernel_regularizer: CODE }))),
  'code as standardization': archive(sequential(layer('TextVectorization', { standardize: CODE }))),
  'code in keyword arguments of a node': archive(
    layer('Functional', { layers: [{ ...DENSE, inbound_nodes: [{ args: [], kwargs: { x: CODE } }] }] }, 'keras'),
  ),
  'code in the build configuration': archive({ ...sequential(DENSE), build_config: { input_shape: CODE } }),
  'code as a metric': compiled({ metrics: [CODE] }),
  'code as an optimizer': compiled({ optimizer: layer('Adam', { learning_rate: CODE }, 'keras.optimizers') }),
  'a callback that calls': compiled({
    callbacks: [layer('LambdaCallback', { on_train_begin: CODE }, 'keras.callbacks')],
  }),
  'a callback that writes': compiled({ callbacks: [layer('CSVLogger', { filename: '/tmp/x' }, 'keras.callbacks')] }),
  'a callback that sends': compiled({ callbacks: [layer('RemoteMonitor', { root: NOBODY }, 'keras.callbacks')] }),
  'a function that unpacks an archive': archive(
    sequential(layer('Dense', { activation: fn('keras.src.utils.file_utils', 'extract_archive') })),
  ),
  'a function that downloads a data set': archive(
    sequential(layer('Dense', { activation: fn('keras.datasets.mnist', 'load_data') })),
  ),
  'a function that reads a model': archive(
    sequential(layer('Dense', { activation: fn('keras.models', 'model_from_json') })),
  ),
  'a function that draws to a file': archive(
    sequential(layer('Dense', { activation: fn('keras.utils', 'plot_model') })),
  ),
  'a function that decodes code': archive(
    sequential(layer('Dense', { activation: fn('keras.src.utils.python_utils', 'func_load') })),
  ),
  'a function of numpy': archive(sequential(layer('Dense', { activation: fn('numpy', 'load') }))),
  'a function of tensorflow': archive(sequential(layer('Dense', { activation: fn('tensorflow.io', 'write_file') }))),
  'a method by a dotted name': archive(sequential(layer('Dense', { activation: fn('keras', 'os.system') }))),
  'a class by a dotted name': archive(sequential(layer('utils.os.system', {}, 'keras'))),
  'a class of a module in the folder': archive(sequential(layer('Net', {}, 'modeling_x'))),
  'a class with a registered name of a package': archive(sequential(layer('Net', {}, 'x.layers', 'x>Net'))),
  'a saved model from a bucket': archive(
    sequential(layer('TFSMLayer', { filepath: 's3://127.0.0.1/x', call_endpoint: 'serve' })),
  ),
  'a saved model in the archive': archive(
    sequential(layer('TFSMLayer', { filepath: 'assets/evil', call_endpoint: 'serve' })),
  ),
  'a vocabulary from a bucket': archive(sequential(layer('StringLookup', { vocabulary: 'gs://127.0.0.1/x' }))),
  'weights of a vocabulary from a share': archive(
    sequential(layer('TextVectorization', { vocabulary: '\\\\127.0.0.1\\x' })),
  ),
  'idf weights from a file': archive(
    sequential(layer('IntegerLookup', { vocabulary: [1], idf_weights: '/etc/hostname', output_mode: 'tf_idf' })),
  ),
  'a vocabulary of a subclass in a wrapper': archive(
    sequential(layer('TimeDistributed', { layer: layer('StringLookup', { vocabulary: '/etc/hostname' }) })),
  ),
  'a preset from elsewhere': archive(sequential(layer('Backbone', { preset: 'hf://evil/x' }, 'keras_hub.models'))),
  'a pickled module of PyTorch': archive(
    sequential(
      layer(
        'TorchModuleWrapper',
        { module: { class_name: '__bytes__', config: { value: 'gASVAA==' } } },
        'keras.src.utils.torch_utils',
      ),
    ),
  ),
  'a function for JAX': archive(sequential(layer('JaxLayer', { call_fn: fn('evil', 'run') }))),
  'a module of Flax': archive(sequential(layer('FlaxLayer', { module: layer('Net', {}, 'evil') }))),
  'a type specification': archive(sequential({ class_name: '__typespec__', spec_name: 'evil.Spec', config: {} })),
  'safe mode off': archive(
    sequential(layer('Dense', { activation: fn('keras.config', 'enable_unsafe_deserialization') })),
  ),
  'a scope of custom objects': archive(
    sequential(layer('CustomObjectScope', { custom_objects: { x: fn('os', 'system') } }, 'keras.utils')),
  ),
  'the second configuration': archive(sequential(DENSE), {
    'config.json ': json(sequential(layer('Lambda', { function: CODE }))),
  }),
  'weights by a name that leads out': archive(sequential(DENSE), { '../model.weights.h5': hdf5({}) }),
  'weights with a link to a file': archive(sequential(DENSE), {
    'extra.weights.h5': hdf5({ links: [{ kind: 'external', name: 'x', file: '/etc/hostname' }] }),
  }),
};

const OLD = (config: Config): Config => ({ class_name: 'Functional', config: { name: 'm', layers: [config] } });
const LAMBDA = { class_name: 'Lambda', config: { function: ['4wAAAA==', null, null], function_type: 'lambda' } };
const H5: Readonly<Record<string, Uint8Array>> = {
  'a Lambda in a model in a model': hdf5({
    attributes: { model_config: json(OLD(OLD({ class_name: 'TimeDistributed', config: { layer: LAMBDA } }))) },
  }),
  'a Lambda by the name of a module': hdf5({
    attributes: {
      model_config: json(
        OLD({ class_name: 'Lambda', config: { function: 'system', function_type: 'function', module: 'os' } }),
      ),
    },
  }),
  'a loss that is code': hdf5({
    attributes: { model_config: json(OLD({ class_name: 'Dense', config: {} })), training_config: json({ loss: CODE }) },
  }),
  'a layer of some package': hdf5({ attributes: { model_config: json(OLD({ class_name: 'evil>Net', config: {} })) } }),
  'an operation of TensorFlow by name': hdf5({
    attributes: { model_config: json(OLD({ class_name: 'TFOpLambda', config: { function: 'io.write_file' } })) },
  }),
  'an operation of Python': hdf5({
    attributes: {
      model_config: json(
        OLD({ class_name: 'TensorFlowOpLayer', config: { node_def: '{"op": "PyFunc", "name": "x"}' } }),
      ),
    },
  }),
  'a configuration under another name': hdf5({ attributes: { keras_config: json(OLD(LAMBDA)) } }),
  'a configuration as bytes': hdf5({ attributes: { model_config: new TextEncoder().encode(json(OLD(LAMBDA))) } }),
  'a link to a device': hdf5({ links: [{ kind: 'external', name: 'x', file: '/dev/zero' }] }),
  'raw data in another file': hdf5({ rawFiles: ['../../secret'] }),
  'a link that a plugin follows': hdf5({ links: [{ kind: 'user-defined', name: 'x', class: 187 }] }),
};

export const KERAS_FILES: readonly Fresh[] = [
  ...under('Keras', 'model.keras', V3),
  ...under('HDF5', 'model.h5', H5),
  ...named('Keras', {
    'architecture.json': json(OLD(LAMBDA)),
    'architecture.yaml':
      "class_name: Sequential\nconfig:\n  layers:\n  - class_name: Lambda\n    config:\n      function: !!python/tuple ['4wAAAA==', null, null]\n      function_type: lambda\n",
    'weights.weights.h5': hdf5({ links: [{ kind: 'external', name: 'x', file: '../x' }] }),
  }),
];
