import { TENSOR_SUBCLASSES } from '../tensor-subclasses.ts';
import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, global, NONE, number, pair, result, STORAGE, TRUE, TUPLE, text } from './examples.ts';

const DTYPES = words(`
      float16 float32 float64 half float double bfloat16 uint8 int8 int16 short int32 int int64 long bool
      complex32 bcomplex32 complex64 complex128 cfloat cdouble chalf quint8 qint8 qint32 quint4x2 quint2x4 uint16 uint32
      uint64 bits1x8 bits2x4 bits4x2 bits8 bits16 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
      float8_e8m0fnu float4_e2m1fn_x2 uint1 uint2 uint3 uint4 uint5 uint6 uint7 int1 int2 int3 int4 int5 int6
      int7
    `);
const QUANTISATIONS = [
  'per_tensor_affine',
  'per_tensor_symmetric',
  'per_channel_affine',
  'per_channel_symmetric',
  'per_channel_affine_float_qparams',
];
const LAYOUTS = words(`
      strided sparse_coo sparse_csr sparse_csc sparse_bsr sparse_bsc contiguous_format channels_last
      channels_last_3d preserve_format
    `);
const STORAGES = words(`
      DoubleStorage FloatStorage HalfStorage BFloat16Storage LongStorage IntStorage ShortStorage CharStorage
      ByteStorage BoolStorage ComplexFloatStorage ComplexDoubleStorage QInt8Storage QUInt8Storage
      QInt32Storage QUInt4x2Storage QUInt2x4Storage
    `);
/** Types of tensors before 0.4, which checkpoints in tars name. */
const TENSORS = words(`
      DoubleTensor FloatTensor HalfTensor LongTensor IntTensor ShortTensor CharTensor ByteTensor
    `);
const NUMPY_CORE = ['numpy.core.multiarray', 'numpy._core.multiarray'];
const NUMPY_SCALARS = words(`
      bool_ bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 intc intp longlong ulonglong float16
      float32 float64 longdouble complex64 complex128 clongdouble str_ bytes_ void object_ datetime64
      timedelta64 generic number floating integer
    `);

