import type { ScanVerdict } from '../../../src/domain/scan.ts';
import { call, global, type Piece, pickle, STOP, stackGlobal } from '../../../src/formats/pickle/assemble.fixture.ts';
import { GADGETS } from './pickle-gadgets.ts';

/** One file of the corpus: what it is, its bytes, and what the scanner must say; several verdicts when either will do. */
export interface Specimen {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly verdict: ScanVerdict | readonly ScanVerdict[];
}

const text = (value: string): Piece => ['BINUNICODE', value];
const int = (value: number): Piece => ['BININT', value];
const tuple = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['TUPLE']);
const reduce = (callee: Piece, ...pieces: readonly Piece[]): Uint8Array => pickle(callee, tuple(...pieces), ['REDUCE']);
const dict = (...pieces: readonly Piece[]): Uint8Array => pickle(['MARK'], ...pieces, ['DICT']);
const program = (...pieces: readonly Piece[]): Uint8Array => pickle(['PROTO', 4], ...pieces, STOP);
const plain = (...pieces: readonly Piece[]): Uint8Array => pickle(...pieces, STOP);

/** A harmless command: it is true that this runs, and that is all. */
const TRUE = 'true';
export const SYSTEM = call(global('posix', 'system'), TRUE);

const LINEAR = pickle(global('torch.nn.modules.linear', 'Linear'), tuple(), ['NEWOBJ']);
const MAKER = reduce(global('builtins', 'getattr'), global('collections', 'Counter'), text('__new__'));
const PARTIAL_MAKER = reduce(global('functools', 'partial'), MAKER);

/** Every gadget, looked up and called in one of the ways there are, one after the other. */
export function* gadgetPickles(): Iterable<Specimen> {
  let turn = 0;
  for (const line of GADGETS.trim().split('\n')) {
    const [module = '', ...names] = line.split(' ');
    for (const name of names) {
      const [way, make] = WAYS[turn++ % WAYS.length] ?? WAYS[0];
      yield { name: `${module}.${name} ${way}`, bytes: make(module, name), verdict: 'malicious' };
    }
  }
}

type Way = readonly [string, (module: string, name: string) => Uint8Array];

/** The ways to look a name up and to call it. */
const WAYS: readonly [Way, ...Way[]] = [
  ['by GLOBAL and REDUCE', (module, name) => program(call(global(module, name), TRUE))],
  ['by STACK_GLOBAL', (module, name) => program(call(stackGlobal(module, name), TRUE))],
  ['by INST', (module, name) => plain(['MARK'], text(TRUE), ['INST', module, name])],
  ['by OBJ', (module, name) => plain(['MARK'], global(module, name), text(TRUE), ['OBJ'])],
  ['by NEWOBJ', (module, name) => program(global(module, name), tuple(text(TRUE)), ['NEWOBJ'])],
  ['by NEWOBJ_EX', (module, name) => program(global(module, name), tuple(text(TRUE)), ['EMPTY_DICT'], ['NEWOBJ_EX'])],
  ['and BUILD', (module, name) => program(reduce(global(module, name)), dict(text('a'), int(1)), ['BUILD'])],
  ['with its result dropped', (module, name) => program(call(global(module, name), TRUE), ['POP'], ['EMPTY_DICT'])],
  ['out of the memo', (module, name) => program(...remembered(module, name), tuple(text(TRUE)), ['REDUCE'])],
  [
    'within a tuple in a dict',
    (module, name) => program(dict(text('w'), tuple(call(stackGlobal(module, name), TRUE)))),
  ],
  [
    'by __reduce__ of protocol 0',
    (module, name) => plain(global(module, name), ['MARK'], ['UNICODE', TRUE], ['TUPLE'], ['REDUCE']),
  ],
  ['and then broken', (module, name) => pickle(['PROTO', 4], call(global(module, name), TRUE), Uint8Array.of(0xff))],
];

function remembered(module: string, name: string): readonly Piece[] {
  return [
    text(module),
    ['BINPUT', 7],
    ['POP'],
    text(name),
    ['LONG_BINPUT', 300],
    ['POP'],
    ['BINGET', 7],
    ['LONG_BINGET', 300],
    ['STACK_GLOBAL'],
  ];
}

