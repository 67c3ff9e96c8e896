import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { number, TUPLE, text } from './examples.ts';

/** Functions of Python that a pickle holds for later. */
export const OPERATOR_ROWS: readonly AllowRow[] = [
  {
    // By number: what it is given is not called. By name, see what is held.
    modules: ['operator', '_operator'],
    names: ['itemgetter'],
    uses: [{ forms: ['REDUCE'], takes: [], rest: 'index' }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [['REDUCE', text('system')]],
    quiet: [['REDUCE', number(1)]],
  },
  {
    modules: ['operator', '_operator'],
    names: ['attrgetter', 'methodcaller'],
    uses: NO_USE,
    neverHandedOn: true,
    elseDenied: true,
    fires: [['REDUCE', text('name')]],
    quiet: [],
  },
  {
    // Only ever referred to: called, some of them put names together.
    modules: ['operator', '_operator'],
    names: words(`
      abs add and_ concat contains countOf eq floordiv ge gt index indexOf invert is_ is_not length_hint le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift sub
      truediv truth xor
    `),
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', text('os'), text('system')]],
    quiet: [],
  },
  {
    modules: ['math'],
    names: words(`
      acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist erf erfc exp exp2 expm1 fabs
      factorial floor fmod frexp fsum gamma gcd hypot isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p
      log2 modf nextafter perm pow prod radians remainder sin sinh sqrt tan tanh trunc ulp
    `),
    uses: NO_USE,
    fires: [['REDUCE', number(1)]],
    quiet: [],
  },
  {
    modules: ['collections'],
    names: words(
      'Counter.most_common Counter.elements Counter.update OrderedDict.fromkeys OrderedDict.items OrderedDict.get',
    ),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['builtins'],
    names: words(`
      str.lower str.upper str.strip str.lstrip str.rstrip str.title str.capitalize str.casefold str.split str.isdigit
      str.isalpha str.isalnum str.startswith str.endswith dict.get dict.keys dict.values dict.items dict.fromkeys
      list.index list.count list.append list.pop bytes.decode str.encode str.join str.replace str.splitlines str.zfill
      dict.update dict.pop dict.copy dict.setdefault set.add set.union set.update set.discard set.intersection
      set.difference set.issubset list.extend list.insert list.copy tuple.index tuple.count bytes.hex bytes.fromhex
      bytes.split int.from_bytes int.to_bytes int.bit_length float.fromhex float.is_integer str.maketrans str.translate
      str.find str.rfind str.count str.index str.partition str.rpartition str.rsplit str.isspace str.isnumeric
      str.isdecimal str.isupper str.islower str.swapcase str.center str.ljust str.rjust str.expandtabs str.removeprefix
      str.removesuffix
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['cmath'],
    names: words(
      'acos acosh asin asinh atan atanh cos cosh exp isclose isfinite isinf isnan log log10 phase polar rect sin sinh',
    ),
    uses: NO_USE,
    fires: [['REDUCE', number(1)]],
    quiet: [],
  },
  {
    // How numbers are summed up, the largest of them found, and texts laid out.
    modules: ['statistics', 'heapq', '_heapq', 'textwrap', 'string', 'unicodedata'],
    names: words(`
      correlation covariance fmean geometric_mean harmonic_mean linear_regression mean median median_grouped median_high
      median_low mode multimode pstdev pvariance quantiles stdev variance nlargest nsmallest dedent fill indent shorten
      capwords category combining decimal digit name normalize numeric
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['datetime'],
    names: words(`
      date.strftime date.isoformat date.fromisoformat datetime.strftime datetime.strptime datetime.isoformat
      datetime.fromisoformat datetime.fromtimestamp datetime.date datetime.time
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // The same methods as protocols up to 2 name them, for Python 2.
    modules: ['__builtin__', 'builtins'],
    names: words(
      'lower upper strip lstrip rstrip split title capitalize casefold isdigit isalpha isalnum startswith endswith encode join replace splitlines zfill',
    ).map((name) => `unicode.${name}`),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Distances that neighbours are found by.
    modules: ['scipy.spatial.distance'],
    names: words(`
      braycurtis canberra chebyshev cityblock correlation cosine dice euclidean hamming jaccard jensenshannon mahalanobis
      minkowski rogerstanimoto russellrao seuclidean sokalsneath sqeuclidean yule cdist pdist squareform
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Similarities that an encoder of sentences holds; the rest of the module loads files.
    modules: ['sentence_transformers.util', 'sentence_transformers.util.similarity'],
    names: words(`
      cos_sim pairwise_cos_sim dot_score pairwise_dot_score manhattan_sim pairwise_manhattan_sim euclidean_sim
      pairwise_euclidean_sim
    `),
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // What makes the parts of an ensemble anew, when it grows.
    modules: ['copy'],
    names: ['copy', 'deepcopy'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
];
