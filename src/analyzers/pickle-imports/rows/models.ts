import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, number, pair, result, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ', 'REDUCE'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };
const RESTORED: Use = { forms: ['BUILD'], takes: ['state'] };
/** Made by C code of the library that takes numbers, texts and arrays, and calls nothing. */
const COMPUTED: Use = { forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'value' };

/** What SciPy, scikit-learn, boosting libraries, PyTorch modules and transformers need beyond plain classes. */
export const MODEL_ROWS: readonly AllowRow[] = [
  {
    // In modules that were quantised dynamically.
    modules: ['torch', 'torch._C'],
    names: ['ScriptObject'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['script-state'] },
    ],
    fires: [
      ['NEWOBJ', TUPLE],
      ['BUILD', TUPLE],
      ['BUILD', pair(TUPLE, text('__torch__.torch.classes.own.Runner'))],
    ],
    quiet: [['NEWOBJ'], ['BUILD', pair(TUPLE, text('__torch__.torch.classes.quantized.LinearPackedParamsBase'))]],
  },
  {
    // Keys of the callbacks' states in checkpoints by older Lightning.
    modules: [
      'pytorch_lightning.callbacks.model_checkpoint',
      'pytorch_lightning.callbacks.early_stopping',
      'pytorch_lightning.callbacks.lr_monitor',
    ],
    names: ['ModelCheckpoint', 'EarlyStopping', 'LearningRateMonitor'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['torch.torch_version'],
    names: ['TorchVersion'],
    uses: [{ forms: ['NEWOBJ', 'REDUCE'], takes: ['string'] }, FILLED],
    fires: [['NEWOBJ', TUPLE]],
    quiet: [['NEWOBJ', text('2.2.2')]],
  },
  {
    // Modules of PyTorch before 1.1 hold it.
    modules: ['torch.nn.backends.thnn'],
    names: ['_get_thnn_function_backend'],
    uses: [{ forms: ['REDUCE'], takes: [] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE']],
  },
  {
    modules: ['catboost.core'],
    names: ['CatBoost', 'CatBoostClassifier', 'CatBoostRegressor', 'CatBoostRanker'],
    uses: [{ ...MADE, forms: ['NEWOBJ'] }, FILLED],
    fires: [['NEWOBJ', text('x')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Some of their fields are slots; setting one runs nothing.
    modules: words(`
      scipy.interpolate._cubic scipy.interpolate._interpolate scipy.interpolate._polyint scipy.interpolate._fitpack2
      scipy.stats._kde scipy.interpolate.interpolate scipy.interpolate._bsplines sklearn.utils._metadata_requests
    `),
    names: words(`
      CubicSpline PchipInterpolator Akima1DInterpolator CubicHermiteSpline interp1d PPoly BPoly NdPPoly _PPoly _BPoly
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
      'scipy._external.array_api_compat.numpy._aliases',
      'torch.optim.lr_scheduler',
      'torch.optim.swa_utils',
      'torch.amp.grad_scaler',
      'torch.cuda.amp.grad_scaler',
    ],
    names: words(`
      interp1d._call_linear_np interp1d._call_linear interp1d._call_nearest interp1d._call_spline
      interp1d._call_previousnext interp1d._call_nan_spline asarray OneCycleLR._annealing_cos
      OneCycleLR._annealing_linear SWALR._cosine_anneal SWALR._linear_anneal _refresh_per_optimizer_state
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
      'econml.tree._tree',
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
    // How large a dimension may be: a record whose state is three numbers (torch/_dynamo/decorators.py).
    modules: ['torch._dynamo.decorators'],
    names: ['_DimRange'],
    uses: [{ ...MADE, forms: ['NEWOBJ'] }, RESTORED],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    // `cls.__new__(cls)` of a tree or a metric.
    modules: words(`
      sklearn.neighbors._kd_tree sklearn.neighbors._ball_tree sklearn.metrics._dist_metrics sklearn.neighbors._dist_metrics
      sklearn.neighbors._binary_tree sklearn.neighbors.kd_tree sklearn.neighbors.ball_tree sklearn.neighbors.dist_metrics
      hdbscan.dist_metrics scipy.spatial.ckdtree
    `),
    names: ['newObj', 'new_object'],
    uses: [{ forms: ['REDUCE'], takes: ['sklearn-class'] }, RESTORED],
    neverHandedOn: true,
    fires: [['REDUCE', global('a.B')]],
    quiet: [['REDUCE', global('sklearn.neighbors._kd_tree.KDTree')]],
  },
  {
    modules: words(`
      sklearn._loss._loss sklearn.linear_model._sgd_fast sklearn.linear_model.sgd_fast sklearn._loss.link sklearn._loss.loss
    `),
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
    // Until 0.22 scikit-learn brought a joblib of its own.
    modules: ['joblib.numpy_pickle', 'sklearn.externals.joblib.numpy_pickle'],
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
