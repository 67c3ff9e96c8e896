/** What a plain Python file may import, and what it may do with the modules through which programs start and files vanish. */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Modules of the standard library that start nothing, reach no network and turn no text or bytes into code. */
export const HARMLESS_MODULES = words(`
  __future__ abc argparse array ast asyncio bisect calendar cmath collections colorsys concurrent configparser contextlib
  contextvars copy csv dataclasses datetime decimal difflib enum errno fnmatch fractions functools gc getopt gettext glob
  graphlib gzip hashlib heapq hmac html inspect io itertools json keyword locale logging math multiprocessing numbers operator
  optparse os pathlib pickle platform pprint queue random re reprlib secrets shelve shlex shutil statistics string stringprep
  struct sys tarfile tempfile textwrap threading time timeit token tokenize tomllib traceback types typing unicodedata
  unittest uuid warnings wave weakref xml zipfile zoneinfo
`);

/** Packages that send, fetch, start or steer other programs, or bring code of C. */
export const POWERFUL_PACKAGES = words(`
  aiohttp ansible boto boto3 botocore cffi cloudpickle dill discord docker execnet fabric fire gdown grpc hydra httpx invoke
  jsonpickle kaggle kubernetes launch mss nox paramiko pexpect pip pkg_resources playwright plumbum psutil ptyprocess pyautogui
  pycurl pynput pyngrok pytube pyximport requests rpyc scapy selenium setuptools sh slack_sdk smbprotocol socketio socks
  telebot telegram telethon urllib3 websocket websockets weave wget winreg yt_dlp zmq
`);

/** Modules that may only be named together with one of these attributes. */
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
      exc_info setrecursionlimit hexversion prefix flags
    `),
  ],
  ['shutil', words('copy copy2 copyfile copyfileobj copytree move which make_archive disk_usage get_terminal_size')],
  ['pickle', words('dump dumps load HIGHEST_PROTOCOL PickleError UnpicklingError')],
  ['yaml', words('safe_load safe_load_all dump safe_dump SafeLoader SafeDumper YAMLError add_representer')],
]);

/** Names that no plain file has, whether bare, imported or behind a dot. */
export const DENIED = words(`
  __import__ breakpoint builtins check_call check_output cpp_extension create_subprocess_exec create_subprocess_shell ctypes
  CDLL Popen popen spawn f2py fork forkpty fromhex FunctionType CodeType f_back f_builtins f_globals f_locals get_ipython
  get_objects getoutput getstatusoutput hub import_module importlib iter_modules load_inline load_library loads
  marshal memory_maps methodcaller attrgetter posix posix_spawn pty rmtree removedirs run_cell run_module run_path
  runpy runstring site_packages socket startfile subprocess system unsafe_load urlopen urlretrieve unlink urllib
`);
/** Denied bare: as methods they are other things, `model.eval()`. What `compile` gives runs by the others only. */
export const DENIED_BARE = words('exec eval globals locals');

/** Names whose attributes are the program's own, so that they may be looked up by a name that is computed. */
export const OWN = words('self cls args opt');

/** `platform.system()` and its like: what is denied elsewhere. */
export const HARMLESS_PAIRS = words('platform.system json.loads orjson.loads ujson.loads urllib.parse');

export const PLAIN_DUNDERS = words(`
  __name__ __file__ __init__ __doc__ __all__ __version__ __author__ __class__ __len__ __getitem__ __call__ __iter__
  __next__ __enter__ __exit__ __repr__ __str__ __new__ __post_init__ __main__ __future__ __annotations__ __license__ __copyright__
  __email__ __slots__ __hash__ __eq__ __contains__ __setitem__ __add__ __module__ __qualname__ __path__
`);

/** Modules that a file of the same name stands in for, for every program that starts in its folder. */
export const OFTEN_IMPORTED = words(`
  torch numpy pandas scipy sklearn transformers tensorflow keras datasets tokenizers safetensors diffusers accelerate peft
  onnx onnxruntime yaml PIL cv2 tqdm requests huggingface_hub joblib xgboost lightgbm catboost jax flax gradio streamlit
  fastapi uvicorn pydantic dotenv setuptools pip wheel sitecustomize
`);