const EXTENSION = pickle(reduce(global('copyreg', 'add_extension'), text('posix'), text('system'), int(9)), ['POP']);
const extension = (opcode: string): Uint8Array => program(EXTENSION, call([opcode, 9], TRUE));
const joined = (...letters: readonly string[]): Uint8Array =>
  reduce(
    stackGlobal('builtins', 'str.join'),
    text(''),
    pickle(['EMPTY_LIST'], ['MARK'], ...letters.map(text), ['APPENDS']),
  );
const ODD = ['suspicious', 'malicious'] as const;
const STOPPED = ['unscannable', 'malicious'] as const;

/** Tricks with the machine itself: the stack, the memo, names, streams, states. */
export const PICKLE_TRICKS: readonly Specimen[] = [
  { name: 'EXT1 after add_extension', bytes: extension('EXT1'), verdict: 'malicious' },
  { name: 'EXT2 after add_extension', bytes: extension('EXT2'), verdict: 'malicious' },
  { name: 'EXT4 after add_extension', bytes: extension('EXT4'), verdict: 'malicious' },
  {
    name: 'an extension of the process that nobody registered',
    bytes: program(call(['EXT1', 200], TRUE)),
    verdict: ODD,
  },
  {
    name: 'a name joined from letters',
    bytes: program(text('posix'), joined('sys', 'tem'), ['STACK_GLOBAL'], tuple(text(TRUE)), ['REDUCE']),
    verdict: 'malicious',
  },
  {
    name: 'a module made by str of bytes',
    bytes: program(
      reduce(global('builtins', 'str'), ['SHORT_BINBYTES', 'posix'], text('ascii')),
      text('system'),
      ['STACK_GLOBAL'],
      tuple(text(TRUE)),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a module decoded by codecs',
    bytes: program(
      reduce(global('_codecs', 'decode'), ['SHORT_BINBYTES', 'cbfvk'], text('rot13')),
      text('system'),
      ['STACK_GLOBAL'],
      tuple(text(TRUE)),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a computed name that is only referred to',
    bytes: program(reduce(global('builtins', 'str'), text('posix')), text('system'), ['STACK_GLOBAL']),
    verdict: ODD,
  },
  {
    name: 'PUT after POP',
    bytes: program(
      text('posix'),
      ['BINPUT', 0],
      ['POP'],
      ['NONE'],
      ['BINPUT', 1],
      ['POP'],
      ['BINGET', 0],
      text('system'),
      ['STACK_GLOBAL'],
      tuple(text(TRUE)),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'MEMOIZE mixed with PUT',
    bytes: program(
      text('harmless'),
      ['BINPUT', 5],
      ['POP'],
      text('posix'),
      ['MEMOIZE'],
      ['POP'],
      ['BINGET', 1],
      text('system'),
      ['STACK_GLOBAL'],
      tuple(text(TRUE)),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a memo cell written twice',
    bytes: program(
      text('collections'),
      ['BINPUT', 0],
      ['POP'],
      text('posix'),
      ['BINPUT', 0],
      ['POP'],
      ['BINGET', 0],
      text('system'),
      ['STACK_GLOBAL'],
      tuple(text(TRUE)),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'GET and PUT of protocol 0',
    bytes: plain(
      ['UNICODE', 'posix'],
      ['PUT', '1'],
      ['POP'],
      ['UNICODE', 'system'],
      ['PUT', '2'],
      ['POP'],
      ['GET', '1'],
      ['GET', '2'],
      ['STACK_GLOBAL'],
      ['MARK'],
      ['UNICODE', TRUE],
      ['TUPLE'],
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'DUP of the name',
    bytes: program(text('posix'), ['DUP'], ['POP'], text('system'), ['STACK_GLOBAL'], tuple(text(TRUE)), ['REDUCE']),
    verdict: 'malicious',
  },
  { name: 'junk below the answer', bytes: program(text('junk'), SYSTEM), verdict: 'malicious' },
  {
    name: 'the attack under a MARK that is dropped',
    bytes: program(['MARK'], SYSTEM, ['POP_MARK'], ['EMPTY_DICT']),
    verdict: 'malicious',
  },
  { name: 'the attack as a dict key', bytes: program(dict(SYSTEM, int(1))), verdict: 'malicious' },
  { name: 'the attack as a persistent id', bytes: program(SYSTEM, ['BINPERSID']), verdict: 'malicious' },
  {
    name: 'the attack as the type of a storage',
    bytes: program(tuple(text('storage'), global('posix', 'system'), text('0'), text('cpu'), int(4)), ['BINPERSID']),
    verdict: 'malicious',
  },
  {
    name: 'a class given as a persistent module',
    bytes: program(
      tuple(text('module'), global('posix', 'system'), text('x'), text('y')),
      ['BINPERSID'],
      tuple(text(TRUE)),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a name that reaches through torch',
    bytes: program(call(stackGlobal('torch', 'serialization.os.system'), TRUE)),
    verdict: 'malicious',
  },
  {
    name: 'a name that reaches through a private import',
    bytes: program(call(stackGlobal('random', '_os.system'), TRUE)),
    verdict: 'malicious',
  },
  {
    name: 'a name that reaches through sys.modules',
    bytes: program(stackGlobal('collections', '_sys.modules')),
    verdict: 'malicious',
  },
  {
    name: 'a name that reaches __globals__',
    bytes: program(stackGlobal('collections', 'namedtuple.__globals__')),
    verdict: 'malicious',
  },
  {
    name: 'a name that reaches subclasses',
    bytes: program(reduce(stackGlobal('builtins', 'object.__subclasses__'))),
    verdict: 'malicious',
  },
  {
    name: 'a name that reaches through an allowed class',
    bytes: program(call(stackGlobal('torch', 'Tensor.__class__'), TRUE)),
    verdict: 'malicious',
  },
  {
    name: '__builtins__ of an allowed module',
    bytes: program(reduce(global('operator', 'getitem'), stackGlobal('numpy', '__builtins__'), text('eval'))),
    verdict: 'malicious',
  },
  { name: '__main__', bytes: program(call(global('__main__', 'anything'), TRUE)), verdict: ODD },
  { name: 'a class of __main__, called', bytes: program(call(global('__main__', 'Net'), TRUE)), verdict: ODD },
  { name: 'Popen of __main__, referred to', bytes: program(global('__main__', 'Popen')), verdict: ODD },
  { name: 'a method of a class of __main__', bytes: program(stackGlobal('__main__', 'Net.forward')), verdict: ODD },
  {
    name: 'what __main__ has from Python',
    bytes: program(stackGlobal('__main__', '__builtins__.eval')),
    verdict: 'malicious',
  },
  {
    name: 'a function of __main__ that loads, handed to a map',
    bytes: program(reduce(global('builtins', 'map'), global('__main__', 'load_all'), tuple())),
    verdict: 'malicious',
  },
  { name: 'an empty module', bytes: program(call(global('', 'system'), TRUE)), verdict: ODD },
  {
    name: 'getattr in steps',
    bytes: program(
      reduce(
        reduce(global('builtins', 'getattr'), reduce(global('builtins', '__import__'), text('os')), text('system')),
        text(TRUE),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'getattr on an allowed class',
    bytes: program(
      reduce(reduce(global('builtins', 'getattr'), global('collections', 'OrderedDict'), text('__init__')), text(TRUE)),
    ),
    verdict: 'malicious',
  },
  {
    name: 'getattr on an allowed module of an enum',
    bytes: program(
      reduce(reduce(global('builtins', 'getattr'), global('re', 'RegexFlag'), text('__class__')), text(TRUE)),
    ),
    verdict: 'malicious',
  },
  {
    name: 'getattr handed to a map',
    bytes: program(reduce(global('builtins', 'map'), global('builtins', 'getattr'), tuple())),
    verdict: 'malicious',
  },
  {
    name: 'an attrgetter on a module',
    bytes: program(reduce(reduce(global('operator', 'attrgetter'), text('system')), global('os', 'path'))),
    verdict: 'malicious',
  },
  ...(
    [
      ['attrgetter', 'system'],
      ['attrgetter', 'path.os.system'],
      ['attrgetter', '__globals__'],
      ['itemgetter', '__builtins__'],
      ['methodcaller', 'write_text'],
      ['methodcaller', '__call__'],
    ] as const
  ).map(([getter, field]) => ({
    name: `${getter} of ${field}, held`,
    bytes: program(reduce(global('operator', getter), text(field))),
    verdict: 'malicious' as const,
  })),
  {
    name: 'a getter of a plain field, called',
    bytes: program(reduce(reduce(global('operator', 'attrgetter'), text('path')), global('numpy', 'ndarray'))),
    verdict: 'malicious',
  },
  {
    name: 'a getter of a plain field, handed to what calls it',
    bytes: program(reduce(global('builtins', 'map'), reduce(global('operator', 'attrgetter'), text('path')), tuple())),
    verdict: 'malicious',
  },
  {
    name: 'a partial of an allowed function',
    bytes: program(
      reduce(
        reduce(global('functools', 'partial'), global('torch.storage', '_load_from_bytes'), ['SHORT_BINBYTES', 'x']),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'a bound method of a listed class, called',
    bytes: program(reduce(reduce(global('builtins', 'getattr'), LINEAR, text('forward')), int(1))),
    verdict: 'malicious',
  },
  {
    name: 'a method that loads, bound to a class nobody knows',
    bytes: program(reduce(global('builtins', 'getattr'), reduce(global('some.where', 'Store')), text('load_all'))),
    verdict: 'malicious',
  },
  {
    name: 'a bound method of a class nobody knows, held',
    bytes: program(reduce(global('builtins', 'getattr'), reduce(global('some.where', 'Store')), text('total'))),
    verdict: 'suspicious',
  },
  {
    name: 'a partial of a maker, filled again with something else',
    bytes: program(
      PARTIAL_MAKER,
      tuple(MAKER, tuple(global('collections', 'Counter')), ['EMPTY_DICT'], ['NONE']),
      ['BUILD'],
      tuple(global('posix', 'system'), tuple(text(TRUE)), ['EMPTY_DICT'], ['NONE']),
      ['BUILD'],
      tuple(),
      ['REDUCE'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a partial of a maker of another class',
    bytes: program(
      PARTIAL_MAKER,
      tuple(MAKER, tuple(global('some.where', 'Store')), ['EMPTY_DICT'], ['NONE']),
      ['BUILD'],
      tuple(),
      ['REDUCE'],
    ),
    verdict: ODD,
  },
  {
    name: 'code that numba keeps, called',
    bytes: program(
      reduce(reduce(global('numba.cloudpickle.cloudpickle', '_make_function'), ['SHORT_BINBYTES', 'x']), int(1)),
    ),
    verdict: 'malicious',
  },
  {
    name: 'an annotation that would be evaluated',
    bytes: program(reduce(global('_operator', 'getitem'), global('typing', 'List'), text('__import__("os")'))),
    verdict: 'malicious',
  },
  {
    name: 'a list of a map',
    bytes: program(
      reduce(
        global('builtins', 'list'),
        reduce(global('builtins', 'map'), global('posix', 'system'), tuple(text(TRUE))),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'a deque of a map',
    bytes: program(
      reduce(
        global('collections', 'deque'),
        reduce(global('builtins', 'map'), global('posix', 'system'), tuple(text(TRUE))),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'bytes made from a map',
    bytes: program(
      global('builtins', 'bytes'),
      tuple(reduce(global('builtins', 'map'), global('posix', 'system'), tuple(text(TRUE)))),
      ['NEWOBJ'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a factory that is called on a missing key',
    bytes: program(reduce(global('collections', 'defaultdict'), global('posix', 'getcwd'))),
    verdict: 'malicious',
  },
  {
    name: 'a code object',
    bytes: program(reduce(global('types', 'CodeType'), int(0), ['SHORT_BINBYTES', 'd'])),
    verdict: 'malicious',
  },
  {
    name: 'a function of marshalled code',
    bytes: program(
      reduce(
        reduce(
          global('types', 'FunctionType'),
          reduce(global('marshal', 'loads'), ['SHORT_BINBYTES', 'c']),
          pickle(['EMPTY_DICT']),
        ),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: '_reconstructor of an unknown class',
    bytes: plain(
      reduce(global('copyreg', '_reconstructor'), global('evil', 'Class'), global('builtins', 'object'), ['NONE']),
    ),
    verdict: ODD,
  },
  {
    name: '_reconstructor with a base of its own',
    bytes: plain(
      reduce(
        global('copyreg', '_reconstructor'),
        global('subprocess', 'Popen'),
        global('subprocess', 'Popen'),
        text(TRUE),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: '__newobj__ of a process',
    bytes: plain(reduce(global('copyreg', '__newobj__'), global('subprocess', 'Popen'), text(TRUE))),
    verdict: 'malicious',
  },
  {
    name: 'a setstate on a module',
    bytes: program(global('os', 'environ'), dict(text('LD_PRELOAD'), text('x')), ['BUILD']),
    verdict: 'malicious',
  },
  {
    name: 'a setstate on an allowed function',
    bytes: program(global('torch._utils', '_rebuild_tensor_v2'), dict(text('x'), text('y')), ['BUILD']),
    verdict: ODD,
  },
  {
    name: 'a setstate that replaces a method of a class',
    bytes: program(
      global('collections', 'OrderedDict'),
      tuple(['NONE'], dict(text('__setitem__'), global('posix', 'system'))),
      ['BUILD'],
    ),
    verdict: 'malicious',
  },
  {
    name: 'a setstate with slots on a plain class',
    bytes: program(
      global('sklearn.tree._classes', 'DecisionTreeClassifier'),
      tuple(),
      ['NEWOBJ'],
      tuple(['NONE'], dict(text('fit'), int(1))),
      ['BUILD'],
    ),
    verdict: 'clean',
  },
  {
    name: 'a setstate with slots on a class without setstate',
    bytes: program(global('argparse', 'Namespace'), tuple(), ['NEWOBJ'], tuple(['NONE'], dict(text('x'), int(1))), [
      'BUILD',
    ]),
    verdict: ODD,
  },
  {
    name: 'scipy code in the state of a distribution',
    bytes: program(
      global('scipy.stats._continuous_distns', 'norm_gen'),
      tuple(),
      ['NEWOBJ'],
      dict(text('_parse_arg_template'), text('pass')),
      ['BUILD'],
    ),
    verdict: ['malicious', 'suspicious'],
  },
  {
    name: 'a generator that calls what it is given',
    bytes: program(reduce(global('numpy.random._pickle', '__generator_ctor'), text(TRUE), global('posix', 'system'))),
    verdict: 'malicious',
  },
  {
    name: 'a ufunc that is none',
    bytes: program(reduce(global('numpy.core', '_ufunc_reconstruct'), text('os'), text('system'))),
    verdict: 'malicious',
  },
  {
    name: 'a rebuilder that is handed a function',
    bytes: program(
      reduce(
        global('torch._tensor', '_rebuild_from_type_v2'),
        global('posix', 'system'),
        global('torch', 'Tensor'),
        tuple(text(TRUE)),
        ['EMPTY_DICT'],
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'a rebuilder that is handed on',
    bytes: program(
      reduce(global('collections', 'OrderedDict'), dict(text('x'), global('torch._tensor', '_rebuild_from_type_v2'))),
    ),
    verdict: ODD,
  },
  {
    name: 'nested in torch.storage._load_from_bytes',
    bytes: program(reduce(global('torch.storage', '_load_from_bytes'), ['BINBYTES', program(SYSTEM)])),
    verdict: 'malicious',
  },
  {
    name: 'nested, by getattr on a module of torch',
    bytes: program(
      reduce(reduce(global('builtins', 'getattr'), global('torch', 'storage'), text('_load_from_bytes')), [
        'BINBYTES',
        program(SYSTEM),
      ]),
    ),
    verdict: 'malicious',
  },
  {
    name: 'nested twice',
    bytes: program(
      reduce(global('torch.storage', '_load_from_bytes'), [
        'BINBYTES',
        program(reduce(global('torch.storage', '_load_from_bytes'), ['BINBYTES', program(SYSTEM)])),
      ]),
    ),
    verdict: 'malicious',
  },
  {
    name: 'nested in a text of Latin-1',
    bytes: plain(
      reduce(
        global('torch.storage', '_load_from_bytes'),
        reduce(global('_codecs', 'encode'), text(Buffer.from(program(SYSTEM)).toString('latin1')), text('latin1')),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'nested in bytes that are computed',
    bytes: program(
      reduce(global('torch.storage', '_load_from_bytes'), reduce(global('builtins', 'bytes'), tuple(int(1)))),
    ),
    verdict: ['unscannable', 'malicious'],
  },
  {
    name: 'nested in pickle.loads',
    bytes: program(reduce(global('pickle', 'loads'), ['BINBYTES', program(['NONE'])])),
    verdict: 'malicious',
  },
  {
    name: 'another codec',
    bytes: program(reduce(global('_codecs', 'encode'), text('x'), text('rot13'))),
    verdict: ODD,
  },
  {
    name: 'iter of a callable',
    bytes: program(reduce(global('builtins', 'iter'), global('posix', 'getcwd'), ['NONE'])),
    verdict: 'malicious',
  },
  {
    name: 'a class made by type',
    bytes: program(
      reduce(
        global('builtins', 'type'),
        text('X'),
        tuple(global('builtins', 'object')),
        dict(text('__setstate__'), global('posix', 'system')),
      ),
    ),
    verdict: 'malicious',
  },
  {
    name: 'type with three arguments',
    bytes: program(reduce(global('builtins', 'type'), text('X'), tuple(global('builtins', 'object')), dict())),
    verdict: ODD,
  },
  {
    name: 'an answer that is called',
    bytes: program(reduce(reduce(global('torch', 'Size'), tuple(int(1))), int(1))),
    verdict: ODD,
  },
  { name: 'stacked second', bytes: pickle(['NONE'], STOP, program(SYSTEM)), verdict: 'malicious' },
  {
    name: 'stacked fifth',
    bytes: pickle(['NONE'], STOP, ['NONE'], STOP, ['NONE'], STOP, ['NONE'], STOP, program(SYSTEM)),
    verdict: 'malicious',
  },
  { name: 'behind NUL', bytes: pickle(['NONE'], STOP, new Uint8Array(5000), program(SYSTEM)), verdict: 'malicious' },
  { name: 'behind line feeds', bytes: pickle(['NONE'], STOP, '\n'.repeat(64), program(SYSTEM)), verdict: 'malicious' },
  {
    name: 'behind junk',
    bytes: pickle(['NONE'], STOP, 'some text that is none', program(SYSTEM)),
    verdict: 'malicious',
  },
  {
    name: 'in protocol 0 behind junk',
    bytes: pickle(['NONE'], STOP, Uint8Array.of(1, 2, 3), plain(SYSTEM)),
    verdict: 'malicious',
  },
  {
    name: 'a second program behind padding, harmless',
    bytes: pickle(['NONE'], STOP, new Uint8Array(100), program(['NONE'])),
    verdict: ODD,
  },
  { name: 'no STOP', bytes: pickle(['PROTO', 4], SYSTEM), verdict: 'malicious' },
  {
    name: 'broken by an underflow after the attack',
    bytes: pickle(['PROTO', 4], SYSTEM, ['POP'], ['POP'], ['POP']),
    verdict: 'malicious',
  },
  {
    name: 'broken by an unknown memo cell after the attack',
    bytes: pickle(['PROTO', 4], SYSTEM, ['BINGET', 99]),
    verdict: 'malicious',
  },
  { name: 'without PROTO', bytes: plain(SYSTEM), verdict: 'malicious' },
  {
    name: 'with several PROTO',
    bytes: pickle(['PROTO', 2], ['PROTO', 5], ['PROTO', 0], SYSTEM, STOP),
    verdict: 'malicious',
  },
  { name: 'within a frame that lies', bytes: pickle(['PROTO', 4], ['FRAME', 3], SYSTEM, STOP), verdict: ['malicious'] },
  {
    name: 'after a flood of calls',
    bytes: program(
      ...Array.from({ length: 3000 }, (_, index) =>
        pickle(reduce(global('collections', 'OrderedDict'), tuple(int(index))), ['POP']),
      ),
      SYSTEM,
    ),
    verdict: 'malicious',
  },
  {
    name: 'after a flood of NONE and POP',
    bytes: program(...Array.from({ length: 20_000 }, () => pickle(['NONE'], ['POP'])), SYSTEM),
    verdict: 'malicious',
  },
  {
    name: 'torch magic that is computed',
    bytes: pickle(
      ['PROTO', 2],
      reduce(global('builtins', 'int'), text('119547037146038801333356')),
      STOP,
      ['NONE'],
      STOP,
      ['NONE'],
      STOP,
      ['EMPTY_DICT'],
      STOP,
      ['EMPTY_LIST'],
      STOP,
      program(SYSTEM),
    ),
    verdict: 'malicious',
  },
  {
    name: 'torch legacy with the attack in the last slot',
    bytes: pickle(
      ['PROTO', 2],
      ['LONG1', Uint8Array.of(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)],
      STOP,
      ['BININT2', 1001],
      STOP,
      ['EMPTY_DICT'],
      STOP,
      ['EMPTY_DICT'],
      STOP,
      SYSTEM,
      STOP,
    ),
    verdict: 'malicious',
  },
  {
    name: 'torch legacy with the attack after the keys',
    bytes: pickle(
      ['PROTO', 2],
      ['LONG1', Uint8Array.of(0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)],
      STOP,
      ['BININT2', 1001],
      STOP,
      ['EMPTY_DICT'],
      STOP,
      ['EMPTY_DICT'],
      STOP,
      ['EMPTY_LIST'],
      STOP,
      program(SYSTEM),
    ),
    verdict: 'malicious',
  },
  {
    name: 'a class of an unknown library',
    bytes: program(global('somelibrary.models', 'Model'), tuple(), ['NEWOBJ'], dict(), ['BUILD']),
    verdict: 'suspicious',
  },
  {
    name: 'a reference to an unknown function',
    bytes: program(global('somelibrary', 'function')),
    verdict: 'suspicious',
  },
  { name: 'a strange persistent id', bytes: program(tuple(text('x'), int(1)), ['BINPERSID']), verdict: ODD },
  { name: 'cut off', bytes: pickle(['PROTO', 4], ['EMPTY_DICT'], ['MARK'], text('a')), verdict: STOPPED },
  { name: 'cut off within a text', bytes: program(text('abcdefgh')).slice(0, 8), verdict: STOPPED },
  {
    name: 'an opcode that is none',
    bytes: pickle(['PROTO', 4], ['NONE'], Uint8Array.of(0xfe), STOP),
    verdict: STOPPED,
  },
  {
    name: 'a length past the end',
    bytes: pickle(['PROTO', 4], Uint8Array.of(0x58, 0xff, 0xff, 0xff, 0x7f), STOP),
    verdict: STOPPED,
  },
  { name: 'a STOP with nothing to give', bytes: pickle(['PROTO', 4], ['NONE'], ['POP'], STOP), verdict: STOPPED },
  { name: 'bytes after STOP', bytes: pickle(['PROTO', 4], ['NONE'], STOP, 'x'.repeat(50)), verdict: STOPPED },
  { name: 'protocol 9', bytes: pickle(['PROTO', 9], ['NONE'], STOP), verdict: STOPPED },
  { name: 'an odd dict', bytes: program(['MARK'], int(1), ['DICT']), verdict: STOPPED },
];
