import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, global, number, result, STORAGE, TUPLE, text } from './examples.ts';

const CALL = ['REDUCE', 'NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ'] as const;
const FILL = ['SETITEM', 'SETITEMS'] as const;
const GROW = ['APPEND', 'APPENDS'] as const;

/** Python's own types, which every pickle is made of. */
export const BUILTIN_ROWS: readonly AllowRow[] = [
  {
    modules: ['collections'],
    names: ['OrderedDict', 'Counter'],
    uses: [
      { forms: CALL, takes: ['plain'] },
      { forms: FILL, takes: [], rest: 'any' },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [
      ['REDUCE', result('builtins.map')],
      ['BUILD', text('x')],
      ['APPENDS', text('x')],
    ],
    quiet: [['REDUCE'], ['REDUCE', TUPLE], ['SETITEMS', text('a'), STORAGE]],
  },
  {
    // An OrderedDict of diffusers that takes no more once it is filled.
    modules: ['diffusers.configuration_utils'],
    names: ['FrozenDict'],
    uses: [
      { forms: CALL, takes: [] },
      { forms: FILL, takes: [], rest: 'any' },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [['REDUCE', result('builtins.map')]],
    quiet: [['REDUCE'], ['SETITEMS', text('a'), TUPLE]],
  },
  {
    modules: ['collections'],
    names: ['defaultdict'],
    uses: [
      { forms: CALL, takes: ['factory'] },
      { forms: FILL, takes: [], rest: 'any' },
    ],
    fires: [
      ['REDUCE', global('builtins.eval')],
      ['REDUCE', result('x')],
    ],
    quiet: [
      ['REDUCE', global('builtins.list')],
      ['SETITEMS', text('a'), TUPLE],
    ],
  },
  {
    modules: ['collections'],
    names: ['deque'],
    uses: [
      { forms: CALL, takes: ['plain', 'constant'] },
      { forms: GROW, takes: [], rest: 'any' },
    ],
    fires: [['REDUCE', result('builtins.map')]],
    quiet: [
      ['REDUCE', TUPLE, number(10)],
      ['APPENDS', number(1)],
    ],
  },
  {
    modules: ['builtins'],
    names: words('set frozenset list tuple dict int float bool complex slice range str object'),
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['plain', 'constant', 'constant'] }],
    fires: [
      ['REDUCE', result('builtins.map')],
      ['BUILD', TUPLE],
    ],
    quiet: [['REDUCE', TUPLE], ['REDUCE'], ['REDUCE', number(0), number(10), number(1)]],
  },
  {
    // Of a number they would make as many zeros.
    modules: ['builtins'],
    names: ['bytearray', 'bytes'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['octets', 'text'] }],
    fires: [
      ['REDUCE', result('builtins.map')],
      ['REDUCE', number(2 ** 40)],
    ],
    quiet: [
      ['REDUCE'],
      ['REDUCE', BYTES],
      ['REDUCE', TUPLE],
      ['REDUCE', result('_codecs.encode')],
      ['REDUCE', text('x'), text('latin-1')],
    ],
  },
  {
    modules: ['builtins'],
    names: ['Ellipsis', 'NotImplemented'],
    uses: NO_USE,
    fires: [['REDUCE']],
    quiet: [],
  },
  {
    // How protocols up to 2 write bytes.
    modules: ['_codecs', 'codecs'],
    names: ['encode'],
    uses: [{ forms: ['REDUCE'], takes: ['string', 'latin'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', text('x'), text('rot13')],
      ['REDUCE', text('x'), text('bz2')],
    ],
    quiet: [['REDUCE', text('x'), text('latin1')]],
  },
  {
    // How protocols 0 and 1 make any object: the class is judged where it is imported.
    modules: ['copyreg'],
    names: ['_reconstructor'],
    uses: [{ forms: ['REDUCE'], takes: ['class', 'base', 'plain'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', result('builtins.getattr'), global('builtins.object')],
      ['REDUCE', global('a.B'), global('a.B')],
    ],
    quiet: [['REDUCE', global('a.B'), global('builtins.object'), { kind: 'constant', value: null }]],
  },
  {
    modules: ['datetime'],
    names: ['datetime', 'date', 'time', 'timedelta', 'timezone'],
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'value' }],
    fires: [['REDUCE', global('os.system')]],
    quiet: [
      ['REDUCE', BYTES],
      ['REDUCE', number(1), number(2), number(3)],
    ],
  },
  {
    modules: ['decimal'],
    names: ['Decimal'],
    uses: [{ forms: ['REDUCE'], takes: ['constant', 'constant'] }],
    fires: [['REDUCE', result('x')]],
    quiet: [['REDUCE', text('1.5')]],
  },
  {
    // An exponent would be written out in digits.
    modules: ['fractions'],
    names: ['Fraction'],
    uses: [{ forms: ['REDUCE'], takes: ['ratio', 'ratio'] }],
    fires: [
      ['REDUCE', result('x')],
      ['REDUCE', text('1e999999999')],
    ],
    quiet: [
      ['REDUCE', text('-3/4')],
      ['REDUCE', number(1), number(3)],
    ],
  },
  {
    // Held as parameters: a transformation, a key to sort by. Calling them is another matter.
    modules: ['builtins'],
    names: words('max min sum any all sorted next'),
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['builtins'],
    names: words(
      'len abs round repr ascii ord chr bin hex oct hash id divmod pow format isinstance issubclass callable',
    ),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
];
