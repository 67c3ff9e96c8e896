import { readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ScanVerdict } from '../../../src/domain/scan.ts';
import { zip } from '../../../src/formats/zip/archive.fixture.ts';

/** One file of the corpus: what it is, under which name, and what must be said of it. Contents are harmless. */
export interface GraphCase {
  readonly what: string;
  readonly path: string;
  readonly verdict: ScanVerdict;
  readonly bytes: Uint8Array;
}

type Piece = Uint8Array | string | number;

/** A protobuf field: a number as a varint, text or bytes with its length. */
export function field(number: number, ...values: readonly Piece[]): Uint8Array {
  return joined(
    values.map((value) => {
      if (typeof value === 'number') return joined([varint(number * 8), varint(value)]);
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
      return joined([varint(number * 8 + 2), varint(bytes.length), bytes]);
    }),
  );
}

export function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

// ONNX

const entry = (key: string, value: string): Uint8Array => joined([field(1, key), field(2, value)]);
const opset = (domain: string, version: number): Uint8Array => joined([field(1, domain), field(2, version)]);

export function node(
  type: string,
  more: { readonly domain?: string; readonly input?: string; readonly attributes?: readonly Uint8Array[] } = {},
): Uint8Array {
  const { domain = '', input = 'x', attributes = [] } = more;
  return joined([
    field(1, input),
    field(2, 'y'),
    field(4, type),
    field(7, domain),
    ...attributes.map((each) => field(5, each)),
  ]);
}

const textAttribute = (name: string, text: string): Uint8Array =>
  joined([field(1, name), field(4, text), field(20, 3)]);
const graphAttribute = (name: string, inner: Uint8Array): Uint8Array =>
  joined([field(1, name), field(6, inner), field(20, 5)]);
const tensorAttribute = (name: string, inner: Uint8Array): Uint8Array =>
  joined([field(1, name), field(5, inner), field(20, 4)]);

export function tensor(name: string, dims: readonly number[], raw: Uint8Array): Uint8Array {
  return joined([...dims.map((dim) => field(1, dim)), field(2, 1), field(8, name), field(9, raw)]);
}

/** A tensor of `elements` values, floats or those of another type, in another file. */
export function external(location: string, more: readonly Uint8Array[] = [], elements = 1, type = 1): Uint8Array {
  return joined([
    field(1, elements),
    field(2, type),
    field(8, 'w'),
    field(13, entry('location', location)),
    ...more.map((each) => field(13, each)),
    field(14, 1),
  ]);
}

export function graph(nodes: readonly Uint8Array[], more: readonly Uint8Array[] = []): Uint8Array {
  // A vector of floats goes in, another comes out.
  const float = field(2, field(1, joined([field(1, 1), field(2, field(1, field(2, 'n')))])));
  const ends = [field(11, joined([field(1, 'x'), float])), field(12, joined([field(1, 'y'), float]))];
  return joined([...nodes.map((each) => field(1, each)), field(2, 'g'), ...more, ...ends]);
}

/** A graph that is given nothing: it takes what it needs from around it. */
export function branch(nodes: readonly Uint8Array[]): Uint8Array {
  const float = field(2, field(1, joined([field(1, 1), field(2, field(1, field(2, 'n')))])));
  return joined([...nodes.map((each) => field(1, each)), field(2, 'b'), field(12, joined([field(1, 'y'), float]))]);
}

export function onnx(main: Uint8Array, more: readonly Uint8Array[] = []): Uint8Array {
  return joined([field(1, 8), field(2, 'corpus'), field(7, main), field(8, opset('', 17)), ...more]);
}

const RELU = node('Relu');
const withTensor = (inner: Uint8Array): Uint8Array => onnx(graph([RELU], [field(5, inner)]));
const PLAIN = withTensor(tensor('w', [2], new Uint8Array(8)));
const OUTSIDE = external('../../etc/hostname');

/** Sub-graphs in sub-graphs, deeper than any library reads. */
function nestedGraphs(depth: number): Uint8Array {
  let inner = graph([RELU]);
  for (let level = 0; level < depth; level++)
    inner = graph([node('If', { attributes: [graphAttribute('then_branch', inner)] })]);
  return onnx(inner);
}

function cases(verdict: ScanVerdict, path: string, rows: Readonly<Record<string, Uint8Array>>): readonly GraphCase[] {
  return Object.entries(rows).map(([what, bytes]) => ({ what: `${path}: ${what}`, path, verdict, bytes }));
}

