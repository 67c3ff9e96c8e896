import { field, type GraphCase, graphDef, joined, savedModel, tfNode, varint } from './graphs.ts';

/** Graphs of TensorFlow that are refused, never end or grow too large, and genuine ones that look like them. */

const [FLOAT, INT32, INT64, BOOL] = [1, 3, 9, 10];

const shape = (...dims: readonly number[]): Uint8Array => joined(dims.map((dim) => field(2, field(1, dim))));
const attribute = (name: string, value: Uint8Array): Uint8Array => field(5, joined([field(1, name), field(2, value)]));
const calling = (name: string): Uint8Array => field(10, field(1, name));

/** A constant of whole numbers, by its values or by its bytes. */
function constant(name: string, type: number, dims: readonly number[], values: readonly Uint8Array[]): Uint8Array {
  const tensor = joined([field(1, type), field(2, shape(...dims)), ...values]);
  return joined([
    tfNode({ name, op: 'Const' }),
    attribute('dtype', field(6, type)),
    attribute('value', field(8, tensor)),
  ]);
}

function numbers(name: string, values: readonly number[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 * values.length));
  for (const [index, value] of values.entries()) bytes.setBigInt64(8 * index, BigInt(value), true);
  return constant(name, INT64, [values.length], [field(4, new Uint8Array(bytes.buffer))]);
}

const one = (name: string, value: number): Uint8Array => constant(name, INT32, [], [field(7, value)]);
const yes = (name: string): Uint8Array => constant(name, BOOL, [], [field(11, 1)]);

const op = (name: string, type: string, ...inputs: readonly string[]): Uint8Array => tfNode({ name, op: type, inputs });

/** A function of one counter and what it returns. */
function ofCounter(name: string, nodes: readonly Uint8Array[], returns: string): Uint8Array {
  const argument = (each: string): Uint8Array => joined([field(1, each), field(3, INT32)]);
  const signature = joined([field(1, name), field(2, argument('i')), field(3, argument('r'))]);
  return joined([
    field(1, signature),
    ...nodes.map((each) => field(3, each)),
    field(4, joined([field(1, 'r'), field(2, returns)])),
  ]);
}

const BELOW_TEN = ofCounter('cond', [one('ten', 10), op('less', 'Less', 'i', 'ten:output:0')], 'less:z:0');
const ALWAYS = ofCounter('cond', [yes('true')], 'true:output:0');
const COUNTS = ofCounter('body', [one('one', 1), op('next', 'AddV2', 'i', 'one:output:0')], 'next:z:0');
const STANDS_STILL = ofCounter('body', [op('same', 'Identity', 'i')], 'same:output:0');

const loop = (condition: Uint8Array, body: Uint8Array): Uint8Array =>
  graphDef(
    [
      one('start', 0),
      joined([op('loop', 'While', 'start'), attribute('cond', calling('cond')), attribute('body', calling('body'))]),
    ],
    [condition, body],
  );

/** The older form; `counted` is what goes round. */
const ring = (condition: readonly Uint8Array[], counted: string): Uint8Array =>
  graphDef([
    one('start', 0),
    op('enter', 'Enter', 'start'),
    op('merge', 'Merge', 'enter', 'again'),
    ...condition,
    op('switch', 'Switch', 'merge', 'go'),
    one('one', 1),
    op('next', 'AddV2', 'switch:1', 'one'),
    op('again', 'NextIteration', counted),
    op('exit', 'Exit', 'switch'),
  ]);
const LESS = [
  one('ten', 10),
  op('limit', 'Enter', 'ten'),
  op('less', 'Less', 'merge', 'limit'),
  op('go', 'LoopCond', 'less'),
];

const NODE = op('x', 'Placeholder');
const sized = (...nodes: readonly Uint8Array[]): Uint8Array => savedModel(graphDef([NODE, ...nodes]));
const called = (name: string): Uint8Array => joined([op('call', 'PartitionedCall'), attribute('f', calling(name))]);
const plainFunction = (name: string, ...nodes: readonly Uint8Array[]): Uint8Array =>
  joined([field(1, field(1, name)), ...nodes.map((each) => field(3, each))]);
const shaped = (name: string, type: string, ...dims: readonly number[]): Uint8Array =>
  joined([op(name, type), attribute('dtype', field(6, FLOAT)), attribute('shape', field(7, shape(...dims)))]);
const signature = (tensor: string): Uint8Array =>
  field(5, joined([field(1, 'serve'), field(2, field(1, joined([field(1, 'in'), field(2, field(1, tensor))])))]));
const negative = (bits: number): Uint8Array => joined([varint(8), varint(bits)]);
const object = (...fields: readonly Uint8Array[]): Uint8Array => field(7, field(1, joined(fields)));

function cases(verdict: GraphCase['verdict'], rows: Readonly<Record<string, Uint8Array>>): readonly GraphCase[] {
  return Object.entries(rows).map(([what, bytes]) => ({ what, path: 'saved_model.pb', verdict, bytes }));
}

