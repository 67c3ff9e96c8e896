import { USES_OF_KIND } from '../classes/uses.ts';
import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, DICT, dict, global, number, pair, TUPLE, text } from './examples.ts';

/**
 * Data and exceptions of modules whose other names reach out, run code or reach into memory. By their sources (requests
 * 2.20 to 2.32, Jinja 2.10 to 3.1, CPython 3.8 to 3.14): these keep what they are given, or only tell of the machine.
 */
export const CLIENT_ROWS: readonly AllowRow[] = [
  {
    modules: words('requests requests.exceptions jinja2 jinja2.exceptions'),
    names: words(`
      RequestException InvalidJSONError JSONDecodeError HTTPError ConnectionError ProxyError SSLError Timeout
      ConnectTimeout ReadTimeout URLRequired TooManyRedirects MissingSchema InvalidSchema InvalidURL InvalidHeader
      InvalidProxyURL ChunkedEncodingError ContentDecodingError StreamConsumedError RetryError UnrewindableBodyError
      RequestsWarning FileModeWarning RequestsDependencyWarning
      TemplateError TemplateNotFound TemplatesNotFound TemplateSyntaxError TemplateAssertionError TemplateRuntimeError
      UndefinedError SecurityError FilterArgumentError
    `),
    uses: USES_OF_KIND.exceptions,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system')],
      ['BUILD', TUPLE],
    ],
    quiet: [
      ['REDUCE', text('x')],
      ['BUILD', DICT],
    ],
  },
  {
    // A dictionary under a name of its own.
    modules: ['requests.structures'],
    names: ['CaseInsensitiveDict', 'LookupDict'],
    uses: [
      { forms: ['REDUCE', 'NEWOBJ'], takes: ['plain'] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    elseDenied: true,
    fires: [['REDUCE', global('os.system')]],
    quiet: [['REDUCE'], ['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Numbers of C; not what holds an address: `c_void_p`, `c_char_p`, `py_object`.
    modules: ['ctypes'],
    names: words(`
      c_bool c_byte c_char c_double c_float c_int c_int8 c_int16 c_int32 c_int64 c_long c_longdouble c_longlong c_short
      c_size_t c_ssize_t c_ubyte c_uint c_uint8 c_uint16 c_uint32 c_uint64 c_ulong c_ulonglong c_ushort c_wchar
    `),
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['constant'] }],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(3)]],
  },
  {
    // Makes an object without its class's consent and fills it: of a number that is what the number is.
    modules: ['_ctypes', 'ctypes'],
    names: ['_unpickle'],
    uses: [{ forms: ['REDUCE'], takes: ['c-number', 'plain'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', global('ctypes.c_void_p'), pair(dict(), BYTES)],
      ['REDUCE', global('a.b'), pair(dict(), BYTES)],
    ],
    quiet: [['REDUCE', global('ctypes.c_int'), pair(dict(), BYTES)]],
  },
  {
    // Only referred to, as a default or a key function is: they tell of the machine and the process, and turn a path into a text.
    modules: words('os posix nt'),
    names: words(`
      cpu_count process_cpu_count getpid getppid fspath fsencode fsdecode getuid geteuid getgid getegid strerror
      get_terminal_size getloadavg sched_getaffinity times uname urandom sysconf
    `),
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE']],
    quiet: [],
  },
];
