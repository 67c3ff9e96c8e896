import type { DenyRow } from './deny-row.ts';
import { LOADS_FILES, RUNS_CODE, STARTS_PROGRAMS, TOUCHES_FILES, USES_NETWORK } from './rules.ts';
import { words } from './words.ts';

/** Names that call what they are handed, and further ones that load, write or reach out; modules that models have no use for. */
export const CALLER_ROWS: readonly DenyRow[] = [
  {
    // They call the function that they are given with arguments that they are given.
    rule: RUNS_CODE,
    modules: words(`
      torch.utils._pytree torch.overrides torch.nn.parallel torch.nn.parallel.parallel_apply torch.utils.data._utils.worker
      scipy._lib._util sklearn.utils.parallel sklearn.utils.fixes joblib.parallel joblib.memory pandas.core.apply
    `),
    names: words(`
      tree_map tree_map_ tree_map_only handle_torch_function parallel_apply _worker_loop MapWrapper _FuncWrapper BatchedCalls
      MemorizedFunc frame_apply
    `),
    fires: ['torch.utils._pytree.tree_map', 'joblib.parallel.BatchedCalls', 'scipy._lib._util.MapWrapper'],
    // Functions that models hold, to call them later with numbers of their own, are no attack by themselves.
    quiet: ['joblib.memory.Memory', 'torch.utils.checkpoint.checkpoint', 'scipy.optimize.minimize', 'numpy.vectorize'],
  },
  {
    rule: RUNS_CODE,
    modules: words('numpy.lib._utils_impl numpy.lib.utils numpy.compat.py3k numpy._pytesttester pandas.core.frame'),
    names: words(
      'safe_eval npy_load_module PytestTester DataFrame.eval DataFrame.query DataFrame.pipe DataFrame.apply',
    ),
    fires: ['numpy.lib._utils_impl.safe_eval', 'numpy.compat.py3k.npy_load_module'],
    quiet: ['numpy.lib.utils.deprecate', 'pandas.core.frame.DataFrame'],
  },
  {
    rule: RUNS_CODE,
    modules: words('jinja2 mako tornado.template cupy.cuda hydra jax.experimental.host_callback turtledemo'),
    within: true,
    fires: ['jinja2.environment.Template', 'hydra._internal.utils._locate', 'jax.experimental.host_callback.call'],
    quiet: ['jax._src.array._reconstruct_array'],
  },
  {
    rule: STARTS_PROGRAMS,
    modules: words('asyncio git win32com docker'),
    within: true,
    fires: ['asyncio.base_subprocess.BaseSubprocessTransport', 'git.cmd.Git.execute', 'win32com.client.Dispatch'],
    quiet: ['gitlab.objects.Project'],
  },
  {
    rule: LOADS_FILES,
    modules: words(`
      onnxruntime tvm lightning.fabric.utilities.cloud_io lightning_fabric.utilities.cloud_io
      pytorch_lightning.utilities.cloud_io pstats
    `),
    within: true,
    fires: [
      'onnxruntime.capi.onnxruntime_inference_collection.InferenceSession',
      'tvm.runtime.load_module',
      'pstats.Stats',
    ],
    quiet: ['lightning.fabric.wrappers._FabricModule'],
  },
  {
    rule: LOADS_FILES,
    modules: words('spacy spacy.util polars torch pandas torch._C'),
    names: words(`
      load load_model load_model_from_path read_ipc read_csv read_parquet scan_ipc scan_csv scan_parquet from_file HDFStore
      ExcelFile _jit_load
    `),
    fires: ['spacy.util.load_model', 'torch.from_file', 'pandas.HDFStore', 'polars.read_ipc'],
    quiet: ['spacy.vocab.Vocab', 'torch.float32', 'pandas.DataFrame'],
  },
  {
    rule: TOUCHES_FILES,
    modules: words('tensorflow.python.lib.io torch.utils.tensorboard tensorboardX'),
    within: true,
    fires: ['tensorflow.python.lib.io.file_io.write_string_to_file', 'torch.utils.tensorboard.SummaryWriter'],
    quiet: ['tensorflow.python.framework.dtypes.as_dtype'],
  },
  {
    rule: USES_NETWORK,
    modules: ['logging.handlers'],
    names: words('SysLogHandler SMTPHandler HTTPHandler SocketHandler DatagramHandler'),
    fires: ['logging.handlers.SysLogHandler'],
    quiet: ['logging.handlers.QueueHandler'],
  },
];
