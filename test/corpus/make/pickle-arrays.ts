import { global, type Piece, pickle, STOP } from '../../../src/formats/pickle/assemble.fixture.ts';
import type { Specimen } from './pickle.ts';

const int = (value: number): Piece => ['BININT', value];
const text = (value: string): Piece => ['BINUNICODE', value];
const tuple = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['TUPLE']);
const dict = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['DICT']);
const reduce = (callee: Piece, ...pieces: readonly Piece[]): Uint8Array => pickle(callee, tuple(...pieces), ['REDUCE']);
const program = (...pieces: readonly Piece[]): Uint8Array => pickle(['PROTO', 4], ...pieces, STOP);
const bytes = (length: number): Piece => ['BINBYTES', new Uint8Array(length).fill(0x41)];
const NONE: Piece = ['NONE'];
const FALSE: Piece = ['NEWFALSE'];

const named = (code: string | Piece): Uint8Array =>
  reduce(global('numpy', 'dtype'), typeof code === 'string' ? text(code) : code, FALSE, ['NEWTRUE']);

interface State {
  readonly subtype?: Piece;
  readonly fields?: Piece;
  readonly size?: number;
  readonly flags?: number;
  readonly version?: number;
}

/** The state that follows a dtype, as NumPy writes it but for what is given. */
function state({ subtype = NONE, fields = NONE, size = -1, flags = 0, version = 3 }: State): Uint8Array {
  const names = fields === NONE ? NONE : tuple(text('a'));
  return tuple(int(version), text('|'), subtype, names, fields, int(size), int(size < 0 ? -1 : 1), int(flags));
}

const dtype = (code: string | Piece, given: State = {}): Uint8Array => pickle(named(code), state(given), ['BUILD']);
const field = (type: Piece, offset = 0): Uint8Array => dict(text('a'), tuple(type, int(offset)));
const OBJECT = dtype('O8', { flags: 63 });
const DOUBLE = dtype('f8');
/** A field of objects which says that it has none. */
const FORGED = dtype('V8', { fields: field(OBJECT), size: 8, flags: 0 });
const HONEST = dtype('V8', { fields: field(OBJECT), size: 8, flags: 27 });
const DOUBLES = dtype('V8', { fields: field(DOUBLE), size: 8, flags: 16 });

const made = reduce(global('numpy.core.multiarray', '_reconstruct'), global('numpy', 'ndarray'), tuple(int(0)), [
  'BINBYTES',
  'b',
]);

function array(type: Piece, raw: Piece, shape: Piece = tuple(int(2))): Uint8Array {
  return program(made, tuple(int(1), shape, type, FALSE, raw), ['BUILD']);
}

const scalar = (type: Piece, raw: Piece): Uint8Array =>
  program(reduce(global('numpy.core.multiarray', 'scalar'), type, raw));
const buffer = (type: Piece): Uint8Array =>
  program(reduce(global('numpy._core.numeric', '_frombuffer'), bytes(16), type, tuple(int(2)), text('C')));
const list = (...pieces: readonly Piece[]): Uint8Array => pickle(['EMPTY_LIST'], ['MARK'], ...pieces, ['APPENDS']);
/** A structure of many fields, the last of which is this one. */
const wide = (last: Piece): Piece =>
  dict(...Array.from({ length: 40 }, (_, index) => [text(`f${index}`), tuple(DOUBLE, int(0))]).flat(), text('z'), last);

const STORAGE = pickle(tuple(text('storage'), global('torch', 'FloatStorage'), text('0'), text('cpu'), int(4)), [
  'BINPERSID',
]);

function tensor(offset: number, size: readonly number[], stride: readonly number[]): Uint8Array {
  const hooks = reduce(global('collections', 'OrderedDict'));
  const numbers = (values: readonly number[]): Piece => tuple(...values.map(int));
  return program(
    reduce(
      global('torch._utils', '_rebuild_tensor_v2'),
      STORAGE,
      int(offset),
      numbers(size),
      numbers(stride),
      FALSE,
      hooks,
    ),
  );
}

const malicious = (name: string, content: Uint8Array): Specimen => ({ name, bytes: content, verdict: 'malicious' });
const clean = (name: string, content: Uint8Array): Specimen => ({ name, bytes: content, verdict: 'clean' });
const odd = (name: string, content: Uint8Array): Specimen => ({
  name,
  bytes: content,
  verdict: ['suspicious', 'malicious'],
});

