import type { Rule } from '../../domain/finding.ts';
import { isStandardLibrary } from '../../formats/python/standard-library.ts';
import type { DenyRow } from './deny-row.ts';
import { DENYLIST } from './denylist.ts';
import { REACHES_OBJECTS, RUNS_CODE, STARTS_PROGRAMS, USES_NETWORK } from './rules.ts';

/**
 * The rule that an import of `name` from `module` breaks by name, or null. The name may be dotted: then every way to
 * read the whole path as a module and a name counts, so that `torch` with `serialization.os.system` is `os.system`.
 */
export function deniedBy(module: string, name: string): Rule | null {
  const direct = lookUp(module, name) ?? lookUp(...currentName(module, name));
  if (direct !== null) return direct;
  const steps = name.split('.').slice(0, LONGEST_PATH);
  if (steps.some((step) => DUNDERS.has(step) || (steps.length > 1 && DUNDER.test(step)))) return REACHES_OBJECTS;
  for (const [asModule, asName] of readings(module, steps)) {
    const rule = lookUp(asModule, asName);
    if (rule !== null) return rule;
  }
  return null;
}

/** Names that say what they do, whichever module they are found in. */
const TELLING: ReadonlyMap<string, Rule> = new Map([
  ...['system', 'popen', 'Popen', 'check_output', 'check_call', 'getoutput', 'getstatusoutput'].map(starting),
  ...['exec_command', 'run_command', 'command_output', 'fork_exec', '_exec_cmd', 'spawnv'].map(starting),
  ...['eval', 'exec', 'execfile', '__import__', 'import_module', 'exec_module', 'runstring', 'run_string'].map(running),
  ...['_run_code', 'run_path', 'run_module', 'run_in_subinterp', 'exec_mod_from_location', 'func_load'].map(running),
]);

function starting(name: string): [string, Rule] {
  return [name, STARTS_PROGRAMS];
}

function running(name: string): [string, Rule] {
  return [name, RUNS_CODE];
}

/** Names of functions that are made of such words. */
const TELLING_WORDS: readonly (readonly [RegExp, Rule])[] = [
  [/^_*(?:run|exec|call|start|launch|open)_(?:sub)?(?:process|script|command|cmd|shell|program)\w*$/, STARTS_PROGRAMS],
  [/^_*(?:spawn\w*|shell_command|popen\w*|subprocess_\w+)$/i, STARTS_PROGRAMS],
  [/^_*import_(?:app|string|object|package|path|file|from_string|required|optional_\w+)$/, RUNS_CODE],
  [
    /^_*(?:load_(?:op_|file_system_)?library|parse_expr|run_(?:code|string|source)|exec_\w+|eval_\w+|compile_\w*code\w*)$/,
    RUNS_CODE,
  ],
  // What a function of any library does with the file's own arguments, when it is called while the file is loaded.
  [
    /^_*(?:download\w*|urlopen|urlretrieve|connect|get_file|hf_hub_download|snapshot_download|cached_file|load_dataset\w*)$/,
    USES_NETWORK,
  ],
  [/^_*(?:execute|embed|install|main|run|startJVM|load_tool|get_class_from_dynamic_module)$/, RUNS_CODE],
];

/** Whether a name says what it does: `system`, `exec`. */
export function isTelling(name: string): boolean {
  return TELLING.has(name);
}

/**
 * The rule that a call breaks by what its name says, or null: a telling name in any module, and any function of the
 * standard library: weights need none but those that are allowed, while classes may be somebody's own data.
 */
export function toldByName(module: string, name: string): Rule | null {
  const last = name.split('.').at(-1) ?? '';
  const told = TELLING.get(last) ?? TELLING_WORDS.find(([pattern]) => pattern.test(last))?.[1];
  if (told !== undefined) return told;
  return isStandardLibrary(module) && /^_*[a-z]/.test(last) ? RUNS_CODE : null;
}

/** Steps of a dotted name that are looked at; genuine ones have two. */
const LONGEST_PATH = 16;

/** Every way in which a dotted name can pass through a module to something in it; modules are also imported as `_os`. */
function* readings(module: string, steps: readonly string[]): Iterable<readonly [string, string]> {
  const plain = steps.map((step) => step.replace(/^_+/, ''));
  for (let end = 1; end < steps.length; end++) {
    const name = steps[end] ?? '';
    yield [`${module}.${steps.slice(0, end).join('.')}`, name];
    for (let start = 0; start < end; start++) {
      yield [steps.slice(start, end).join('.'), name];
      yield [plain.slice(start, end).join('.'), name];
    }
  }
}

function lookUp(module: string, name: string): Rule | null {
  if (SPARED.has(`${module}:${name}`)) return null;
  for (const rule of INDEX.exact.get(module) ?? []) {
    if (rule.names === undefined || rule.names.has(name)) return rule.rule;
  }
  for (let end = module.length; end > 0; end = module.lastIndexOf('.', end - 1)) {
    const within = INDEX.within.get(module.slice(0, end));
    if (within !== undefined) return within;
  }
  return null;
}

/**
 * Classes in modules that reach out which keep settings and texts, and reach nothing when they are made and filled: not
 * listed as harmless, since they act once they are used, and no attack by their module alone.
 */
