import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../domain/artifact.ts';
import type { Finding } from '../../domain/finding.ts';
import { scanVerdictOf } from '../../domain/scan.ts';
import {
  call,
  global,
  type Piece,
  pickle,
  readPickle,
  STOP,
  stackGlobal,
} from '../../formats/pickle/assemble.fixture.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { pickleImports } from './analyzer.ts';

const FILE: FileRecord = {
  path: 'model.pkl',
  size: 1,
  kind: 'pickle',
  role: 'weights',
  digest: { kind: 'unknown', reason: 'test' },
  loadable: true,
  coverage: 'whole',
};

async function inspect(...pieces: readonly Piece[]): Promise<readonly Finding[]> {
  const { facts, defects } = await readPickle(...pieces);
  const reading = { kind: 'read', format: 'pickle', member: ['m/data.pkl'], facts, defects } as const;
  return [...(await pickleImports.inspect({ file: FILE, readings: [reading], unreadable: [] }))];
}

const verdict = async (...pieces: readonly Piece[]): Promise<string> => scanVerdictOf(await inspect(...pieces));
const tuple = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['TUPLE']);
const reduce = (callee: Piece, ...pieces: readonly Piece[]): Uint8Array => pickle(callee, tuple(...pieces), ['REDUCE']);
const object = (module: string, name: string): Uint8Array => pickle(global(module, name), ['EMPTY_TUPLE'], ['NEWOBJ']);
const text = (value: string): Piece => ['BINUNICODE', value];
const int = (value: number): Piece => ['BININT', value];

const getattr = (...pieces: readonly Piece[]): Uint8Array => reduce(global('builtins', 'getattr'), ...pieces);
const dotted = (path: string): Piece => {
  const dot = path.lastIndexOf('.');
  return global(path.slice(0, dot), path.slice(dot + 1));
};
const batch = (made: string, base: string): Uint8Array =>
  reduce(object('torch_geometric.data.batch', 'DynamicInheritanceGetter'), dotted(made), dotted(base));
const STORAGE = pickle(tuple(text('storage'), global('torch', 'FloatStorage'), text('0'), text('cpu'), int(4)), [
  'BINPERSID',
]);
const HOOKS = reduce(global('collections', 'OrderedDict'));
const TENSOR = reduce(
  global('torch._utils', '_rebuild_tensor_v2'),
  STORAGE,
  int(0),
  tuple(int(2), int(2)),
  tuple(int(2), int(1)),
  ['NEWFALSE'],
  HOOKS,
);
const DTYPE = pickle(
  reduce(global('numpy', 'dtype'), text('f4'), ['NEWFALSE'], ['NEWTRUE']),
  tuple(int(3), text('<'), ['NONE'], ['NONE'], ['NONE'], int(-1), int(-1), int(0)),
  ['BUILD'],
);
const array = (module: string): Uint8Array =>
  pickle(
    reduce(global(module, '_reconstruct'), global('numpy', 'ndarray'), tuple(int(0)), ['SHORT_BINBYTES', 'b']),
    tuple(int(1), tuple(int(2)), DTYPE, ['NEWFALSE'], ['BINBYTES', new Uint8Array(8)]),
    ['BUILD'],
  );

