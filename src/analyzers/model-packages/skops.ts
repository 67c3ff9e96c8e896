import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { isSystemModule } from './modules.ts';
import { type Judged, SKOPS_ATTACK, SKOPS_TYPE } from './rules.ts';

/** Whether a document is the schema of a skops file: a node at the top, and its protocol. */
export function isSkopsSchema(value: Json): boolean {
  return isJsonObject(value) && typeof value['__loader__'] === 'string' && typeof value['__module__'] === 'string';
}

/** Judges each node of a skops schema (skops/io, `NODE_TYPE_MAPPING`), wherever it stands. */
export function* judgeSkops(schema: Json): Iterable<Judged> {
  const open: Json[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isJsonObject(next) && Object.hasOwn(next, '__loader__')) {
      const rule = judgeNode(next);
      if (rule !== null) yield { rule, operation: `${textOf(next['__loader__'])} ${nameOf(next)}` };
    }
    const inside: readonly (Json | undefined)[] = Array.isArray(next)
      ? next
      : isJsonObject(next)
        ? Object.values(next)
        : [];
    for (const item of inside.toReversed()) if (typeof item === 'object' && item !== null) open.push(item);
  }
}

/**
 * Whether a node, told of by its loader and its class, makes what unpickling may make as well: an object is made by
 * `__new__` without arguments, and its state goes to `__setstate__` or `__dict__` (skops/io/_general.py, ObjectNode); a
 * table of a class of its own is made empty, and filled (DictNode).
 */
export function isMadeAsByPickle(
  operation: string,
  kindOf: (module: string, name: string) => string | undefined,
): boolean {
  const [loader, module = '', name = ''] = /^(\w+) ([\w.]+)\.(\w+)$/.exec(operation)?.slice(1) ?? [];
  if (loader !== 'ObjectNode' && loader !== 'DictNode' && loader !== 'TypeNode') return false;
  const kind = kindOf(module, name);
  // A class alone, which nothing makes an object of here.
  if (loader === 'TypeNode') return kind !== undefined && kind !== 'functions' && kind !== 'cython';
  return loader === 'DictNode' ? kind === 'mappings' : kind === 'objects' || kind === 'restored';
}

/** Values: their own class says nothing, since the node makes what it is for. */
const VALUES: ReadonlySet<string> = new Set(
  'DictNode DefaultDictNode ListNode SetNode TupleNode BytesNode BytearrayNode SliceNode JsonNode NdArrayNode MaskedArrayNode DTypeNode RandomStateNode RandomGeneratorNode SparseMatrixNode CachedNode'.split(
    ' ',
  ),
);
/** Objects of named classes. */
const OBJECTS: ReadonlySet<string> = new Set(
  'ObjectNode TypeNode TreeNode LossNode QuantileForestNode _DictWithDeprecatedKeysNode ConstructorFromReduceNode ReduceNode SGDNode'.split(
    ' ',
  ),
);
const LIBRARY = /^(?:sklearn|scipy|numpy|xgboost|lightgbm|catboost|quantile_forest)(?:\.\w+)*$/;
const CLASS = /^_?[A-Z]\w*$/;
const NUMPY_TYPE =
  /^(?:u?int\d{1,2}|float\d{2,3}|complex\d{2,3}|bool_?|str_|bytes_|ndarray|datetime64|object_|intc|number)$/;
const BUILTIN_TYPE =
  /^(?:int|str|float|bool|complex|list|dict|tuple|set|frozenset|bytes|bytearray|slice|range|object|type|NoneType|map)$/;
/** Functions of arrays that read, write or compile. */
const ARRAY_TOOL =
  /^(?:load|save\w*|fromfile|genfromtxt|loadtxt|savetxt|memmap|open_memmap|fromregex|DataSource|f2py\w*|compile|runstring|fetch_\w+|load_\w+|exec_\w+|test|get_include)$/;

function judgeNode(node: JsonObject): typeof SKOPS_ATTACK | null {
  const loader = textOf(node['__loader__']);
  const module = textOf(node['__module__']);
  const name = textOf(node['__class__']);
  if (isAttack(module, name) || pointsElsewhere(node)) return SKOPS_ATTACK;
  if (loader === 'OperatorFuncNode') return judgeOperator(module, name);
  if (loader === 'MethodNode') return judgeMethod(node);
  if (loader === 'PartialNode') return judgePartial(node, module, name);
  if (loader === 'FunctionNode') {
    const { path, of } = olderPlace(node);
    return isArrayFunction(module, name) && (path === '' || isArrayFunction(path, of)) ? null : SKOPS_TYPE;
  }
  if (VALUES.has(loader)) return isKnownType(module, name) ? null : SKOPS_TYPE;
  return OBJECTS.has(loader) && isKnownType(module, name) ? null : SKOPS_TYPE;
}

