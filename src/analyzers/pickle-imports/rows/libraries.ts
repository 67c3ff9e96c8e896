import { TENSOR_FUNCTIONS } from '../graph-names.ts';
import { type AllowRow, NO_USE, type Use } from '../use.ts';
import { words } from '../words.ts';
import { BYTES, DICT, global, number, pair, result, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };
const RESTORED: Use = { forms: ['BUILD'], takes: ['state'] };
/** Tuples with names, dicts with attributes, and C code: they take values, and call nothing. */
const HOLDS: Use = { forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'value' };
/** Of the functions of tensors, those that call what they are given, or take memory by where it is. */
const CALLING: ReadonlySet<string> = new Set(words('map2 _assert frombuffer as_strided set'));
const GELU = global('torch._C._nn.gelu');

/** What further libraries write: tokenizers, gensim, JAX, TensorFlow, Pillow, EasyDict. */
export const LIBRARY_ROWS: readonly AllowRow[] = [
  {
    // Tables of Polars, which Rust reads from an Arrow stream; plans and expressions, which may hold functions, are not among them.
    modules: ['polars.dataframe.frame', 'polars.series.series'],
    names: ['DataFrame', 'Series'],
    uses: [
      { forms: ['NEWOBJ', 'REDUCE'], takes: [] },
      { forms: ['BUILD'], takes: ['encoded-bytes'] },
    ],
    fires: [
      ['REDUCE', text('x')],
      ['BUILD', DICT],
    ],
    quiet: [['NEWOBJ'], ['BUILD', BYTES]],
  },
  {
    // An encoding of tiktoken, whose `__setstate__` hands a dict to its own constructor. A text would be fetched by name.
    modules: ['tiktoken.core'],
    names: ['Encoding'],
    uses: [{ forms: ['NEWOBJ'], takes: [] }, FILLED],
    fires: [
      ['REDUCE', text('x')],
      ['BUILD', text('gpt2')],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Gives zero, in the place of a schedule that a policy was trained by.
    modules: ['stable_baselines3.common.policies'],
    names: ['BasePolicy._dummy_schedule'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // C++ parses its protobuf, as it does a `.model` file; the rest of the state is stored.
    modules: ['sentencepiece'],
    names: ['SentencePieceProcessor'],
    uses: [MADE, FILLED, { forms: ['BUILD'], takes: ['encoded-bytes'] }],
    fires: [
      ['REDUCE', text('x')],
      ['NEWOBJ', text('x')],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT], ['BUILD', BYTES]],
  },
  {
    // A list with attributes of fastai, whose `__setstate__` is that of GetAttr: it stores.
    modules: ['fastcore.foundation'],
    names: ['L'],
    uses: [{ forms: ['NEWOBJ'], takes: [] }, FILLED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Numbers by name, since River 0.22 in Rust; what makes the missing ones is none.
    modules: ['river._river_rust.vectordict'],
    names: ['VectorDict'],
    uses: [{ forms: ['REDUCE'], takes: ['dict-state', 'constant', 'constant', 'constant'] }],
    fires: [
      ['REDUCE', DICT, global('a.b'), number(1), number(1)],
      ['REDUCE', global('a.b')],
    ],
    quiet: [['REDUCE', DICT, number(1), number(1), number(1)]],
  },
  {
    // Windows of a stream, which Rust makes of numbers and bytes.
    modules: ['river._river_rust.drift'],
    names: ['AdaptiveWindowing'],
    uses: [
      { forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'constant' },
      { forms: ['BUILD'], takes: ['octets'] },
    ],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', number(1)],
      ['BUILD', BYTES],
    ],
  },
  {
    // Shapes, molecules and their bits: C++ reads them from bytes of their own form.
    modules: words('shapely.io rdkit.Chem.rdchem rdkit.DataStructs.cDataStructs rdkit.Chem.rdChemReactions'),
    names: words('from_wkb Mol ExplicitBitVect SparseBitVect UIntSparseIntVect ChemicalReaction'),
    uses: [{ forms: ['REDUCE'], takes: ['encoded-bytes'] }, RESTORED],
    fires: [['REDUCE', text('x')]],
    quiet: [['REDUCE', BYTES]],
  },
  {
    // Their state is JSON, which Rust parses (tokenizers/bindings/python).
    modules: words('tokenizers tokenizers.models tokenizers.normalizers tokenizers.pre_tokenizers').concat(
      words('tokenizers.decoders tokenizers.processors'),
    ),
    names: words('Tokenizer Model Normalizer PreTokenizer Decoder PostProcessor AddedToken Encoding'),
    uses: [{ forms: ['NEWOBJ'], takes: ['value'] }, { forms: ['BUILD'], takes: ['octets'] }, FILLED],
    fires: [
      ['NEWOBJ', global('a.b')],
      ['REDUCE', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['NEWOBJ', result('tokenizers.models.Model')], ['BUILD', BYTES]],
  },
  {
    // Held, and never called by loading.
    modules: ['gensim.utils'],
    names: ['call_on_class_only', 'identity', 'revdict'],
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Numbers of words, in and out.
    modules: ['gensim.models.tfidfmodel', 'gensim.models.phrases', 'gensim.models.ensemblelda'],
    names: words(
      'df2idf original_scorer npmi_scorer smartirs_wlocal smartirs_wglobal smartirs_normalize mass_masking rank_masking',
    ),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Until gensim 3.8 a tuple of three numbers.
    modules: ['gensim.models.doc2vec'],
    names: ['Doctag'],
    uses: [{ forms: ['REDUCE', 'NEWOBJ'], takes: ['constant', 'constant', 'constant'] }],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ', number(1), number(2), number(3)]],
  },
  {
    // A dict whose items become attributes; setting one runs nothing.
    modules: ['easydict'],
    names: ['EasyDict'],
    uses: [MADE, FILLED, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    // Calls its first argument with the second, and sets the state of what that gives.
    modules: ['jax._src.array', 'jax.interpreters.xla'],
    names: ['_reconstruct_array'],
    uses: [{ forms: ['REDUCE'], takes: ['array-maker', 'array-arguments', 'state', 'dict-state'] }],
    neverHandedOn: true,
    fires: [
      ['REDUCE', global('os.system'), pair(global('numpy.ndarray'), TUPLE), TUPLE, DICT],
      ['REDUCE', global('numpy._core.multiarray._reconstruct'), pair(global('subprocess.Popen'), TUPLE), TUPLE, DICT],
    ],
    quiet: [
      ['REDUCE', global('numpy._core.multiarray._reconstruct'), pair(global('numpy.ndarray'), TUPLE), TUPLE, DICT],
    ],
  },
  {
    modules: ['ml_dtypes'],
    names: words(`
      bfloat16 float8_e3m4 float8_e4m3 float8_e4m3b11fnuz float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
      float8_e8m0fnu float4_e2m1fn float6_e2m3fn float6_e3m2fn int2 int4 uint2 uint4
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['tensorflow.python.framework.tensor_shape', 'tensorflow.python.framework.dtypes'],
    names: ['Dimension', 'TensorShape', 'as_dtype'],
    uses: [{ forms: ['REDUCE'], takes: ['value'] }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', number(1)],
      ['REDUCE', text('float32')],
    ],
  },
  {
    modules: ['tensorflow.python.framework.ops'],
    names: ['convert_to_tensor'],
    uses: [{ forms: ['REDUCE'], takes: ['array'] }],
    fires: [
      ['REDUCE', global('a.b')],
      ['REDUCE', result('a.b')],
    ],
    quiet: [['REDUCE', result('numpy._core.multiarray._reconstruct')]],
  },
  {
    // Pixels and a palette (PIL/Image.py, `__setstate__`); nothing is opened.
    modules: ['PIL.Image'],
    names: ['Image'],
    uses: [MADE, { forms: ['BUILD'], takes: ['state'] }],
    fires: [
      ['NEWOBJ', text('x.png')],
      ['REDUCE', text('x.png')],
    ],
    quiet: [['NEWOBJ'], ['BUILD', TUPLE]],
  },
  {
    modules: ['pandas._libs.interval'],
    names: ['__pyx_unpickle_IntervalMixin'],
    uses: [{ forms: ['REDUCE'], takes: ['interval-class', 'constant', 'constant'] }, RESTORED],
    neverHandedOn: true,
    fires: [['REDUCE', global('os.system'), number(1)]],
    quiet: [['REDUCE', global('pandas.arrays.IntervalArray'), number(1)]],
  },
  {
    modules: ['pandas.arrays', 'pandas.core.arrays.interval'],
    names: ['IntervalArray'],
    uses: [FILLED],
    fires: [['REDUCE', TUPLE]],
    quiet: [['BUILD', DICT]],
  },
  {
    // Typed fields of settings.
    modules: ['typing'],
    names: words('Any Optional Union Dict List Tuple Sequence Mapping'),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['transformers.modeling_outputs'],
    names: words(`
      BaseModelOutput BaseModelOutputWithPast BaseModelOutputWithPooling BaseModelOutputWithPoolingAndCrossAttentions
      BaseModelOutputWithPastAndCrossAttentions CausalLMOutput CausalLMOutputWithPast CausalLMOutputWithCrossAttentions
      MaskedLMOutput SequenceClassifierOutput TokenClassifierOutput QuestionAnsweringModelOutput ImageClassifierOutput
      Seq2SeqLMOutput Seq2SeqModelOutput
    `),
    uses: [HOLDS, FILLED, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', result('torch._utils._rebuild_tensor_v2')]],
  },
  {
    modules: [
      'optax._src.base',
      'optax._src.transform',
      'optax.transforms._accumulation',
      'optax.schedules._inject',
    ].concat(
      words('optax.transforms._clipping optax.transforms._masking optax.transforms._combining optax._src.combine'),
    ),
    names: words(`
      EmptyState ScaleByAdamState ScaleByScheduleState TraceState ScaleByRmsState ScaleByRssState ScaleByLionState
      ScaleState AddDecayedWeightsState EmaState MultiStepsState MaskedState PartitionState ScaleByBeliefState
    `),
    uses: [HOLDS],
    fires: [['NEWOBJ', global('a.b')]],
    quiet: [['NEWOBJ'], ['NEWOBJ', result('jax._src.array._reconstruct_array'), DICT]],
  },
  {
    // Filters in C: numbers and arrays.
    modules: words(`
      statsmodels.tsa.statespace._initialization statsmodels.tsa.statespace._kalman_filter
      statsmodels.tsa.statespace._kalman_smoother statsmodels.tsa.statespace._representation
      statsmodels.tsa.statespace._simulation_smoother
    `),
    names: words('Initialization Statespace KalmanFilter KalmanSmoother SimulationSmoother').flatMap((name) =>
      ['s', 'd', 'c', 'z'].map((type) => `${type}${name}`),
    ),
    uses: [HOLDS, RESTORED],
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(1), result('numpy._core.numeric._frombuffer')]],
  },
  {
    // A layer's maker with its settings, as vision models hold: nothing calls it while loading.
    modules: ['functools'],
    names: ['partial'],
    uses: [
      { forms: ['REDUCE'], takes: ['layer-maker'] },
      { forms: ['BUILD'], takes: ['layer-settings'] },
    ],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system')],
      ['REDUCE', GELU, text('x')],
      ['BUILD', pair(global('os.system'), TUPLE)],
    ],
    quiet: [
      ['REDUCE', GELU],
      ['BUILD', pair(GELU, TUPLE)],
    ],
  },
  {
    // `torch.tanh` and its like, as Python 3.11 and later spell them.
    modules: ['torch._C'],
    names: [...TENSOR_FUNCTIONS].filter((name) => !CALLING.has(name)).map((name) => `_VariableFunctionsClass.${name}`),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['torch._C'],
    names: ['_VariableFunctionsClass'],
    uses: NO_USE,
    fires: [['NEWOBJ']],
    quiet: [],
  },
];