describe('what honest libraries write', () => {
  it.each<[string, readonly Piece[]]>([
    ['nothing', [['NONE']]],
    [
      'an exception of a module that starts programs',
      [reduce(global('subprocess', 'CalledProcessError'), int(1), text('ls'))],
    ],
    ['the same by its older name', [reduce(global('commands', 'CalledProcessError'), int(1), text('ls'))]],
    ['one that a connection raised', [reduce(global('urllib2', 'URLError'), text('x'))]],
    ['an interface of the system', [global('os', 'PathLike')]],
    ['what a command answered with', [object('subprocess', 'CompletedProcess'), ['EMPTY_DICT'], ['BUILD']]],
    [
      'functions of texts and numbers',
      [global('posixpath', 'join'), ['POP'], stackGlobal('builtins', 'int.from_bytes')],
    ],
    ['a vocabulary', [['EMPTY_DICT'], ['MARK'], text('the'), int(1), ['SETITEMS']]],
    [
      'a state dict',
      [
        HOOKS,
        ['MARK'],
        text('w'),
        TENSOR,
        ['SETITEMS'],
        ['EMPTY_DICT'],
        text('_metadata'),
        HOOKS,
        ['SETITEM'],
        ['BUILD'],
      ],
    ],
    ['a parameter', [reduce(global('torch._utils', '_rebuild_parameter'), TENSOR, ['NEWTRUE'], HOOKS)]],
    [
      'a tensor with attributes',
      [
        reduce(
          global('torch._tensor', '_rebuild_from_type_v2'),
          global('torch._utils', '_rebuild_tensor_v2'),
          global('torch', 'Tensor'),
          tuple(STORAGE),
          ['EMPTY_DICT'],
        ),
      ],
    ],
    [
      'a dtype, a device and a size',
      [
        tuple(
          global('torch', 'bfloat16'),
          reduce(global('torch', 'device'), text('cpu')),
          reduce(global('torch', 'Size'), tuple(int(2))),
        ),
      ],
    ],
    ['an array of NumPy 1', [array('numpy.core.multiarray')]],
    ['an array of NumPy 2', [array('numpy._core.multiarray')]],
    ['a NumPy scalar', [reduce(global('numpy.core.multiarray', 'scalar'), DTYPE, ['SHORT_BINBYTES', 'abcd'])]],
    ['bytes in protocol 2', [reduce(global('_codecs', 'encode'), text('b'), text('latin1'))]],
    ['a set in protocol 2', [reduce(global('__builtin__', 'set'), pickle(['EMPTY_LIST'], int(1), ['APPEND']))]],
    [
      'a defaultdict',
      [reduce(global('collections', 'defaultdict'), global('builtins', 'list')), text('k'), int(1), ['SETITEM']],
    ],
  ])('is clean: %s', async (_, pieces) => {
    expect(await inspect(['PROTO', 4], ...pieces, STOP)).toEqual([]);
  });
});