function pointsElsewhere(node: JsonObject): boolean {
  const { path, of } = olderPlace(node);
  return path !== '' && isAttack(path, of);
}

/** Older protocols keep a function's place in the content, and take it from there, whatever stands around it. */
function olderPlace(node: JsonObject): { readonly path: string; readonly of: string } {
  const content = isJsonObject(node['content'] ?? null) ? (node['content'] as JsonObject) : {};
  return { path: textOf(content['module_path']), of: textOf(content['function']) };
}

function isAttack(module: string, name: string): boolean {
  // Also behind a library that imports it: `sklearn.utils.os`.
  if (module.split('.').some((_, at, all) => isSystemModule(all.slice(at).join('.'))) || name.includes('__'))
    return true;
  if (module === 'builtins' || module === '__builtin__')
    return !BUILTIN_TYPE.test(name) && name !== 'builtin_function_or_method';
  return LIBRARY.test(module) && ARRAY_TOOL.test(name);
}

/** `functools.partial` of the check that gradient boosting puts before its columns, with settings alone, is what scikit-learn writes. */
function judgePartial({ content }: JsonObject, module: string, name: string): typeof SKOPS_ATTACK | null {
  if (module !== 'functools' || name !== 'partial') return SKOPS_ATTACK;
  const { func, args, kwds, namespace } = isJsonObject(content) ? content : {};
  const checks = isJsonObject(func) && func['__loader__'] === 'FunctionNode' && isCheck(func);
  return checks && [args, kwds, namespace].every(isSettings) ? null : SKOPS_TYPE;
}

const CHECK = 'sklearn.utils.validation.check_array';

function isCheck(func: JsonObject): boolean {
  const { path, of } = olderPlace(func);
  return nameOf(func) === CHECK && ['.', CHECK].includes(`${path}.${of}`);
}

/** Texts, numbers, names of number types, and lists and tables of these. */
function isSettings(node: Json | undefined): boolean {
  if (!isJsonObject(node ?? null)) return node === undefined;
  const { __loader__: loader, content } = node as JsonObject;
  if (loader === 'JsonNode') return true;
  if (loader === 'TypeNode')
    return isKnownType(textOf((node as JsonObject)['__module__']), textOf((node as JsonObject)['__class__']));
  const inside = Array.isArray(content)
    ? content
    : isJsonObject(content ?? null)
      ? Object.values(content as JsonObject)
      : [];
  return (loader === 'ListNode' || loader === 'TupleNode' || loader === 'DictNode') && inside.every(isSettings);
}

/** `operator` has many functions that call (`call`, `methodcaller`); of the three that skops writes two only read. */
function judgeOperator(module: string, name: string): typeof SKOPS_ATTACK {
  return module === 'operator' && /^(?:attrgetter|itemgetter|methodcaller)$/.test(name) ? SKOPS_TYPE : SKOPS_ATTACK;
}

/** The class that is told for checking has to be that of the object, or the check looked elsewhere. */
function judgeMethod(node: JsonObject): typeof SKOPS_ATTACK {
  const content = isJsonObject(node['content']) ? node['content'] : {};
  const of = isJsonObject(content['obj']) ? content['obj'] : {};
  const same =
    textOf(of['__module__']) === textOf(node['__module__']) && textOf(of['__class__']) === textOf(node['__class__']);
  return same && !textOf(content['func']).startsWith('_') ? SKOPS_TYPE : SKOPS_ATTACK;
}

function isArrayFunction(module: string, name: string): boolean {
  return (
    /^(?:numpy(?:\.core\._multiarray_umath)?|scipy\.special|scipy\.spatial\.distance|scipy\.\w+|sklearn(?:\.\w+)*)$/.test(
      module,
    ) && /^[a-z]\w*$/.test(name)
  );
}

function isKnownType(module: string, name: string): boolean {
  if (module === 'builtins') return BUILTIN_TYPE.test(name) || name === 'builtin_function_or_method';
  if (module === 'collections') return name === 'defaultdict' || name === 'OrderedDict';
  return (
    LIBRARY.test(module) &&
    (CLASS.test(name) ||
      NUMPY_TYPE.test(name) ||
      (module.startsWith('scipy.sparse') && /^[a-z]{3}_(?:matrix|array)$/.test(name)) ||
      (module === 'sklearn.compose._column_transformer' && name === 'make_column_selector') ||
      name === 'dtype' ||
      name === 'ufunc')
  );
}

function nameOf(node: JsonObject): string {
  return `${textOf(node['__module__'])}.${textOf(node['__class__'])}`;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
