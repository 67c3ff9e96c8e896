import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, NONE, number, pair, result, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };
/** Tuples with names: they hold what they are given, and call nothing. */
const HOLDS: Use = { forms: ['REDUCE', 'NEWOBJ', 'NEWOBJ_EX'], takes: [], rest: 'value' };

/** What libraries of classical models need beyond plain classes: SciPy, statsmodels, NLTK, gensim, dill, TorchMetrics. */
export const CLASSICAL_ROWS: readonly AllowRow[] = [
  {
    // Until statsmodels 0.12 it was made anew of its series, orders and dates, with which it only computes.
    modules: ['statsmodels.tsa.arima_model'],
    names: ['ARIMA'],
    uses: [{ forms: ['NEWOBJ'], takes: [], rest: 'value' }],
    fires: [
      ['NEWOBJ', global('a.b')],
      ['REDUCE', TUPLE],
    ],
    quiet: [['NEWOBJ', result('numpy.core.multiarray._reconstruct'), TUPLE, NONE]],
  },
  {
    modules: words(`
      scipy.stats._stats_py scipy.stats._stats_mstats_common scipy.stats._morestats scipy.stats._mstats_basic
      scipy.stats._binned_statistic scipy.stats._common scipy.stats._crosstab scipy.stats._fit scipy.stats.contingency
      scipy.stats._mannwhitneyu scipy.stats.stats scipy.stats.morestats
    `),
    names: words(`
      AndersonResult Anderson_ksampResult AnsariResult BartlettResult BinnedStatistic2dResult BinnedStatisticResult
      BinnedStatisticddResult BrunnerMunzelResult Chi2ContingencyResult ConfidenceInterval CrosstabResult CumfreqResult
      DescribeResult F_onewayResult FlignerResult FriedmanchisquareResult GoodnessOfFitResult HistogramResult
      KruskalResult Ks_2sampResult KstestResult KurtosistestResult LeveneResult LinregressResult MGCResult PearsonRResultBase
      MannwhitneyuResult Mean MedianTestResult ModeResult NormaltestResult PearsonRResult PointbiserialrResult
      Power_divergenceResult RanksumsResult RelfreqResult RepeatedResults SenSeasonalSlopesResult ShapiroResult
      SiegelslopesResult SigmaclipResult SignificanceResult SkewtestResult SpearmanrResult Std_dev TheilslopesResult
      TtestResult Ttest_1sampResult Ttest_indResult Ttest_relResult Variance WilcoxonResult
    `),
    uses: [HOLDS, FILLED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['NEWOBJ', number(1), result('numpy._core.multiarray.scalar')],
      ['NEWOBJ_EX', TUPLE, DICT],
    ],
  },
  {
    modules: ['sklearn.impute._iterative'],
    names: ['_ImputerTriplet'],
    uses: [HOLDS],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ', number(1), result('numpy._core.multiarray.scalar'), result('sklearn.linear_model.A')]],
  },
  {
    // Their `__new__` makes an object of their own class; freeing one calls the `close` of what it holds.
    modules: ['scipy.signal._ltisys', 'scipy.signal.ltisys', 'scipy.spatial._qhull', 'scipy.spatial.qhull'],
    names: words(`
      StateSpaceContinuous StateSpaceDiscrete TransferFunctionContinuous TransferFunctionDiscrete
      ZerosPolesGainContinuous ZerosPolesGainDiscrete Delaunay ConvexHull Voronoi
    `),
    uses: [MADE, FILLED],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['scipy.sparse._arrays'],
    names: words('bsr_array coo_array csc_array csr_array dia_array lil_array dok_array'),
    uses: [MADE, { forms: ['BUILD'], takes: ['state'] }, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }],
    fires: [['NEWOBJ', text('x')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Cython gives the module this name in scikit-learn 1.5.
    modules: ['_loss'],
    names: words(`
      CyHalfSquaredError CyAbsoluteError CyPinballLoss CyHuberLoss CyHalfPoissonLoss CyHalfGammaLoss CyHalfTweedieLoss
      CyHalfTweedieLossIdentity CyHalfBinomialLoss CyHalfMultinomialLoss CyExponentialLoss
    `),
    uses: [
      { forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'value' },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(1)], ['REDUCE']],
  },
  {
    modules: ['sklearn.metrics._scorer', 'sklearn.metrics.scorer', 'optuna.samplers._tpe.sampler'],
    names: ['_passthrough_scorer', 'default_weights', 'default_gamma', 'hyperopt_default_gamma'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Discrete distributions: what their state may run is held to SciPy's own text, as SciPy's are.
    modules: ['statsmodels.distributions.discrete'],
    names: words(`
      genpoisson_p_gen truncatednegbin_gen truncatedpoisson_gen zigeneralizedpoisson_gen zinegativebinomial_gen
      zipoisson_gen
    `),
    uses: [MADE, FILLED],
    fires: [
      ['NEWOBJ', text('x')],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Solvers and steps of a recursion, held by results.
    modules: words(`
      statsmodels.base.l1_slsqp statsmodels.base.l1_cvxopt statsmodels.tsa.exponential_smoothing._ets_smooth
      statsmodels.base.optimizer
    `),
    names: words(`
      fit_l1_slsqp fit_l1_cvxopt_cp _ets_smooth_add_add _ets_smooth_add_mul _ets_smooth_mul_add _ets_smooth_mul_mul
      _fit_newton _fit_bfgs _fit_lbfgs _fit_nm _fit_cg _fit_ncg _fit_powell _fit_basinhopping _fit_minimize
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Counts: a dict of numbers goes in.
    modules: ['nltk.probability'],
    names: ['FreqDist', 'ConditionalFreqDist'],
    uses: [{ forms: ['REDUCE'], takes: ['value'] }, FILLED, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE'], ['REDUCE', DICT]],
  },
  {
    modules: ['gensim.utils'],
    names: ['FakeDict'],
    uses: [MADE, FILLED],
    elseDenied: true,
    fires: [['REDUCE', TUPLE]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Calls its first argument with the second, and sets the state of what that gives (dill/_dill.py).
    modules: ['dill._dill'],
    names: ['_create_array'],
    uses: [{ forms: ['REDUCE'], takes: ['array-maker', 'array-arguments', 'state', 'plain'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system'), pair(global('numpy.ndarray'), TUPLE), TUPLE, NONE],
      ['REDUCE', global('numpy._core.multiarray._reconstruct'), pair(global('subprocess.Popen'), TUPLE), TUPLE, NONE],
    ],
    quiet: [
      ['REDUCE', global('numpy._core.multiarray._reconstruct'), pair(global('numpy.ndarray'), TUPLE), TUPLE, NONE],
    ],
  },
  {
    // Looks a type up by its name in a table; the machine goes on with that type (dill/_dill.py, `_load_type`).
    modules: ['dill._dill'],
    names: ['_load_type'],
    uses: [{ forms: ['REDUCE'], takes: ['plain-type'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', text('CodeType')],
      ['REDUCE', text('FunctionType')],
      ['REDUCE', text('type')],
      ['REDUCE', global('builtins.slice')],
    ],
    quiet: [
      ['REDUCE', text('slice')],
      ['REDUCE', text('NoneType')],
    ],
  },
  {
    // Evaluates a text (dill/_dill.py, `save_singleton`): how dill keeps a range, whose text is numbers, and two values of Python's own.
    modules: ['dill._dill', 'dill.dill'],
    names: ['_eval_repr'],
    uses: [{ forms: ['REDUCE'], takes: ['text-of-range'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', text('range(0, x())')],
      ['REDUCE', text('range(0, 3) or x()')],
      ['REDUCE', text('print')],
      ['REDUCE', TUPLE],
    ],
    quiet: [
      ['REDUCE', text('range(0, 3)')],
      ['REDUCE', text('range(-1, 30, 2)')],
      ['REDUCE', text('Ellipsis')],
    ],
  },
  {
    // Reductions that metrics hold by name, and a question about the process.
    modules: ['torchmetrics.utilities.data', 'torchmetrics.metric', 'torchmetrics.utilities.distributed'],
    names: words(`
      dim_zero_cat dim_zero_sum dim_zero_mean dim_zero_max dim_zero_min jit_distributed_available gather_all_tensors
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // `NestedTensor(**settings)` of PyTorch: values and offsets.
    modules: ['torch.nested._internal.nested_tensor'],
    names: ['_rebuild_njt', 'NestedTensor'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // A logger is looked up by its name, or made without handlers (CPython, Lib/logging, `Logger.__reduce__`).
    modules: ['logging'],
    names: ['getLogger'],
    uses: [{ forms: ['REDUCE'], takes: ['string'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', global('a.b')],
      ['REDUCE', text('a'), text('b')],
    ],
    quiet: [['REDUCE', text('sklearn')]],
  },
  {
    // Bounds of any sort are held.
    modules: ['builtins'],
    names: ['slice'],
    uses: [{ forms: ['REDUCE'], takes: ['value', 'value', 'value'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(0), result('numpy._core.multiarray.scalar'), NONE]],
  },
  {
    // A dict that is its own `__dict__`, and a set of rules whose state is the number one.
    modules: ['statsmodels.tools.tools', 'statsmodels.tools.bunch', 'nltk.tokenize.punkt'],
    names: ['Bunch', 'PunktLanguageVars'],
    uses: [{ forms: ['BUILD'], takes: ['value'] }],
    fires: [['BUILD', global('a.b')]],
    quiet: [
      ['BUILD', result('statsmodels.tools.tools.Bunch')],
      ['BUILD', number(1)],
    ],
  },
  {
    modules: ['itertools'],
    names: ['count'],
    uses: [{ forms: ['REDUCE'], takes: ['constant', 'constant'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(3)]],
  },
  {
    modules: ['string'],
    names: ['Template'],
    uses: [MADE, FILLED],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Loads the archive in a stream of bytes without Keras' safe mode: the archive is read as a file of its own.
    modules: words('keras.src.models.model keras.src.models.sequential keras.src.models.functional'),
    names: words('Model._unpickle_model Sequential._unpickle_model Functional._unpickle_model'),
    uses: [{ forms: ['REDUCE'], takes: ['byte-stream'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', text('model.keras')],
      ['REDUCE', global('a.b')],
    ],
    quiet: [['REDUCE', result('_io.BytesIO')]],
  },
  {
    modules: words('keras.src.models.model keras.src.models.sequential keras.src.models.functional'),
    names: ['Model', 'Sequential', 'Functional'],
    uses: NO_USE,
    fires: [['REDUCE'], ['NEWOBJ']],
    quiet: [],
  },
  {
    // As above, of the bytes themselves.
    modules: ['keras.src.saving.pickle_utils', 'tf_keras.src.saving.pickle_utils'],
    names: ['deserialize_model_from_bytecode'],
    uses: [{ forms: ['REDUCE'], takes: ['encoded-bytes'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', text('model.keras')],
      ['REDUCE', result('a.b')],
    ],
    quiet: [['REDUCE', { kind: 'bytes', length: 4, preview: "b'PK'" }]],
  },
];