describe('attacks', () => {
  const evilBytes = pickle(global('posix', 'system'));
  it.each<[string, readonly Piece[]]>([
    ['Popen by its older name', [call(global('commands', 'Popen'), 'id')]],
    ['what an interface of the system makes', [call(global('os', 'PathLike'), 'id')]],
    ['os.system by REDUCE', [call(global('posix', 'system'), 'id')]],
    ['os.system by INST', [['MARK'], text('id'), ['INST', 'os', 'system']]],
    ['os.system by OBJ', [['MARK'], global('os', 'system'), text('id'), ['OBJ']]],
    ['Popen by NEWOBJ', [global('subprocess', 'Popen'), tuple(text('id')), ['NEWOBJ']]],
    ['Popen by NEWOBJ_EX', [global('subprocess', 'Popen'), tuple(text('id')), ['EMPTY_DICT'], ['NEWOBJ_EX']]],
    ['by STACK_GLOBAL', [call(stackGlobal('nt', 'system'), 'id')]],
    ['with its result dropped', [call(global('posix', 'system'), 'id'), ['POP'], ['NONE']]],
    ['that then break', [call(global('posix', 'system'), 'id'), Uint8Array.of(0xff)]],
    ['in a second program', [['NONE'], STOP, evilBytes]],
    ['in a second program after NUL', [['NONE'], STOP, new Uint8Array(999), evilBytes]],
    ['through a dotted name', [call(stackGlobal('torch', 'serialization.os.system'), 'id')]],
    ['through a module that is imported privately', [call(stackGlobal('random', '_os.system'), 'id')]],
    ['through the builtins of a module', [stackGlobal('numpy', '__builtins__')]],
    ['through getattr', [call(reduce(global('builtins', 'getattr'), global('os', 'path'), text('x')), 'y')]],
    ['through an attrgetter', [call(call(global('operator', 'attrgetter'), 'system'), 'x')]],
    [
      'through an extension code',
      [
        reduce(global('copyreg', 'add_extension'), text('os'), text('system'), int(9)),
        ['POP'],
        call(['EXT1', 9], 'id'),
      ],
    ],
    ['in Python 2 spelling', [call(global('__builtin__', 'eval'), '1')]],
    [
      'by memo tricks',
      [
        text('os'),
        ['BINPUT', 5],
        ['POP'],
        text('system'),
        ['MEMOIZE'],
        ['POP'],
        ['BINGET', 5],
        ['BINGET', 1],
        ['STACK_GLOBAL'],
        tuple(text('id')),
        ['REDUCE'],
      ],
    ],
    [
      'with a storage type that is called',
      [tuple(text('storage'), global('os', 'system'), text('0'), text('cpu'), text('id')), ['BINPERSID']],
    ],
    [
      'handed to a rebuilder',
      [
        reduce(
          global('torch._tensor', '_rebuild_from_type_v2'),
          global('os', 'system'),
          global('torch', 'Tensor'),
          tuple(text('id')),
          ['EMPTY_DICT'],
        ),
      ],
    ],
    ['as a factory', [reduce(global('collections', 'defaultdict'), global('builtins', 'eval'))]],
    ['by torch.load', [call(global('torch.serialization', 'load'), 'x')]],
    ['by pickle.loads', [call(global('pickle', 'loads'), 'x')]],
    ['that are referred to alone', [global('posix', 'system')]],
  ])('are malicious: %s', async (_, pieces) => {
    expect(await verdict(['PROTO', 4], ...pieces, STOP)).toBe('malicious');
  });

  it('takes a formula that names columns, and tells one that does more', async () => {
    const factor = (expression: string): Uint8Array =>
      pickle(
        object('formulaic.parser.types.factor', 'Factor'),
        ['NONE'],
        ['EMPTY_DICT'],
        ['MARK'],
        text('expr'),
        text(expression),
        ['SETITEMS'],
        ['TUPLE2'],
        ['BUILD'],
      );
    expect(await verdict(factor('np.log(age)'), STOP)).toBe('clean');
    expect(await verdict(factor('__import__("os").system("true")'), STOP)).toBe('suspicious');
  });

  it('that call are told apart from those that refer', async () => {
    const [called] = await inspect(call(global('posix', 'system'), 'id'), STOP);
    const [referred] = await inspect(global('posix', 'system'), STOP);
    expect(called).toMatchObject({
      rule: 'pickle-imports/starts-programs',
      operation: "posix.system('id')",
      confidence: 'certain',
      location: { path: 'model.pkl', member: ['m/data.pkl'] },
    });
    expect(called?.message).toContain("calls posix.system('id')");
    expect(referred?.message).toContain('refers to posix.system without calling it');
  });

  it('are shown in printable characters', async () => {
    const [finding] = await inspect(call(global('posix', 'system'), 'a\u001b[2J\u202eb'), STOP);
    expect(finding?.operation).toBe("posix.system('a\\u{1b}[2J\\u{202e}b')");
  });
});