const ONNX_CASES: readonly GraphCase[] = [
  ...cases('clean', 'model.onnx', {
    'a plain graph': PLAIN,
    'data in a file beside it': withTensor(external('weights.bin', [entry('offset', '0'), entry('length', '4')])),
    'data in a folder below': withTensor(external('./data/weights.bin')),
    'operators of ONNX Runtime': onnx(graph([node('FusedMatMul', { domain: 'com.microsoft' })]), [
      field(8, opset('com.microsoft', 1)),
    ]),
    'a function of its own': onnx(graph([node('Mine', { domain: 'local' })]), [
      field(
        25,
        joined([
          field(1, 'Mine'),
          field(4, 'x'),
          field(5, 'y'),
          field(7, RELU),
          field(9, opset('', 17)),
          field(10, 'local'),
        ]),
      ),
      field(8, opset('local', 1)),
    ]),
    'a name with dots': withTensor(external('a..b/weights..bin')),
  }),
  ...cases('clean', 'renamed.bin', { 'a plain graph under another name': PLAIN }),
  ...cases('malicious', 'model.onnx', {
    'a path out of the folder': withTensor(OUTSIDE),
    'an absolute path': withTensor(external('/etc/hostname')),
    'a path of Windows': withTensor(external('C:\\Windows\\win.ini')),
    'a share': withTensor(external('\\\\127.0.0.1\\share\\w')),
    backslashes: withTensor(external('..\\..\\secret')),
    'an address': withTensor(external('http://127.0.0.1/w')),
    'a file address': withTensor(external('file:///etc/hostname')),
    'parents behind folders': withTensor(external('a/b/../../../secret')),
    'a home': withTensor(external('~/.ssh/id_rsa')),
    'a NUL': withTensor(external('w\0/../x')),
    "an address in the runtime's memory": withTensor(external('*/_ORT_MEM_ADDR_/*', [entry('offset', '4096')])),
    'two locations, the first plain': withTensor(external('w', [entry('location', '/etc/hostname')])),
    'a location that is not declared': withTensor(joined([field(2, 1), field(13, entry('location', '/etc/hostname'))])),
    'a path at the end of a long one': withTensor(external(`${'a/'.repeat(3000)}${'../'.repeat(3001)}etc`)),
    'outside, in a branch': onnx(
      graph([node('If', { attributes: [graphAttribute('then_branch', graph([RELU], [field(5, OUTSIDE)]))] })]),
    ),
    'outside, in a constant': onnx(graph([node('Constant', { attributes: [tensorAttribute('value', OUTSIDE)] })])),
    'outside, in a list of tensors': onnx(
      graph([node('X', { attributes: [joined([field(1, 'a'), field(10, OUTSIDE)])] })]),
    ),
    'outside, in a list of graphs': onnx(
      graph([node('X', { attributes: [joined([field(1, 'a'), field(11, graph([RELU], [field(5, OUTSIDE)]))])] })]),
    ),
    'outside, in a sparse tensor': onnx(graph([RELU], [field(15, joined([field(1, OUTSIDE), field(3, 4)]))])),
    'outside, in the indices of a sparse attribute': onnx(
      graph([node('Constant', { attributes: [joined([field(1, 'sparse_value'), field(22, field(2, OUTSIDE))])] })]),
    ),
    'outside, in a function': onnx(graph([RELU]), [
      field(
        25,
        joined([
          field(1, 'F'),
          field(7, node('Constant', { attributes: [tensorAttribute('value', OUTSIDE)] })),
          field(10, 'l'),
        ]),
      ),
    ]),
    "outside, in a function's default": onnx(graph([RELU]), [
      field(25, joined([field(1, 'F'), field(11, tensorAttribute('a', OUTSIDE)), field(10, 'l')])),
    ]),
    'outside, in training': onnx(graph([RELU]), [field(20, field(2, graph([RELU], [field(5, OUTSIDE)])))]),
    'a second graph': joined([PLAIN, field(7, graph([RELU], [field(5, OUTSIDE)]))]),
    PyOp: onnx(
      graph([
        node('PyOp', {
          domain: 'pyop',
          attributes: [textAttribute('module', 'harmless'), textAttribute('class_name', 'C')],
        }),
      ]),
    ),
    'PythonOp in a loop': onnx(
      graph([
        node('Loop', { attributes: [graphAttribute('body', graph([node('PythonOp', { domain: 'com.microsoft' })]))] }),
      ]),
    ),
    'a context from outside': onnx(
      graph([
        node('EPContext', {
          domain: 'com.microsoft',
          attributes: [textAttribute('ep_cache_context', '../../plan.bin')],
        }),
      ]),
    ),
  }),
  ...cases('malicious', 'model.bin', { 'outside, under another name': withTensor(OUTSIDE) }),
  ...cases('suspicious', 'model.onnx', {
    'a set of its own': onnx(graph([node('Shrink', { domain: 'org.example' })]), [field(8, opset('org.example', 1))]),
    'a set of its own in a branch': onnx(
      graph(
        [
          node('If', {
            input: 'c',
            attributes: [
              graphAttribute('then_branch', branch([RELU])),
              graphAttribute('else_branch', branch([node('Q', { domain: 'org.example' })])),
            ],
          }),
        ],
        [field(5, joined([field(2, 9), field(8, 'c'), field(9, Uint8Array.of(1))]))],
      ),
      [field(8, opset('org.example', 1))],
    ),
    'an operator that ONNX does not have': onnx(graph([node('EfficientNMS_TRT')])),
    'a compiled context': onnx(
      graph([
        node('EPContext', { domain: 'com.microsoft', attributes: [textAttribute('ep_cache_context', '\0\x01plan')] }),
      ]),
      [field(8, opset('com.microsoft', 1))],
    ),
    'foreign keys': withTensor(external('w.bin', [entry('__class__', 'x')])),
  }),
  ...cases('unscannable', 'model.onnx', {
    'too few bytes for its shape': withTensor(tensor('w', [4], new Uint8Array(8))),
    'too many bytes for its shape': withTensor(tensor('w', [1], new Uint8Array(800))),
    'a negative dimension': withTensor(
      joined([joined([varint(8), varint(-1)]), field(2, 1), field(9, new Uint8Array(4))]),
    ),
    'values twice': withTensor(
      joined([field(1, 1), field(2, 1), field(4, new Uint8Array(4)), field(9, new Uint8Array(4))]),
    ),
    'external without a place': withTensor(joined([field(1, 1), field(2, 1), field(14, 1)])),
    'an empty place': withTensor(external('')),
    'an offset that is no number': withTensor(external('w.bin', [entry('offset', '-5')])),
    'version 0': joined([field(1, 0), field(7, graph([RELU])), field(8, opset('', 17))]),
    'version 9999': joined([field(1, 9999), field(7, graph([RELU])), field(8, opset('', 17))]),
    'an operator set of version 0': onnx(graph([RELU]), [field(8, opset('x', 0))]),
    'two versions of one set': onnx(graph([RELU]), [field(8, opset('', 12))]),
    'no operator set': joined([field(1, 8), field(7, graph([RELU]))]),
    'no graph': joined([field(1, 8), field(2, 'corpus'), field(8, opset('', 17))]),
    'fields that ONNX does not have': joined([PLAIN, field(99, 'hidden')]),
    'fields that a node does not have': onnx(graph([joined([RELU, field(77, 'hidden')])])),
    'a graph of the wrong type': joined([field(1, 8), field(7, 5), field(8, opset('', 17))]),
    'bytes behind it': joined([PLAIN, new TextEncoder().encode('GARBAGE behind the model')]),
    'zeros behind it': joined([PLAIN, new Uint8Array(64)]),
    'a program behind it': joined([PLAIN, Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])]),
    'a length that lies': joined([field(1, 8), Uint8Array.from([0x3a, 0xff, 0xff, 0xff, 0xff, 0x0f]), graph([RELU])]),
    'a length past 64 bits': joined([
      field(1, 8),
      Uint8Array.from([0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]),
    ]),
    'graphs that nest too deep': nestedGraphs(60),
    'a group without an end': joined([PLAIN, Uint8Array.from([0x4b, 0x08, 0x01])]),
    'groups that nest too deep': joined([PLAIN, new Uint8Array(5000).fill(0x4b)]),
    'nothing but zeros': new Uint8Array(200),
  }),
  ...[0.1, 0.3, 0.5, 0.7, 0.9, 0.99].flatMap((share) =>
    cases('unscannable', 'model.onnx', { [`cut at ${share}`]: PLAIN.subarray(0, Math.floor(PLAIN.length * share)) }),
  ),
];