export const TENSORFLOW_STRUCTURE_CASES: readonly GraphCase[] = [
  ...cases('clean', {
    'a loop that counts': savedModel(loop(BELOW_TEN, COUNTS)),
    'a loop of the older form': savedModel(ring(LESS, 'next')),
    'a small room': sized(numbers('dims', [128, 64]), op('fill', 'Fill', 'dims', 'x')),
    'a large table': sized(shaped('table', 'VarHandleOp', 1e6, 8192)),
    'zeros of a large constant': sized(constant('zeros', FLOAT, [30_000, 4096], [])),
    'a range of few steps': sized(
      one('start', 0),
      numbers('end', [2 ** 50]),
      numbers('step', [2 ** 48]),
      op('range', 'Range', 'start', 'end', 'step'),
    ),
    'functions that call others': savedModel(
      graphDef([called('f')], [plainFunction('f', called('g')), plainFunction('g', op('n', 'NoOp'))]),
    ),
    'a function that may call itself': savedModel(
      graphDef([called('f')], [plainFunction('f', joined([op('if', 'If'), attribute('then_branch', calling('f'))]))]),
    ),
    'a signature': savedModel(graphDef([NODE]), [signature('x:0')]),
    'rows that are taken': sized(
      numbers('n', [-1]),
      op('rows', 'RepeatDataset', 'x', 'n'),
      op('some', 'TakeDataset', 'rows', 'n'),
      op('sum', 'ReduceDataset', 'some', 'x'),
    ),
  }),
  ...cases('suspicious', {
    'a loop that always holds': savedModel(loop(ALWAYS, COUNTS)),
    'a loop that stands still': savedModel(loop(BELOW_TEN, STANDS_STILL)),
    'an older loop that always holds': savedModel(
      ring([yes('true'), op('held', 'Enter', 'true'), op('go', 'LoopCond', 'held')], 'next'),
    ),
    'an older loop that stands still': savedModel(ring(LESS, 'switch:1')),
    'an older loop that nothing leaves': sized(
      op('enter', 'Enter', 'x'),
      op('merge', 'Merge', 'enter', 'again'),
      op('again', 'NextIteration', 'merge'),
    ),
    'a function that calls itself': savedModel(graphDef([called('f')], [plainFunction('f', called('f'))])),
    'functions that call each other': savedModel(
      graphDef([called('f')], [plainFunction('f', called('g')), plainFunction('g', op('n', 'f'))]),
    ),
    'rows without an end': sized(
      numbers('n', [-1]),
      op('rows', 'RepeatDataset', 'x', 'n'),
      op('sum', 'ReduceDataset', 'rows', 'x'),
    ),
    'a room of terabytes': sized(numbers('dims', [1e6, 1e7]), op('fill', 'Fill', 'dims', 'x')),
    'a room that is worked out': sized(
      numbers('a', [1e6]),
      numbers('b', [1e7]),
      op('dims', 'Mul', 'a', 'b'),
      op('room', 'RandomUniform', 'dims'),
    ),
    'a table of no machine': sized(shaped('table', 'VarHandleOp', 1e7, 1e7)),
    'one value for terabytes': sized(constant('ones', FLOAT, [1e13], [])),
    'a long range': sized(
      numbers('a', [0]),
      numbers('b', [1e14]),
      numbers('c', [1]),
      op('range', 'Range', 'a', 'b', 'c'),
    ),
    'a million threads': sized(joined([op('pool', 'ThreadPoolHandle'), attribute('num_threads', field(3, 1e6))])),
    'the end of the process': sized(op('end', 'Abort')),
    'a saved variable of no machine': savedModel(graphDef([NODE]), [object(field(7, field(2, shape(1e7, 1e7))))]),
  }),
  ...cases('malicious', {
    'words of a file of the machine': sized(
      tfNode({ name: 'draw', op: 'FixedUnigramCandidateSampler', attributes: { vocab_file: '/etc/hostname' } }),
    ),
  }),
  ...cases('unscannable', {
    'fewer bytes than a shape': sized(constant('c', INT64, [4], [field(4, new Uint8Array(8))])),
    'more values than a shape': sized(constant('c', FLOAT, [1], [field(5, new Uint8Array(12))])),
    'values of another type': sized(constant('c', FLOAT, [1], [field(5, new Uint8Array(4)), field(10, 1)])),
    'a negative dimension': sized(
      joined([
        op('c', 'Const'),
        attribute('value', field(8, joined([field(1, FLOAT), field(2, field(2, negative(-4)))]))),
      ]),
    ),
    'a type that is none': sized(constant('c', 99, [1], [])),
    'an input that nothing makes': sized(op('y', 'Relu', 'nobody')),
    'a control input that nothing makes': sized(op('y', 'NoOp', '^nobody')),
    'a second output of one': sized(op('y', 'Relu', 'x:1')),
    'a name twice': sized(op('x', 'NoOp')),
    'nodes that wait for each other': sized(op('a', 'Relu', 'b'), op('b', 'Relu', 'a')),
    'a function twice': savedModel(
      graphDef([NODE], [plainFunction('f', op('n', 'NoOp')), plainFunction('f', op('m', 'NoOp'))]),
    ),
    'a function that is not there': savedModel(graphDef([called('f')])),
    'a function that returns what nothing makes': savedModel(graphDef([NODE], [ofCounter('f', [], 'gone:output:0')])),
    'a signature of nothing': savedModel(graphDef([NODE]), [signature('gone:0')]),
    'a saver of nothing': savedModel(graphDef([NODE]), [field(3, field(1, 'gone:0'))]),
    'a first operator that is not there': savedModel(graphDef([NODE]), [
      field(4, joined([field(1, 'saved_model_main_op'), field(2, field(1, field(1, 'gone')))])),
    ]),
    'an object of a child that is none': savedModel(graphDef([NODE]), [object(field(1, field(1, 99)))]),
    'an object of a function that is none': savedModel(graphDef([NODE]), [object(field(6, field(1, 'gone')))]),
    'an object of a file that is none': savedModel(graphDef([NODE]), [object(field(5, field(1, 7)))]),
  }),
];