describe('what nobody has listed', () => {
  it.each<[string, string, readonly Piece[]]>([
    ['pickle-imports/unknown-import', 'an unknown class', [call(global('transformers.trainer', 'Trainer'))]],
    [
      'pickle-imports/unknown-import',
      'an unknown name of a known module',
      [call(global('torch._utils', '_element_size'), 'os')],
    ],
    ['pickle-imports/unknown-import', 'an unknown reference', [global('mypackage', 'thing')]],
    ['pickle-imports/unknown-class', 'an object of an unknown class', [object('mypackage', 'Model')]],
    [
      'pickle-imports/unknown-class',
      'one that an earlier protocol made',
      [
        reduce(global('copy_reg', '_reconstructor'), global('mypackage', 'Model'), global('__builtin__', 'object'), [
          'NONE',
        ]),
      ],
    ],
    ['pickle-imports/unknown-import', "an object of Python's own", [object('queue', 'Queue')]],
    [
      'pickle-imports/unknown-import',
      'one made with something else',
      [pickle(global('mypackage', 'Model'), tuple(global('mypackage', 'thing')), ['NEWOBJ'])],
    ],
    ['pickle-imports/dotted-name', 'a dotted name', [stackGlobal('torch', 'nn.functional.relu')]],
    ['pickle-imports/computed-name', 'a computed name', [call(global('a', 'b'), 'x'), text('y'), ['STACK_GLOBAL']]],
    ['pickle-imports/computed-name', 'an unknown extension code', [['EXT1', 3]]],
    ['pickle-imports/computed-call', 'a call of a result', [call(call(global('collections', 'OrderedDict')), 'x')]],
    ['pickle-imports/computed-call', 'a build on what is no object', [text('x'), ['EMPTY_DICT'], ['BUILD']]],
    [
      'pickle-imports/computed-call',
      'a strange persistent id',
      [tuple(text('module'), global('torch', 'Tensor')), ['BINPERSID']],
    ],
    [
      'pickle-imports/unexpected-call',
      'another codec',
      [reduce(global('_codecs', 'encode'), text('b'), text('rot13'))],
    ],
    [
      'pickle-imports/unexpected-call',
      'a build on a class',
      [global('collections', 'OrderedDict'), ['EMPTY_DICT'], ['BUILD']],
    ],
    [
      'pickle-imports/unexpected-call',
      'a build on a function',
      [global('torch._utils', '_rebuild_tensor_v2'), ['EMPTY_DICT'], ['BUILD']],
    ],
    ['pickle-imports/unexpected-call', 'a dtype that is called', [call(global('torch', 'float32'), 'x')]],
    [
      'pickle-imports/unexpected-call',
      'a set of a lazy result',
      [reduce(global('builtins', 'set'), call(global('a', 'b')))],
    ],
    [
      'pickle-imports/hidden-program',
      'a program behind padding',
      [['NONE'], STOP, new Uint8Array(10), pickle(['PROTO', 2], ['NONE'])],
    ],
  ])('breaks %s: %s', async (rule, _, pieces) => {
    const findings = await inspect(['PROTO', 4], ...pieces, STOP);
    expect(findings.find((finding) => finding.rule === rule)?.says).toBe('suspicious');
  });

  it.each<[string, readonly Piece[]]>([
    ['a program without STOP', [['PROTO', 4], ['NONE']]],
    ['a text after the program', [['NONE'], STOP, 'a text']],
  ])('is unscannable: %s', async (_, pieces) => {
    expect(await verdict(...pieces)).toBe('unscannable');
  });

  it('asks for objects by bare names, which only an archive around it resolves', async () => {
    const { facts, defects } = await readPickle(text('abc'), ['BINPERSID'], STOP);
    const rulesOf = async (member: readonly string[]): Promise<readonly string[]> => {
      const reading = { kind: 'read', format: 'pickle', member, facts, defects } as const;
      const findings = await pickleImports.inspect({ file: FILE, readings: [reading], unreadable: [] });
      return [...findings].map(({ rule }) => rule);
    };
    expect(await rulesOf([])).toEqual(['pickle-imports/persistent-id']);
    expect(await rulesOf(['m/data.pkl'])).toEqual([]);
  });

  it('is listed up to a bound and counted beyond', async () => {
    const calls = Array.from({ length: 80 }, (_, index) => pickle(call(global('a', `f${index}`)), ['POP']));
    const findings = await inspect(...calls, ['NONE'], STOP);
    expect(findings).toHaveLength(LIMITS.findingsOfARule);
    expect(findings.at(-1)?.message).toContain('And 30 more');
  });

  it('does not hide an attack, however much of it there is', async () => {
    const flood = Array.from({ length: 25_000 }, (_, index) => pickle(call(global('a', 'b'), String(index)), ['POP']));
    expect(await verdict(...flood, call(global('posix', 'system'), 'id'), STOP)).toBe('malicious');
  });
});

