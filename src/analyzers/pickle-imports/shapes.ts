import { isPlainType } from '../../formats/pickle/dill.ts';
import type { PickleValue } from '../../formats/pickle/facts.ts';
import { classKind } from './classes/index.ts';
import { isPlain as isPlainName, isPlainPath } from './plain-names.ts';
import { TENSOR_SUBCLASS_NAMES } from './tensor-subclasses.ts';
import { words } from './words.ts';

/** The shapes of arguments that the allowlist tells apart. */
export type Shape =
  | 'any'
  | 'constant'
  | 'text'
  | 'string'
  | 'latin'
  | 'plain'
  | 'small-shape'
  | 'made'
  | 'bytes'
  | 'encoded'
  | 'buffer'
  | 'scalar'
  | 'class'
  | 'base'
  | 'c-number'
  | 'factory'
  | 'rebuilder'
  | 'tensor-class'
  | 'array-class'
  | 'dtype'
  | 'type-code'
  | 'state'
  | 'dict-state'
  | 'slot-state'
  | 'older-state'
  | 'parameter-state'
  | 'value'
  | 'encoded-bytes'
  | 'iterable'
  | 'gathered'
  | 'deque'
  | 'plain-function'
  | 'array-type'
  | 'index-class'
  | 'sklearn-class'
  | 'lazy-module'
  | 'lazy-hook'
  | 'distribution'
  | 'entropy'
  | 'method-owner'
  | 'method'
  | 'byte-stream'
  | 'script-state'
  | 'octets'
  | 'ratio'
  | 'array-maker'
  | 'array-arguments'
  | 'array'
  | 'interval-class'
  | 'layer-maker'
  | 'layer-settings'
  | 'bit-generator'
  | 'bit-generator-maker'
  | 'typing-form'
  | 'literal-form'
  | 'annotated-form'
  | 'annotated'
  | 'types'
  | 'union-maker'
  | 'index'
  | 'field'
  | 'plain-type'
  | 'tzfile-class'
  | 'text-of-range'
  | 'member'
  | 'td-class'
  | 'td-state'
  | 'file-state'
  | 'key';

const isConstant = (value: PickleValue): boolean => value.kind === 'constant' || value.kind === 'integer';
const isText = (value: PickleValue): boolean => value.kind === 'constant' && typeof value.value === 'string';
/** Texts too long for facts are cut to an opaque value that says so; floats like `nan` too. */
const isCutLiteral = (value: PickleValue): boolean =>
  value.kind === 'opaque' &&
  /^(?:text of|float|integer of|buffer|\d+ more$|tuple$|list$|dict$|set$|frozenset$)/.test(value.why);
const isString = (value: PickleValue): boolean =>
  isText(value) || (value.kind === 'opaque' && value.why.startsWith('text of'));
const isNone = (value: PickleValue): boolean => value.kind === 'constant' && value.value === null;
const isDict = (value: PickleValue): boolean => value.kind === 'collection' && value.type === 'dict';
const isDictOrNone = (value: PickleValue): boolean => isNone(value) || isDict(value);
const isPairOf = (
  value: PickleValue,
  first: (item: PickleValue) => boolean,
  second: (item: PickleValue) => boolean,
): boolean =>
  value.kind === 'collection' &&
  value.type === 'tuple' &&
  value.length === 2 &&
  [first, second].every((is, at) => value.items[at] !== undefined && is(value.items[at]));
const isResultIn = (value: PickleValue, names: RegExp): boolean => value.kind === 'result' && names.test(value.of);
/** Generators of random numbers, by which SciPy before 1.6 restored a distribution beside what it is made with. */
const NUMPY_RANDOM = /^numpy\.random\.(?:_pickle\.__(?:randomstate|generator)|__RandomState)_ctor$/;
const isPlain = (value: PickleValue): boolean =>
  isConstant(value) || isCutLiteral(value) || ['bytes', 'collection', 'persistent'].includes(value.kind);
