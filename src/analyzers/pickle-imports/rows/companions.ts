import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, DICT, dict, global, NONE, number, result, TRUE, TUPLE, text } from './examples.ts';

/** What companions of the large libraries put into pickles beside plain classes. */
export const COMPANION_ROWS: readonly AllowRow[] = [
  {
    // How estimators check their columns: scikit-learn holds it in a partial function.
    modules: ['sklearn.utils.validation'],
    names: ['check_array', 'check_X_y', 'column_or_1d', 'check_consistent_length', 'assert_all_finite'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Makes an object of the class, sets what the state has by name, and locks it where it says so.
    modules: ['tensordict._reductions'],
    names: ['_make_td'],
    uses: [{ forms: ['REDUCE'], takes: ['td-class', 'td-state'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', global('os.system'), DICT],
      ['REDUCE', global('tensordict._td.TensorDict'), dict(text('lock_'), result('functools.partial'))],
    ],
    quiet: [['REDUCE', global('tensordict._td.TensorDict'), dict(text('_is_locked'), number(1))]],
  },
  {
    // Writes what its state holds into a temporary file, whose name may be led elsewhere by its ends.
    modules: ['sklearn_crfsuite._fileresource'],
    names: ['FileResource'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['file-state'] },
    ],
    neverHandedOn: true,
    fires: [
      ['NEWOBJ', text('/etc/cron.d/x')],
      ['BUILD', dict(text('prefix'), text('/etc/cron.d/x'))],
      ['BUILD', dict(text('name'), text('/tmp/x'), text('auto'), TRUE)],
      ['BUILD', dict(text('suffix'), text('.py'), text('__FILE_RESOURCE_DATA__'), BYTES)],
    ],
    quiet: [
      [
        'BUILD',
        dict(text('name'), NONE, text('auto'), TRUE, text('suffix'), text('.crfsuite'), text('prefix'), text('model')),
      ],
    ],
  },
  {
    modules: ['tensordict._td', 'tensordict._lazy'],
    names: ['TensorDict', 'LazyStackedTensorDict'],
    uses: NO_USE,
    fires: [['REDUCE', DICT]],
    quiet: [],
  },
  {
    // A context that is none: it keeps one value.
    modules: ['contextlib'],
    names: ['nullcontext'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    fires: [['REDUCE', global('os.system')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // How a cycle of learning rates is shaped: `getattr` of its class, before protocol 4.
    modules: ['torch.optim.lr_scheduler.CyclicLR'],
    names: ['_triangular_scale_fn', '_triangular2_scale_fn', '_exp_range_scale_fn'],
    uses: NO_USE,
    fires: [['REDUCE', number(1)]],
    quiet: [],
  },
  {
    modules: ['torch.optim.lr_scheduler'],
    names: words('CyclicLR._triangular_scale_fn CyclicLR._triangular2_scale_fn CyclicLR._exp_range_scale_fn'),
    uses: NO_USE,
    fires: [['REDUCE', number(1)]],
    quiet: [],
  },
  {
    // Layouts that pickle looks up by the text that they are shown as (`torch.channels_last`), in the first module that has it.
    modules: ['torch._utils', 'torch'],
    names: words('torch.channels_last torch.channels_last_3d torch.contiguous_format torch.preserve_format'),
    uses: NO_USE,
    fires: [['REDUCE', number(1)]],
    quiet: [],
  },
  {
    // C++ that is seeded with numbers and a tensor.
    modules: ['torch._C', 'torch'],
    names: ['Generator'],
    uses: [
      { forms: ['REDUCE'], takes: ['made'] },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', result('torch.device')],
      ['BUILD', TUPLE],
    ],
  },
  {
    // Tuples with names: observers that quantisation will make later, and how sharded modules end.
    modules: words('torch.ao.quantization.qconfig torch.quantization.qconfig torch.distributed.algorithms.join'),
    names: ['QConfig', 'QConfigDynamic', '_JoinConfig'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'any' }],
    fires: [['BUILD', text('x')]],
    quiet: [
      [
        'NEWOBJ',
        result('torch.ao.quantization.observer._PartialWrapper'),
        global('torch.ao.quantization.MinMaxObserver'),
      ],
    ],
  },
  {
    modules: ['numpy.linalg', 'numpy.linalg._linalg', 'numpy.linalg.linalg'],
    names: words('inv pinv norm det slogdet solve eig eigh eigvals eigvalsh svd qr cholesky lstsq matrix_rank'),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['torch.utils.data._utils.collate'],
    names: ['default_collate', 'default_convert'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // What timm does to pictures, and how strongly.
    modules: ['timm.data.auto_augment'],
    names: words(`
      shear_x shear_y translate_x_rel translate_y_rel translate_x_abs translate_y_abs rotate auto_contrast invert equalize
      solarize solarize_add posterize contrast color brightness sharpness gaussian_blur gaussian_blur_rand desaturate
      _rotate_level_to_arg _enhance_level_to_arg _enhance_increasing_level_to_arg _minmax_level_to_arg _shear_level_to_arg
      _translate_abs_level_to_arg _translate_rel_level_to_arg _posterize_level_to_arg _posterize_increasing_level_to_arg
      _posterize_original_level_to_arg _solarize_level_to_arg _solarize_increasing_level_to_arg _solarize_add_level_to_arg
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['torchvision.models.optical_flow.raft'],
    names: ['_pass_through_h'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // What `torch.max` and its like answer with: a tuple with names.
    modules: ['torch.return_types'],
    names: words(`
      aminmax cummax cummin frexp geqrf histogram histogramdd kthvalue linalg_cholesky_ex linalg_eig linalg_eigh
      linalg_inv_ex linalg_ldl_factor linalg_ldl_factor_ex linalg_lstsq linalg_lu linalg_lu_factor linalg_lu_factor_ex
      linalg_qr linalg_slogdet linalg_solve_ex linalg_svd lu_unpack max median min mode nanmedian qr slogdet sort svd
      symeig topk triangular_solve
    `),
    uses: [{ forms: ['REDUCE'], takes: ['plain', 'plain'] }],
    fires: [['REDUCE', global('os.system')]],
    quiet: [['REDUCE', TUPLE, DICT]],
  },
  {
    // Copies a dict.
    modules: ['flax.core.frozen_dict'],
    names: ['FrozenDict'],
    uses: [{ forms: ['REDUCE'], takes: ['plain'] }],
    fires: [['REDUCE', result('builtins.map')]],
    quiet: [['REDUCE', DICT]],
  },
  {
    // Settings of OpenMMLab: dicts with attributes.
    modules: ['mmengine.config.config'],
    names: ['ConfigDict'],
    uses: [
      { forms: ['REDUCE'], takes: ['plain'] },
      { forms: ['BUILD'], takes: ['dict-state'] },
      { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' },
    ],
    fires: [['REDUCE', result('builtins.map')]],
    quiet: [
      ['REDUCE', DICT],
      ['SETITEMS', text('a'), TUPLE],
    ],
  },
  {
    modules: ['mmengine.logging.history_buffer'],
    names: words('HistoryBuffer.min HistoryBuffer.max HistoryBuffer.mean HistoryBuffer.current HistoryBuffer.data'),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // What a tensor of four bits is to be read back with.
    modules: ['bitsandbytes.functional'],
    names: ['QuantState'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    fires: [['REDUCE', TUPLE]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // What models hold to be called later: masks, first values, links.
    modules: ['x_transformers.attend', 'pyro.infer.autoguide.initialization', 'shap.utils._legacy'],
    names: words(
      'create_causal_mask init_to_feasible init_to_median init_to_mean init_to_sample IdentityLink.f LogitLink.f',
    ),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['kmodes.util.dissim'],
    names: ['matching_dissim', 'euclidean_dissim', 'jaccard_dissim_binary', 'jaccard_dissim_label', 'ng_dissim'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Classes of Cython: made by `__new__` of the class they name, with a checksum of its fields, and their values.
    modules: ['arch.univariate.recursions'],
    names: words(`
      __pyx_unpickle_ARCHInMeanRecursion __pyx_unpickle_EGARCHUpdater __pyx_unpickle_EWMAUpdater
      __pyx_unpickle_FIGARCHUpdater __pyx_unpickle_GARCHUpdater __pyx_unpickle_HARCHUpdater __pyx_unpickle_MIDASUpdater
      __pyx_unpickle_RiskMetrics2006Updater
    `),
    uses: [{ forms: ['REDUCE'], takes: ['class', 'constant', 'value'] }],
    fires: [['REDUCE', result('builtins.getattr'), text('x')]],
    quiet: [['REDUCE', global('arch.univariate.recursions.GARCHUpdater'), text('x'), TUPLE]],
  },
  {
    modules: ['arch.univariate.recursions'],
    names: words(`
      ARCHInMeanRecursion EGARCHUpdater EWMAUpdater FIGARCHUpdater GARCHUpdater HARCHUpdater MIDASUpdater
      RiskMetrics2006Updater
    `),
    uses: [
      { forms: ['REDUCE'], takes: ['constant', 'constant', 'constant', 'constant', 'constant'] },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE', text('x')]],
  },
  ...tuplesWithNames('statsforecast.utils', ['results']),
  ...tuplesWithNames('econml.validate.sensitivity_analysis', ['SensitivityParams']),
  ...tuplesWithNames('optuna.samplers._tpe.parzen_estimator', ['_ParzenEstimatorParameters']),
  ...tuplesWithNames('segmentation_models_pytorch.encoders._efficientnet', ['BlockArgs', 'GlobalParams']),
  ...tuplesWithNames('efficientnet_pytorch.utils', ['BlockArgs', 'GlobalParams']),
  ...tuplesWithNames('deepctr_torch.inputs', ['SparseFeat', 'VarLenSparseFeat', 'DenseFeat']),
];

function tuplesWithNames(module: string, names: readonly string[]): readonly AllowRow[] {
  const uses = [{ forms: ['NEWOBJ'], takes: [], rest: 'any' }] as const;
  return [
    { modules: [module], names, uses, fires: [['REDUCE', global('os.system')]], quiet: [['NEWOBJ', TUPLE, text('x')]] },
  ];
}