describe('a call of what the program that saved it has', () => {
  it.each<[string, Piece]>([
    ['a function', reduce(global('__main__', 'autoencoder'))],
    [
      'a class with a small letter, made with a value',
      pickle(global('__main__', 'net'), ['MARK'], text('x'), ['TUPLE'], ['NEWOBJ']),
    ],
    ['what starts programs, made', pickle(global('__main__', 'system'), ['EMPTY_TUPLE'], ['NEWOBJ'])],
  ])('is not taken for an object of a class: %s', async (_, piece) => {
    expect(['suspicious', 'malicious']).toContain(await verdict(piece, STOP));
  });
});

describe('what is held for later', () => {
  const own = pickle(global('__main__', 'Net'), ['EMPTY_TUPLE'], ['NEWOBJ'], ['EMPTY_DICT'], ['BUILD']);

  it.each<[string, Piece]>([
    ['an object of a class of the program that saved it', own],
    ['one of a class with a small letter', pickle(global('__main__', 'autoencoder'), ['EMPTY_TUPLE'], ['NEWOBJ'])],
    ['a function of that program', global('__main__', 'scale')],
  ])('%s is told, and left to a person', async (_, piece) => {
    const findings = await inspect(piece, STOP);
    expect(findings.map(({ rule, says }) => [rule, says])).toEqual([['pickle-imports/own-class', 'review']]);
  });

  it.each<[string, Piece]>([
    ['a getter of a field', reduce(global('operator', 'attrgetter'), text('name'), text('owner.name'))],
    ['a getter of a key', reduce(global('operator', 'itemgetter'), text('score'))],
    ['a caller of a method', reduce(global('operator', 'methodcaller'), text('split'), text(','))],
    ['the largest by a key', reduce(global('functools', 'partial'), global('builtins', 'max'))],
    ['what copies an object', reduce(global('functools', 'partial'), global('copy', 'deepcopy'))],
    ['a class that was surveyed', pickle(global('minisom', 'MiniSom'), ['EMPTY_TUPLE'], ['NEWOBJ'])],
    [
      'functions that compute',
      tuple(global('numpy', 'log1p'), global('numpy.fft', 'fft'), global('torch._C._nn', 'gelu')),
    ],
    [
      'a look-up in a set',
      getattr(reduce(global('__builtin__', 'frozenset'), pickle(['EMPTY_LIST'])), text('__contains__')),
    ],
    ['a getter of columns', reduce(global('operator', 'itemgetter'), pickle(['EMPTY_LIST'], text('a'), ['APPEND']))],
    ['what a pattern finds', getattr(reduce(global('re', '_compile'), text('w'), int(32)), text('findall'))],
    ['what a number tells', getattr(int(3), text('bit_length'))],
    ['a function of a text', reduce(global('builtins', 'getattr'), text(' '), text('join'))],
    ['a look-up in a table', reduce(global('builtins', 'getattr'), pickle(['EMPTY_DICT']), text('__getitem__'))],
    ['a method of a table of pandas', global('pandas.core.frame', 'DataFrame.to_numpy')],
    ['an error of a library', reduce(global('numpy.linalg', 'LinAlgError'), text('Singular matrix'))],
    ['a member of an enum by a tuple', reduce(global('peft.utils.peft_types', 'TaskType'), tuple(int(1), int(2)))],
    ['a batch of graphs', batch('torch_geometric.data.batch.Batch', 'torch_geometric.data.data.Data')],
    ['functions of arithmetic', tuple(global('_operator', 'add'), global('math', 'log'))],
  ])('%s is quiet', async (_, piece) => {
    expect(await inspect(piece, STOP)).toEqual([]);
  });
});

