import type { DenyRow } from './deny-row.ts';
import { LOADS_FILES, RUNS_CODE, STARTS_PROGRAMS, TAMPERS, TOUCHES_FILES } from './rules.ts';
import { words } from './words.ts';

/** Names in NumPy, pandas, PyTorch, TensorFlow and other libraries that models come with. */
export const FRAMEWORK_ROWS: readonly DenyRow[] = [
  {
    rule: RUNS_CODE,
    modules: words(`
      importlib _frozen_importlib _frozen_importlib_external test.support unittest pytest _pytest nose
      hypothesis idlelib lib2to3 numpy.f2py numpy.distutils numpy.testing cffi numba sympy.utilities
      sympy.core.sympify sympy.parsing IPython
    `),
    within: true,
    fires: [
      'importlib.import_module',
      'importlib._bootstrap._call_with_frames_removed',
      'numpy.testing._private.utils.runstring',
      'numpy.f2py.crackfortran.getlincoef',
      'sympy.core.sympify.sympify',
      'sympy.parsing.sympy_parser.parse_expr',
      'numpy.distutils.exec_command.exec_command',
    ],
    quiet: ['importlib_metadata.version', 'numpy.ndarray'],
  },
  {
    rule: RUNS_CODE,
    modules: words(`
      torch.utils.collect_env torch.utils.bottleneck torch.utils.bottleneck.__main__ torch.utils.cpp_extension
      torch.utils._config_module torch.utils.data.datapipes.utils.decoder torch._dynamo torch._inductor
      torch._functorch torch.fx torch.jit.frontend torch.jit.unsupported_tensor_ops torch.distributed.rpc
      torch.distributed.run torch.distributed.launch torch.distributed.elastic torch.distributed.nn.jit
      torch.testing torch.utils.benchmark torch.package torch.utils.hipify
    `),
    within: true,
    fires: words(`
      torch.utils.collect_env.run torch.utils.bottleneck.__main__.run_cprofile
      torch._inductor.codecache.compile_file torch._dynamo.guards.GuardBuilder.get
      torch.fx.experimental.symbolic_shapes.ShapeEnv.evaluate_guards_expression
      torch.utils.data.datapipes.utils.decoder.basichandlers
      torch.utils._config_module.ConfigModule.load_config torch.distributed.rpc.rref
    `),
    quiet: ['torch.utils.data.dataset.Dataset', 'torch._utils._rebuild_tensor_v2'],
  },
  {
    rule: RUNS_CODE,
    modules: words(`
      cloudpickle dill jsonpickle pyximport execnet mlflow.projects mlflow.pyfunc
      transformers.dynamic_module_utils cloudpickle.cloudpickle dill._dill
    `),
    within: true,
    fires: [
      'cloudpickle.cloudpickle._make_function',
      'dill._dill._create_function',
      'mlflow.projects.backend.local._run_entry_point',
      'transformers.dynamic_module_utils.get_class_from_dynamic_module',
    ],
    quiet: ['transformers.configuration_utils.PretrainedConfig'],
  },
  {
    rule: RUNS_CODE,
    modules: words(`
      pandas pandas.core.computation.eval pandas.core.frame numexpr sympy sqlite3 _sqlite3 jinja2
      mako.template torch torch.jit torch.jit._script torch._C tensorflow keras
      keras.src.layers.core.lambda_layer logging.config string weakref threading _thread sched queue signal
      atexit codecs contextlib gettext ast tokenize xmlrpc.server socketserver wsgiref.simple_server
      nturl2path
    `),
    names: words(`
      eval query evaluate sympify load_extension connect Template Environment compile script CompilationUnit
      dictConfig fileConfig listen Formatter finalize Timer Thread start_new_thread start_new scheduler
      register signal setitimer lookup ExitStack Lambda c2py serve_forever sethook py_func
    `),
    fires: words(`
      pandas.eval pandas.core.computation.eval.eval weakref.finalize threading.Timer string.Formatter
      sqlite3.connect gettext.c2py
    `),
    quiet: ['torch.device', 'codecs.encode', 'pandas.DataFrame'],
  },
  {
    rule: LOADS_FILES,
    modules: words(`
      pickle _pickle cPickle pickletools shelve dbm.dumb joblib joblib.numpy_pickle joblib._memmapping_reducer
      yaml yaml.loader ruamel.yaml hickle klepto sklearn.externals.joblib skops.io pandas.io.pickle
      pandas.compat.pickle_compat
    `),
    names: words(`
      load loads _load _loads Unpickler _Unpickler open DbfilenameShelf read_pickle unsafe_load full_load
      UnsafeLoader Loader load_all load_temporary_memmap Shelf genops dis
    `),
    fires: ['pickle.loads', '_pickle.Unpickler', 'cPickle.load', 'joblib.load', 'yaml.unsafe_load', 'shelve.open'],
    quiet: ['pickle.PickleBuffer', 'joblib.numpy_pickle.NumpyArrayWrapper'],
  },
  {
    rule: LOADS_FILES,
    modules: words(`
      torch torch.serialization torch.hub torch.jit torch.jit._serialization torch.utils.model_zoo
      torch.utils.model_dump torch._weights_only_unpickler torch.multiprocessing.reductions
      torch.nn.modules.module
    `),
    names: words(`
      load _load _legacy_load load_state_dict_from_url load_url list help download_url_to_file _import_module
      _load_local _get_cache_or_reload import_ir_module Unpickler jit_module_from_flatbuffer add_safe_globals
      unsafe_globals rebuild_storage_filename rebuild_storage_fd register_module_forward_hook
      register_module_forward_pre_hook register_package register_import_hook save open_file_like
    `),
    fires: ['torch.load', 'torch.serialization.load', 'torch.hub.load', 'torch.jit.load', 'torch.hub._load_local'],
    quiet: ['torch.serialization._get_layout', 'torch.Size'],
  },
  {
    rule: LOADS_FILES,
    modules: words(`
      numpy numpy.lib numpy.lib.npyio numpy.lib._npyio_impl numpy.lib.format pandas pandas.io.parsers
      pandas.io.parsers.readers pandas.io.json pandas.io.html transformers tensorflow.keras.models
      keras.models keras.saving mlflow.sklearn mlflow onnxruntime safetensors.torch huggingface_hub datasets
      sentence_transformers spacy flair
    `),
    names: words(`
      load loads loadtxt genfromtxt fromfile fromregex memmap open_memmap save savez savetxt DataSource
      read_array read_pickle read_csv read_table read_fwf read_json read_html read_xml read_excel read_hdf
      read_sql read_parquet pipeline load_model InferenceSession hf_hub_download snapshot_download
      load_dataset load_file
    `),
    fires: ['numpy.load', 'numpy.lib.npyio.load', 'pandas.read_pickle', 'pandas.read_csv', 'numpy.memmap'],
    quiet: ['numpy.dtype', 'numpy.ndarray'],
  },
  {
    rule: TOUCHES_FILES,
    modules: words('pathlib pathlib._local posixpath ntpath genericpath numpy.core.multiarray numpy._core.multiarray'),
    names: words(`
      Path.write_text Path.write_bytes Path.read_text Path.read_bytes Path.unlink Path.open
      PosixPath.write_text PosixPath.read_text PosixPath.unlink exists isfile expandvars expanduser realpath
      fromfile tofile
    `),
    fires: ['numpy.core.multiarray.fromfile'],
    quiet: ['pathlib.PosixPath', 'numpy.core.multiarray._reconstruct'],
  },
  {
    rule: TAMPERS,
    modules: words('ctypes _ctypes _cffi_backend cffi numpy.ctypeslib llvmlite pythonapi pyodbc mmap'),
    within: true,
    fires: [
      'ctypes.CDLL',
      'ctypes.pythonapi',
      '_ctypes.dlopen',
      'numpy.ctypeslib.load_library',
      'ctypes.util.find_library',
    ],
    quiet: ['ctypeslib.x'],
  },
  {
    rule: RUNS_CODE,
    modules: words('scipy.stats._distn_infrastructure scipy.stats._continuous_distns scipy.stats._discrete_distns'),
    names: words('rv_generic rv_continuous rv_discrete rv_sample'),
    // Their `__setstate__` compiles and runs a text of the state (`_attach_argparser_methods`).
    fires: ['scipy.stats._distn_infrastructure.rv_continuous'],
    quiet: ['scipy.stats._distn_infrastructure.rv_continuous_frozen'],
  },
  {
    rule: LOADS_FILES,
    modules: words(`
      torch.utils.data.datapipes torch.utils.show_pickle torch.ops torch.classes torch._ops torch._classes
      networkx.readwrite gensim.utils ray.cloudpickle ray.pickle cloudpickle_fast keras.src.saving keras.saving
      tensorflow.python.saved_model nltk.data pyarrow.serialization kedro prefect dask.distributed distributed
      transformers.utils.hub transformers.utils.import_utils sklearn.datasets torchvision.datasets
      sentence_transformers.util mlflow.utils
    `),
    within: true,
    fires: words(`
      torch.utils.data.datapipes.datapipe._DataPipeSerializationWrapper torch.ops.load_library
      gensim.utils.unpickle keras.src.saving.saving_lib.load_model sklearn.datasets.fetch_openml
    `),
    quiet: ['torch.utils.data.dataset.TensorDataset', 'torchvision.models.resnet.ResNet'],
  },
  {
    rule: TOUCHES_FILES,
    modules: words(`
      tensorflow.python.ops.gen_io_ops tensorflow.python.ops.io_ops tensorflow.python.platform.gfile tensorflow.io
      pandas.io pyarrow.fs pyarrow.parquet numpy.lib._npyio_impl numpy.lib.npyio nltk.downloader h5py xml.etree xml.dom
      xml.sax lxml openpyxl
    `),
    within: true,
    fires: words('tensorflow.python.ops.gen_io_ops.write_file pandas.io.common.get_handle xml.sax.parse'),
    quiet: ['pandas.core.frame.DataFrame'],
  },
  {
    rule: STARTS_PROGRAMS,
    modules: words('torch.multiprocessing psutil apport nltk.internals sklearn.utils._testing turtle tkinter'),
    within: true,
    fires: words('torch.multiprocessing.spawn.spawn psutil.Popen sklearn.utils._testing.assert_run_python_script'),
    quiet: ['sklearn.utils._bunch.Bunch'],
  },
  {
    rule: RUNS_CODE,
    modules: words('torch._utils joblib._memmapping_reducer tensorflow.python.keras.utils.generic_utils'),
    names: words('_import_dotted_name _reduce_memmap reduce_array_memmap_backward func_load'),
    fires: ['torch._utils._import_dotted_name'],
    quiet: ['torch._utils._rebuild_tensor_v2'],
  },
  {
    // It unpickles the bytes it is given: allowed for bytes that stand in the file, which are read in turn.
    rule: LOADS_FILES,
    modules: ['torch.storage'],
    names: ['_load_from_bytes'],
    fires: ['torch.storage._load_from_bytes'],
    quiet: ['torch.storage.UntypedStorage'],
  },
];
