import type { PickleValue } from '../../formats/pickle/facts.ts';

/** The shapes of arguments that the allowlist tells apart. */
export type Shape =
  | 'any'
  | 'constant'
  | 'text'
  | 'string'
  | 'latin'
  | 'plain'
  | 'made'
  | 'bytes'
  | 'encoded'
  | 'buffer'
  | 'scalar'
  | 'moment'
  | 'class'
  | 'base'
  | 'factory'
  | 'rebuilder'
  | 'tensor-class'
  | 'array-class'
  | 'dtype'
  | 'type-code'
  | 'state';

const isConstant = (value: PickleValue): boolean => value.kind === 'constant' || value.kind === 'integer';
const isText = (value: PickleValue): boolean => value.kind === 'constant' && typeof value.value === 'string';
/** Texts too long for facts are cut to an opaque value that says so; floats like `nan` too. */
const isCutLiteral = (value: PickleValue): boolean =>
  value.kind === 'opaque' &&
  /^(?:text of|float|integer of|buffer|\d+ more$|tuple$|list$|dict$|set$|frozenset$)/.test(value.why);
const isString = (value: PickleValue): boolean =>
  isText(value) || (value.kind === 'opaque' && value.why.startsWith('text of'));
const isPlain = (value: PickleValue): boolean =>
  isConstant(value) || isCutLiteral(value) || ['bytes', 'collection', 'persistent'].includes(value.kind);
const isEncoded = (value: PickleValue): boolean =>
  value.kind === 'bytes' || isText(value) || isResultOf(value, ENCODERS) || isSmallNumber(value);
const isGlobalOf = (value: PickleValue, names: ReadonlySet<string>): boolean =>
  value.kind === 'global' && names.has(value.name);
const isResultOf = (value: PickleValue, names: ReadonlySet<string>): boolean =>
  value.kind === 'result' && names.has(value.of);
const isSmallNumber = (value: PickleValue): boolean => value.kind === 'constant' && typeof value.value === 'number';

const ENCODERS: ReadonlySet<string> = new Set(['_codecs.encode', 'codecs.encode']);
const BASES: ReadonlySet<string> = new Set(
  ['object', 'list', 'dict', 'tuple', 'set', 'int', 'float', 'str', 'bytes', 'unicode'].flatMap((name) => [
    `builtins.${name}`,
    `__builtin__.${name}`,
  ]),
);
const FACTORIES: ReadonlySet<string> = new Set([
  ...['list', 'dict', 'set', 'tuple', 'int', 'float', 'str', 'bool'].flatMap((name) => [
    `builtins.${name}`,
    `__builtin__.${name}`,
  ]),
  'collections.OrderedDict',
  'collections.Counter',
]);
const REBUILDERS: ReadonlySet<string> = new Set(
  [
    '_rebuild_tensor',
    '_rebuild_tensor_v2',
    '_rebuild_tensor_v3',
    '_rebuild_qtensor',
    '_rebuild_sparse_tensor',
    '_rebuild_parameter',
    '_rebuild_parameter_with_state',
    '_rebuild_meta_tensor_no_storage',
    '_rebuild_wrapper_subclass',
    '_rebuild_device_tensor_from_numpy',
    '_rebuild_device_tensor_from_cpu_tensor',
    '_rebuild_nested_tensor',
  ].map((name) => `torch._utils.${name}`),
);
const TENSOR_CLASSES: ReadonlySet<string> = new Set([
  'torch.Tensor',
  'torch._tensor.Tensor',
  'torch.nn.parameter.Parameter',
  'torch.nn.parameter.Buffer',
]);
/** What tensors and arrays are made by: results that are passed on. */
const MAKERS: ReadonlySet<string> = new Set([
  ...REBUILDERS,
  'torch._utils._rebuild_sparse_csr_tensor',
  'torch._tensor._rebuild_from_type_v2',
  'torch._utils._rebuild_from_type_v2',
  'torch.serialization._get_layout',
  'torch.storage._load_from_bytes',
  'torch.Size',
  'torch.device',
  'collections.OrderedDict',
  'numpy.core.multiarray._reconstruct',
  'numpy._core.multiarray._reconstruct',
  'numpy.core.numeric._frombuffer',
  'numpy._core.numeric._frombuffer',
]);
const DTYPE: ReadonlySet<string> = new Set(['numpy.dtype']);
const TIMEZONES: ReadonlySet<string> = new Set(['datetime.timezone', 'datetime.timedelta', ...ENCODERS]);
/** Spellings of Latin-1 that pickle itself writes; any other codec may compute. */
const LATIN: ReadonlySet<unknown> = new Set(['latin1', 'latin-1']);
/** Globals that calls are given to describe tensors, never to be called: dtypes, layouts, quantisation schemes. */
const isDescription = (value: PickleValue): boolean =>
  value.kind === 'global' && /^torch\.[a-z][a-z0-9_]*$/.test(value.name);

export const SHAPES: Readonly<Record<Shape, (value: PickleValue) => boolean>> = {
  any: () => true,
  constant: isConstant,
  text: isText,
  string: isString,
  latin: (value) => value.kind === 'constant' && LATIN.has(value.value),
  plain: isPlain,
  made: (value) =>
    isPlain(value) || isResultOf(value, MAKERS) || isDescription(value) || isGlobalOf(value, TENSOR_CLASSES),
  bytes: (value) => value.kind === 'bytes',
  encoded: isEncoded,
  buffer: (value) => isEncoded(value) || isCutLiteral(value) || isResultOf(value, BYTE_ARRAYS),
  scalar: (value) => isEncoded(value) || isString(value) || isConstant(value),
  moment: (value) => isConstant(value) || value.kind === 'bytes' || isResultOf(value, TIMEZONES),
  class: (value) => value.kind === 'global',
  base: (value) => isGlobalOf(value, BASES),
  factory: (value) => isGlobalOf(value, FACTORIES) || (value.kind === 'constant' && value.value === null),
  rebuilder: (value) => isGlobalOf(value, REBUILDERS),
  'tensor-class': (value) => isGlobalOf(value, TENSOR_CLASSES),
  'array-class': (value) => isGlobalOf(value, new Set(['numpy.ndarray'])),
  dtype: (value) => isResultOf(value, DTYPE),
  'type-code': (value) => isText(value) || (value.kind === 'global' && /^numpy\.[a-z0-9_]+$/.test(value.name)),
  state: (value) => value.kind === 'collection' || isCutLiteral(value),
};

const BYTE_ARRAYS: ReadonlySet<string> = new Set(['builtins.bytearray', '__builtin__.bytearray']);