const SPARED: ReadonlySet<string> = new Set(
  [
    'requests.sessions:Session requests:Session requests.cookies:RequestsCookieJar requests:RequestsCookieJar',
    'requests.models:Response requests.models:Request requests.models:PreparedRequest requests:Response requests:Request',
    'requests:PreparedRequest requests.adapters:HTTPAdapter requests.adapters:BaseAdapter requests.auth:HTTPBasicAuth',
    'requests.auth:HTTPDigestAuth requests.auth:HTTPProxyAuth urllib3.util.retry:Retry urllib3.util.timeout:Timeout',
    'urllib3._collections:HTTPHeaderDict http.cookiejar:Cookie http.cookiejar:CookieJar http.cookies:SimpleCookie',
    'urllib.request:Request urllib2:Request',
    'http.cookies:Morsel http.cookiejar:DefaultCookiePolicy httpx:Headers httpx:Timeout httpx:Limits httpx:URL',
  ].flatMap((line) => line.split(' ')),
);

interface Indexed {
  readonly rule: Rule;
  readonly names: ReadonlySet<string> | undefined;
}

const INDEX = indexOf(DENYLIST);

function indexOf(rows: readonly DenyRow[]) {
  const exact = new Map<string, Indexed[]>();
  const within = new Map<string, Rule>();
  for (const { rule, modules, names, within: below } of rows) {
    const indexed = { rule, names: names === undefined ? undefined : new Set(names) };
    for (const module of modules) {
      const known = exact.get(module);
      if (known === undefined) exact.set(module, [indexed]);
      else known.push(indexed);
      if (below === true) within.set(module, rule);
    }
  }
  return { exact, within };
}

/** Any special attribute of what a name leads to. */
const DUNDER = /^__\w+__$/;

/** Attributes that lead from any object to everything else in the process. */
const DUNDERS: ReadonlySet<string> = new Set([
  '__builtins__',
  '__globals__',
  '__import__',
  '__loader__',
  '__spec__',
  '__subclasses__',
  '__code__',
  '__dict__',
  '__getattribute__',
  '__getattr__',
  '__setattr__',
  '__base__',
  '__bases__',
  '__mro__',
  '__class__',
  '__func__',
  '__self__',
  '__wrapped__',
  '__reduce__',
  '__reduce_ex__',
  '__init_subclass__',
  '__call__',
  '__closure__',
]);

/** Python 2's names for what Python 3 loads instead (CPython, Lib/_compat_pickle.py). */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['__builtin__', 'builtins'],
  ['copy_reg', 'copyreg'],
  ['Queue', 'queue'],
  ['SocketServer', 'socketserver'],
  ['ConfigParser', 'configparser'],
  ['Cookie', 'http.cookies'],
  ['cookielib', 'http.cookiejar'],
  ['commands', 'subprocess'],
  ['thread', '_thread'],
  ['dummy_thread', '_dummy_thread'],
  ['httplib', 'http.client'],
  ['urllib2', 'urllib.request'],
  ['urlparse', 'urllib.parse'],
  ['cPickle', 'pickle'],
  ['StringIO', 'io'],
  ['cStringIO', 'io'],
  ['whichdb', 'dbm'],
  ['anydbm', 'dbm'],
  ['dumbdbm', 'dbm.dumb'],
  ['xmlrpclib', 'xmlrpc.client'],
  ['_winreg', 'winreg'],
  ['UserList', 'collections'],
  ['UserDict', 'collections'],
  ['UserString', 'collections'],
  ['exceptions', 'builtins'],
  ['_abcoll', 'collections.abc'],
]);

/** Names that moved as well (CPython, Lib/_compat_pickle.py, NAME_MAPPING). */
const RENAMED_NAMES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['__builtin__:xrange', ['builtins', 'range']],
  ['__builtin__:reduce', ['functools', 'reduce']],
  ['__builtin__:intern', ['sys', 'intern']],
  ['__builtin__:unichr', ['builtins', 'chr']],
  ['__builtin__:unicode', ['builtins', 'str']],
  ['__builtin__:long', ['builtins', 'int']],
  ['itertools:izip', ['builtins', 'zip']],
  ['itertools:imap', ['builtins', 'map']],
  ['itertools:ifilter', ['builtins', 'filter']],
  ['itertools:izip_longest', ['itertools', 'zip_longest']],
  ['itertools:ifilterfalse', ['itertools', 'filterfalse']],
  ['UserDict:IterableUserDict', ['collections', 'UserDict']],
  ['UserList:UserList', ['collections', 'UserList']],
  ['UserString:UserString', ['collections', 'UserString']],
  ['whichdb:whichdb', ['dbm', 'whichdb']],
  ['_socket:fromfd', ['socket', 'fromfd']],
  ['_multiprocessing:Connection', ['multiprocessing.connection', 'Connection']],
  ['multiprocessing.process:Process', ['multiprocessing.context', 'Process']],
  ['multiprocessing.forking:Popen', ['multiprocessing.popen_fork', 'Popen']],
  ['urllib:ContentTooShortError', ['urllib.error', 'ContentTooShortError']],
  ['urllib2:URLError', ['urllib.error', 'URLError']],
  ['urllib2:HTTPError', ['urllib.error', 'HTTPError']],
  ['multiprocessing:AuthenticationError', ['multiprocessing.context', 'AuthenticationError']],
  ['multiprocessing:ProcessError', ['multiprocessing.context', 'ProcessError']],
  ['multiprocessing:TimeoutError', ['multiprocessing.context', 'TimeoutError']],
  ['urllib:urlopen', ['urllib.request', 'urlopen']],
  ['urllib:urlretrieve', ['urllib.request', 'urlretrieve']],
]);

const MOVED: ReadonlySet<string> = new Set([...RENAMED_NAMES.keys()].map((key) => key.slice(0, key.indexOf(':'))));

/** Module and name as Python 3 would import them. */
export function currentName(module: string, name: string): readonly [string, string] {
  return (
    (MOVED.has(module) ? RENAMED_NAMES.get(`${module}:${name}`) : undefined) ?? [RENAMED.get(module) ?? module, name]
  );
}
