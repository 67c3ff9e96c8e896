import type { AllowRow } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, NONE, TUPLE } from './examples.ts';

/** Nodes of Python's own syntax trees (Python 3.6 to 3.14): they keep their fields, and only `compile` makes code of them. */
export const SYNTAX_ROWS: readonly AllowRow[] = [
  {
    modules: ['ast', '_ast'],
    names: words(`
      AST Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign AugLoad AugStore Await BinOp
      BitAnd BitOr BitXor BoolOp Break Bytes Call ClassDef Compare Constant Continue Del Delete Dict DictComp Div Ellipsis Eq
      ExceptHandler Expr Expression ExtSlice FloorDiv For FormattedValue FunctionDef FunctionType GeneratorExp Global Gt GtE If
      IfExp Import ImportFrom In Index Interactive Interpolation Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt
      LtE MatMult Match MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar MatchValue Mod Module
      Mult Name NameConstant NamedExpr Nonlocal Not NotEq NotIn Num Or Param ParamSpec Pass Pow RShift Raise Return Set SetComp
      Slice Starred Store Str Sub Subscript Suite TemplateStr Try TryStar Tuple TypeAlias TypeIgnore TypeVar TypeVarTuple UAdd
      USub UnaryOp While With Yield YieldFrom alias arg arguments comprehension excepthandler expr keyword match_case mod slice
      stmt withitem
    `),
    uses: [
      { forms: ['REDUCE', 'NEWOBJ', 'INST', 'OBJ'], takes: [], rest: 'value' },
      { forms: ['BUILD'], takes: ['dict-state'] },
    ],
    elseDenied: true,
    fires: [
      ['REDUCE', global('os.system')],
      ['BUILD', TUPLE],
    ],
    quiet: [['REDUCE'], ['REDUCE', NONE], ['BUILD', DICT]],
  },
];
