import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, NONE, number, result, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ', 'REDUCE'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };
const RESTORED: Use = { forms: ['BUILD'], takes: ['state'] };
/** Made by C code of the library that takes numbers, texts and arrays, and calls nothing. */
const COMPUTED: Use = { forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'value' };

const UFUNCS = words(`
  absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_or bitwise_xor cbrt ceil cos cosh
  deg2rad degrees divide equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod greater greater_equal
  hypot invert isfinite isinf isnan less less_equal log log10 log1p log2 logaddexp logical_and logical_not logical_or
  logical_xor maximum minimum mod multiply negative not_equal positive power rad2deg radians reciprocal remainder rint
  sign signbit sin sinh sqrt square subtract tan tanh true_divide trunc
`);

const TABLE_ROWS: readonly AllowRow[] = [
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
    modules: ['pandas.core.internals.managers', 'pandas._libs.internals'],
    names: ['BlockManager', 'SingleBlockManager', 'BlockPlacement'],
    uses: [{ ...COMPUTED, forms: [...COMPUTED.forms] }, RESTORED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', TUPLE, TUPLE], ['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    // Written by Cython: `cls.__new__(cls)`, then typed fields from the state.
    modules: ['pandas._libs.arrays', 'pandas._libs.internals', 'numpy.random.bit_generator', 'sklearn._loss._loss'],
    names: words(`
      __pyx_unpickle_NDArrayBacked __pyx_unpickle_BlockManager __pyx_unpickle_SeedSequence
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
];

const ARRAY_ROWS: readonly AllowRow[] = [
  {
    modules: ['numpy', 'numpy.core._multiarray_umath', 'numpy._core._multiarray_umath', 'numpy.core.umath'],
    names: UFUNCS,
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['numpy', 'numpy.core.fromnumeric', 'numpy._core.fromnumeric', 'numpy.lib.function_base'],
    names: words(`
      mean sum max min amax amin median std var prod any all argmax argmin argsort sort cumsum cumprod percentile quantile
      average nanmean nanmedian nansum nanmax nanmin nanstd nanvar round around clip ravel reshape squeeze transpose
      linalg.norm count_nonzero unique ptp
    `).filter((name) => !name.includes('.')),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Looks a ufunc up by module and name: what it finds is judged as a lookup of its own.
    modules: ['numpy.core', 'numpy._core'],
    names: ['_ufunc_reconstruct'],
    uses: [{ forms: ['REDUCE'], takes: ['text', 'text'] }],
    neverHandedOn: true,
    fires: [['REDUCE', result('a.b'), text('x')]],
    quiet: [['REDUCE', text('numpy.core._multiarray_umath'), text('add')]],
  },
  {
    modules: ['numpy.ma.core', 'numpy.ma'],
    names: ['_mareconstruct'],
    uses: [{ forms: ['REDUCE'], takes: ['array-class', 'array-class', 'plain', 'encoded'] }, RESTORED],
    fires: [['REDUCE', global('a.B'), global('numpy.ndarray'), TUPLE, text('b')]],
    quiet: [['REDUCE', global('numpy.ma.core.MaskedArray'), global('numpy.ndarray'), TUPLE, text('b')]],
  },
  {
    modules: ['numpy.ma.core', 'numpy.ma'],
    names: ['MaskedConstant', 'MaskedArray'],
    uses: [{ forms: ['REDUCE'], takes: [] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE']],
  },
  {
    modules: [
      'numpy',
      'numpy.rec',
      'numpy.core.records',
      'numpy._core.records',
      'numpy.char',
      'numpy.core.defchararray',
      'numpy.core.memmap',
      'numpy._core.memmap',
    ],
    names: ['matrix', 'recarray', 'record', 'chararray', 'memmap'],
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [],
  },
  {
    modules: ['numpy', 'numpy.lib.polynomial', 'numpy.lib._polynomial_impl'],
    names: ['poly1d'],
    uses: [MADE, FILLED],
    fires: [['REDUCE', TUPLE]],
    quiet: [['NEWOBJ']],
  },
  {
    modules: ['numpy._core._internal', 'numpy.core._internal'],
    names: ['_convert_to_stringdtype_kwargs'],
    uses: [{ forms: ['REDUCE'], takes: ['constant', 'value'] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE', number(1)]],
  },
  {
    // Their constructors call what they are given: a name or class of a bit generator, and this very function.
    modules: ['numpy.random._pickle', 'numpy.random'],
    names: ['__bit_generator_ctor'],
    uses: [{ forms: ['REDUCE'], takes: ['bit-generator'] }, RESTORED],
    fires: [['REDUCE', global('subprocess.Popen')]],
    quiet: [
      ['REDUCE', text('PCG64')],
      ['REDUCE', global('numpy.random._pcg64.PCG64')],
      ['BUILD', DICT],
    ],
  },
  {
    modules: ['numpy.random._pickle', 'numpy.random'],
    names: ['__generator_ctor', '__randomstate_ctor'],
    uses: [{ forms: ['REDUCE'], takes: ['bit-generator', 'bit-generator-maker'] }, RESTORED],
    neverHandedOn: true,
    fires: [
      ['REDUCE', text('id'), global('os.system')],
      ['REDUCE', global('os.system')],
    ],
    quiet: [['REDUCE', text('MT19937'), global('numpy.random._pickle.__bit_generator_ctor')], ['REDUCE']],
  },
];

const MODEL_ROWS: readonly AllowRow[] = [
  {
    // Some of their fields are slots; setting one runs nothing.
    modules: words(`
      scipy.interpolate._cubic scipy.interpolate._interpolate scipy.interpolate._polyint scipy.interpolate._fitpack2
      scipy.stats._kde scipy.interpolate.interpolate scipy.interpolate._bsplines sklearn.utils._metadata_requests
    `),
    names: words(`
      CubicSpline PchipInterpolator Akima1DInterpolator CubicHermiteSpline interp1d PPoly BPoly NdPPoly
      KroghInterpolator BarycentricInterpolator LSQUnivariateSpline UnivariateSpline InterpolatedUnivariateSpline
      gaussian_kde BSpline MetadataRequest MethodMetadataRequest
    `),
    uses: [{ ...MADE, forms: ['NEWOBJ'] }, RESTORED],
    fires: [['NEWOBJ', text('x')]],
    quiet: [['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    modules: [
      'scipy.interpolate._interpolate',
      'scipy._lib.array_api_compat.numpy._aliases',
      'torch.optim.lr_scheduler',
    ],
    names: words(`
      interp1d._call_linear_np interp1d._call_linear interp1d._call_nearest interp1d._call_spline
      interp1d._call_previousnext interp1d._call_nan_spline asarray OneCycleLR._annealing_cos
      OneCycleLR._annealing_linear
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['scipy.sparse._dok', 'scipy.sparse.dok'],
    names: ['dok_matrix', 'dok_array'],
    uses: [{ ...MADE, forms: ['NEWOBJ'] }, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }, RESTORED],
    fires: [['NEWOBJ', text('x')]],
    quiet: [['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    modules: [
      'sklearn.tree._tree',
      'sklearn.ensemble._hist_gradient_boosting.predictor',
      'sklearn.neighbors._quad_tree',
    ],
    names: ['Tree', 'TreePredictor', '_QuadTree'],
    uses: [COMPUTED, RESTORED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', number(3), result('numpy.core.multiarray._reconstruct'), number(1)],
      ['BUILD', DICT],
    ],
  },
  {
    // `cls.__new__(cls)` of a tree or a metric.
    modules: words(`
      sklearn.neighbors._kd_tree sklearn.neighbors._ball_tree sklearn.metrics._dist_metrics sklearn.neighbors._dist_metrics
      sklearn.neighbors._binary_tree
    `),
    names: ['newObj'],
    uses: [{ forms: ['REDUCE'], takes: ['sklearn-class'] }, RESTORED],
    neverHandedOn: true,
    fires: [['REDUCE', global('a.B')]],
    quiet: [['REDUCE', global('sklearn.neighbors._kd_tree.KDTree')]],
  },
  {
    modules: ['sklearn._loss._loss', 'sklearn.linear_model._sgd_fast', 'sklearn._loss.link', 'sklearn._loss.loss'],
    names: words(`
      CyHalfSquaredError CyAbsoluteError CyPinballLoss CyHuberLoss CyHalfPoissonLoss CyHalfGammaLoss CyHalfTweedieLoss
      CyHalfTweedieLossIdentity CyHalfBinomialLoss CyHalfMultinomialLoss CyExponentialLoss Hinge SquaredHinge Log
      SquaredLoss Huber EpsilonInsensitive SquaredEpsilonInsensitive ModifiedHuber Classification Regression Interval
    `),
    uses: [COMPUTED, RESTORED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(1)], ['REDUCE']],
  },
  {
    // Its model is bytes that the library parses.
    modules: ['xgboost.core', 'lightgbm.basic', 'xgboost.sklearn', 'lightgbm.sklearn'],
    names: words(`
      Booster XGBModel XGBClassifier XGBRegressor XGBRanker XGBRFClassifier XGBRFRegressor LGBMModel LGBMClassifier
      LGBMRegressor LGBMRanker
    `),
    uses: [MADE, FILLED],
    fires: [
      ['REDUCE', text('model.bin')],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['accelerate.state'],
    names: ['PartialState', 'AcceleratorState', 'GradientState'],
    uses: [{ ...MADE, forms: ['NEWOBJ'] }, FILLED],
    fires: [['NEWOBJ', global('a.b')], ['REDUCE']],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['accelerate.utils.dataclasses'],
    names: ['DistributedType'],
    uses: [{ forms: ['REDUCE'], takes: ['constant'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', text('NO')]],
  },
  {
    modules: ['torch.nn.functional', 'torch', 'torch._C._nn', 'torch.nn.init'],
    names: words(`
      relu gelu silu tanh sigmoid softmax log_softmax leaky_relu elu selu mish hardswish hardsigmoid softplus relu6 celu
      normalize cosine_similarity pairwise_distance cross_entropy mse_loss linear dropout layer_norm batch_norm
      logsigmoid hardtanh swish quick_gelu xavier_uniform_ kaiming_normal_ normal_ zeros_ ones_
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['torch.nn.utils.rnn', 'torch.nn.parallel.data_parallel', 'torch.nn.parallel.distributed'],
    names: ['PackedSequence', 'PackedSequence_', 'DataParallel'],
    uses: [{ forms: ['NEWOBJ', 'REDUCE'], takes: [], rest: 'value' }, FILLED],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ', result('torch._utils._rebuild_tensor_v2')]],
  },
  {
    modules: ['torch.nn.parameter'],
    names: ['UninitializedParameter', 'UninitializedBuffer'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['value', 'value', 'value'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(1)]],
  },
  {
    // Newer than the PyTorch whose classes are listed.
    modules: [
      'torch.nn.modules.normalization',
      'torch.optim._adafactor',
      'torch.optim.optimizer',
      'torch.nn.modules.container',
    ],
    names: ['RMSNorm', 'Adafactor', 'Optimizer'],
    uses: [{ ...MADE, forms: ['NEWOBJ'] }, RESTORED],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['joblib.numpy_pickle'],
    names: ['NumpyArrayWrapper'],
    uses: [{ ...MADE, forms: ['NEWOBJ', 'INST', 'OBJ'] }, FILLED],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['transformers.modeling_rope_utils'],
    names: words(`
      _compute_default_rope_parameters _compute_linear_scaling_rope_parameters _compute_dynamic_ntk_parameters
      _compute_yarn_parameters _compute_longrope_parameters _compute_llama3_parameters
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
];

/** What NumPy, SciPy, pandas, scikit-learn, XGBoost, LightGBM, PyTorch's modules and transformers need beyond plain classes. */
export const LIBRARY_ROWS: readonly AllowRow[] = [...TABLE_ROWS, ...ARRAY_ROWS, ...MODEL_ROWS];
