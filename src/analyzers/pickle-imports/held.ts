import type { PickleCall, PickleProgram, PickleValue } from '../../formats/pickle/facts.ts';
import { isStandardLibrary } from '../../formats/python/standard-library.ts';
import { type Allowed, allowed } from './allowed.ts';
import { classKind } from './classes/index.ts';
import { currentName, deniedBy } from './denied.ts';
import { isPlain } from './plain-names.ts';
import { SHAPES, type Shape } from './shapes.ts';
import { words } from './words.ts';

/**
 * Calls that only build something to be called later: bound methods, partial functions, functions that numba keeps as
 * code. What a program builds and never calls does nothing while it is loaded.
 */
const GETATTR: ReadonlySet<string> = new Set(['builtins.getattr', '__builtin__.getattr']);
const PARTIAL = 'functools.partial';
const NUMBA: ReadonlySet<string> = new Set([
  'numba.core.serialize._unpickle__CustomPickled',
  'numba.core.serialize.custom_rebuild',
  ...['_make_function', '_function_setstate', '_make_cell', '_make_empty_cell'].map(ofNumba),
]);
const SUBIMPORT = ofNumba('subimport');
const BUILTIN_TYPE = ofNumba('_builtin_type');
/** What getters may look up, as keys of a sort or steps of a pipeline: fields by plain names. */
const GETTERS: ReadonlyMap<string, readonly [Shape, Shape]> = new Map(
  ['operator', '_operator'].flatMap((module): [string, readonly [Shape, Shape]][] => [
    [`${module}.attrgetter`, ['field', 'field']],
    [`${module}.itemgetter`, ['key', 'key']],
    [`${module}.methodcaller`, ['field', 'constant']],
  ]),
);
const BUILDERS: ReadonlySet<string> = new Set([
  ...GETTERS.keys(),
  ...GETATTR,
  PARTIAL,
  ...NUMBA,
  SUBIMPORT,
  BUILTIN_TYPE,
]);

function ofNumba(name: string): string {
  return `numba.cloudpickle.cloudpickle.${name}`;
}

/** What makes an instance: before protocol 4, `partial(Class.__new__, …)` is how a class is given keywords. */
export const MAKER = '.__new__';

/** How a call that builds something to be called later is to be taken; null when it is not one, or not only one. */
export type Held = 'harmless' | 'strange' | null;

export function heldBy(call: PickleCall): Held {
  const { callee, form, arguments: values } = call;
  const [first, second] = values;
  if (first === undefined) return null;
  if (callee === `result of ${PARTIAL}`) return form === 'BUILD' ? ofFunction(firstOf(first)) : null;
  if (form !== 'REDUCE') return null;
  if (GETATTR.has(callee) && values.length === 2) {
    if (isOfData(first, second) || isOfPattern(first, second)) return 'harmless';
    return isPlainName(second) ? ofOwner(first) : null;
  }
  if (GETATTR.has(callee)) return null;
  if (callee === PARTIAL) return ofFunction(first);
  const getter = GETTERS.get(callee);
  if (getter !== undefined)
    return values.every((value, at) => SHAPES[getter[at === 0 ? 0 : 1]](value)) ? 'harmless' : null;
  if (callee === SUBIMPORT) return isText(first) && isHarmlessModule(first.value) ? 'strange' : null;
  if (callee === BUILTIN_TYPE) return isText(first) && BUILT_TYPE.test(first.value) ? 'strange' : null;
  return NUMBA.has(callee) ? 'strange' : null;
}

const BUILT_TYPE = /^(?:CodeType|CellType|FunctionType)$/;

/** Whether a program calls what it built: then its builders are steps of an attack. Filling a partial calls nothing. */
export function callsWhatItBuilds({ calls }: PickleProgram): boolean {
  return calls.some(
    ({ calleeKind, callee, form }) =>
      calleeKind === 'result' && form !== 'BUILD' && BUILDERS.has(callee.replace(/^result of /, '')),
  );
}

/** Whether a method belongs to a text, bytes, or what holds values, and gives no more than what is in them. */
function isOfData(owner: PickleValue, method: PickleValue | undefined): boolean {
  if (!isText(method)) return false;
  if (owner.kind === 'constant' && typeof owner.value === 'number') return OF_NUMBERS.has(method.value);
  const isData = isText(owner) || isBytes(owner) || owner.kind === 'collection' || isMadeOfData(owner);
  return isData && OF_DATA.has(method.value);
}

/** Sets, bytes and ordered tables, as older protocols make them by a call. */
function isMadeOfData(owner: PickleValue): boolean {
  return (
    owner.kind === 'result' &&
    /^(?:(?:builtins|__builtin__)\.(?:frozenset|set|bytearray|bytes)|collections\.(?:OrderedDict|Counter))$/.test(
      owner.of,
    )
  );
}

function isOfPattern(owner: PickleValue, method: PickleValue | undefined): boolean {
  return owner.kind === 'result' && PATTERNS.has(owner.of) && isText(method) && OF_PATTERNS.has(method.value);
}

function isBytes(value: PickleValue): boolean {
  return value.kind === 'bytes' || (value.kind === 'result' && value.of === '_codecs.encode');
}

