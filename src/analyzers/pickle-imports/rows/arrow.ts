import type { AllowRow } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, DICT, global, number, result, TUPLE, text } from './examples.ts';

/** What pyarrow writes, whose strings pandas 3 holds. Extension types, which name classes of their own, are not among them. */
export const ARROW_ROWS: readonly AllowRow[] = [
  {
    modules: ['pyarrow.lib'],
    names: ['type_for_alias'],
    uses: [{ forms: ['REDUCE'], takes: ['text'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', text('large_string')]],
  },
  {
    modules: ['pyarrow.lib'],
    names: ['py_buffer'],
    uses: [{ forms: ['REDUCE'], takes: ['buffer'] }],
    fires: [['REDUCE', result('a.b')]],
    quiet: [
      ['REDUCE', BYTES],
      ['REDUCE', result('builtins.bytearray')],
    ],
  },
  {
    modules: ['pyarrow.lib'],
    names: words(`
      _restore_array chunked_array _reconstruct_table _reconstruct_record_batch field schema list_ large_list
      list_view large_list_view struct dictionary timestamp time32 time64 duration decimal32 decimal64 decimal128
      decimal256 binary fixed_size_binary map_ dense_union sparse_union union run_end_encoded scalar
    `),
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'value' }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', TUPLE],
      ['REDUCE', text('a'), result('pyarrow.lib.type_for_alias'), number(1)],
    ],
  },
  {
    modules: ['pandas.arrays', 'pandas.core.arrays.arrow.array', 'pandas.core.arrays.string_arrow'],
    names: ['ArrowStringArray', 'ArrowExtensionArray', 'ArrowStringArrayNumpySemantics'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    fires: [
      ['NEWOBJ', text('x')],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
];
