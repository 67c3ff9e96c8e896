import type { DenyRow } from './deny-row.ts';
import { CALLER_ROWS } from './denylist-callers.ts';
import { FRAMEWORK_ROWS } from './denylist-frameworks.ts';
import {
  ASKS_MACHINE,
  REACHES_OBJECTS,
  RUNS_CODE,
  STARTS_PROGRAMS,
  TAMPERS,
  TOUCHES_FILES,
  USES_NETWORK,
} from './rules.ts';
import { words } from './words.ts';

/** Names of attacks: those of Python's own library and of general tools, then those of frameworks. */
export const DENYLIST: readonly DenyRow[] = [
  // What these modules do besides starting programs, which everything else in them is taken to do.
  {
    rule: TOUCHES_FILES,
    modules: words('os posix nt'),
    names: words(`
      remove unlink rmdir removedirs rename renames replace mkdir makedirs link symlink truncate ftruncate open fdopen
      read pread readv write pwrite writev sendfile copy_file_range splice chmod fchmod lchmod chown fchown lchown chflags
      listdir scandir walk fwalk stat lstat fstat statvfs access readlink mkfifo mknod utime chroot chdir fchdir getcwd
      getcwdb close closerange dup dup2 fsync sync getxattr setxattr listxattr removexattr pipe pipe2 memfd_create lseek
    `),
    fires: ['os.unlink', 'posix.remove', 'nt.rename', 'os.open'],
    quiet: [],
  },
  {
    rule: TAMPERS,
    modules: words('os posix nt'),
    names: words(`
      kill killpg abort _exit setuid seteuid setreuid setresuid setgid setegid setregid setresgid setgroups initgroups
      setsid setpgid putenv unsetenv environ environb getenv getenvb umask nice setpriority sched_setaffinity
      sched_setscheduler add_dll_directory register_at_fork unshare setns
    `),
    fires: ['os.kill', 'posix.abort', 'os.putenv', 'nt._exit'],
    quiet: [],
  },
  {
    rule: ASKS_MACHINE,
    modules: words('os posix nt'),
    names: words(`
      getpid getppid getpgid getpgrp getsid getuid geteuid getgid getegid getgroups getgrouplist getresuid getresgid getlogin
      uname cpu_count process_cpu_count getloadavg times ctermid ttyname isatty get_terminal_size sysconf confstr pathconf
      getpriority sched_getaffinity sched_getscheduler sched_getparam urandom getrandom get_exec_path device_encoding strerror
    `),
    fires: ['os.getpid', 'posix.uname', 'nt.getlogin'],
    quiet: [],
  },
  {
    rule: REACHES_OBJECTS,
    modules: words('os posix nt'),
    names: words('path sys abc st'),
    fires: ['os.path', 'os.sys'],
    quiet: [],
  },
  {
    rule: STARTS_PROGRAMS,
    modules: words('os posix nt subprocess _posixsubprocess _winapi commands popen2 pty pexpect'),
    fires: ['posix.system', 'nt.system', 'os.execv', 'subprocess.Popen', '_posixsubprocess.fork_exec', 'pty.spawn'],
    quiet: ['ossaudiodev.open', 'posixpath.join'],
  },
  {
    rule: STARTS_PROGRAMS,
    modules: words(`
      multiprocessing concurrent.futures distutils setuptools pip ensurepip venv sh plumbum invoke fabric
      paramiko
    `),
    within: true,
    fires: ['pip.main', 'pip._internal.main', 'multiprocessing.util.spawnv_passfds', 'distutils.spawn.spawn'],
    quiet: ['pipes.quote'],
  },
  {
    rule: STARTS_PROGRAMS,
    modules: words(`
      uuid imaplib _osx_support _aix_support platform ctypes.util asyncio.subprocess asyncio webbrowser
      antigravity pydoc bdb pdb idlelib.pyshell idlelib.run lib2to3.pgen2.pgen pipes getpass pyrepl
      _pyrepl.pager _pyrepl site this tkinter turtledemo
    `),
    names: words(`
      _get_command_stdout _netstat_getter _ipconfig_getter _arp_getter IMAP4_stream _read_output
      _read_cmd_output _find_build_tool _syscmd_ver _syscmd_file popen _findLib_gcc _findLib_ld _get_soname
      _findSoname_ldconfig find_library create_subprocess_exec create_subprocess_shell run open open_new
      open_new_tab get register GenericBrowser BackgroundBrowser pipepager tempfilepager pager pipe_pager
      tempfile_pager cli browse Template main Pdb set_trace runcall runeval runctx Bdb locate safeimport
      importfile ErrorDuringImport execsitecustomize execusercustomize addpackage addsitedir fly
    `),
    fires: words(`
      uuid._get_command_stdout imaplib.IMAP4_stream _osx_support._read_output webbrowser.open pdb.run
      pydoc.pipepager _pyrepl.pager.pipe_pager
    `),
    quiet: ['uuid.UUID', 'platform.python_version'],
  },
  {
    rule: RUNS_CODE,
    modules: ['builtins', '__builtin__', '__builtins__'],
    names: words(`
      eval exec compile __import__ execfile apply reload input raw_input breakpoint help __build_class__
      coerce intern print
    `),
    fires: ['builtins.eval', 'builtins.exec', 'builtins.__import__', '__builtin__.execfile'],
    quiet: ['builtins.set', 'builtins.list'],
  },
  {
    rule: RUNS_CODE,
    modules: words(`
      runpy code codeop timeit trace profile cProfile _lsprof doctest pkgutil imp _imp zipimport compileall
      py_compile marshal _marshal _xxsubinterpreters _interpreters _xxinterpchannels interpreters
      test.support.interpreters symtable modulefinder rlcompleter IPython jedi pty sandbox cgitb
      _pydev_bundle
    `),
    fires: words(`
      runpy._run_code timeit.timeit code.InteractiveInterpreter pkgutil.resolve_name marshal.loads
      _interpreters.run_string cProfile.runctx doctest.debug_script
    `),
    quiet: ['codecs.encode', 'tracemalloc.start'],
  },
  {
    rule: RUNS_CODE,
    modules: ['types', 'new'],
    names: words(`
      CodeType FunctionType LambdaType code function instancemethod MethodType ModuleType new_class
      DynamicClassAttribute
    `),
    fires: ['types.CodeType', 'types.FunctionType'],
    quiet: ['types.SimpleNamespace'],
  },
  {
    rule: REACHES_OBJECTS,
    modules: ['builtins', '__builtin__', '__builtins__'],
    names: words(`
      getattr setattr delattr hasattr globals locals vars dir map filter reduce classmethod staticmethod
      property super memoryview iter next sorted max min any all sum
    `),
    fires: ['builtins.getattr', '__builtin__.map', 'builtins.globals', 'builtins.vars'],
    quiet: ['builtins.dict'],
  },
  {
    rule: REACHES_OBJECTS,
    modules: ['operator', '_operator'],
    names: words('attrgetter itemgetter methodcaller call getitem setitem delitem iadd add concat iconcat mod'),
    fires: ['operator.attrgetter', '_operator.methodcaller', 'operator.getitem', 'operator.call'],
    quiet: ['operator.index'],
  },
  {
    rule: REACHES_OBJECTS,
    modules: ['functools', '_functools', 'itertools', 'toolz', 'cytoolz'],
    names: words(`
      partial partialmethod reduce cached_property singledispatch starmap accumulate filterfalse takewhile
      dropwhile imap ifilter compose pipe
    `),
    fires: ['functools.partial', 'functools.reduce', 'itertools.starmap'],
    quiet: ['itertools.count'],
  },
  {
    rule: REACHES_OBJECTS,
    modules: ['inspect', 'gc', 'traceback'],
    fires: ['gc.get_objects', 'inspect.getattr_static'],
    quiet: ['inspector.x'],
  },
  {
    rule: TOUCHES_FILES,
    modules: words(`
      builtins __builtin__ __builtins__ io _io _pyio codecs gzip bz2 lzma zipfile tarfile linecache mmap
      tokenize logging logging.handlers
    `),
    names: words(`
      open file FileIO open_code OpenWrapper GzipFile BZ2File LZMAFile ZipFile TarFile getlines getline
      updatecache mmap FileHandler RotatingFileHandler TimedRotatingFileHandler WatchedFileHandler SMTPHandler
      HTTPHandler SocketHandler basicConfig EncodedFile
    `),
    fires: ['builtins.open', 'io.FileIO', '_io.open', 'logging.FileHandler', 'codecs.open', 'zipfile.ZipFile'],
    quiet: ['io.BytesIO', 'codecs.encode'],
  },
  {
    rule: TOUCHES_FILES,
    modules: words(`
      shutil tempfile fileinput glob fnmatch dbm dbm.gnu dbm.ndbm _dbm _gdbm filecmp fcntl msvcrt winreg
      _winreg crypt spwd pwd grp netrc keyring mailbox distutils.file_util
    `),
    fires: ['shutil.rmtree', 'tempfile.mkstemp', 'winreg.SetValueEx', 'pwd.getpwall'],
    quiet: ['shutils.copy'],
  },
  {
    rule: USES_NETWORK,
    modules: words(`
      socket _socket ssl _ssl ftplib smtplib telnetlib poplib nntplib httplib urllib2 socketserver
      SocketServer select selectors smtpd asyncore asynchat
    `),
    fires: ['socket.socket', 'ftplib.FTP', 'smtplib.SMTP', 'urllib2.urlopen'],
    quiet: ['sockets.x'],
  },
  {
    rule: USES_NETWORK,
    modules: words(`
      http urllib urllib3 requests aiohttp httpx websocket websockets xmlrpc wsgiref boto3 botocore fsspec
      s3fs gcsfs twisted tornado zmq wget pycurl dns
    `),
    within: true,
    fires: [
      'http.client.HTTPConnection',
      'urllib.request.urlopen',
      'requests.get',
      'requests.api.get',
      'xmlrpc.client.ServerProxy',
    ],
    quiet: ['https.x'],
  },
  {
    rule: TAMPERS,
    modules: words(`
      sys ctypes _ctypes signal _signal atexit faulthandler site sitecustomize usercustomize gc copyreg
      copy_reg resource tracemalloc warnings sysconfig readline _testcapi _testinternalcapi cgitb syslog
      winsound rlcompleter
    `),
    names: words(`
      modules path meta_path path_hooks setprofile settrace _getframe exit _current_frames addaudithook
      set_asyncgen_hooks breakpointhook excepthook displayhook setrecursionlimit call_tracing stdout stderr
      stdin activate_stack_trampoline remote_exec signal set_wakeup_fd raise_signal register _run_exitfuncs
      add_extension pickle constructor dispatch_table _extension_registry _inverted_registry _extension_cache
      remove_extension clear_extension_cache setrlimit main addsitedir execsitecustomize enable _sigsegv
      set_startup_hook set_completer
    `),
    fires: ['sys.modules', 'sys.settrace', 'copyreg.add_extension', 'atexit.register', 'signal.signal', 'site.main'],
    quiet: ['copyreg._reconstructor', 'sys.version'],
  },
  {
    rule: TAMPERS,
    modules: ['builtins', '__builtin__', '__builtins__'],
    names: ['exit', 'quit'],
    fires: ['builtins.exit', 'builtins.quit'],
    quiet: ['builtins.Exception'],
  },
  ...FRAMEWORK_ROWS,
  ...CALLER_ROWS,
];