/** Not `format`, which looks attributes up. */
const OF_DATA: ReadonlySet<string> = new Set(
  words(`
    get keys values items copy index count __getitem__ __contains__ union intersection difference issubset issuperset
    symmetric_difference isdisjoint lower upper strip lstrip rstrip title capitalize casefold swapcase split rsplit
    splitlines join replace startswith endswith find rfind isdigit isalpha isalnum isspace zfill ljust rjust center encode
    decode hex partition rpartition translate removeprefix removesuffix
  `),
);

/** What a number tells of itself. */
const OF_NUMBERS: ReadonlySet<string> = new Set(
  words('is_integer bit_length bit_count conjugate as_integer_ratio hex real imag numerator denominator'),
);

/** The object that a bound method belongs to: methods of a listed class compute with what it holds. */
function ofOwner(value: PickleValue): Held {
  if (value.kind === 'collection' || isText(value)) return 'strange';
  if (value.kind !== 'result') return null;
  const [module, name] = splitName(value.of);
  if (classKind(module, name) !== undefined || DRAWS.has(value.of)) return 'harmless';
  return isStandardLibrary(module) || deniedBy(module, name) !== null ? null : 'strange';
}

/** What a pattern finds in texts. */
const PATTERNS: ReadonlySet<string> = new Set(['re._compile', 're.compile']);
const OF_PATTERNS: ReadonlySet<string> = new Set(words('findall finditer fullmatch match search split'));

/** What draws numbers. */
const DRAWS: ReadonlySet<string> = new Set(
  ['random.Random'].concat(['__randomstate_ctor', '__generator_ctor'].map((name) => `numpy.random._pickle.${name}`)),
);

/** A function that may be held with its arguments: one that is only ever referred to, a class, a bound method. */
function ofFunction(value: PickleValue | undefined): Held {
  if (value?.kind === 'result') {
    const built = GETATTR.has(value.of) || value.of === PARTIAL;
    // An object that can be called computes with what it holds, as its methods do.
    return built || classKind(...splitName(value.of)) !== undefined ? 'harmless' : null;
  }
  if (value?.kind !== 'global') return null;
  const path = value.name.endsWith(MAKER) ? value.name.slice(0, -MAKER.length) : value.name;
  const [module, name] = splitName(path);
  // Some of them call what they are given as a key: what a partial function holds is judged apart.
  if (PLAIN.has(`${module}.${name}`)) return 'harmless';
  if (deniedBy(module, name) !== null) return null;
  const known = allowed(module, name) ?? methodOf(path);
  if (path !== value.name && known !== undefined) return 'harmless';
  const onlyReferred = known !== undefined && !known.neverHandedOn && known.uses.length === 0;
  if (onlyReferred || classKind(module, name) !== undefined) return 'harmless';
  return isStandardLibrary(module) ? null : 'strange';
}

/** `builtins.str.split`: a method, under the module of its class. */
function methodOf(path: string): Allowed | undefined {
  const parts = path.split('.');
  return parts.length < 3 ? undefined : allowed(parts.slice(0, -2).join('.'), parts.slice(-2).join('.'));
}

const PLAIN: ReadonlySet<string> = new Set([
  ...['int', 'float', 'str', 'bool', 'list', 'dict', 'set', 'tuple', 'complex'].map((name) => `builtins.${name}`),
  ...['abs', 'all', 'any', 'divmod', 'len', 'max', 'min', 'pow', 'round', 'sorted', 'sum'].map(
    (name) => `builtins.${name}`,
  ),
  ...['defaultdict', 'OrderedDict', 'Counter', 'deque'].map((name) => `collections.${name}`),
  ...['copy', 'deepcopy'].map((name) => `copy.${name}`),
  ...['abs', 'add', 'and_', 'concat', 'eq', 'floordiv', 'ge', 'gt', 'is_', 'is_not', 'le', 'lt', 'matmul', 'mod', 'mul']
    .concat(['ne', 'neg', 'not_', 'or_', 'pow', 'sub', 'truediv', 'truth', 'xor'])
    .flatMap((name) => [`operator.${name}`, `_operator.${name}`]),
  'functools.reduce',
  '_functools.reduce',
]);

function isPlainName(value: PickleValue | undefined): boolean {
  return isText(value) && isPlain(value.value);
}

function isHarmlessModule(path: string): boolean {
  const dot = path.lastIndexOf('.');
  const named = dot > 0 && deniedBy(path.slice(0, dot), path.slice(dot + 1)) !== null;
  return /^\w+(?:\.\w+)*$/.test(path) && !isStandardLibrary(path) && !named && deniedBy(path, '') === null;
}

function firstOf(state: PickleValue): PickleValue | undefined {
  return state.kind === 'collection' && state.type === 'tuple' ? state.items[0] : undefined;
}

function splitName(path: string): readonly [string, string] {
  const dot = path.lastIndexOf('.');
  return currentName(path.slice(0, Math.max(0, dot)), path.slice(dot + 1));
}

function isText(value: PickleValue | undefined): value is { readonly kind: 'constant'; readonly value: string } {
  return value?.kind === 'constant' && typeof value.value === 'string';
}