describe('what is let through for what it does', () => {
  it.each<[string, Piece]>([
    ['a function that computes, called while it is loaded', reduce(global('numpy.fft', 'fft'), tuple(int(1)))],
    ['a function that reads files beside those that compute', global('numpy', 'genfromtxt')],
    ['a function of tensors that reads files', global('torch._C', '_VariableFunctionsClass.from_file')],
    ['a method that writes files', global('pandas.core.frame', 'DataFrame.to_pickle')],
    ['an error made of a function', reduce(global('numpy.linalg', 'LinAlgError'), global('os', 'system'))],
    ['an attribute of a number that leads out', getattr(int(3), text('__class__'))],
    ['a method of a text that looks attributes up', getattr(text('{0.__class__}'), text('format'))],
    ['an attribute of a text that leads out', getattr(text('x'), text('__class__'))],
    [
      'a getter of a key that leads out',
      reduce(global('operator', 'itemgetter'), pickle(['EMPTY_LIST'], text('__globals__'), ['APPEND'])),
    ],
    [
      'an attribute of a pattern that leads out',
      getattr(reduce(global('re', '_compile'), text('w'), int(32)), text('__class__')),
    ],
    [
      'a method of a pattern, called at once',
      reduce(getattr(reduce(global('re', '_compile'), text('w'), int(32)), text('findall')), text('w')),
    ],
    ['a method of a text, called at once', reduce(getattr(text('os.{}'), text('join')), pickle(['EMPTY_LIST']))],
    ['a member of an enum by an object', reduce(global('peft.utils.peft_types', 'TaskType'), object('a', 'B'))],
    ['a batch of another class', batch('subprocess.Popen', 'torch_geometric.data.data.Data')],
    ['a batch over another class', batch('torch_geometric.data.batch.Batch', 'subprocess.Popen')],
    [
      'a tensordict that is told what to call when it is locked',
      reduce(
        global('tensordict._reductions', '_make_td'),
        global('tensordict._td', 'TensorDict'),
        pickle(['EMPTY_DICT'], text('lock_'), getattr(text('x'), text('join')), ['SETITEM']),
      ),
    ],
  ])('is told otherwise: %s', async (_, piece) => {
    expect(await verdict(piece, STOP)).not.toBe('clean');
  });
});