// TensorFlow

interface TfNode {
  readonly name: string;
  readonly op: string;
  readonly inputs?: readonly string[];
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function tfNode({ name, op, inputs = [], text, attributes = {} }: TfNode): Uint8Array {
  const value =
    text === undefined
      ? []
      : [field(5, joined([field(1, 'value'), field(2, field(8, joined([field(1, 7), field(8, text)])))]))];
  const texts = Object.entries(attributes).map(([key, each]) =>
    field(5, joined([field(1, key), field(2, field(2, each))])),
  );
  return joined([field(1, name), field(2, op), ...inputs.map((input) => field(3, input)), ...value, ...texts]);
}

const PLACEHOLDER = tfNode({ name: 'x', op: 'Placeholder' });
const constant = (text: string, name = 'path'): Uint8Array => tfNode({ name, op: 'Const', text });

export function graphDef(nodes: readonly Uint8Array[], functions: readonly Uint8Array[] = []): Uint8Array {
  const library = functions.length === 0 ? [] : [field(2, joined(functions.map((each) => field(1, each))))];
  return joined([...nodes.map((each) => field(1, each)), ...library, field(4, field(1, 1))]);
}

const functionDef = (name: string, nodes: readonly Uint8Array[], inputs: readonly string[] = []): Uint8Array =>
  joined([
    field(1, joined([field(1, name), ...inputs.map((each) => field(2, field(1, each)))])),
    ...nodes.map((each) => field(3, each)),
  ]);

export function savedModel(inner: Uint8Array, more: readonly Uint8Array[] = []): Uint8Array {
  return joined([field(1, 1), field(2, joined([field(1, field(4, 'serve')), field(2, inner), ...more]))]);
}

const touching = (op: string, path: string, input = 0): Uint8Array =>
  graphDef([
    PLACEHOLDER,
    constant(path),
    tfNode({ name: 'f', op, inputs: input === 0 ? ['path', 'x'] : ['x', 'path'] }),
  ]);
const alone = (op: string, attributes: Readonly<Record<string, string>> = {}): Uint8Array =>
  graphDef([PLACEHOLDER, tfNode({ name: 'f', op, inputs: ['x'], attributes })]);
const lambda = (config: string): string =>
  `{"class_name": "Functional", "config": {"layers": [{"class_name": "Lambda", "config": ${config}}]}}`;
const MARSHALLED =
  '{"name": "l", "function": {"class_name": "__tuple__", "items": ["4wEAAAAAAAAAAAAAAAEAAAACAAAAQwAAAHMIAAAAfABkARcAUwA=\\n", null, null]}, "function_type": "lambda"}';
const metadata = (text: string): Uint8Array =>
  field(1, joined([field(2, 0), field(3, 'root'), field(4, '_tf_keras_model'), field(5, text)]));

const TF_CASES: readonly GraphCase[] = [
  ...cases('clean', 'saved_model.pb', {
    'a plain graph': savedModel(graphDef([PLACEHOLDER, tfNode({ name: 'y', op: 'Relu', inputs: ['x'] })])),
    'saving to where it is told': savedModel(
      graphDef(
        [PLACEHOLDER],
        [
          functionDef(
            'save',
            [
              constant('_temp/part', 'part'),
              tfNode({ name: 'join', op: 'StringJoin', inputs: ['prefix', 'part:output:0'] }),
              tfNode({ name: 'save', op: 'SaveV2', inputs: ['join:output:0'] }),
              tfNode({ name: 'merge', op: 'MergeV2Checkpoints', inputs: ['join:output:0'] }),
            ],
            ['prefix'],
          ),
        ],
      ),
    ),
    'a table from an asset': savedModel(touching('InitializeTableFromTextFileV2', '/home/somebody/vocab.txt', 1), [
      field(6, joined([field(1, field(1, 'path:0')), field(2, 'vocab.txt')])),
    ]),
    'a call of its own function': savedModel(
      graphDef(
        [PLACEHOLDER, tfNode({ name: 'c', op: 'mine', inputs: ['x'] })],
        [functionDef('mine', [tfNode({ name: 'r', op: 'Relu' })])],
      ),
    ),
    'printing to the terminal': savedModel(alone('PrintV2', { output_stream: 'stderr' })),
  }),
  ...cases('clean', 'keras_metadata.pb', {
    'dense layers': metadata('{"class_name": "Dense", "config": {"units": 3}}'),
  }),
  ...cases('malicious', 'saved_model.pb', {
    PyFunc: savedModel(alone('PyFunc', { token: 'pyfunc_0' })),
    'EagerPyFunc in a function': savedModel(
      graphDef([PLACEHOLDER], [functionDef('f', [tfNode({ name: 'p', op: 'EagerPyFunc' })])]),
    ),
    'PyFuncStateless in a second graph': joined([
      savedModel(alone('Relu')),
      field(2, field(2, alone('PyFuncStateless'))),
    ]),
    'writing a file': savedModel(touching('WriteFile', 'out.txt')),
    'writing a file that it is told': savedModel(alone('WriteFile')),
    'reading a file of the machine': savedModel(touching('ReadFile', '/etc/hostname')),
    'reading a file by steps': savedModel(
      graphDef([
        constant('/etc/', 'a'),
        constant('hostname', 'b'),
        tfNode({ name: 'j', op: 'StringJoin', inputs: ['a', 'b'] }),
        tfNode({ name: 'i', op: 'Identity', inputs: ['j'] }),
        tfNode({ name: 'f', op: 'ReadFile', inputs: ['i:0'] }),
      ]),
    ),
    'reading from an address': savedModel(touching('ReadFile', 'http://127.0.0.1/x')),
    'reading a file in a function': savedModel(
      graphDef(
        [PLACEHOLDER],
        [
          functionDef('f', [
            constant('../../secret'),
            tfNode({ name: 'r', op: 'ReadFile', inputs: ['path:output:0'] }),
          ]),
        ],
      ),
    ),
    'listing files': savedModel(touching('MatchingFiles', '/home/*/.ssh/*')),
    'saving to a fixed place': savedModel(touching('SaveV2', '/home/user/.bashrc')),
    'printing into a file': savedModel(alone('PrintV2', { output_stream: 'file:///tmp/out' })),
    'mapping a file': savedModel(alone('ImmutableConst', { memory_region_name: '/etc/hostname' })),
    'a debug target': savedModel(
      graphDef([tfNode({ name: 'd', op: 'DebugIdentityV2', attributes: { debug_urls: 'grpc://127.0.0.1:1' } })]),
    ),
    'a client': savedModel(touching('RpcClient', '127.0.0.1:1')),
    'an asset from outside': savedModel(alone('Relu'), [field(6, field(2, '../../../etc/hostname'))]),
    'a Lambda in the object graph': savedModel(alone('Relu'), [
      field(7, field(1, field(4, joined([field(1, '_tf_keras_layer'), field(3, lambda(MARSHALLED))])))),
    ]),
  }),
  ...cases('malicious', 'frozen.pb', { PyFunc: alone('PyFunc'), writing: touching('WriteFile', 'x') }),
  ...cases('malicious', 'model.ckpt.meta', { PyFunc: joined([field(1, field(5, '2.0')), field(2, alone('PyFunc'))]) }),
  ...cases('malicious', 'saved_model.pbtxt', {
    'PyFunc as text': new TextEncoder().encode(
      'saved_model_schema_version: 1\nmeta_graphs { graph_def { node { name: "p" op: "Py\\106unc" } } }\n',
    ),
    'reading as text': new TextEncoder().encode(
      "meta_graphs { graph_def { node { name: 'c' op: 'Const' attr { key: 'value' value { tensor { string_val: '/etc/hostname' } } } } node { name: 'r' op: 'ReadFile' input: 'c' } } }",
    ),
  }),
  ...cases('malicious', 'keras_metadata.pb', {
    'a Lambda': metadata(lambda(MARSHALLED)),
    'a Lambda beside NaN': metadata(lambda(`{"a": NaN, ${MARSHALLED.slice(1)}`)),
  }),
  ...cases('suspicious', 'saved_model.pb', {
    'an operator of another library': savedModel(alone('SomebodysOwnOp')),
    'opening what it is told': savedModel(
      graphDef([PLACEHOLDER, tfNode({ name: 'f', op: 'ReadFile', inputs: ['x'] })]),
    ),
    'a fixed dataset': savedModel(touching('TextLineDataset', 'train.txt')),
    'a table from another machine': savedModel(
      touching('InitializeTableFromTextFileV2', '/home/somebody/vocab.txt', 1),
    ),
  }),
  ...cases('unscannable', 'saved_model.pb', {
    cut: savedModel(alone('Relu')).subarray(0, 40),
    'no graph': field(1, 1),
    'bytes behind it': joined([savedModel(alone('Relu')), new TextEncoder().encode('GARBAGE')]),
    'fields that a SavedModel does not have': joined([savedModel(alone('Relu')), field(50, 'hidden')]),
    text: new TextEncoder().encode('not a model at all\n'),
    zeros: new Uint8Array(100),
  }),
  ...cases('unscannable', 'variables.index', { cut: new Uint8Array(60), 'one bit of a block': flippedIndex() }),
  ...cases('unscannable', 'frozen_graph.pbtxt', { 'cut as text': new TextEncoder().encode('node {\n  name: "x"\n') }),
];

/** A genuine index, changed in the first of its keys: readers hold each block against its checksum. */
function flippedIndex(): Uint8Array {
  const index = readFileSync(resolve('test/corpus/genuine/graphs/tf/v1-checkpoint/model.ckpt.index'));
  return new Uint8Array(index.map((byte, at) => (at === 30 ? byte ^ 1 : byte)));
}

// XML, Core ML, Paddle, plans

const xml = (text: string): Uint8Array => new TextEncoder().encode(text);
const net = (layers: string): Uint8Array =>
  xml(`<?xml version="1.0"?>\n<net name="m" version="11"><layers>${layers}</layers><edges/></net>\n`);
const pmml = (inner: string, type = ''): Uint8Array =>
  xml(
    `<?xml version="1.0" encoding="UTF-8"?>\n${type}<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/><DataDictionary><DataField name="x" optype="continuous" dataType="double"/></DataDictionary>${inner}</PMML>\n`,
  );
const transformed = (inner: string): string => `<TransformationDictionary>${inner}</TransformationDictionary>`;
const XXE = '<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/hostname">]>';
const LAUGHS = '<!DOCTYPE PMML [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';

const XML_CASES: readonly GraphCase[] = [
  ...cases('clean', 'model.xml', {
    'a network': net(
      '<layer id="0" name="x" type="Parameter" version="opset1"><data shape="1,3" element_type="f32"/></layer>',
    ),
    'a tokenizer': net('<layer id="0" name="t" type="StringTensorUnpack" version="extension"/>'),
    'another document': xml('<a b="c &amp; d">text &#65; <![CDATA[<x>]]><!-- note --></a>'),
  }),
  ...cases('clean', 'model.pmml', {
    'a tree': pmml(
      '<TreeModel functionName="classification"><Extension name="origin" value="R" extender="pmml"/><MiningSchema><MiningField name="x"/></MiningSchema><Node score="a"><True/></Node></TreeModel>',
    ),
    'built-in functions': pmml(transformed('<DefineFunction name="f"><Apply function="+"/></DefineFunction>')),
  }),
  ...cases('malicious', 'model.pmml', {
    'an entity from a file': pmml('&x;', XXE),
    'a type from an address': pmml('', '<!DOCTYPE PMML SYSTEM "http://127.0.0.1/x.dtd">'),
    'a program in an extension': pmml('<Extension name="script" value="Runtime.getRuntime().exec(\'true\')"/>'),
    'a program below an extension': pmml('<Extension><x>import os; os.system("true")</x></Extension>'),
    'an inclusion': pmml('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>'),
  }),
  ...cases('malicious', 'model.xml', {
    'an entity in a network': xml(
      '<!DOCTYPE net [<!ENTITY x SYSTEM "/etc/hostname">]><net name="&x;" version="11"><layers/></net>',
    ),
    'a program in a script': pmml('<script>eval("1")</script>'),
    'an entity in UTF-16': new Uint8Array(
      Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${XXE}<PMML/>`, 'utf16le'),
    ),
  }),
  ...cases('suspicious', 'model.xml', {
    'an operator of its own': net('<layer id="0" name="x" type="Mine" version="extension"/>'),
  }),
  ...cases('suspicious', 'model.pmml', {
    'a class of the application': pmml(
      transformed('<DefineFunction name="f"><Apply function="com.example.Evil"/></DefineFunction>'),
    ),
    'a script': pmml(transformed('<script>1 + 1</script>')),
  }),
  ...cases('unscannable', 'model.pmml', {
    'entities of its own': pmml('&b;', LAUGHS),
    'an empty type': pmml('', '<!DOCTYPE PMML>'),
    'an entity that nobody declared': pmml('&x;'),
    cut: pmml('<TreeModel/>').subarray(0, 90),
    'elements that do not match': xml('<PMML><a></b></PMML>'),
    'two roots': xml('<PMML/><PMML/>'),
    'an attribute twice': xml('<PMML a="1" a="2"/>'),
    'text behind it': xml('<PMML/>hidden'),
    'an encoding of its own': xml('<?xml version="1.0" encoding="UTF-7"?><PMML/>'),
    'elements that nest too deep': xml(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`),
    'a declaration inside': xml('<PMML><?xml version="1.0"?></PMML>'),
  }),
  ...cases('unscannable', 'model.xml', {
    'a constant nowhere': net(
      '<layer id="0" name="c" type="Const" version="opset1"><data offset="-8" size="4"/></layer>',
    ),
  }),
];

const coreml = (...parts: readonly Uint8Array[]): Uint8Array =>
  joined([field(1, 4), field(2, field(1, field(1, 'x'))), ...parts]);
const layer = (inner: Uint8Array): Uint8Array => field(500, field(1, joined([field(1, 'l'), inner])));
const CUSTOM = field(500, field(10, 'SomeClass'));
const blob = (name: string): Uint8Array => {
  const type = field(1, joined([field(1, 11), field(2, 1), field(3, field(1, field(1, 2)))]));
  const value = joined([field(2, type), field(5, joined([field(1, name), field(2, 64)]))]);
  const output = field(3, joined([field(1, 'c'), field(2, type)]));
  const operation = joined([field(1, 'const'), output, field(5, joined([field(1, 'val'), field(2, value)]))]);
  const block = joined([field(1, 'CoreML5'), field(2, joined([field(2, 'c'), field(3, operation)]))]);
  const main = field(2, joined([field(2, 'CoreML5'), field(3, block)]));
  return coreml(field(502, joined([field(1, 1), field(2, joined([field(1, 'main'), main]))])));
};
const paddle = (...operators: readonly Uint8Array[]): Uint8Array =>
  joined([
    field(1, joined([field(1, 0), joined([varint(16), varint(-1)]), ...operators.map((each) => field(4, each))])),
    field(4, field(1, 0)),
  ]);
const paddleParameters = (values: number, told = values): Uint8Array => {
  const description = joined([field(1, 5), field(2, told)]);
  const head = Buffer.alloc(20);
  head.writeInt32LE(description.length, 16);
  return joined([head, description, new Uint8Array(4 * values)]);
};

const RUNTIME_CASES: readonly GraphCase[] = [
  ...cases('clean', 'model.mlmodel', {
    'a network': coreml(layer(field(130, ''))),
    'a pipeline': coreml(field(202, field(1, coreml(layer(field(130, '')))))),
    'weights in the package': blob('@model_path/weights/weight.bin'),
  }),
  ...cases('suspicious', 'model.mlmodel', {
    'a custom layer': coreml(layer(CUSTOM)),
    'a custom layer in a loop': coreml(layer(field(615, field(4, field(1, CUSTOM))))),
    'a custom layer in a pipeline': coreml(field(200, field(1, field(1, coreml(layer(CUSTOM)))))),
    'a custom model': coreml(field(555, field(10, 'SomeClass'))),
    'a linked model': coreml(field(556, field(1, joined([field(1, field(1, 'other')), field(2, field(1, 'models'))])))),
  }),
  ...cases('malicious', 'model.mlmodel', {
    'weights from outside': blob('/etc/hostname'),
    'weights from above': blob('@model_path/../../../secret'),
    'a model from outside': coreml(
      field(556, field(1, joined([field(1, field(1, '../../other')), field(2, field(1, ''))]))),
    ),
  }),
  ...cases('unscannable', 'model.mlmodel', {
    'no kind': coreml(),
    'two kinds': coreml(layer(field(130, '')), field(900, '')),
    cut: coreml(layer(field(130, ''))).subarray(0, 12),
    'bytes behind it': joined([coreml(layer(field(130, ''))), xml('GARBAGE')]),
  }),
  ...cases('clean', 'inference.pdmodel', {
    'a program': paddle(field(3, 'linspace'), field(3, 'cumsum'), field(3, 'flip')),
  }),
  ...cases('malicious', 'inference.pdmodel', {
    py_func: paddle(field(3, 'py_func')),
    'loading from outside': paddle(
      joined([
        field(3, 'load_combine'),
        field(4, joined([field(1, 'file_path'), field(2, 2), field(5, '/etc/hostname')])),
      ]),
    ),
    serving: paddle(field(3, 'listen_and_serv')),
  }),
  ...cases('malicious', '__model__', { py_func: paddle(field(3, 'py_func')) }),
  ...cases('unscannable', 'inference.pdmodel', {
    cut: paddle(field(3, 'feed')).subarray(0, 8),
    'nothing in it': new Uint8Array(20),
  }),
  ...cases('clean', 'inference.pdiparams', { 'two tensors': joined([paddleParameters(4), paddleParameters(8)]) }),
  ...cases('unscannable', 'inference.pdiparams', {
    'a tensor that is cut': paddleParameters(4, 5),
    'bytes behind it': joined([paddleParameters(4), xml('GARBAGE GARBAGE GARBAGE')]),
  }),
  ...cases('suspicious', 'model.engine', { 'a TensorRT engine': joined([xml('ftrt'), new Uint8Array(100)]) }),
  ...cases('suspicious', 'renamed.dat', {
    'a TensorRT engine under another name': joined([xml('ftrt'), new Uint8Array(100)]),
  }),
  ...cases('unscannable', 'model.rknn', { 'an RKNN model': joined([xml('RKNN'), new Uint8Array(100)]) }),
  ...cases('unscannable', 'model.cntk', {
    'a CNTK model': joined([Uint8Array.from([0x42, 0, 0x43, 0, 0x4e, 0, 0, 0]), new Uint8Array(100)]),
  }),
];

// TensorFlow Lite: a genuine model, changed in one place

/** From the root of the repository, where tests and benches are started: the bench is one bundle elsewhere. */
const GENUINE = pathToFileURL(resolve('test/corpus/genuine/graphs/tflite/') + sep);
const FLEX = new Uint8Array(readFileSync(new URL('flex.tflite', GENUINE)));
const DENSE = new Uint8Array(readFileSync(new URL('dense.tflite', GENUINE)));

/** The model with another name for its only custom operator, which is not longer. */
function withOperator(name: string): Uint8Array {
  const bytes = Buffer.from(FLEX);
  const was = 'FlexMatrixDeterminant';
  const at = bytes.indexOf(was, 0, 'latin1');
  bytes.fill(0, at, at + was.length);
  bytes.write(name, at, 'latin1');
  bytes.writeUInt32LE(name.length, at - 4);
  return new Uint8Array(bytes);
}

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(value, at);
  return new Uint8Array(changed);
}

