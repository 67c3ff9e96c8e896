import type { AllowRow } from '../use.ts';
import { words } from '../words.ts';
import { global, NONE, number, result, TUPLE, text } from './examples.ts';

const SET = { forms: ['BUILD'], takes: ['value'] } as const;

/**
 * Iterators, which Python up to 3.13 pickles. Making one asks its source for an iterator and takes nothing from it, so that what it
 * would call is called by whoever goes through it: no use of any row goes through one.
 */
export const ITERATOR_ROWS: readonly AllowRow[] = [
  {
    modules: ['itertools'],
    names: words('chain compress cycle islice repeat zip_longest'),
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'iterable' }, SET],
    fires: [
      ['REDUCE', global('os.system')],
      ['REDUCE', result('os.listdir')],
    ],
    quiet: [['REDUCE', result('builtins.iter')], ['REDUCE'], ['BUILD', TUPLE]],
  },
  {
    // They gather all of their source at once: of a list or a text that does nothing.
    modules: ['itertools'],
    names: words('combinations combinations_with_replacement permutations product'),
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'gathered' }, SET],
    fires: [
      ['REDUCE', result('builtins.map'), number(2)],
      ['REDUCE', TUPLE, number(2 ** 40)],
    ],
    quiet: [
      ['REDUCE', TUPLE, number(2)],
      ['REDUCE', TUPLE, TUPLE],
    ],
  },
  {
    modules: ['itertools'],
    names: words('dropwhile filterfalse starmap takewhile'),
    uses: [{ forms: ['REDUCE'], takes: ['plain-function', 'iterable'] }, SET],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system'), TUPLE],
      ['REDUCE', result('functools.partial'), TUPLE],
    ],
    quiet: [['REDUCE', global('builtins.str.isdigit'), result('builtins.iter')]],
  },
  {
    modules: ['itertools'],
    names: words('accumulate groupby'),
    uses: [{ forms: ['REDUCE'], takes: ['iterable', 'plain-function'] }, SET],
    neverHandedOn: true,
    elseDenied: true,
    fires: [['REDUCE', TUPLE, global('os.system')]],
    quiet: [
      ['REDUCE', result('builtins.iter'), global('_operator.mul')],
      ['REDUCE', result('builtins.iter'), NONE],
    ],
  },
  {
    modules: ['builtins'],
    names: ['map', 'filter'],
    uses: [{ forms: ['REDUCE'], takes: ['plain-function', 'iterable', 'iterable', 'iterable'] }, SET],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system'), TUPLE],
      ['REDUCE', global('builtins.getattr'), TUPLE],
      ['REDUCE', global('builtins.str'), result('a.b')],
    ],
    quiet: [['REDUCE', global('builtins.str'), result('builtins.iter')]],
  },
  {
    modules: ['collections', '_collections'],
    names: ['_deque_iterator', '_deque_reverse_iterator'],
    uses: [{ forms: ['REDUCE'], takes: ['deque', 'constant'] }],
    fires: [['REDUCE', text('x')]],
    quiet: [['REDUCE', result('collections.deque'), number(0)]],
  },
];
