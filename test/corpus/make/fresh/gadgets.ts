/**
 * Callables that execute, import, write, connect or unpickle, by reading the sources of Python and of the frameworks:
 * `module name | arguments`. Chosen beyond the lists that scanners are known to carry.
 */
export const FRESH_GADGETS = `
idlelib.run Executive.runcode | 1
idlelib.calltip get_entity | __import__('os')
idlelib.pyshell main |
idlelib.rpc unpickle_code | x
lib2to3.pgen2.grammar Grammar.load | x.pkl
lib2to3.pgen2.driver load_grammar | x
lib2to3.main main | fixes
test.support.script_helper run_python_until_end | -c 1
test.support.os_helper rmtree | x
turtledemo.__main__ main |
pyclbr readmodule | x
py_compile compile | x.py
compileall compile_dir | x
modulefinder ModuleFinder.run_script | x.py
tabnanny check | x
site addpackage | . x.pth
site execsitecustomize |
zipimport zipimporter | x.zip
importlib.abc InspectLoader.exec_module | x
importlib.metadata EntryPoint.load | x
importlib.metadata EntryPoint | x os:system console_scripts
runpy _run_module_as_main | x
gettext c2py | n
gettext find | ../x
typing get_type_hints | x
typing ForwardRef._evaluate | x
inspect get_annotations | x
dataclasses make_dataclass | X a
collections namedtuple | X a
unittest main |
unittest.loader TestLoader.loadTestsFromName | os.system
unittest.loader TestLoader.discover | .
doctest testfile | x
xml.sax parse | http://127.0.0.1:9/x
xml.dom.minidom parse | /etc/hostname
xml.etree.ElementInclude default_loader | /etc/hostname xml
asyncio.subprocess create_subprocess_shell | true
asyncio create_subprocess_exec | true
multiprocessing.popen_fork Popen | x
multiprocessing.popen_spawn_posix Popen | x
multiprocessing.forkserver main | 1
multiprocessing.managers BaseManager | x
multiprocessing.connection Client | 127.0.0.1
multiprocessing.reduction ForkingPickler.loads | x
multiprocessing.shared_memory SharedMemory | x
multiprocessing.spawn prepare | x
concurrent.futures.process _process_worker | x
wsgiref.simple_server make_server | x
cgitb enable |
smtpd SMTPServer | x
asyncore file_dispatcher | 0
urllib.request URLopener.retrieve | http://127.0.0.1:9/x
urllib.robotparser RobotFileParser.read | x
tempfile NamedTemporaryFile |
tempfile mkstemp |
shutil unpack_archive | x.zip ..
shutil make_archive | x zip
argparse FileType.__call__ | x
configparser RawConfigParser.read | /etc/hostname
mailbox Maildir | x
mmap mmap | 0
fcntl ioctl | 0
resource setrlimit | 0
syslog syslog | x
sys setprofile | x
sys.modules __setitem__ | torch
os.environ __setitem__ | LD_PRELOAD x.so
contextlib ExitStack.callback | x
threading Thread.start | x
re Scanner | x
json.decoder JSONDecoder | x
logging basicConfig | x
warnings showwarning | x
ensurepip bootstrap |
nt startfile | x
webbrowser get | x
_sitebuiltins _Helper.__call__ | x
_testcapi run_in_subinterp | 1
_xxinterpchannels create |
_ctypes_test func | 1
readline write_history_file | x
encodings search_function | x
encodings.aliases __dict__.update | x
torch load | x.pt
torch.serialization _load | x
torch.jit._serialization load | x.pt
torch.ops load_library | x.so
torch.classes load_library | x.so
torch.utils.model_zoo load_url | http://127.0.0.1:9/x
torch.hub download_url_to_file | http://127.0.0.1:9/x x
torch.export load | x.pt2
torch._inductor.codecache PyCodeCache.load | 1
torch._inductor.codecache CppCodeCache.load | 1
torch._inductor.codecache DLLWrapper | x.so
torch._inductor.runtime.compile_tasks _reload_python_module | x x.py
torch.distributed.rpc init_rpc | x
torch.distributed.elastic.multiprocessing.api start_processes | x
torch.distributed.run main |
torch.utils.tensorboard.writer SummaryWriter | x
torch.utils.benchmark.utils.timer Timer.timeit | 1
torch.utils.checkpoint checkpoint | x
torch from_file | /etc/hostname
torch.storage UntypedStorage.from_file | /etc/hostname
torch save | x y
torch.profiler.profiler profile |
torch.fx.interpreter Interpreter.run | x
torch._C import_ir_module | x
torch._C._aoti AOTIModelContainerRunnerCpu | x.so
torch.nn.modules.module _global_forward_hooks.__setitem__ | x
numpy fromfile | /etc/hostname
numpy memmap | /etc/hostname
numpy genfromtxt | http://127.0.0.1:9/x
numpy savetxt | x y
numpy.lib.format open_memmap | x
numpy apply_along_axis | x
numpy fromfunction | x
numpy frompyfunc | x
numpy.testing rundocs | x
numpy DataSource.open | http://127.0.0.1:9/x
numpy.ndarray tofile | x
numpy.ndarray dump | x
numpy.lib._npyio_impl NpzFile | x
numpy.random mtrand.rand.__reduce__ |
numpy.ma.core fromfile | x
pandas read_html | http://127.0.0.1:9/x
pandas read_sql | x sqlite://
pandas DataFrame.query | @__import__('os')
pandas DataFrame.to_csv | x
pandas DataFrame.pipe | x
pandas.io.common get_handle | x w
pandas.io.sql pandasSQL_builder | sqlite://
pandas.compat._optional import_optional_dependency | os
pandas.core.generic NDFrame.eval | 1
sklearn.datasets fetch_file | http://127.0.0.1:9/x
sklearn.datasets._base load_files | x
sklearn.utils._testing _delete_folder | x
sklearn.utils._metadata_requests exec | x
joblib.parallel Parallel | 1
joblib.memory Memory | x
joblib.numpy_pickle load | x
joblib.func_inspect get_func_code | x
joblib.externals.cloudpickle.cloudpickle subimport | os
joblib.externals.cloudpickle.cloudpickle _make_function | x
joblib.externals.loky.process_executor _ReusablePoolExecutor | x
dill._dill _import_module | os
dill._dill _create_filehandle | x w
dill._dill _eval_repr | 1
dill.session load_session | x
transformers.utils.import_utils direct_transformers_import | x
transformers.agents.python_interpreter evaluate_python_code | 1
transformers.models.auto.auto_factory _BaseAutoModelClass.from_pretrained | x/y
transformers.image_utils load_image | http://127.0.0.1:9/x
transformers pipeline | text-generation x/y
transformers.modeling_utils load_state_dict | x.bin
transformers.trainer Trainer | x
keras.src.utils.python_utils func_load | x
keras.saving deserialize_keras_object | x
keras.src.saving.serialization_lib deserialize_keras_object | x
keras.src.utils.file_utils extract_archive | x
tensorflow.python.framework.load_library load_op_library | x.so
tensorflow.python.ops.script_ops py_func | x
tensorflow.python.lib.io.file_io write_string_to_file | x y
tensorflow.python.saved_model.load load | x
xgboost.core Booster.load_model | x
xgboost.collective init |
lightgbm.basic Booster | x
nltk.data load | x
nltk.downloader download | x
spacy.util import_file | x x.py
spacy.cli.download download | x
gradio Interface.load | x
wandb init |
ray init |
distributed.client Client | 127.0.0.1
sympy.core.sympify sympify | __import__('os')
sympy.parsing.sympy_parser parse_expr | __import__('os')
numexpr evaluate | 1
asteval Interpreter | 1
scipy.io loadmat | x
scipy.io._fortran FortranFile | x
cupy RawKernel | x
PIL.ImageShow show | x
PIL.ImageMath eval | 1
cv2 imread | x
yaml unsafe_load | x
yaml.constructor UnsafeConstructor.find_python_name | os.system
django.utils.module_loading import_string | os.system
werkzeug.utils import_string | os.system
pkg_resources run_script | x x
pytest main |
py._path.local LocalPath.sysexec | true
gevent.subprocess Popen | true
trio run_process | true
anyio run_process | true
twisted.internet.utils getProcessOutput | true
tornado.process Subprocess | true
win32com.client Dispatch | WScript.Shell
win32api ShellExecute | x
fire Fire | x
click launch | http://127.0.0.1:9/x
cPickle loads | x
thread start_new_thread | x
urllib urlopen | http://127.0.0.1:9/x
dumbdbm open | x
`;