/** An archive of one member whose offsets begin before it, as Python's zipfile appends it. */
function countedFrom(start: number, archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive);
  const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  const end = bytes.indexOf('PK\x05\x06', 0, 'latin1');
  bytes.writeUInt32LE(start, directory + 42);
  bytes.writeUInt32LE(start + directory, end + 16);
  return new Uint8Array(bytes);
}

const TFLITE_CASES: readonly GraphCase[] = [
  ...cases('clean', 'model.tflite', {
    'an operator of TensorFlow': withOperator('FlexErf'),
    'one that the runtime brings': withOperator('Mfcc'),
  }),
  ...cases('malicious', 'model.tflite', {
    FlexPyFunc: withOperator('FlexPyFunc'),
    FlexWriteFile: withOperator('FlexWriteFile'),
  }),
  ...cases('malicious', 'renamed.bin', { 'FlexEagerPyFunc under another name': withOperator('FlexEagerPyFunc') }),
  ...cases('suspicious', 'model.tflite', {
    'an operator of another library': withOperator('MyOwnOp'),
    FlexReadFile: withOperator('FlexReadFile'),
  }),
  ...cases('unscannable', 'model.tflite', {
    'another identifier': withByte(DENSE, 4, 0),
    'a root outside': withByte(DENSE, 0, 0x7fffffff),
    'a root between tables': withByte(DENSE, 0, (DENSE[0] ?? 0) + 2),
    'bytes behind it': joined([DENSE, xml('GARBAGE'.repeat(20))]),
    ...Object.fromEntries(
      [0.1, 0.4, 0.6, 0.9].map((share) => [`cut at ${share}`, DENSE.subarray(0, Math.floor(DENSE.length * share))]),
    ),
  }),
  ...cases('clean', 'model.tflite', {
    'labels behind it': joined([DENSE, zip([{ name: 'labels.txt', bytes: 'cat\n' }])]),
  }),
  ...cases('malicious', 'model.tflite', {
    'a pickle among the files behind it': joined([
      DENSE,
      zip([{ name: 'x.pkl', bytes: "cposix\nsystem\n(S'true'\ntR." }]),
    ]),
  }),
  ...cases('malicious', 'model.tflite', {
    'a pickle in an archive that counts from the model': joined([
      DENSE,
      countedFrom(DENSE.length, zip([{ name: 'x.pkl', bytes: "cposix\nsystem\n(S'true'\ntR." }])),
    ]),
  }),
];

export const GRAPH_CASES: readonly GraphCase[] = [
  ...ONNX_CASES,
  ...TF_CASES,
  ...XML_CASES,
  ...RUNTIME_CASES,
  ...TFLITE_CASES,
];
