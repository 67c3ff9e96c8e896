import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, number, result, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ', 'REDUCE'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };
const RESTORED: Use = { forms: ['BUILD'], takes: ['state'] };

const UFUNCS = words(`
  absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_or bitwise_xor cbrt ceil cos cosh
  deg2rad degrees divide equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod greater greater_equal
  hypot invert isfinite isinf isnan less less_equal log log10 log1p log2 logaddexp logical_and logical_not logical_or
  logical_xor maximum minimum mod multiply negative not_equal positive power rad2deg radians reciprocal remainder rint
  sign signbit sin sinh sqrt square subtract tan tanh true_divide trunc
`);

/** What NumPy needs beyond tensors. */
export const ARRAY_ROWS: readonly AllowRow[] = [
  {
    modules: ['numpy', 'numpy.core._multiarray_umath', 'numpy._core._multiarray_umath', 'numpy.core.umath'],
    names: UFUNCS,
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['numpy', 'numpy.core.fromnumeric', 'numpy._core.fromnumeric', 'numpy.lib.function_base'],
    names: words(`
      mean sum max min amax amin median std var prod any all argmax argmin argsort sort cumsum cumprod percentile quantile
      average nanmean nanmedian nansum nanmax nanmin nanstd nanvar round around clip ravel reshape squeeze transpose
      count_nonzero unique ptp concatenate stack vstack hstack dstack column_stack where nan_to_num diff gradient interp dot
      matmul inner outer tensordot zeros ones full empty zeros_like ones_like full_like arange linspace logspace meshgrid
      array asarray tile repeat split array_split flip fliplr flipud roll histogram bincount digitize searchsorted cov
      corrcoef trapz convolve correlate allclose isclose array_equal argwhere nonzero flatnonzero diag diagonal eye
      identity triu tril trace kron cross nanpercentile nanquantile nanargmax nanargmin nanprod nancumsum real imag angle
      swapaxes moveaxis rollaxis expand_dims broadcast_to atleast_1d atleast_2d atleast_3d take compress delete insert
      append union1d intersect1d setdiff1d isin in1d fix
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Looks a ufunc up by module and name: what it finds is judged as a lookup of its own.
    modules: ['numpy.core', 'numpy._core'],
    names: ['_ufunc_reconstruct'],
    uses: [{ forms: ['REDUCE'], takes: ['text', 'text'] }],
    neverHandedOn: true,
    fires: [['REDUCE', result('a.b'), text('x')]],
    quiet: [['REDUCE', text('numpy.core._multiarray_umath'), text('add')]],
  },
  {
    modules: ['numpy.ma.core', 'numpy.ma'],
    names: ['_mareconstruct'],
    uses: [{ forms: ['REDUCE'], takes: ['array-class', 'array-class', 'plain', 'encoded'] }, RESTORED],
    fires: [['REDUCE', global('a.B'), global('numpy.ndarray'), TUPLE, text('b')]],
    quiet: [['REDUCE', global('numpy.ma.core.MaskedArray'), global('numpy.ndarray'), TUPLE, text('b')]],
  },
  {
    modules: ['numpy.ma.core', 'numpy.ma'],
    names: ['MaskedConstant', 'MaskedArray'],
    uses: [{ forms: ['REDUCE'], takes: [] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE']],
  },
  {
    modules: [
      'numpy',
      'numpy.rec',
      'numpy.core.records',
      'numpy._core.records',
      'numpy.char',
      'numpy.core.defchararray',
      'numpy.core.memmap',
      'numpy._core.memmap',
      'numpy.matrixlib.defmatrix',
    ],
    names: ['matrix', 'recarray', 'record', 'chararray', 'memmap'],
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', text('x')]],
    quiet: [],
  },
  {
    modules: ['numpy', 'numpy.lib.polynomial', 'numpy.lib._polynomial_impl'],
    names: ['poly1d'],
    uses: [MADE, FILLED],
    fires: [['REDUCE', TUPLE]],
    quiet: [['NEWOBJ']],
  },
  {
    modules: ['numpy._core._internal', 'numpy.core._internal'],
    names: ['_convert_to_stringdtype_kwargs'],
    uses: [{ forms: ['REDUCE'], takes: ['constant', 'value'] }],
    fires: [['REDUCE', TUPLE]],
    quiet: [['REDUCE', number(1)]],
  },
  {
    // Their constructors call what they are given: a name or class of a bit generator, and this very function.
    modules: ['numpy.random._pickle', 'numpy.random'],
    names: ['__bit_generator_ctor'],
    uses: [{ forms: ['REDUCE'], takes: ['bit-generator'] }, RESTORED],
    fires: [['REDUCE', global('subprocess.Popen')]],
    quiet: [
      ['REDUCE', text('PCG64')],
      ['REDUCE', global('numpy.random._pcg64.PCG64')],
      ['BUILD', DICT],
    ],
  },
  {
    // Until NumPy 1.16 an empty state, which is filled with numbers.
    modules: ['numpy.random', 'numpy.random.mtrand'],
    names: ['__RandomState_ctor'],
    uses: [{ forms: ['REDUCE'], takes: [] }, RESTORED],
    fires: [['REDUCE', text('id')]],
    quiet: [['REDUCE'], ['BUILD', TUPLE]],
  },
  {
    modules: ['numpy.random._pickle', 'numpy.random'],
    names: ['__generator_ctor', '__randomstate_ctor'],
    uses: [{ forms: ['REDUCE'], takes: ['bit-generator', 'bit-generator-maker'] }, RESTORED],
    neverHandedOn: true,
    fires: [
      ['REDUCE', text('id'), global('os.system')],
      ['REDUCE', global('os.system')],
    ],
    quiet: [['REDUCE', text('MT19937'), global('numpy.random._pickle.__bit_generator_ctor')], ['REDUCE']],
  },
];
