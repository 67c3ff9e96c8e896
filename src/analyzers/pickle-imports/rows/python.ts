import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, DICT, global, NONE, number, result, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ', 'REDUCE'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };

/** What plain Python objects need. Python 2's names are allowed under Python 3's: see `currentName`. */
export const PYTHON_ROWS: readonly AllowRow[] = [
  {
    // Containers over a dict or a list of their own, and namespaces: attributes are stored, nothing is called.
    modules: ['collections', 'types', 'argparse', 'uuid'],
    names: ['ChainMap', 'UserDict', 'UserList', 'SimpleNamespace', 'Namespace', 'UUID'],
    uses: [MADE, FILLED],
    fires: [
      ['REDUCE', global('os.system')],
      ['BUILD', TUPLE],
      ['APPENDS', text('x')],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // The types of `None`, `...` and `NotImplemented`: called, they give that one value.
    modules: ['types'],
    names: ['NoneType', 'EllipsisType', 'NotImplementedType'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: [] }],
    fires: [
      ['REDUCE', text('x')],
      ['BUILD', DICT],
    ],
    quiet: [['REDUCE']],
  },
  {
    // It has no state. Its methods look attributes up: whoever takes one from it is told.
    modules: ['string'],
    names: ['Formatter'],
    uses: [MADE],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', text('{0.a}')],
      ['BUILD', DICT],
    ],
    quiet: [['NEWOBJ'], ['REDUCE']],
  },
  {
    // A document that was read. Some of its fields are slots; those that are watched clear a table of names.
    modules: ['xml.dom.minidom'],
    names: words(`
      Document DocumentFragment DocumentType DOMImplementation Element Attr Text Comment CDATASection NamedNodeMap
      ProcessingInstruction ReadOnlySequentialNamedNodeMap ElementInfo TypeInfo Entity Notation
    `),
    uses: [MADE, { forms: ['BUILD'], takes: ['slot-state'] }],
    elseDenied: true,
    fires: [
      ['REDUCE', text('x')],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['xml.dom.minicompat'],
    names: ['NodeList', 'EmptyNodeList'],
    uses: [MADE, { forms: ['BUILD'], takes: ['state'] }, { forms: ['APPEND', 'APPENDS'], takes: [], rest: 'any' }],
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [['NEWOBJ'], ['BUILD', TUPLE], ['APPENDS', text('x')]],
  },
  {
    modules: ['collections'],
    names: ['UserString'],
    uses: [{ ...MADE, takes: ['string'] }, FILLED],
    fires: [['NEWOBJ', result('a.b')]],
    quiet: [['NEWOBJ', text('x')]],
  },
  {
    modules: words('uuid re http signal socket ssl calendar inspect plistlib'),
    names: words(`
      SafeUUID RegexFlag HTTPStatus HTTPMethod Signals Handlers AddressFamily SocketKind TLSVersion VerifyMode VerifyFlags
      _SSLMethod Options AlertDescription SSLErrorNumber MsgFlag AddressInfo Day Month _ParameterKind PlistFormat UID
    `),
    uses: [{ forms: ['REDUCE'], takes: ['member'] }],
    elseDenied: true,
    fires: [
      ['REDUCE', text('X'), text('a b')],
      ['BUILD', DICT],
    ],
    quiet: [['REDUCE', number(200)]],
  },
  {
    // Members by name, as Python up to 3.10 writes those that stand for numbers of C.
    modules: ['socket', 'ssl', 'signal'],
    names: words(`
      AF_INET AF_INET6 AF_UNIX SOCK_STREAM SOCK_DGRAM CERT_NONE CERT_OPTIONAL CERT_REQUIRED PROTOCOL_TLS PROTOCOL_TLS_CLIENT
      PROTOCOL_TLS_SERVER SIGINT SIGTERM SIGHUP SIGKILL SIGUSR1 SIGUSR2 SIGALRM SIGCHLD SIGPIPE SIG_DFL SIG_IGN
    `),
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['pathlib', 'pathlib._local'],
    names: ['PurePosixPath', 'PureWindowsPath', 'PosixPath', 'WindowsPath', 'Path', 'PurePath'],
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'string' }],
    fires: [['REDUCE', result('a.b')]],
    quiet: [['REDUCE', text('/'), text('tmp')]],
  },
  {
    modules: ['re'],
    // A pattern, which is a text: nothing runs.
    names: ['_compile', 'compile'],
    uses: [
      { forms: ['REDUCE'], takes: ['encoded'] },
      { forms: ['REDUCE'], takes: ['encoded', 'value'] },
    ],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', text('a+'), number(34)],
      ['REDUCE', text('id')],
    ],
  },
  {
    modules: ['ipaddress'],
    names: words('IPv4Address IPv6Address IPv4Network IPv6Network IPv4Interface IPv6Interface'),
    uses: [{ forms: ['REDUCE'], takes: ['encoded'] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE', number(1)]],
  },
  {
    modules: ['array'],
    names: ['array'],
    uses: [{ forms: ['REDUCE'], takes: ['text', 'plain'] }, FILLED],
    fires: [['REDUCE', text('d'), result('builtins.map')]],
    quiet: [['REDUCE', text('d'), TUPLE]],
  },
  {
    modules: ['array'],
    names: ['_array_reconstructor'],
    uses: [{ forms: ['REDUCE'], takes: ['array-type', 'text', 'constant', 'encoded'] }],
    fires: [['REDUCE', global('os.system'), text('d'), number(16), BYTES]],
    quiet: [['REDUCE', global('array.array'), text('d'), number(16), BYTES]],
  },
  {
    // Made, not raised. Their state is set by name, which their own type checks.
    modules: ['builtins'],
    names: words(`
      ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
      ChildProcessError ConnectionError ConnectionAbortedError ConnectionRefusedError ConnectionResetError EOFError
      Exception FileExistsError FileNotFoundError FloatingPointError ImportError IndentationError IndexError
      InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
      NameError NotADirectoryError NotImplementedError OSError IOError OverflowError PermissionError
      ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError
      SystemError TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
      UnicodeError UnicodeTranslateError ValueError ZeroDivisionError Warning DeprecationWarning FutureWarning
      RuntimeWarning UserWarning BytesWarning EncodingWarning ImportWarning PendingDeprecationWarning ResourceWarning
      SyntaxWarning UnicodeWarning GeneratorExit SystemExit PythonFinalizationError BaseExceptionGroup ExceptionGroup
    `),
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'value' }, FILLED],
    fires: [
      ['REDUCE', global('os.system')],
      ['BUILD', TUPLE],
    ],
    quiet: [['REDUCE', text('x')], ['REDUCE']],
  },
  {
    // With one argument it tells a type; with three it makes a class.
    modules: ['builtins'],
    names: ['type'],
    uses: [{ forms: ['REDUCE'], takes: ['constant'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', text('X'), TUPLE, DICT],
      ['REDUCE', global('a.B')],
    ],
    quiet: [['REDUCE', NONE]],
  },
  {
    // Over lists and tuples only: over anything else they call its methods; with two arguments `iter` calls the first.
    modules: ['builtins'],
    names: ['iter', 'reversed', 'enumerate', 'zip'],
    uses: [
      { forms: ['REDUCE'], takes: ['iterable', 'iterable', 'iterable'] },
      { forms: ['BUILD'], takes: ['constant'] },
    ],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system'), NONE],
      ['REDUCE', result('os.scandir')],
    ],
    quiet: [
      ['REDUCE', TUPLE],
      ['REDUCE', result('builtins.iter'), number(0)],
    ],
  },
  {
    // What it answers with is judged as a lookup of its own: members of known enums, and the few names allowed so.
    modules: ['builtins'],
    names: ['getattr'],
    uses: [
      { forms: ['REDUCE'], takes: ['class', 'text'] },
      { forms: ['REDUCE'], takes: ['lazy-module', 'lazy-hook'] },
      { forms: ['REDUCE'], takes: ['distribution', 'entropy'] },
      { forms: ['REDUCE'], takes: ['method-owner', 'method'] },
    ],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', result('a.b'), text('x')],
      ['REDUCE', global('a.B'), result('x')],
      ['REDUCE', global('a.B'), text('x'), NONE],
    ],
    quiet: [['REDUCE', global('zoneinfo.ZoneInfo'), text('_unpickle')]],
  },
  {
    // Both write the class they make beside them: it is judged as if NEWOBJ had made it.
    modules: ['copyreg'],
    names: ['__newobj__'],
    uses: [{ forms: ['REDUCE'], takes: ['class'], rest: 'value' }],
    neverHandedOn: true,
    fires: [['REDUCE', result('a.b')]],
    quiet: [['REDUCE', global('a.B'), TUPLE]],
  },
  {
    modules: ['random'],
    names: ['Random'],
    uses: [MADE, { forms: ['BUILD'], takes: ['state'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE'], ['BUILD', TUPLE]],
  },
  {
    modules: ['io', '_io'],
    names: ['BytesIO', 'StringIO'],
    uses: [
      { ...MADE, takes: ['encoded'] },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [['REDUCE', result('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    modules: ['time'],
    names: ['struct_time'],
    uses: [{ forms: ['REDUCE'], takes: ['plain', 'plain'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', TUPLE, DICT]],
  },
  {
    // Reads the system's time zones by name, which it keeps within their folder.
    modules: ['zoneinfo', 'zoneinfo._zoneinfo', 'backports.zoneinfo'],
    names: ['ZoneInfo._unpickle'],
    uses: [{ forms: ['REDUCE'], takes: ['text', 'constant'] }],
    fires: [['REDUCE', result('a.b')]],
    quiet: [['REDUCE', text('Europe/Berlin'), number(1)]],
  },
  {
    modules: ['zoneinfo', 'zoneinfo._zoneinfo', 'backports.zoneinfo'],
    names: ['ZoneInfo'],
    uses: NO_USE,
    fires: [['REDUCE', text('x')]],
    quiet: [],
  },
  {
    modules: ['pytz', 'dateutil.tz', 'dateutil.tz.tz', 'dateutil.relativedelta', 'pytz.tzinfo'],
    names: words('_p _UTC UTC FixedOffset _FixedOffset tzutc tzlocal tzoffset relativedelta'),
    uses: [{ ...MADE, takes: [], rest: 'value' }, FILLED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', text('Europe/Berlin'), number(0), text('LMT')]],
  },
  {
    // `_unpickle(tzfile, key, filename, data)` of dateutil 3 and 4 computes times from offsets and names.
    modules: ['dateutil.tz._tzfile'],
    names: ['_unpickle'],
    uses: [{ forms: ['REDUCE'], takes: ['tzfile-class', 'constant', 'constant', 'value'] }],
    neverHandedOn: true,
    fires: [['REDUCE', global('a.B'), text('UTC'), text('x'), TUPLE]],
    quiet: [['REDUCE', global('dateutil.tz._tzfile.tzfile'), text('UTC'), text('x'), TUPLE]],
  },
  {
    modules: ['dateutil.tz._tzfile'],
    names: ['tzfile'],
    uses: NO_USE,
    fires: [['REDUCE', text('x')]],
    quiet: [],
  },
];
