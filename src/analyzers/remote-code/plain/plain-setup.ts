import { effectsOf } from '../../../formats/python/effects.ts';
import { type Statement, statementsOf } from '../../../formats/python/statements.ts';
import { type Token, tokensOf } from '../../../formats/python/tokens.ts';
import { LIMITS } from '../../../kernel/limits.ts';

/**
 * Whether a setup.py only describes its package: it imports nothing but the tools of builds, calls nothing but them and
 * what reads its own texts, and changes nothing. Every name that is called, and every attribute, has to be known.
 */
export function isPlainSetup(text: string): boolean {
  if (text.length > LIMITS.pathBytes * 16) return false;
  const { imports } = effectsOf(text);
  if (imports.length === 0 || imports.some(({ module }) => !MODULES.has(module))) return false;
  if (![...statementsOf(text)].every(importsPlainly)) return false;
  const tokens = [...tokensOf(text)].filter(({ kind }) => kind !== 'newline');
  if (!tokens.some(({ text: name }, at) => name === 'setup' && tokens[at + 1]?.text === '(')) return false;
  const defined = new Set(tokens.flatMap(({ text: name }, at) => (tokens[at - 1]?.text === 'def' ? [name] : [])));
  const opens = readsAsPython(tokens);
  return tokens.every(
    (token, at) =>
      (opens && runsOwnVersion(tokens, at)) ||
      isPlainToken(token, tokens[at - 1], tokens[at + 1], defined, tokens[at - 2]),
  );
}

/** Whether `open`, `read` and `join` are called and never given, so that they are Python's own: `def open(path)`, `f.read = f`. */
function readsAsPython(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind, text }, at) => {
    if (kind !== 'name' || !HELD.has(text)) return true;
    const before = tokens[at - 1]?.text;
    if (before === 'import') return true;
    return tokens[at + 1]?.text === '(' && (before !== 'def' || text === 'read') && before !== '@';
  });
}

const HELD = words('open read join');

/**
 * `with open('package/version.py') as f: exec(f.read(), about)`, as packages have told their version for ever: it runs what
 * importing the package would, and that file is judged as the code that it is.
 */
function runsOwnVersion(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'exec' || tokens[at - 1]?.text === '.') return false;
  const rest = tokens.slice(at + 1, at + 40);
  const given = rest[1]?.text ?? '';
  const end = rest.findIndex((_, place) => READ.every((text, next) => rest[place + next]?.text === text));
  if (rest[0]?.text !== '(' || end < 0 || !endsAfter(rest.slice(end + READ.length))) return false;
  if (given === 'open') return isSource(rest.slice(2, end));
  // Right behind `as f:`, so that it is the file which was opened there.
  const opened = tokens.slice(Math.max(0, at - 40), at);
  const from = opened.findLastIndex(({ text }) => text === 'open');
  const [as, name, colon] = opened.slice(-3).map(({ text }) => text);
  return (
    end === 2 && from >= 0 && as === 'as' && name === given && colon === ':' && isSource(opened.slice(from + 1, -3))
  );
}

const READ = ['.', 'read', '(', ')'];

/** With a table of its own for what the file names, or none. */
function endsAfter([first, table, last]: readonly Token[]): boolean {
  return first?.text === ')' || (first?.text === ',' && table?.kind === 'name' && last?.text === ')');
}

/** What a file is opened by ends in the name of one in which packages say who and what they are. */
function isSource(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ kind, text }) => kind === 'string' && VERSION_FILE.test(text));
  if (
    at < 0 ||
    !ENDS.test(
      tokens
        .slice(at + 1)
        .map(({ text }) => text)
        .join(''),
    )
  )
    return false;
  return tokens.slice(0, at).every(({ kind, text }, place) => {
    const next = tokens[place + 1]?.text ?? '';
    if (kind === 'string') return next === ',' || next === '+';
    if (kind === 'operator') return '(),.+'.includes(text);
    return next === '(' ? PLACES.has(text) : !CHOOSES.has(text);
  });
}

