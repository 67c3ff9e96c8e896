/** What a plain Python file may import, and what it may do with the modules through which programs start and files vanish. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Modules of the standard library that start nothing, reach no network and turn no text or bytes into code. */
export const HARMLESS_MODULES = words(`
  __future__ abc argparse array ast asyncio atexit base64 binascii bisect bz2 calendar cmath codecs collections colorsys concurrent configparser contextlib
  contextvars copy csv dataclasses datetime decimal difflib enum errno fnmatch fractions functools gc getopt gettext glob
  graphlib gzip hashlib heapq hmac html inspect io ipaddress itertools json keyword locale logging lzma math mimetypes multiprocessing numbers operator
  optparse os pathlib pickle platform pprint queue random re reprlib secrets shlex shutil signal sqlite3 stat statistics string stringprep
  struct subprocess sys tarfile tempfile textwrap threading time timeit token tokenize tomllib traceback types typing unicodedata
  unittest uuid warnings wave weakref xml zipfile zlib zoneinfo
`);

/** Packages that send, fetch, start or steer other programs, evaluate texts, or bring code of C. */
export const POWERFUL_PACKAGES = words(`
  aiohttp airflow ansible asteval azure boto boto3 botocore celery cffi chameleon delegator discord django docker dramatiq dropbox envoy
  execnet fabric gdown googleapiclient grpc httpx invoke ipykernel IPython jinja2 jsonpickle jupyter_client kafka
  kaggle kubernetes launch luigi mako minio mss nbconvert nox numexpr oss2 paho papermill paramiko pexpect pika pip pkg_resources
  playwright plumbum praw prefect psutil psycopg psycopg2 ptyprocess pyautogui pycurl pydrive pymongo pymysql pynput pyngrok pyppeteer
  pytube pyximport redis requests rpyc sarge scapy selenium setuptools sh simpleeval slack_sdk smbprotocol socketio socks sultan
  sympy telebot telegram telethon tornado tweepy urllib3 weave websocket websockets wget winreg yt_dlp zmq
`);

/** Modules that may only be named together with one of these attributes, wherever they are reached from. */
export const GUARDED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'os',
    words(`
      path makedirs mkdir listdir walk scandir environ getenv getcwd chdir sep linesep pathsep cpu_count getpid stat rename
      replace name devnull PathLike fspath get_terminal_size sched_getaffinity uname access F_OK R_OK W_OK urandom
    `),
  ],
  [
    'sys',
    words(`
      argv exit path stdout stderr stdin version version_info platform executable byteorder maxsize float_info getsizeof
      exc_info setrecursionlimit hexversion prefix flags maxunicode float_repr_style getdefaultencoding intern
    `),
  ],
  ['shutil', words('copy copy2 copyfile copyfileobj copytree move which make_archive disk_usage get_terminal_size')],
  ...['pickle', 'dill', 'cloudpickle'].map((name): [string, ReadonlySet<string>] => [
    name,
    words('dump dumps load HIGHEST_PROTOCOL PickleError UnpicklingError'),
  ]),
  // Not `instantiate` and `call`, which import what a setting names.
  ['hydra', words('main compose initialize initialize_config_dir initialize_config_module __version__')],
  // Asks whoever starts it what to call: a function of the file, where that is what it is given.
  ['fire', words('Fire')],
  ['hydra.utils', words('to_absolute_path get_original_cwd')],
  ['hydra.experimental', words('compose initialize initialize_config_dir initialize_config_module')],
  ['hydra.core.hydra_config', words('HydraConfig')],
  ['hydra.core.global_hydra', words('GlobalHydra')],
  ['hydra.core.config_store', words('ConfigStore')],
  [
    'asyncio',
    words(`
      run gather sleep create_task Queue Lock Event Semaphore wait wait_for get_event_loop new_event_loop set_event_loop
      get_running_loop iscoroutinefunction CancelledError TimeoutError to_thread as_completed ensure_future Task Future timeout
      AbstractEventLoop BoundedSemaphore Condition PriorityQueue LifoQueue TaskGroup shield all_tasks isfuture
      FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED run_coroutine_threadsafe wrap_future current_task QueueEmpty QueueFull
    `),
  ],
  ...['requests', 'httpx'].map((name): [string, ReadonlySet<string>] => [
    name,
    words(`
      get post put patch delete head Response Timeout HTTPError ConnectionError ConnectTimeout
      ReadTimeout TimeoutException RequestException RequestError HTTPStatusError ConnectError JSONDecodeError exceptions codes
    `),
  ]),
  ['gc', words('collect enable disable isenabled')],
  [
    'inspect',
    words(
      `signature getsource isclass isfunction ismethod getfile getfullargspec Parameter Signature isabstract getdoc cleandoc
      iscoroutinefunction isawaitable isgenerator isgeneratorfunction isasyncgenfunction iscoroutine isroutine isbuiltin unwrap`,
    ),
  ],
  [
    'logging',
    words(`
      getLogger basicConfig debug info warning warn error critical exception log DEBUG INFO WARNING WARN ERROR CRITICAL NOTSET
      StreamHandler FileHandler NullHandler Handler Formatter Filter Logger LoggerAdapter LogRecord disable getLevelName
      addLevelName root captureWarnings getLoggerClass get_logger set_verbosity set_verbosity_debug set_verbosity_info
      set_verbosity_warning set_verbosity_error enable_explicit_format enable_default_handler
    `),
  ],
  [
    'multiprocessing',
    words(`
      Pool cpu_count Process Queue JoinableQueue Pipe Manager Lock RLock Semaphore Event Value Array freeze_support
      set_start_method get_start_method set_sharing_strategy get_context current_process
    `),
  ],
  ['atexit', words('register unregister')],
  [
    'signal',
    words('signal Signals SIGTERM SIGINT SIGALRM SIGHUP SIGUSR1 SIGUSR2 SIG_DFL SIG_IGN alarm default_int_handler'),
  ],
  ['timeit', words('default_timer')],
  // Named, and no program started.
  ['subprocess', words('PIPE STDOUT DEVNULL CalledProcessError TimeoutExpired SubprocessError CompletedProcess')],
  ['unittest', words('TestCase main skip skipIf skipUnless mock')],
  // Not what finds a module by a text.
  ...['mock', 'unittest.mock'].map((name): [string, ReadonlySet<string>] => [
    name,
    words(
      'patch Mock MagicMock AsyncMock PropertyMock NonCallableMock call ANY DEFAULT sentinel mock_open create_autospec seal',
    ),
  ]),
  ['yaml', words('safe_load safe_load_all dump safe_dump SafeLoader SafeDumper YAMLError add_representer')],
]);

