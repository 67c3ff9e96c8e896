import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, number, pair, result, TUPLE, text } from './examples.ts';

/** Annotations and signatures, which layers of PyTorch Geometric hold: types are put together, and nothing is called. */
export const ANNOTATION_ROWS: readonly AllowRow[] = [
  {
    modules: ['operator', '_operator'],
    names: ['getitem'],
    uses: [{ forms: ['REDUCE'], takes: ['typing-form', 'types'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [
      ['REDUCE', result('builtins.globals'), text('os')],
      ['REDUCE', global('typing.List'), text('__import__("os")')],
      ['REDUCE', global('os.environ'), text('x')],
    ],
    quiet: [['REDUCE', global('typing.Union'), pair(global('torch.Tensor'), result('builtins.type'))]],
  },
  {
    modules: ['types'],
    names: ['GenericAlias'],
    uses: [{ forms: ['REDUCE'], takes: ['class', 'types'] }],
    fires: [['REDUCE', global('builtins.list'), text('x')]],
    quiet: [['REDUCE', global('builtins.list'), pair(global('builtins.int'))]],
  },
  {
    modules: ['collections.abc'],
    names: ['_CallableGenericAlias'],
    uses: [{ forms: ['REDUCE'], takes: ['class', 'types'] }],
    fires: [['REDUCE', global('collections.abc.Callable'), text('x')]],
    quiet: [['REDUCE', global('collections.abc.Callable'), pair(pair(global('builtins.int')), global('builtins.str'))]],
  },
  {
    // Its arguments are compared and kept; any other form would compile a text.
    modules: ['operator', '_operator'],
    names: ['getitem'],
    uses: [{ forms: ['REDUCE'], takes: ['literal-form', 'plain'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [['REDUCE', global('typing.Annotated'), text('x')]],
    quiet: [['REDUCE', global('typing.Literal'), text('x')]],
  },
  {
    modules: ['operator', '_operator'],
    names: ['getitem'],
    uses: [{ forms: ['REDUCE'], takes: ['annotated-form', 'annotated'] }],
    neverHandedOn: true,
    elseDenied: true,
    fires: [['REDUCE', global('typing.Annotated'), pair(text('__import__("os")'), text('x'))]],
    quiet: [['REDUCE', global('typing.Annotated'), pair(global('builtins.int'), text('x'))]],
  },
  {
    // `int | None`: CPython, Lib/copyreg.py, pickle_union. Held as a value it folds what its caller gives it, with a function that
    // is judged where it is named.
    modules: ['functools', '_functools'],
    names: ['reduce'],
    uses: [{ forms: ['REDUCE'], takes: ['union-maker', 'types'] }],
    elseDenied: true,
    fires: [['REDUCE', global('builtins.getattr'), TUPLE]],
    quiet: [['REDUCE', global('operator.or_'), pair(global('builtins.int'), result('builtins.type'))]],
  },
  {
    modules: ['typing'],
    names: words(`
      AbstractSet Annotated Any AnyStr AsyncGenerator AsyncIterable AsyncIterator Awaitable BinaryIO ByteString Callable
      ChainMap ClassVar Collection Concatenate Container Coroutine Counter DefaultDict Deque Dict Final FrozenSet
      Generator Generic Hashable IO ItemsView Iterable Iterator KeysView List Literal LiteralString Mapping MappingView
      Match MutableMapping MutableSequence MutableSet NamedTuple Never NoReturn NotRequired Optional OrderedDict Pattern
      Protocol Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat
      SupportsIndex SupportsInt SupportsRound Text TextIO Tuple Type TypeAlias TypeGuard TypedDict Union Unpack ValuesView
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['collections.abc'],
    names: words(`
      Callable Collection Container Generator Hashable ItemsView Iterable Iterator KeysView Mapping MutableMapping
      MutableSequence MutableSet Reversible Sequence Set Sized ValuesView
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // What has no default and no annotation.
    modules: ['inspect'],
    names: ['_empty'],
    uses: NO_USE,
    elseDenied: true,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['inspect'],
    names: ['_ParameterKind'],
    uses: [{ forms: ['REDUCE'], takes: ['constant'] }],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [['REDUCE', number(1)]],
  },
  {
    modules: ['inspect'],
    names: ['Parameter', 'Signature'],
    uses: [
      { forms: ['REDUCE'], takes: ['plain', 'value'] },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    elseDenied: true,
    fires: [['REDUCE', global('a.b')]],
    quiet: [
      ['REDUCE', text('x'), result('inspect._ParameterKind')],
      ['REDUCE', TUPLE],
      ['BUILD', DICT],
    ],
  },
];