const PLACES = words('join dirname abspath realpath Path str');
const CHOOSES = words('and or if else not lambda in is for');
/** Behind the name: how it is read. */
const ENDS = /^\)*(?:,(?:\w+=)?["'](?:r|rb|rt|[Uu][Tt][Ff]-?8(?:-sig)?)["'])*,?\)*$/;
const VERSION_FILE = /(?:^["']|[/\\])_{0,2}(?:version|about|pkginfo|release|metadata|meta|info|init)_{0,2}\.py["']$/i;

/** `from os import execvp as setup`: only names that may be called, and none under another name. */
function importsPlainly({ tokens }: Statement): boolean {
  const words = tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text);
  if (words[0] !== 'from') return words[0] !== 'import' || !words.includes('as') || ALIASES.has(words.at(-1) ?? '');
  return words.slice(words.indexOf('import') + 1).every((name) => CALLS.has(name) || IMPORTED.has(name));
}

function isPlainToken(
  { kind, text }: Token,
  before: Token | undefined,
  after: Token | undefined,
  defined: ReadonlySet<string>,
  owner: Token | undefined,
): boolean {
  if (kind === 'string') return isPlainString(text, before);
  if (kind === 'operator') return isPlainOperator(text, before, after);
  if (FORBIDDEN.has(text) || (/^__\w+__$/.test(text) && !/^__(?:file|name|version|main|author)__$/.test(text)))
    return false;
  const follows = before?.text === '.' || before?.text === 'import' || before?.text === 'as';
  if (text === 'remove') return removes(before, owner, after);
  if (before?.text === '.' && !ATTRIBUTES.has(text) && !MODULE_PARTS.has(text)) return false;
  const called = after?.text === '(' && before?.text !== 'def';
  return !called || follows || KEYWORDS.has(text) || CALLS.has(text) || defined.has(text);
}

/** `requirements.remove(line)`: of a list of the file's own, and of no module. */
function removes(before: Token | undefined, owner: Token | undefined, after: Token | undefined): boolean {
  const isModule = owner?.kind !== 'name' || MODULES.has(owner.text) || MODULE_PARTS.has(owner.text);
  return before?.text === '.' && after?.text === '(' && !isModule && !ALIASES.has(owner.text);
}

/** No decorator, no star that imports, no name given to what another module holds: `os.environ[…] = …` */
function isPlainOperator(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (text === '@') return false;
  if (text === '*') return before?.text !== 'import';
  if (text === '(') return before?.text !== ')' && before?.text !== ']' && before?.kind !== 'string';
  if (text === ']') return !(after?.text === '=' || after?.text === '+=');
  return true;
}

/** Paths within the folder, no mode that writes, no code in braces, no place where other programs look for plugins. */
function isPlainString(text: string, before: Token | undefined): boolean {
  const content = text.replace(/^[rRbBuUfF]*(?:"""|'''|"|')|(?:"""|'''|"|')$/g, '');
  if (/^[rR]?[fF]/.test(text) && /\{[^{}]*[(.[]/.test(content)) return false;
  if (before?.text === ',' && /^(?:[rbtU]*[wax][bt+]*|r[bt]?\+[bt]?)$/.test(content)) return false;
  // `/O2`, `/std:c++17`: how the compiler of Windows is told.
  if (/^\/(?:[A-Z][A-Za-z0-9]{0,15}|(?:std|arch):[\w+]{1,12}|openmp|utf-8|bigobj)$/.test(content)) return true;
  if (/^(?:\/|~|\.\.[/\\]|[A-Za-z]:\\)|\.pth$/.test(content)) return false;
  return !/pytest11|distutils\.commands|finalize_distribution|\bvllm\.|spacy_|torch_dynamo|mlflow\./.test(content);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

const MODULES = words(`
  setuptools setuptools.extension setuptools.dist distutils.core distutils.extension distutils.version os os.path sys re io
  codecs glob platform pathlib typing __future__ warnings json torch.utils.cpp_extension torch numpy Cython.Build
  pybind11.setup_helpers pkg_resources ast
`);
/** Parts of those modules' names, as attributes of what is imported whole. */
const MODULE_PARTS = words('path utils cpp_extension extension core environ argv Build setup_helpers');
const ALIASES = words('np osp op pt torch');
const IMPORTED = words(
  'path environ getenv sep listdir walk version_info argv platform executable cpp_extension core extension',
);
const FORBIDDEN = words(`
  exec eval compile getattr setattr delattr globals locals vars input breakpoint class global nonlocal async await
  subprocess importlib ctypes shutil dependency_links mode system popen modules builtins
`);
const KEYWORDS = words(
  'if elif while for in not and or is return with assert print lambda yield from import else except del raise',
);
const CALLS = words(`
  setup find_packages find_namespace_packages Extension CUDAExtension CppExtension BuildExtension Pybind11Extension
  build_ext cythonize open Path len str int list dict set tuple sorted any all map filter zip enumerate range min max
  isinstance print next reversed bool parse_requirements Version LooseVersion List Dict Optional Tuple Union Any Sequence absolute_import print_function annotations unicode_literals division with_statement CUDA_HOME RuntimeError ValueError Exception SystemExit
  abspath dirname join exists isfile isdir basename realpath splitext glob
`);
const ATTRIBUTES = words(`
  setup find_packages find_namespace_packages Extension CUDAExtension CppExtension BuildExtension with_options open read
  readlines readline read_text splitlines split rsplit strip lstrip rstrip startswith endswith replace join format lower upper
  append extend insert update get items keys values index count group groups match search findall sub MULTILINE M
  DOTALL VERBOSE abspath dirname exists isfile isdir basename realpath splitext normpath relpath resolve parent parents glob
  rglob name stem suffix sep getenv getcwd listdir walk platform version_info major minor version executable exit stderr
  warn literal_eval get_include include_paths CUDA_HOME is_available cuda python_version machine
  Path parse_requirements filterwarnings simplefilter as_posix decode encode __version__
`);
