import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, NONE, number, result, TUPLE, text } from './examples.ts';

/** Records of Python's own library: what the system, parsers and counters answered with. They hold values only. */
export const RECORD_ROWS: readonly AllowRow[] = [
  {
    modules: ['os', 'posix', 'nt'],
    names: words('stat_result statvfs_result terminal_size uname_result times_result'),
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['plain', 'plain'] }],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', TUPLE, DICT]],
  },
  {
    modules: ['platform', 'urllib.parse', 'tokenize', 'sys', 'statistics'],
    names: words('uname_result ParseResult SplitResult DefragResult ParseResultBytes SplitResultBytes TokenInfo'),
    uses: [{ forms: ['NEWOBJ', 'REDUCE'], takes: [], rest: 'plain' }],
    elseDenied: true,
    fires: [['NEWOBJ', result('a.b')]],
    quiet: [['NEWOBJ', text('http'), text('host')]],
  },
  {
    // What a parser said, and where.
    modules: ['json.decoder', 'difflib'],
    names: ['JSONDecodeError', 'Match'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['plain', 'plain', 'constant'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', text('expecting value'), text('x'), number(0)]],
  },
  {
    // A tree of elements, whose C code stores what it is given.
    modules: ['xml.etree.ElementTree'],
    names: ['Element'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // How a file of lines is laid out: named, as a kind of it.
    modules: ['csv'],
    names: ['Dialect', 'excel', 'excel_tab', 'unix_dialect'],
    uses: NO_USE,
    fires: [['REDUCE']],
    quiet: [],
  },
  {
    // What a graph still has to sort. Its state goes to slots and `__dict__`.
    modules: ['graphlib'],
    names: ['TopologicalSorter', '_NodeInfo'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['slot-state'] },
    ],
    fires: [['REDUCE', DICT]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['functools', '_functools'],
    names: ['cmp_to_key'],
    uses: NO_USE,
    fires: [['REDUCE', global('a.b')]],
    quiet: [],
  },
  {
    modules: ['decimal'],
    names: ['Context'],
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'plain' }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(28), text('ROUND_HALF_EVEN'), NONE]],
  },
  {
    modules: ['decimal'],
    names: words(`
      Clamped ConversionSyntax DecimalException DivisionByZero DivisionImpossible DivisionUndefined FloatOperation Inexact
      InvalidContext InvalidOperation Overflow Rounded Subnormal Underflow
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['packaging.version', 'packaging._structures'],
    names: words('Version InfinityType NegativeInfinityType _Version'),
    uses: [
      { forms: ['NEWOBJ'], takes: [], rest: 'value' },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['http.cookies'],
    names: ['SimpleCookie', 'BaseCookie', 'Morsel'],
    uses: [
      { forms: ['REDUCE', 'NEWOBJ'], takes: [] },
      { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [['REDUCE'], ['SETITEMS', text('a'), result('http.cookies.Morsel')]],
  },
  {
    // Handed on to be printed with.
    modules: ['builtins'],
    names: ['print'],
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [],
  },
];