/** Names that no plain file has, whether bare, imported or behind a dot: what starts, connects, evaluates, or leads to what does. */
export const DENIED = words(`
  __import__ breakpoint builtins check_call check_output cpp_extension create_subprocess_exec create_subprocess_shell ctypes
  CDLL Popen popen spawn f2py fork forkpty fromhex FunctionType CodeType LambdaType f_back f_builtins f_globals f_locals f_code
  gi_code cr_code ag_code get_ipython get_objects get_referrers get_referents getmembers getoutput getstatusoutput hub
  import_module importlib iter_modules load_inline load_library loads marshal memory_maps methodcaller attrgetter posix
  posix_spawn pty rmtree removedirs run_cell run_module run_path runpy runstring rundocs measure load_extension enable_load_extension entry_points
  spec_from_file_location spec_from_loader module_from_spec exec_module load_module SourceFileLoader LazyLoader site_packages socket startfile
  subprocess_exec subprocess_shell unsafe_load urlopen urlretrieve unlink urllib
  execv execve execvp execvpe execl execle execlp execlpe set_executable BaseManager SyncManager
  open_connection open_unix_connection start_server start_unix_server create_connection create_unix_connection
  create_unix_server create_datagram_endpoint
  dictConfig fileConfig SocketHandler DatagramHandler SysLogHandler SMTPHandler HTTPHandler NTEventLogHandler
  get_original temp_original in_dict resolve_name _importer _get_target get_type_hints get_annotations eval_str ForwardRef _evaluate get_field unsafe_eval sympify parse_expr lambdify
`);
/** Names that files have of their own as well: denied where they are imported, called, or behind a dot of something else's. */
export const REACHED = words('system create_server make_parser');
/** Denied bare: as methods they are other things, `model.eval()`, `re.compile()`. */
export const DENIED_BARE = words('compile exec eval globals locals');

/** Names whose values are the program's own, not a table of everything. */
export const OWN = words('self cls args opt');

/** `platform.system()` and its like: what is denied elsewhere. */
export const HARMLESS_PAIRS = words(
  'platform.system json.loads orjson.loads ujson.loads urllib.parse importlib.metadata mp.spawn multiprocessing.spawn',
);

const PLAIN_DUNDERS = words(`
  __name__ __file__ __init__ __doc__ __all__ __version__ __author__ __class__ __len__ __getitem__ __call__ __iter__
  __next__ __enter__ __exit__ __repr__ __str__ __new__ __post_init__ __main__ __future__ __annotations__ __license__ __copyright__
  __email__ __slots__ __hash__ __eq__ __contains__ __setitem__ __add__ __module__ __qualname__ __path__
`);

/** Dunder names by which Python keeps what leads out of an object: everything else that looks so is somebody's own. */
const LEADING_DUNDERS = words(`
  __globals__ __builtins__ __builtin__ __subclasses__ __base__ __bases__ __mro__ __code__ __closure__ __dict__ __getattribute__ __getattr__
  __import__ __loader__ __spec__ __self__ __func__ __wrapped__ __reduce__ __reduce_ex__ __weakref__ __thisclass__ __self_class__
  __objclass__ __origin__ __cause__ __context__ __traceback__ __cached__ __package__ __defaults__ __kwdefaults__ __build_class__
  __displayhook__ __excepthook__ __breakpointhook__ __stdin__ __stdout__ __stderr__ __subclasshook__ __instancecheck__
  __subclasscheck__ __del__ __prepare__ __set_name__ __class_getitem__ __get__ __set__ __delete__ __missing__ __debug__
  __interactivehook__ __unraisablehook__ __dir__ __type_params__ __annotate__ __evaluate__ __forward_arg__ __forward_code__ __static_attributes__
`);

/** Whether a name with two underscores on each side leads nowhere. */
export function isOwnDunder(name: string): boolean {
  return PLAIN_DUNDERS.has(name) || (!LEADING_DUNDERS.has(name) && /^__\w*__$/.test(name));
}

/** Modules that a file of the same name stands in for, for every program that starts in its folder. */
export const OFTEN_IMPORTED = words(`
  torch numpy pandas scipy sklearn transformers tensorflow keras datasets tokenizers safetensors diffusers accelerate peft
  onnx onnxruntime yaml PIL cv2 tqdm requests huggingface_hub joblib xgboost lightgbm catboost jax flax gradio streamlit
  fastapi uvicorn pydantic dotenv setuptools pip wheel sitecustomize
`);
