import type { ScanVerdict } from '../../../src/domain/scan.ts';
import { crc32c, masked } from '../../../src/formats/crc32c.ts';
import { call, global, type Piece, pickle, STOP } from '../../../src/formats/pickle/assemble.fixture.ts';
import { zip } from '../../../src/formats/zip/archive.fixture.ts';

/** A file that lies beside a model, or changes one that a library wrote: what it is and what must be said of it. */
export interface Companion {
  readonly what: string;
  readonly path: string;
  readonly verdict: ScanVerdict | readonly ScanVerdict[];
  readonly bytes: Uint8Array;
}

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const u32 = (value: number): Uint8Array => new Uint8Array(Uint32Array.of(value).buffer);
const u64 = (value: number): Uint8Array => new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);
const ATTACK = pickle(['PROTO', 4], call(global('posix', 'system'), 'true'), STOP);
const HARMLESS = pickle(['PROTO', 4], ['EMPTY_DICT'] satisfies Piece, STOP);

// Programs of torch.export

interface Program {
  readonly target?: string;
  readonly expression?: string;
  readonly guard?: string;
  readonly pickled?: boolean;
  readonly weight?: Uint8Array;
}

function exported({
  target,
  expression,
  guard,
  pickled = false,
  weight = Uint8Array.of(0, 0, 128, 63),
}: Program): Uint8Array {
  const node = { target: target ?? 'torch.ops.aten.relu.default', inputs: [], outputs: [], metadata: {} };
  const size = { as_expr: { expr_str: expression ?? "Mul(Integer(2), Symbol('s17', positive=True, integer=True))" } };
  const model = {
    graph_module: { graph: { nodes: [node], tensor_values: { x: { dtype: 7, sizes: [size] } } } },
    schema_version: { major: 8, minor: 20 },
    guards_code: [guard ?? "L['x'].size()[0] % 2 == 0"],
  };
  const config = {
    config: { w: { path_name: 'weight_0', is_param: true, use_pickle: pickled, tensor_meta: { dtype: 7 } } },
  };
  return zip([
    { name: 'm/data/weights/weight_0', bytes: weight },
    { name: 'm/data/weights/model_weights_config.json', bytes: text(JSON.stringify(config)) },
    { name: 'm/models/model.json', bytes: text(JSON.stringify(model)) },
    { name: 'm/archive_format', bytes: text('pt2') },
  ]);
}

const program = (what: string, given: Program, verdict: Companion['verdict']): Companion => ({
  what: `exported program: ${what}`,
  path: 'model.pt2',
  bytes: exported(given),
  verdict,
});
const RUNS = "__import__('os').system('true')";

const PROGRAMS: readonly Companion[] = [
  program('as torch writes it', {}, 'clean'),
  program('an operator looked up through modules', { target: 'torch.serialization.os.system' }, 'malicious'),
  program('an operator that loads a library', { target: 'torch.ops.load_library' }, 'malicious'),
  program('an operator that loads a model', { target: 'torch.hub.load' }, 'malicious'),
  program('an operator that picks attributes', { target: '_operator.attrgetter' }, 'malicious'),
  program('an operator of its own', { target: 'torch.ops.mine.run.default' }, ['suspicious', 'malicious']),
  program('arithmetic', { target: '_operator.floordiv' }, 'clean'),
  program('a size that is code', { expression: RUNS }, 'malicious'),
  program('a size that reaches an attribute', { expression: "Symbol('s0').func.mro" }, 'malicious'),
  program('a size that calls something else', { expression: "open('a')" }, 'malicious'),
  program(
    'a size of several functions',
    { expression: "Max(1, FloorDiv(Symbol('s0', integer=True), Integer(2)))" },
    'clean',
  ),
  program('a guard that is code', { guard: RUNS }, 'malicious'),
  program('a weight that is unpickled', { pickled: true, weight: ATTACK }, 'malicious'),
  program('a weight that is unpickled and harmless', { pickled: true, weight: HARMLESS }, 'clean'),
];

// Records

const record = (content: Uint8Array, length = content.length, check = crc32c(content)): Uint8Array =>
  joined(u64(length), u32(masked(crc32c(u64(length)))), content, u32(masked(check)));

const records = (what: string, bytes: Uint8Array, verdict: Companion['verdict']): Companion => ({
  what: `records: ${what}`,
  path: 'train.tfrecord',
  bytes,
  verdict,
});

const RECORDS: readonly Companion[] = [
  records('two', joined(record(text('a')), record(text(''))), 'clean'),
  records('content that was changed', record(text('a'), 1, 7), 'unscannable'),
  records('a length that was changed', joined(u64(1), u32(0), text('a'), u32(0)), 'unscannable'),
  records('one that reaches past the end', record(text('a'), 1 << 20), 'unscannable'),
  records('bytes behind the last', joined(record(text('a')), text('more')), 'unscannable'),
  records('an attack under their name', ATTACK, 'malicious'),
];

// MATLAB

const padded = (bytes: Uint8Array): Uint8Array => joined(bytes, new Uint8Array((8 - (bytes.length % 8)) % 8));
const element = (type: number, bytes: Uint8Array): Uint8Array => joined(u32(type), u32(bytes.length), padded(bytes));
const i32 = (...values: readonly number[]): Uint8Array => new Uint8Array(Int32Array.from(values).buffer);

function variable(kind: number, ...rest: readonly Uint8Array[]): Uint8Array {
  return element(
    14,
    joined(element(6, joined(u32(kind), u32(0))), element(5, i32(1, 1)), element(1, text('x')), ...rest),
  );
}

function matlab(...variables: readonly Uint8Array[]): Uint8Array {
  const header = new Uint8Array(128).fill(0x20);
  header.set(text('MATLAB 5.0 MAT-file'), 0);
  header.set([0, 1, 0x49, 0x4d], 124);
  return joined(header, ...variables);
}

const matfile = (what: string, bytes: Uint8Array, verdict: Companion['verdict']): Companion => ({
  what: `MATLAB: ${what}`,
  path: 'data.mat',
  bytes,
  verdict,
});
const NUMBER = variable(6, element(9, new Uint8Array(8)));

const MATFILES: readonly Companion[] = [
  matfile('a number', matlab(NUMBER), 'clean'),
  matfile('a number in a cell', matlab(variable(1, NUMBER)), 'clean'),
  matfile('a function handle', matlab(variable(16, variable(2))), 'suspicious'),
  matfile('an object of a class', matlab(variable(3, element(1, text('Runner')), NUMBER)), 'suspicious'),
  matfile('an object in a cell', matlab(variable(1, variable(3, element(1, text('Runner'))))), 'suspicious'),
  matfile('an array of no class', matlab(variable(99)), 'unscannable'),
  matfile('a variable that reaches past the end', matlab(NUMBER).slice(0, -4), 'unscannable'),
  matfile('a compressed variable that does not inflate', matlab(element(15, text('no zlib.'))), 'unscannable'),
  matfile('bytes behind the last variable', joined(matlab(NUMBER), ATTACK), 'unscannable'),
];

export const COMPANIONS: readonly Companion[] = [...PROGRAMS, ...RECORDS, ...MATFILES];