export const TENSOR_ROWS: readonly AllowRow[] = [
  {
    modules: ['torch._utils'],
    names: words(`
      _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 _rebuild_qtensor _rebuild_sparse_tensor
      _rebuild_sparse_csr_tensor _rebuild_meta_tensor_no_storage _rebuild_nested_tensor
    `),
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'made' }],
    fires: [
      ['NEWOBJ', STORAGE],
      ['REDUCE', global('posix.system')],
    ],
    quiet: [['REDUCE', STORAGE, number(0), TUPLE, TUPLE, number(0), result('collections.OrderedDict')]],
  },
  {
    modules: ['torch._utils'],
    names: [
      '_rebuild_parameter',
      '_rebuild_parameter_with_state',
      '_rebuild_device_tensor_from_numpy',
      '_rebuild_device_tensor_from_cpu_tensor',
      '_rebuild_xla_tensor',
    ],
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'made' }],
    fires: [['REDUCE', global('posix.system')]],
    quiet: [['REDUCE', result('torch._utils._rebuild_tensor_v2'), number(1), result('collections.OrderedDict')]],
  },
  {
    modules: ['torch._utils'],
    names: ['_rebuild_wrapper_subclass'],
    uses: [{ forms: ['REDUCE'], takes: ['class'], rest: 'made' }],
    fires: [['REDUCE', text('x')]],
    quiet: [['REDUCE', global('torch.Tensor'), global('torch.float32'), TUPLE]],
  },
  {
    // It calls its first argument: nothing but another of these will do.
    modules: ['torch._tensor', 'torch.tensor', 'torch._utils'],
    names: ['_rebuild_from_type_v2', '_rebuild_from_type'],
    uses: [{ forms: ['REDUCE'], takes: ['rebuilder', 'tensor-class', 'plain', 'made'] }],
    neverHandedOn: true,
    fires: [['REDUCE', global('posix.system'), global('torch.Tensor'), TUPLE, TUPLE]],
    quiet: [['REDUCE', global('torch._utils._rebuild_tensor_v2'), global('torch.Tensor'), TUPLE, TUPLE]],
  },
  ...Object.entries(TENSOR_SUBCLASSES).map(
    ([module, names]): AllowRow => ({
      modules: [module],
      names: words(names),
      uses: NO_USE,
      fires: [['REDUCE', TUPLE]],
      quiet: [],
    }),
  ),
  {
    // How a tensor over several machines is laid out: records of numbers, and objects that store what they are given.
    modules: ['torch.distributed.tensor._dtensor_spec'],
    names: ['TensorMeta', 'ShardOrderEntry'],
    uses: [{ forms: ['NEWOBJ'], takes: [], rest: 'made' }],
    fires: [['NEWOBJ', result('a.b')]],
    quiet: [['NEWOBJ', result('torch.Size'), TUPLE, global('torch.float32')]],
  },
  {
    modules: ['torch'],
    names: [...DTYPES, ...QUANTISATIONS, ...LAYOUTS, ...STORAGES, ...TENSORS, 'Tensor'],
    uses: NO_USE,
    fires: [
      ['REDUCE', number(1)],
      ['BUILD', TUPLE],
    ],
    quiet: [],
  },
  {
    modules: ['torch.cuda'],
    names: [...STORAGES, ...TENSORS],
    uses: NO_USE,
    fires: [['NEWOBJ']],
    quiet: [],
  },
  {
    modules: ['torch.storage'],
    names: ['UntypedStorage', 'TypedStorage', '_TypedStorage', '_UntypedStorage'],
    uses: NO_USE,
    fires: [['REDUCE', number(1)]],
    quiet: [],
  },
  {
    // The bytes are a file of their own, handed out by the reader and judged as one.
    modules: ['torch.storage'],
    names: ['_load_from_bytes'],
    uses: [{ forms: ['REDUCE'], takes: ['encoded-bytes'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', text('x')],
      ['REDUCE', result('a.b')],
    ],
    quiet: [
      ['REDUCE', BYTES],
      ['REDUCE', result('_codecs.encode')],
    ],
  },
  {
    modules: ['torch.nn.parameter', 'torch.nn'],
    names: ['Parameter', 'Buffer'],
    uses: [
      { forms: ['REDUCE', 'NEWOBJ'], takes: ['made', 'constant'] },
      { forms: ['BUILD'], takes: ['parameter-state'] },
    ],
    fires: [
      ['REDUCE', global('builtins.set')],
      ['BUILD', TUPLE],
      ['BUILD', pair(TRUE, TRUE, global('a.b'))],
    ],
    quiet: [
      ['NEWOBJ', result('torch._utils._rebuild_tensor_v2')],
      ['BUILD', pair(TRUE, TRUE, NONE)],
    ],
  },
  {
    modules: ['torch'],
    names: ['Size', 'device'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['plain', 'constant'] }],
    fires: [['REDUCE', global('builtins.set')]],
    quiet: [
      ['REDUCE', text('cuda'), number(0)],
      ['REDUCE', TUPLE],
    ],
  },
  {
    modules: ['torch.serialization'],
    names: ['_get_layout'],
    uses: [{ forms: ['REDUCE'], takes: ['text'] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE', text('torch.sparse_coo')]],
  },
  {
    modules: ['torch.jit._pickle'],
    names: [
      'build_intlist',
      'build_tensorlist',
      'build_doublelist',
      'build_boollist',
      'build_tensor_from_id',
      'restore_type_tag',
    ],
    uses: [{ forms: ['REDUCE'], takes: ['plain', 'text'] }],
    fires: [['REDUCE', global('builtins.set')]],
    quiet: [['REDUCE', TUPLE]],
  },
  {
    modules: NUMPY_CORE,
    names: ['_reconstruct'],
    uses: [
      { forms: ['REDUCE'], takes: ['array-class', 'small-shape', 'encoded'] },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [
      ['REDUCE', global('posix.system'), TUPLE, BYTES],
      [
        'REDUCE',
        global('numpy.ndarray'),
        { kind: 'collection', type: 'tuple', items: [number(2 ** 40)], length: 1 },
        BYTES,
      ],
      ['BUILD', text('x')],
    ],
    quiet: [
      ['REDUCE', global('numpy.ndarray'), TUPLE, BYTES],
      ['BUILD', TUPLE],
    ],
  },
  {
    modules: NUMPY_CORE,
    names: ['scalar'],
    uses: [{ forms: ['REDUCE'], takes: ['dtype', 'scalar'] }],
    fires: [['REDUCE', text('O'), BYTES]],
    quiet: [
      ['REDUCE', result('numpy.dtype'), BYTES],
      ['REDUCE', result('numpy.dtype'), result('_codecs.encode')],
    ],
  },
  {
    modules: ['numpy.core.numeric', 'numpy._core.numeric'],
    names: ['_frombuffer'],
    // NumPy 2.4 adds the order of the axes, for arrays that are neither in C's order nor in Fortran's.
    uses: [{ forms: ['REDUCE'], takes: ['buffer', 'dtype', 'plain', 'text', 'plain'] }],
    fires: [
      ['REDUCE', result('builtins.open')],
      ['REDUCE', BYTES, result('numpy.dtype'), TUPLE, text('K'), result('builtins.open')],
    ],
    quiet: [
      ['REDUCE', BYTES, result('numpy.dtype'), TUPLE, text('C')],
      ['REDUCE', BYTES, result('numpy.dtype'), TUPLE, text('K'), TUPLE],
    ],
  },
  {
    modules: ['numpy'],
    names: ['dtype'],
    uses: [
      { forms: ['REDUCE'], takes: ['type-code', 'constant', 'constant'] },
      { forms: ['BUILD'], takes: ['state'] },
    ],
    fires: [
      ['REDUCE', result('x')],
      ['BUILD', text('x')],
    ],
    quiet: [
      ['REDUCE', text('f4'), number(0), number(1)],
      ['BUILD', TUPLE],
    ],
  },
  {
    modules: ['numpy.dtypes'],
    names: words(`
      Float16DType Float32DType Float64DType Int8DType Int16DType Int32DType Int64DType UInt8DType UInt16DType
      UInt32DType UInt64DType BoolDType Complex64DType Complex128DType StrDType ObjectDType
    `),
    uses: NO_USE,
    fires: [['BUILD', TUPLE]],
    quiet: [],
  },
  {
    modules: ['numpy'],
    names: ['ndarray', ...NUMPY_SCALARS],
    uses: NO_USE,
    fires: [
      ['REDUCE', TUPLE],
      ['NEWOBJ', TUPLE],
    ],
    quiet: [],
  },
  {
    // What a module of FX was traced by, and is traced by again: its code is judged where it is made.
    modules: words(
      'torch.fx._symbolic_trace torch.fx.proxy torch.fx.experimental.proxy_tensor torch.ao.quantization.fx.tracer',
    ),
    names: words('Tracer TracerBase PythonKeyTracer _ModuleStackTracer _GraphAppendingTracerEx QuantizationTracer'),
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE']],
    quiet: [],
  },
];