/** NumPy asks for an array of nothing, whose state says the rest; a shape that is large takes the memory at once. */
const MOST_ELEMENTS = 2 ** 32;
const isSmallShape = (value: PickleValue): boolean =>
  isPlain(value) &&
  value.kind !== 'integer' &&
  (value.kind !== 'collection' ||
    (value.items.every((item) => item.kind !== 'integer') &&
      value.items.reduce((product, item) => product * (isSmallNumber(item) ? sizeOf(item) : 1), 1) <= MOST_ELEMENTS));
const sizeOf = (value: PickleValue): number => (value.kind === 'constant' ? Math.abs(Number(value.value)) : 1);
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
  ...['list', 'dict', 'set', 'tuple', 'int', 'float', 'str', 'bool', 'long', 'unicode'].flatMap((name) => [
    `builtins.${name}`,
    `__builtin__.${name}`,
  ]),
  'collections.OrderedDict',
  'collections.Counter',
  'nltk.probability.FreqDist',
  'nltk.probability.ConditionalFreqDist',
  'torch.amp.grad_scaler._refresh_per_optimizer_state',
  'torch.cuda.amp.grad_scaler._refresh_per_optimizer_state',
]);
/** What a partial function holds is judged where it is made. */
const PARTIALS: ReadonlySet<string> = new Set(['functools.partial']);
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
  ]
    .map((name) => `torch._utils.${name}`)
    .concat('torch.nested._internal.nested_tensor._rebuild_njt'),
);
const TENSOR_CLASSES: ReadonlySet<string> = new Set([
  'torch.Tensor',
  'torch._tensor.Tensor',
  'torch.nn.parameter.Parameter',
  'torch.nn.parameter.Buffer',
  'torch.nested._internal.nested_tensor.NestedTensor',
  ...TENSOR_SUBCLASS_NAMES,
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
/** Spellings of Latin-1 that pickle itself writes; any other codec may compute. */
const LATIN: ReadonlySet<unknown> = new Set(['latin1', 'latin-1']);
/** Globals that calls are given to describe tensors, never to be called: dtypes, layouts, quantisation schemes. */
const isDescription = (value: PickleValue): boolean =>
  value.kind === 'global' && /^(?:torch|numpy)\.[a-z][a-z0-9_]*$/.test(value.name);

const isSequence = (value: PickleValue): boolean =>
  value.kind === 'collection' && (value.type === 'list' || value.type === 'tuple');
const ITERATORS: ReadonlySet<string> = new Set(
  ['iter', 'reversed', 'enumerate', 'zip', 'range', 'xrange', 'map', 'filter']
    .flatMap((name) => [`builtins.${name}`, `__builtin__.${name}`])
    .concat(
      words(`
        accumulate chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby
        ifilter ifilterfalse imap islice izip izip_longest permutations product repeat starmap takewhile zip_longest
      `).map((name) => `itertools.${name}`),
    ),
);
/** What an iterator may hold to call it later: it computes with what it is given, and calls nothing. */
const PLAIN_FUNCTION =
  /^(?:(?:builtins|__builtin__)\.(?:abs|ascii|bin|bool|chr|complex|divmod|float|hash|hex|int|len|list|oct|ord|pow|repr|round|set|str|sum|tuple|unicode|(?:str|unicode|bytes)\.[a-z]+(?<!\.format|\.join))|_?operator\.(?:abs|add|and_|eq|floordiv|ge|gt|index|inv|invert|is_|is_not|le|lshift|lt|matmul|mod|mul|ne|neg|not_|or_|pos|pow|rshift|sub|truediv|truth|xor)|math\.[a-z]\w*)$/;
const DEQUES: ReadonlySet<string> = new Set(['collections.deque']);
/** Items that are taken at once by what combines them. */
const MOST_AT_ONCE = 2 ** 16;
/** Arrays that NumPy makes by `ndarray.__new__`, whichever of them it is. */
const ARRAY_CLASSES: ReadonlySet<string> = new Set([
  'numpy.ndarray',
  ...['matrix', 'recarray', 'chararray', 'memmap'].map((name) => `numpy.${name}`),
  'numpy.rec.recarray',
  'numpy.core.records.recarray',
  'numpy.char.chararray',
  'numpy.core.defchararray.chararray',
  'numpy.matrixlib.defmatrix.matrix',
  'numpy.core.memmap.memmap',
  'numpy._core.memmap.memmap',
  'numpy.ma.MaskedArray',
  'numpy.ma.core.MaskedArray',
  'numpy.ma.mrecords.MaskedRecords',
]);
/** Types that stand for themselves: dtypes, plain classes. */
const TYPES: ReadonlySet<string> = new Set([
  ...BASES,
  ...FACTORIES,
  ...TENSOR_CLASSES,
  'numpy.ndarray',
  'pandas.NA',
  'pandas._libs.missing.NA',
]);
/** Methods that modules without a shape yet hold as hooks (torch/nn/modules/lazy.py). */
const LAZY_HOOKS: ReadonlySet<unknown> = new Set(['_infer_parameters', '_lazy_load_hook']);
/** Discrete distributions hold their own entropy, bound, to call it for many values. */
const DISTRIBUTION =
  /^(?:scipy\.stats\._(?:discrete_distns\.\w+_gen|distn_infrastructure\.rv_sample)|statsmodels\.distributions\.discrete\.\w+_gen)$/;
/** Models that hold methods of their own, bound; each method computes with what its model holds. */
const METHOD_OWNER =
  /^(?:nltk\.stem\.snowball\.[A-Z]\w*Stemmer|statsmodels\.discrete\.count_model\.Zero\w+|statsmodels\.tsa\.exponential_smoothing\.ets\.ETSModel)$/;
const METHODS: ReadonlySet<unknown> = new Set(['stem', 'loglike', '_hessian_logit', '_hessian_probit']);
/** Packed parameters of quantised modules: classes of PyTorch's own, made by their C++. */
const PACKED =
  /^__torch__\.torch\.classes\.(?:quantized\.(?:Linear|Conv[123]d|Embedding)PackedParamsBase|sparse\.LinearPackedParamsBase|rnn\.CellParamsBase)$/;
/** What members of enums are that are no constants: weights of torchvision, flags of the `regex` package. */
const MEMBERS: ReadonlySet<string> = new Set(['torchvision.models._api.Weights', 'regex._regex_core.RegexFlag']);
const TENSOR_DICTS: ReadonlySet<string> = new Set([
  'tensordict._td.TensorDict',
  'tensordict._lazy.LazyStackedTensorDict',
]);
/** Attributes that a tensordict has; any other could stand in the place of a method that is called while it is restored. */
const OF_TENSOR_DICT: ReadonlySet<unknown> = new Set(
  words(`
    _tensordict _device _batch_size _td_dim_names _is_locked _locked_schema _is_shared _is_memmap _non_blocking stack_dim
    tensordicts hook_out hook_in _stack_dim_name _consolidated _memmap_prefix _is_non_tensor _stream
  `),
);
/** A model of CRFsuite in a temporary file whose name CRFsuite chooses; its ends might lead elsewhere, or name a kind of file that something runs. */
const OF_FILE: Readonly<Record<string, (value: PickleValue) => boolean>> = {
  name: isNone,
  auto: (value) => value.kind === 'constant' && value.value === true,
  keep_tempfiles: (value) => value.kind === 'constant' && typeof value.value === 'boolean',
  suffix: (value) => value.kind === 'constant' && value.value === '.crfsuite',
  prefix: (value) => value.kind === 'constant' && value.value === 'model',
  fd: isSmallNumber,
  __FILE_RESOURCE_DATA__: (value) => value.kind === 'bytes' && value.preview.startsWith("b'lCRF"),
};
function isStateOfFile(value: PickleValue): boolean {
  if (!isDict(value) || value.kind !== 'collection' || value.items.length !== 2 * value.length) return false;
  return value.items.every((item, at) => {
    const key = value.items[at - 1];
    if (at % 2 === 0) return item.kind === 'constant' && Object.hasOwn(OF_FILE, String(item.value));
    return key?.kind === 'constant' && OF_FILE[String(key.value)]?.(item) === true;
  });
}
function isStateOfTensorDict(value: PickleValue): boolean {
  if (value.kind !== 'collection' || value.type !== 'dict' || value.items.length < 2 * value.length) return false;
  return value.items.every((key, at) => at % 2 === 1 || (key.kind === 'constant' && OF_TENSOR_DICT.has(key.value)));
}
/** Whether it wants a gradient, nothing, and its hooks: what PyTorch before 0.4 kept of a parameter beside its tensor. */
function isParameterState(value: PickleValue): boolean {
  if (value.kind !== 'collection' || value.type !== 'tuple' || value.length !== 3) return false;
  const [wants, unused, hooks] = value.items;
  return (
    [wants, unused].every((one) => one?.kind === 'constant' && typeof one.value === 'boolean') &&
    hooks !== undefined &&
    (isNone(hooks) || isResultIn(hooks, /^collections\.OrderedDict$/))
  );
}
const RATIO = /^-?\d+(?:\/\d+)?$/;
/** Numbers of C by their bytes; not what holds an address: `c_void_p`, `c_char_p`, `c_wchar_p`. */
const C_NUMBER =
  /^ctypes\.c_(?:bool|byte|char|double|float|u?int(?:8|16|32|64)?|u?long(?:long)?|longdouble|u?short|s?size_t|ubyte|wchar)$/;
const INDEX_CLASS = /^pandas\.(?:core\.indexes\.[a-z]+\.)?(?:[A-Z][A-Za-z0-9]*)?Index$/;
const SKLEARN_CLASS =
  /^(?:(?:sklearn\.(?:neighbors\._?(?:kd|ball)_tree|(?:metrics\._|neighbors\._?)dist_metrics)|hdbscan\.dist_metrics)\.[A-Z]\w*|scipy\.spatial\.ckdtree\.cKDTree)$/;
const BIT_GENERATOR = /^numpy\.random\._(?:pcg64|mt19937|philox|sfc64)\.(?:PCG64|PCG64DXSM|MT19937|Philox|SFC64)$/;

const ARRAY_MAKERS: ReadonlySet<string> = new Set([
  'numpy.core.multiarray._reconstruct',
  'numpy._core.multiarray._reconstruct',
]);
const INTERVAL_CLASS = /^pandas\.(?:arrays|core\.arrays\.interval)\.IntervalArray$/;
/** Layers and activations of PyTorch, and weights of words: what makes or computes them takes numbers and tensors. */
const LAYER =
  /^(?:torch\.(?:nn\.modules\.[a-z]+\.[A-Z]\w*|nn\.functional\.[a-z]\w*|_C\._nn\.[a-z]\w*)|gensim\.models\.tfidfmodel\.smartirs_(?:wlocal|wglobal|normalize))$/;
const isLayer = (value: PickleValue): boolean => value.kind === 'global' && LAYER.test(value.name);
const firstOf = (value: PickleValue): PickleValue | undefined =>
  value.kind === 'collection' && value.type === 'tuple' ? value.items[0] : undefined;

/** What annotations are written with; a text among their arguments would be compiled. */
const TYPING_FORM = /^(?:typing|collections\.abc|builtins|collections)\.[A-Za-z]\w*$/;
const LITERAL: ReadonlySet<string> = new Set(['typing.Literal', 'typing_extensions.Literal']);
const ANNOTATED: ReadonlySet<string> = new Set(['typing.Annotated', 'typing_extensions.Annotated']);
const TYPE_MAKERS: ReadonlySet<string> = new Set([
  'operator.getitem',
  '_operator.getitem',
  'types.GenericAlias',
  'functools.reduce',
  '_functools.reduce',
  'builtins.type',
  '__builtin__.type',
]);
function isTypes(value: PickleValue): boolean {
  if (value.kind === 'collection') return isSequence(value) && value.items.every(isTypes);
  if (value.kind === 'constant') return value.value === null;
  return value.kind === 'global' || isResultOf(value, TYPE_MAKERS);
}

/** What getters may look up. What they give is judged when it is called. */
function isField(value: PickleValue): boolean {
  return value.kind === 'constant' && typeof value.value === 'string' && isPlainPath(value.value);
}

const isKey = (value: PickleValue): boolean => isField(value) || isSmallNumber(value);

/** A listed class or function, a method or an object of one: it is called with nothing, where a key is missing. */
function isOfListedClass(value: PickleValue): boolean {
  const path = value.kind === 'global' ? value.name : value.kind === 'result' ? value.of : '';
  if (isListed(path)) return true;
  const dot = path.lastIndexOf('.');
  return value.kind === 'global' && isPlainName(path.slice(dot + 1)) && isListed(path.slice(0, Math.max(0, dot)));
}

function isListed(path: string): boolean {
  const dot = path.lastIndexOf('.');
  return dot > 0 && classKind(path.slice(0, dot), path.slice(dot + 1)) !== undefined;
}

/** What Python writes of a range, and two values that have no other word. */
const RANGE = /^(?:range\(-?\d{1,18}, -?\d{1,18}(?:, -?\d{1,18})?\)|Ellipsis|NotImplemented)$/;

export const SHAPES: Readonly<Record<Shape, (value: PickleValue) => boolean>> = {
  any: () => true,
  constant: isConstant,
  text: isText,
  string: isString,
  latin: (value) => value.kind === 'constant' && LATIN.has(value.value),
  plain: isPlain,
  'small-shape': isSmallShape,
  made: (value) =>
    isPlain(value) || isResultOf(value, MAKERS) || isDescription(value) || isGlobalOf(value, TENSOR_CLASSES),
  bytes: (value) => value.kind === 'bytes',
  encoded: isEncoded,
  buffer: (value) => isEncoded(value) || isCutLiteral(value) || isResultOf(value, BYTE_ARRAYS),
  scalar: (value) => isEncoded(value) || isString(value) || isConstant(value),
  class: (value) => value.kind === 'global',
  'c-number': (value) => value.kind === 'global' && C_NUMBER.test(value.name),
  base: (value) => isGlobalOf(value, BASES),
  factory: (value) =>
    isGlobalOf(value, FACTORIES) || isResultOf(value, PARTIALS) || isNone(value) || isOfListedClass(value),
  rebuilder: (value) => isGlobalOf(value, REBUILDERS),
  'tensor-class': (value) => isGlobalOf(value, TENSOR_CLASSES),
  'array-class': (value) => isGlobalOf(value, ARRAY_CLASSES),
  dtype: (value) => isResultOf(value, DTYPE),
  'type-code': (value) =>
    isText(value) || (value.kind === 'global' && /^(?:numpy|ml_dtypes)\.[a-z0-9_]+$/.test(value.name)),
  state: (value) => value.kind === 'collection' || isCutLiteral(value),
  'dict-state': isDict,
  'slot-state': (value) => isDict(value) || isPairOf(value, isDictOrNone, isDict),
  'older-state': (value) => isPairOf(value, isDict, (second) => isNone(second) || isResultIn(second, NUMPY_RANDOM)),
  'parameter-state': isParameterState,
  value: (value) => isPlain(value) || value.kind === 'result' || isDescription(value) || isGlobalOf(value, TYPES),
  'encoded-bytes': (value) => value.kind === 'bytes' || isResultOf(value, ENCODERS),
  iterable: (value) => isPlain(value) || [ITERATORS, BYTE_ARRAYS, ENCODERS].some((of) => isResultOf(value, of)),
  // A list, or a count that is no more than a list's.
  gathered: (value) =>
    isPlain(value) && value.kind !== 'integer' && (!isSmallNumber(value) || sizeOf(value) <= MOST_AT_ONCE),
  deque: (value) => isResultOf(value, DEQUES),
  'plain-function': (value) => isNone(value) || (value.kind === 'global' && PLAIN_FUNCTION.test(value.name)),
  'array-type': (value) => isGlobalOf(value, new Set(['array.array'])),
  'index-class': (value) => value.kind === 'global' && INDEX_CLASS.test(value.name),
  'sklearn-class': (value) => value.kind === 'global' && SKLEARN_CLASS.test(value.name),
  'lazy-module': (value) => value.kind === 'result' && /^torch\.nn\.modules\.[a-z]+\.Lazy[A-Z]\w*$/.test(value.of),
  'lazy-hook': (value) => value.kind === 'constant' && LAZY_HOOKS.has(value.value),
  distribution: (value) => value.kind === 'result' && DISTRIBUTION.test(value.of),
  entropy: (value) => value.kind === 'constant' && value.value === '_entropy',
  'method-owner': (value) => value.kind === 'result' && METHOD_OWNER.test(value.of),
  method: (value) => value.kind === 'constant' && METHODS.has(value.value),
  'byte-stream': (value) => isResultOf(value, BYTE_STREAMS),
  'script-state': (value) => {
    const name =
      value.kind === 'collection' && value.type === 'tuple' && value.length === 2 ? value.items[1] : undefined;
    return name?.kind === 'constant' && PACKED.test(String(name.value));
  },
  octets: (value) =>
    value.kind === 'bytes' || isText(value) || isCutLiteral(value) || isSequence(value) || isResultOf(value, ENCODERS),
  'array-maker': (value) => isGlobalOf(value, ARRAY_MAKERS),
  'array-arguments': (value) => {
    const first = firstOf(value);
    return first !== undefined && isGlobalOf(first, ARRAY_CLASSES);
  },
  array: (value) => isConstant(value) || isResultOf(value, ARRAY_MAKERS),
  'interval-class': (value) => value.kind === 'global' && INTERVAL_CLASS.test(value.name),
  'layer-maker': isLayer,
  // `(function, arguments, settings, attributes)`: the function is told again.
  'layer-settings': (value) => {
    const first = firstOf(value);
    return first !== undefined && isLayer(first);
  },
  ratio: (value) =>
    value.kind === 'integer' ||
    (value.kind === 'constant' && (typeof value.value === 'number' || RATIO.test(String(value.value)))),
  'bit-generator': (value) =>
    isText(value) ||
    (value.kind === 'global' && BIT_GENERATOR.test(value.name)) ||
    (value.kind === 'result' && /^numpy\.random\._pickle\.__bit_generator_ctor$/.test(value.of)),
  'bit-generator-maker': (value) =>
    value.kind === 'global' && value.name === 'numpy.random._pickle.__bit_generator_ctor',
  'typing-form': (value) => value.kind === 'global' && TYPING_FORM.test(value.name),
  'literal-form': (value) => isGlobalOf(value, LITERAL),
  'annotated-form': (value) => isGlobalOf(value, ANNOTATED),
  // The type comes first; what is noted of it is kept as it is.
  annotated: (value) => {
    const items = value.kind === 'collection' && value.type === 'tuple' ? value.items : [];
    return items.length > 0 && items.every((item, at) => isTypes(item) || (at > 0 && isPlain(item)));
  },
  types: isTypes,
  // Tuples of constants, and what members of enums of torchvision hold.
  member: (value) =>
    isConstant(value) ||
    isResultOf(value, MEMBERS) ||
    (value.kind === 'collection' && value.type === 'tuple' && value.items.every(isConstant)),
  'td-class': (value) => isGlobalOf(value, TENSOR_DICTS),
  'td-state': isStateOfTensorDict,
  'file-state': isStateOfFile,
  field: isField,
  // A list of keys takes several columns of a table at once.
  key: (value) => isKey(value) || (isSequence(value) && value.kind === 'collection' && value.items.every(isKey)),
  'tzfile-class': (value) => isGlobalOf(value, TIME_ZONES),
  'text-of-range': (value) => value.kind === 'constant' && typeof value.value === 'string' && RANGE.test(value.value),
  'plain-type': (value) => value.kind === 'constant' && isPlainType(value.value),
  index: isSmallNumber,
  'union-maker': (value) => isGlobalOf(value, new Set(['operator.or_', '_operator.or_'])),
};

const TIME_ZONES: ReadonlySet<string> = new Set(['dateutil.tz._tzfile.tzfile']);
const BYTE_STREAMS: ReadonlySet<string> = new Set(['io.BytesIO', '_io.BytesIO']);
const BYTE_ARRAYS: ReadonlySet<string> = new Set(['builtins.bytearray', '__builtin__.bytearray']);
