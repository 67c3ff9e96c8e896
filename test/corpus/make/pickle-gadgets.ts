/**
 * Names through which a pickle runs code, starts programs, or touches files, the network or the process: from the
 * advisories and papers on pickle scanners, and from reading the standard library and the frameworks. `module name name`.
 */
export const GADGETS = `
os system popen execv execve execl execvp spawnl spawnv spawnlp posix_spawn fork putenv remove unlink rename chmod startfile kill listdir open
posix system popen execv posix_spawn fork open
nt system startfile execv
subprocess Popen run call check_call check_output getoutput getstatusoutput
_posixsubprocess fork_exec
_winapi CreateProcess
pty spawn fork
commands getoutput getstatusoutput
popen2 popen3
builtins eval exec compile __import__ open input breakpoint print getattr setattr delattr globals locals vars map filter memoryview classmethod super help __build_class__
__builtin__ eval exec execfile apply reload file getattr
timeit timeit repeat main Timer
pdb run runeval runcall runctx Pdb set_trace
bdb Bdb
cProfile run runctx Profile
profile run runctx Profile
trace Trace
doctest run_docstring_examples debug_script debug testsource
code interact InteractiveInterpreter InteractiveConsole compile_command
codeop compile_command
pydoc locate pipepager tempfilepager importfile safeimport browse apropos writedoc render_doc
pkgutil resolve_name get_data find_loader get_loader iter_modules
importlib import_module __import__ reload
importlib.util spec_from_file_location module_from_spec
importlib._bootstrap _call_with_frames_removed _gcd_import
importlib._bootstrap_external SourceFileLoader
importlib.machinery SourceFileLoader ExtensionFileLoader
imp load_source load_module load_dynamic
runpy run_path run_module _run_code _run_module_code
marshal loads load
types FunctionType CodeType MethodType LambdaType ModuleType
ctypes CDLL PyDLL pythonapi cast memmove string_at WinDLL
_ctypes dlopen call_function
ctypes.util find_library
uuid _get_command_stdout _popen
imaplib IMAP4_stream
_pyrepl.pager pipe_pager tempfile_pager
_osx_support _read_output _find_build_tool
_aix_support _read_cmd_output
pip main
pip._internal main
pip._internal.cli.main main
multiprocessing.util spawnv_passfds
multiprocessing.process BaseProcess
multiprocessing.pool Pool
concurrent.futures ThreadPoolExecutor
distutils.spawn spawn
distutils.file_util write_file copy_file
distutils.core run_setup
setuptools.sandbox run_setup
_interpreters run_string exec create
_xxsubinterpreters run_string create
interpreters create
logging FileHandler
logging.handlers SocketHandler SMTPHandler RotatingFileHandler
logging.config dictConfig fileConfig listen
io FileIO open open_code
_io FileIO open
codecs open
sqlite3 connect
smtplib SMTP SMTP_SSL
ftplib FTP
http.client HTTPConnection HTTPSConnection
http.server HTTPServer test
urllib.request urlopen urlretrieve
requests get post
requests.api get
httpx get
aiohttp ClientSession
socket socket create_connection getaddrinfo
ssl create_default_context get_server_certificate
telnetlib Telnet
poplib POP3
xmlrpc.client ServerProxy
socketserver TCPServer
asyncio run create_subprocess_shell
signal signal alarm setitimer
atexit register
site main addsitedir execsitecustomize
webbrowser open open_new get
antigravity geohash
idlelib.pyshell ModifiedInterpreter
idlelib.run Executive
idlelib.autocomplete AutoComplete
idlelib.calltip get_entity
lib2to3.pgen2.grammar Grammar
lib2to3.pgen2.pgen ParserGenerator
turtle Screen
tkinter Tk
shutil rmtree copy move make_archive which
tempfile mkdtemp NamedTemporaryFile mkstemp
glob glob
fileinput input
linecache getline getlines updatecache
zipfile ZipFile main
tarfile open TarFile
gzip open GzipFile
bz2 open
lzma open
mmap mmap
pathlib Path.write_text Path.unlink Path.open Path.read_text
pickle loads load Unpickler
_pickle loads load Unpickler
cPickle loads
shelve open
dill loads load
dill._dill _create_function _create_code _import_module _eval_repr
cloudpickle loads
cloudpickle.cloudpickle _make_function _builtin_type subimport _make_skeleton_class
joblib load
joblib.numpy_pickle load
joblib._memmapping_reducer _reduce_memmap
jsonpickle decode
jsonpickle.unpickler decode loadclass
yaml unsafe_load load full_load
ruamel.yaml load
operator setitem delitem iadd getitem call
_operator getitem call
functools partial reduce partialmethod singledispatch
_functools partial reduce
itertools starmap takewhile
string Formatter
weakref finalize
threading Timer Thread
_thread start_new_thread
sched scheduler
contextlib ExitStack contextmanager
inspect getattr_static getsource
gc get_objects get_referrers
sys modules settrace setprofile _getframe exit addaudithook path meta_path
faulthandler enable register
resource setrlimit
copyreg add_extension dispatch_table pickle
numpy.testing._private.utils runstring
numpy.f2py.crackfortran getlincoef param_eval myeval
numpy.f2py.diagnose run_command
numpy.distutils.exec_command exec_command
numpy.distutils.cpuinfo getoutput
numpy.distutils.misc_util exec_mod_from_location
numpy load loadtxt fromfile memmap genfromtxt save
numpy.lib.npyio load
numpy.ctypeslib load_library
numpy.lib._npyio_impl NpzFile load
pandas read_pickle eval read_csv read_json read_hdf
pandas.io.pickle read_pickle
pandas.compat.pickle_compat loads Unpickler
pandas.core.computation.eval eval
pandas.io.common get_handle
sklearn.utils._testing assert_run_python_script
sklearn.datasets fetch_openml
scipy.stats._distn_infrastructure rv_generic rv_continuous rv_discrete
scipy._lib._util check_random_state.exec
torch load compile
torch.serialization load _load
torch.hub load load_state_dict_from_url download_url_to_file _load_local
torch.jit load script
torch.jit.unsupported_tensor_ops execWrapper
torch.utils.collect_env run run_and_read_all
torch.utils.bottleneck.__main__ run_cprofile run_autograd_prof
torch.utils._config_module ConfigModule.load_config ConfigModule
torch.utils.data.datapipes.utils.decoder basichandlers
torch.utils.data.datapipes.datapipe _DataPipeSerializationWrapper _IterDataPipeSerializationWrapper
torch.utils.model_zoo load_url
torch.utils.cpp_extension load load_inline
torch.utils.show_pickle main
torch._dynamo.guards GuardBuilder.get
torch.fx.experimental.symbolic_shapes ShapeEnv.evaluate_guards_expression
torch.fx._symbolic_trace symbolic_trace
torch.fx.graph_module reduce_graph_module reduce_package_graph_module _forward_from_src _exec_with_source
torch._inductor.codecache compile_file PyCodeCache.load
torch.distributed.rpc rpc_sync
torch.package package_importer.PackageImporter PackageImporter
torch.multiprocessing.reductions rebuild_storage_filename
torch.multiprocessing.spawn spawn
torch.testing._internal.common_utils run_tests
torch._utils _import_dotted_name
torch.ops load_library
torch.classes load_library
transformers pipeline
transformers.dynamic_module_utils get_class_from_dynamic_module get_class_in_module
transformers.utils.import_utils direct_transformers_import
transformers.utils.hub cached_file
mlflow.projects.backend.local _run_entry_point
mlflow.pyfunc load_model
mlflow.utils.process _exec_cmd
keras.models load_model
keras.src.saving.saving_lib load_model
tensorflow.python.keras.utils.generic_utils func_load
tensorflow.keras.models load_model
tensorflow io.read_file
tensorflow.python.ops.gen_io_ops read_file write_file
tensorflow.python.platform.gfile GFile
huggingface_hub hf_hub_download snapshot_download
datasets load_dataset
sympy sympify
sympy.utilities.lambdify lambdify
numexpr evaluate
numba.core.serialize _unpickle__CustomPickled
jinja2 Template Environment
mako.template Template
IPython embed start_ipython
IPython.utils.process system
nltk.downloader download
nltk.internals java
networkx.readwrite.gpickle read_gpickle
gensim.utils unpickle
spacy load
pyarrow.fs LocalFileSystem
ray.cloudpickle loads
dask.distributed Client
fsspec open
boto3 client
paramiko SSHClient
fabric Connection
invoke run
pexpect run spawn
sh Command
plumbum local
test.support.script_helper assert_python_ok
unittest.mock patch
venv create
ensurepip bootstrap _run_pip
zipimport zipimporter
compileall compile_file
py_compile compile
nntplib NNTP
modulefinder ModuleFinder
symtable symtable
tokenize open
cgitb enable
code.os system
crypt crypt
getpass getpass
readline set_completer
rlcompleter Completer
gettext c2py translation
ast literal_eval.eval
xml.etree.ElementTree parse
xml.dom.minidom parse
xml.sax parse
wsgiref.simple_server make_server
selectors DefaultSelector
select select
winreg SetValueEx
msvcrt putch
nturl2path url2pathname.eval
_frozen_importlib __import__
_frozen_importlib_external SourceFileLoader
_testcapi run_in_subinterp
_testinternalcapi run_in_subinterp
_imp create_dynamic
_io open_code
_socket socket
_sqlite3 connect
_lsprof Profiler
_thread start_new
_warnings warn_explicit.exec
nose.tools raises
pytest main
hypothesis.strategies builds
execnet makegateway
pyximport install
cffi FFI
llvmlite.binding load_library_permanently
psutil Popen
apport.hookutils command_output
_pydev_bundle._pydev_execfile execfile
`;