describe('bytes that are a pickle themselves', () => {
  const held = (...pieces: readonly Piece[]): Piece => ['BINBYTES', pickle(['PROTO', 4], ...pieces, STOP)];

  it.each([
    ['start programs', held(call(global('posix', 'system'), 'true')), ['pickle-imports/held-attack']],
    ['run a text', held(call(stackGlobal('builtins', 'exec'), 'pass')), ['pickle-imports/held-attack']],
    [
      'fetch something',
      held(call(global('urllib.request', 'urlopen'), 'http://x.invalid')),
      ['pickle-imports/held-attack'],
    ],
    [
      'are compiled code',
      ['BINBYTES', Buffer.from([0xe3, ...Array(20).fill(0), 0x73, 2, 0, 0, 0, 0x53, 0])] as Piece,
      ['pickle-imports/held-code'],
    ],
    ['make plain data', held(call(global('collections', 'OrderedDict'))), []],
    ['make code that a library keeps', held(call(global('dill._dill', '_create_code'), 'x')), []],
    [
      'call code that a library made',
      held(call(call(global('dill._dill', '_create_function'), 'x'), 'y')),
      ['pickle-imports/held-program'],
    ],
    ['break off', ['BINBYTES', pickle(['PROTO', 4], call(global('posix', 'system'), 'true'))] as Piece, []],
    ['are none', ['BINBYTES', Uint8Array.of(0x80, 4, 1, 2, 3)] as Piece, []],
  ])('are told where they %s, though nothing unpickles them', async (_, bytes, rules) => {
    const found = await inspect(['EMPTY_DICT'], text('cache'), bytes, ['SETITEM'], STOP);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  it('are told behind megabytes of others that make plain data', async () => {
    const decoy = [held(['BINBYTES', new Uint8Array(250_000)]), ['APPEND'] as Piece];
    const decoys = Array.from({ length: 40 }, () => decoy).flat();
    const last = held(call(global('posix', 'system'), 'true'));
    const found = await inspect(['EMPTY_LIST'], ...decoys, last, ['APPEND'], STOP);
    expect(found.map(({ rule }) => rule)).toEqual(['pickle-imports/held-attack']);
  });

  it('are told behind thousands of small ones', async () => {
    const decoys = Array.from({ length: 3000 }, () => [
      held(text('plain data, and no more')),
      ['APPEND'] as Piece,
    ]).flat();
    const last = held(call(global('posix', 'system'), 'true'));
    const found = await inspect(['EMPTY_LIST'], ...decoys, last, ['APPEND'], STOP);
    expect(found.map(({ rule }) => rule)).toEqual(['pickle-imports/held-attack']);
  });
});

describe('names in modules of attacks that are none', () => {
  const lower = (module: string, name: string, ...pieces: readonly Piece[]) => reduce(global(module, name), ...pieces);
  const CLASS = pickle(object('requests.structures', 'CaseInsensitiveDict'), ['EMPTY_DICT'], ['BUILD']);
  it.each<[string, Piece]>([
    ['a dictionary of requests', CLASS],
    ['an exception of requests', lower('requests.exceptions', 'ConnectionError', text('x'))],
    ['an exception of Jinja', lower('jinja2.exceptions', 'TemplateError', text('x'))],
    ['a number of C', lower('ctypes', 'c_int', int(3))],
    [
      'a number of C as Python pickles it',
      lower('_ctypes', '_unpickle', global('ctypes', 'c_int'), tuple(['EMPTY_DICT'], ['SHORT_BINBYTES', 'abcd'])),
    ],
    ['a function that counts processors', global('posix', 'cpu_count')],
    ['a function that makes a text of a path', global('nt', 'fspath')],
  ])('%s is clean', async (_, piece) => {
    expect(await verdict(piece, STOP)).toBe('clean');
  });

  it.each<[string, Piece]>([
    ['a session', object('requests.sessions', 'Session')],
    ['a jar of cookies', object('requests.cookies', 'RequestsCookieJar')],
  ])('%s is suspicious at most', async (_, piece) => {
    expect(await verdict(piece, STOP)).toBe('suspicious');
  });

  it.each<[string, string, Piece]>([
    ['a file that is removed', 'touches-files', global('os', 'unlink')],
    ['a signal', 'tampers', lower('posix', 'kill', int(1), int(9))],
    ['what a module leads to', 'reaches-objects', global('os', 'path')],
    ['a program', 'starts-programs', lower('nt', 'system', text('x'))],
    ['what is new in a module', 'starts-programs', lower('os', 'posix_newcall', text('x'))],
    ['a function of requests', 'uses-network', global('requests.sessions', 'Session.get')],
    ['another function of requests', 'uses-network', lower('requests', 'session')],
    ['an address of C', 'tampers', lower('ctypes', 'c_void_p', int(3))],
    ['an exception that is handed a program', 'runs-code', lower('jinja2', 'TemplateError', global('os', 'system'))],
    [
      'an address of C by its bytes',
      'tampers',
      lower('_ctypes', '_unpickle', global('ctypes', 'py_object'), tuple(['EMPTY_DICT'], ['SHORT_BINBYTES', 'abcd'])),
    ],
  ])('%s is an attack, and told as what it does', async (_, rule, piece) => {
    const findings = await inspect(piece, STOP);
    expect(findings.map((one) => one.rule)).toContain(`pickle-imports/${rule}`);
    expect(scanVerdictOf(findings)).toBe('malicious');
  });
});
