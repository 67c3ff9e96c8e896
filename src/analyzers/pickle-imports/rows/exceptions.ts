import { USES_OF_KIND } from '../classes/uses.ts';
import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, number, result, TUPLE, text } from './examples.ts';

/**
 * Exceptions, plain data and interfaces of modules of Python's own library whose functions start programs, open connections
 * and write files. By their sources of 3.8 to 3.14: these classes keep what they are given and do nothing else.
 */
export const EXCEPTION_ROWS: readonly AllowRow[] = [
  {
    // Not urllib.error.HTTPError, which wraps a file, nor pydoc.ErrorDuringImport, which takes a traceback apart.
    modules: words(`
      subprocess concurrent.futures._base concurrent.futures.process concurrent.futures.thread asyncio.exceptions
      multiprocessing.context multiprocessing.pool shutil mailbox netrc socket ssl ftplib smtplib poplib http.client
      http.cookies http.cookiejar urllib.error xmlrpc.client zipfile zipimport tarfile gzip tokenize webbrowser bdb pickle
      _pickle _lzma sqlite3 ctypes threading signal queue _queue importlib.metadata struct binascii zlib csv _csv configparser
      argparse re json.decoder statistics copy decimal zoneinfo._common graphlib dataclasses locale tomllib
    `),
    names: words(`
      SubprocessError CalledProcessError TimeoutExpired Error CancelledError InvalidStateError BrokenExecutor
      BrokenProcessPool BrokenThreadPool TimeoutError IncompleteReadError LimitOverrunError SendfileNotAvailableError
      BrokenBarrierError QueueShutDown ProcessError BufferTooShort AuthenticationError MaybeEncodingError RemoteTraceback
      _RemoteTraceback SameFileError SpecialFileError ExecError ReadError RegistryError NoSuchMailboxError NotEmptyError
      ExternalClashError FormatError NetrcParseError herror gaierror SSLError SSLZeroReturnError SSLWantReadError
      SSLWantWriteError SSLSyscallError SSLEOFError SSLCertVerificationError error_reply error_temp error_perm error_proto
      SMTPException SMTPNotSupportedError SMTPServerDisconnected SMTPResponseException SMTPSenderRefused
      SMTPRecipientsRefused SMTPDataError SMTPConnectError SMTPHeloError SMTPAuthenticationError HTTPException NotConnected
      InvalidURL UnknownProtocol UnknownTransferEncoding UnimplementedFileMode IncompleteRead ImproperConnectionState
      CannotSendRequest CannotSendHeader ResponseNotReady BadStatusLine LineTooLong RemoteDisconnected CookieError LoadError
      URLError ContentTooShortError ProtocolError ResponseError Fault BadZipFile LargeZipFile ZipImportError TarError
      ExtractError CompressionError StreamError HeaderError EmptyHeaderError TruncatedHeaderError EOFHeaderError
      InvalidHeaderError SubsequentHeaderError FilterError AbsolutePathError OutsideDestinationError AbsoluteLinkError
      LinkOutsideDestinationError LinkFallbackError BadGzipFile TokenError StopTokenizing BdbQuit PickleError PicklingError
      UnpicklingError LZMAError Warning InterfaceError DatabaseError InternalError OperationalError ProgrammingError
      IntegrityError DataError NotSupportedError ArgumentError ItimerError Empty Full ShutDown PackageNotFoundError error
      Incomplete NoSectionError DuplicateSectionError DuplicateOptionError NoOptionError InterpolationError
      InterpolationMissingOptionError InterpolationSyntaxError InterpolationDepthError ParsingError MissingSectionHeaderError
      ArgumentTypeError PatternError JSONDecodeError StatisticsError InvalidOperation DivisionByZero Inexact Overflow Underflow
      Rounded Subnormal Clamped FloatOperation ZoneInfoNotFoundError CycleError FrozenInstanceError TOMLDecodeError
    `),
    uses: USES_OF_KIND.exceptions,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system')],
      ['BUILD', TUPLE],
    ],
    quiet: [['REDUCE', number(1), text('ls')], ['REDUCE'], ['BUILD', DICT]],
  },
  {
    // What a command, a scheduler or the system answered with.
    modules: words('os posix pwd grp resource'),
    names: words('waitid_result sched_param struct_passwd struct_group struct_rusage'),
    uses: [{ forms: ['REDUCE'], takes: ['plain', 'plain'] }],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', TUPLE, DICT]],
  },
  {
    modules: ['subprocess'],
    names: ['CompletedProcess'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    elseDenied: true,
    fires: [
      ['REDUCE', text('ls'), number(0)],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['inspect', 'doctest'],
    names: words('FullArgSpec ArgSpec ArgInfo Attribute ClosureVars TestResults'),
    uses: [{ forms: ['NEWOBJ'], takes: [], rest: 'plain' }],
    elseDenied: true,
    fires: [['NEWOBJ', result('a.b')]],
    quiet: [['NEWOBJ', TUPLE, TUPLE]],
  },
  {
    // Where an error happened, kept beside it.
    modules: ['traceback'],
    names: ['FrameSummary', 'StackSummary'],
    uses: [
      { forms: ['NEWOBJ'], takes: [] },
      { forms: ['BUILD'], takes: ['slot-state'] },
      { forms: ['BUILD'], takes: ['dict-state'] },
      { forms: ['APPEND', 'APPENDS'], takes: [], rest: 'value' },
    ],
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [['NEWOBJ']],
  },
  {
    // Only named, as annotations do.
    modules: ['os'],
    names: ['PathLike', 'DirEntry'],
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE'], ['NEWOBJ']],
    quiet: [],
  },
  {
    // Functions of texts and numbers that objects hold. What reads the disk or the environment is not among them.
    modules: ['posixpath', 'ntpath'],
    names: words('join split splitext basename dirname normpath normcase isabs commonprefix commonpath splitdrive'),
    uses: NO_USE,
    fires: [['REDUCE', text('a'), text('b')]],
    quiet: [],
  },
  {
    // Called they could put a name together; `str.format` looks attributes up.
    modules: ['builtins'],
    names: words(`
      int.from_bytes long.from_bytes int.to_bytes int.bit_length float.fromhex float.hex float.is_integer bytes.fromhex
      dict.fromkeys str.lower str.upper str.strip str.lstrip str.rstrip str.title str.capitalize str.casefold str.split
    `),
    uses: NO_USE,
    fires: [['REDUCE', text('a'), text('little')]],
    quiet: [],
  },
];
