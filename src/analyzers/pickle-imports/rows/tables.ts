import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, NONE, number, result, TUPLE, text } from './examples.ts';

const RESTORED: Use = { forms: ['BUILD'], takes: ['state'] };
/** Made by C code of the library that takes numbers, texts and arrays, and calls nothing. */
const COMPUTED: Use = { forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'value' };

/** What pandas needs beyond plain classes. */
export const TABLE_ROWS: readonly AllowRow[] = [
  {
    // Call `__new__` of the class with the dict: an index checks and stores it.
    modules: words(`
      pandas.core.indexes.base pandas.core.indexes.datetimes pandas.core.indexes.timedeltas
      pandas.core.indexes.period pandas.core.indexes.interval pandas.indexes.base
    `),
    names: ['_new_Index', '_new_DatetimeIndex', '_new_TimedeltaIndex', '_new_PeriodIndex', '_new_IntervalIndex'],
    uses: [{ forms: ['REDUCE'], takes: ['index-class', 'dict-state'] }, RESTORED],
    fires: [
      ['REDUCE', global('os.system'), DICT],
      ['REDUCE', global('pandas.Index'), text('x')],
    ],
    quiet: [['REDUCE', global('pandas.core.indexes.base.Index'), DICT]],
  },
  {
    modules: words(`
      pandas pandas.core.indexes.base pandas.core.indexes.range pandas.core.indexes.datetimes
      pandas.core.indexes.timedeltas pandas.core.indexes.period pandas.core.indexes.interval
      pandas.core.indexes.multi pandas.core.indexes.category pandas.core.indexes.numeric
    `),
    names: words(`
      Index RangeIndex DatetimeIndex TimedeltaIndex PeriodIndex IntervalIndex MultiIndex CategoricalIndex Int64Index
      UInt64Index Float64Index NumericIndex
    `),
    uses: NO_USE,
    fires: [['REDUCE', DICT]],
    quiet: [],
  },
  {
    // A list that refuses to be changed.
    modules: ['pandas.core.indexes.frozen'],
    names: ['FrozenList'],
    uses: [{ forms: ['REDUCE'], takes: ['plain'] }],
    fires: [['REDUCE', result('a.b')]],
    quiet: [['REDUCE', TUPLE]],
  },
  {
    modules: ['pandas._libs.internals'],
    names: ['_unpickle_block'],
    uses: [{ forms: ['REDUCE'], takes: ['value', 'value', 'constant'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', result('a.b'), result('builtins.slice'), number(2)]],
  },
  {
    modules: ['pandas.core.internals.blocks'],
    names: ['new_block'],
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'value' }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', result('a.b'), result('builtins.slice'), number(2)]],
  },
  {
    modules: ['pandas.core.internals.managers', 'pandas._libs.internals', 'pandas.core.internals'],
    names: ['BlockManager', 'SingleBlockManager', 'BlockPlacement'],
    uses: [{ ...COMPUTED, forms: [...COMPUTED.forms] }, RESTORED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', TUPLE, TUPLE], ['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    // Written by Cython: `cls.__new__(cls)`, then typed fields from the state.
    modules: words(`
      pandas._libs.arrays pandas._libs.internals pandas._libs.tslibs.period numpy.random.bit_generator
      numpy.random._bit_generator sklearn._loss._loss _loss
    `),
    names: words(`
      __pyx_unpickle_NDArrayBacked __pyx_unpickle_PeriodMixin __pyx_unpickle_BlockManager __pyx_unpickle_SeedSequence
      __pyx_unpickle_CyHalfSquaredError __pyx_unpickle_CyAbsoluteError __pyx_unpickle_CyHalfPoissonLoss
      __pyx_unpickle_CyHalfGammaLoss __pyx_unpickle_CyHalfBinomialLoss __pyx_unpickle_CyHalfMultinomialLoss
      __pyx_unpickle_CyExponentialLoss __pyx_unpickle_CyPinballLoss __pyx_unpickle_CyHuberLoss
      __pyx_unpickle_CyHalfTweedieLoss __pyx_unpickle_CyHalfTweedieLossIdentity
    `),
    uses: [{ forms: ['REDUCE'], takes: ['class', 'constant', 'value'] }, RESTORED],
    neverHandedOn: true,
    fires: [['REDUCE', result('a.b')]],
    quiet: [
      ['REDUCE', global('a.B'), number(1), NONE],
      ['BUILD', TUPLE],
    ],
  },
  {
    modules: words(`
      pandas pandas._libs.interval pandas._libs.sparse pandas._libs.tslibs.nattype pandas._libs.tslibs.timestamps
      pandas._libs.tslibs.timedeltas pandas._libs.tslibs.period pandas._libs.missing pandas.core.dtypes.dtypes
      pandas.core.arrays.string_ pandas.core.arrays.integer pandas.core.arrays.floating pandas.core.arrays.boolean
      pandas._libs.tslib pandas.tslib pandas.core.flags pandas._libs.tslibs.offsets
    `),
    names: words(`
      Interval IntIndex BlockIndex _nat_unpickle __nat_unpickle _unpickle_timestamp _timedelta_unpickle Timestamp
      Timedelta Period NaT NaTType NA NAType C_NAType PeriodDtype IntervalDtype StringDtype CategoricalDtype SparseDtype
      DatetimeTZDtype Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype UInt64Dtype
      Float32Dtype Float64Dtype BooleanDtype Flags
      BusinessDay BusinessHour BusinessMonthBegin BusinessMonthEnd CustomBusinessDay CustomBusinessHour
      CustomBusinessMonthBegin CustomBusinessMonthEnd Day Easter FY5253 FY5253Quarter Hour LastWeekOfMonth Micro Milli
      Minute MonthBegin MonthEnd Nano QuarterBegin QuarterEnd BQuarterBegin BQuarterEnd BYearBegin BYearEnd Second
      SemiMonthBegin SemiMonthEnd Tick Week WeekOfMonth YearBegin YearEnd HalfYearBegin HalfYearEnd BHalfYearBegin
      BHalfYearEnd DateOffset
    `),
    uses: [COMPUTED, RESTORED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(0), number(1), text('right')], ['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // A pair of names, made by the tuple's own `__new__`.
    modules: ['pandas.core.groupby.generic', 'pandas'],
    names: ['NamedAgg'],
    uses: [{ forms: ['NEWOBJ'], takes: ['value', 'value'] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['NEWOBJ', text('a'), text('sum')]],
  },
];