/** A Mersenne Twister whose own state is this. */
function generator(own: Piece): Uint8Array {
  const made = reduce(global('numpy.random._pickle', '__bit_generator_ctor'), text('MT19937'));
  return program(made, dict(text('bit_generator'), text('MT19937'), text('state'), own), ['BUILD']);
}

const NORMAL = pickle(global('scipy.stats._continuous_distns', 'norm_gen'), tuple(), ['NEWOBJ']);
const RUNS = "__import__('os').system('true')";
const TEMPLATE = `
def _parse_args(self,  loc=0, scale=1):
    return (), loc, scale

def _parse_args_rvs(self,  loc=0, scale=1, size=None):
    return self._argcheck_rvs( loc, scale, size=size)

def _parse_args_stats(self,  loc=0, scale=1, moments='mv'):
    return (), loc, scale, moments
`;

/** A normal distribution whose state has this key and value, and more of them. */
function distribution(value: Piece, key: Piece, ...more: readonly Piece[]): Uint8Array {
  return program(NORMAL, dict(text('numargs'), int(0), key, value, ...more), ['BUILD']);
}

/** A type that becomes objects when an array of plain bytes has it already. */
function late(...first: readonly Piece[]): Uint8Array {
  const objects = state({ fields: field(OBJECT), size: 8, flags: 27 });
  const use = pickle(made, tuple(int(1), tuple(int(2)), ['BINGET', 1], FALSE, bytes(16)), ['BUILD']);
  return pickle(named('V8'), ['BINPUT', 1], ...first, ['POP'], use, ['BINGET', 1], objects, ['BUILD'], ['POP']);
}

/** Arrays whose bytes become pointers, or that reach past them; each beside a twin that is honest. */
export const ARRAY_TRICKS: readonly Specimen[] = [
  malicious('objects over bytes', array(OBJECT, bytes(16))),
  clean('objects over a list', array(OBJECT, list(NONE, int(1)))),
  malicious('a field of objects that says it has none, over bytes', array(FORGED, bytes(16))),
  malicious('the same as a scalar', scalar(FORGED, bytes(8))),
  malicious('the same by _frombuffer', buffer(FORGED)),
  malicious('the same within a structure', array(dtype('V8', { fields: field(FORGED), size: 8 }), bytes(16))),
  malicious('the same by a subarray', array(dtype('V16', { subtype: tuple(OBJECT, int(2)), size: 16 }), bytes(32))),
  malicious(
    'the same behind forty fields',
    array(dtype('V8', { fields: wide(tuple(OBJECT, int(0))), size: 8 }), bytes(16)),
  ),
  malicious(
    'the same through numpy.record',
    array(dtype(global('numpy', 'record'), { fields: field(OBJECT), size: 8 }), bytes(16)),
  ),
  clean('a field of objects that says so, over a list', array(HONEST, list(tuple(NONE), tuple(int(1))))),
  clean(
    'a record of numbers',
    array(dtype(global('numpy', 'record'), { fields: field(DOUBLE), size: 8, flags: 16 }), bytes(16)),
  ),
  clean('forty fields of numbers', array(dtype('V8', { fields: wide(tuple(DOUBLE, int(0))), size: 8 }), bytes(16))),
  clean('a subarray', array(dtype('V16', { subtype: tuple(DOUBLE, tuple(int(2))), size: 16 }), bytes(32))),
  malicious('a type of objects whose flags deny them', array(dtype('O8', { flags: 0 }), bytes(16))),
  malicious('numbers whose flags speak of objects', array(dtype('f8', { flags: 63 }), list(int(1), int(2)))),
  malicious('objects as a scalar', scalar(OBJECT, bytes(8))),
  malicious('objects by numpy.frombuffer', program(reduce(global('numpy', 'frombuffer'), bytes(16), text('O')))),
  malicious('objects by numpy.ndarray', program(reduce(global('numpy', 'ndarray'), tuple(int(2)), OBJECT, bytes(16)))),
  clean('a scalar', scalar(DOUBLE, bytes(8))),
  clean('_frombuffer of numbers', buffer(DOUBLE)),
  clean('_frombuffer of a structure', buffer(DOUBLES)),
  malicious(
    'a field past the end of its element',
    array(dtype('V8', { fields: field(DOUBLE, 1 << 20), size: 8 }), bytes(16)),
  ),
  malicious('a field before its element', array(dtype('V8', { fields: field(DOUBLE, -8), size: 8 }), bytes(16))),
  malicious('fields of a number', array(dtype('f8', { fields: field(OBJECT), size: 8 }), bytes(16))),
  malicious(
    'a field whose type is none',
    array(dtype('V8', { fields: dict(text('a'), tuple(int(1), int(0))), size: 8 }), bytes(16)),
  ),
  malicious('an element of less than no bytes', array(dtype('V8', { size: -8 }), bytes(16))),
  malicious('a type that is changed once an array has it', program(late(state({ size: 8 }), ['BUILD']))),
  malicious('a type that gets its state after an array has it', program(late())),
  odd('more elements than bytes', array(DOUBLE, bytes(16), tuple(int(1 << 30), int(1 << 30)))),
  odd('a negative length', array(DOUBLE, bytes(16), tuple(int(-1), int(-2)))),
  odd('a state of a version that NumPy gave up', array(dtype('V8', { version: 2, size: 8 }), bytes(16))),
  clean('as many elements as bytes', array(DOUBLE, bytes(16))),
  clean('no elements', array(DOUBLE, bytes(0), tuple(int(0), int(4)))),
  odd('a tensor larger than its storage', tensor(0, [1 << 20, 1 << 20], [1, 1])),
  odd('a tensor behind its storage', tensor(4, [1], [1])),
  odd('a tensor that walks backwards', tensor(3, [4], [-1])),
  clean('a tensor that fills its storage', tensor(0, [2, 2], [2, 1])),
  clean('a tensor that repeats its storage', tensor(3, [100, 100], [0, 0])),
  clean('a tensor of nothing', tensor(0, [0, 7], [7, 1])),
  odd('zeros without end', program(reduce(global('builtins', 'bytes'), ['LONG1', bigNumber()]))),
  clean('bytes of Python 2', program(reduce(global('__builtin__', 'bytes')))),
  odd('a fraction that is written out', program(reduce(global('fractions', 'Fraction'), text('1e999999999')))),
  clean('a fraction', program(reduce(global('fractions', 'Fraction'), text('-355/113')))),
  odd(
    'slots that set a class',
    program(
      reduce(global('collections', 'OrderedDict')),
      tuple(NONE, dict(text('__class__'), global('collections', 'Counter'))),
      ['BUILD'],
    ),
  ),
  clean(
    'slots',
    program(reduce(global('collections', 'OrderedDict')), tuple(NONE, dict(text('a'), int(1))), ['BUILD']),
  ),
  malicious('a distribution that runs its state', distribution(text(RUNS), text('_parse_arg_template'))),
  malicious(
    "the same behind SciPy's own text",
    distribution(text(TEMPLATE), text('_parse_arg_template'), text('_parse_arg_template'), text(RUNS)),
  ),
  malicious(
    'the same under a name that is computed',
    distribution(
      text(RUNS),
      reduce(global('builtins', 'str'), ['SHORT_BINBYTES', '_parse_arg_template'], text('ascii')),
    ),
  ),
  odd('the same as pairs', program(NORMAL, tuple(tuple(text('_parse_arg_template'), text(RUNS))), ['BUILD'])),
  malicious(
    'the same in a shape argument',
    distribution(text(TEMPLATE.replaceAll('self,  ', `self, x=${RUNS}, `)), text('_parse_arg_template')),
  ),
  odd(
    'data of statsmodels that evaluates a formula when it is restored',
    program(
      global('statsmodels.base.data', 'PandasData'),
      tuple(),
      ['NEWOBJ'],
      dict(text('restore_design_info'), ['NEWTRUE'], text('formula'), text(RUNS)),
      ['BUILD'],
    ),
  ),
  clean('a distribution as SciPy writes it', distribution(text(TEMPLATE), text('_parse_arg_template'))),
  clean('a generator of random numbers', generator(dict(text('pos'), int(624)))),
  malicious('a generator that reads far behind its key', generator(dict(text('pos'), int(1 << 30)))),
  malicious('a generator that reads before its key', generator(dict(text('pos'), int(-1)))),
  malicious(
    'a generator whose place is computed',
    generator(dict(text('pos'), reduce(global('builtins', 'int'), text('9')))),
  ),
  clean('the greatest as a parameter', program(dict(text('func'), global('builtins', 'max')))),
  malicious('the greatest that is called', program(reduce(global('builtins', 'max'), tuple(int(1), int(2))))),
];

function bigNumber(): Uint8Array {
  return Uint8Array.of(0, 0, 0, 0, 0, 1);
}
