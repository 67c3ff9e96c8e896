import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import type { Judgement } from './judgement.ts';
import { CUSTOM_OPERATOR, RUNS_CODE } from './rules.ts';

/**
 * Programs of torch.export (torch/_export/serde/serialize.py 2.15): operators are looked up by `getattr` from `torch`
 * down, and sizes are expressions that SymPy evaluates, as are the guards.
 */
export function isExportedProgram(value: Json): boolean {
  return member(value, 'graph_module') !== undefined && member(value, 'schema_version') !== undefined;
}

export function* judgeExported(value: Json): Iterable<Judgement> {
  for (const guard of listOf(member(value, 'guards_code'))) yield* judgeExpression(guard, 'guard');
  yield* judgeWithin(value);
}

function* judgeWithin(value: Json | undefined): Iterable<Judgement> {
  if (Array.isArray(value)) for (const item of value) yield* judgeWithin(item);
  if (!isJsonObject(value)) return;
  const target = member(value, 'target');
  if (typeof target === 'string' && Array.isArray(member(value, 'inputs'))) yield* judgeTarget(target);
  const expression = member(value, 'expr_str');
  if (typeof expression === 'string') yield* judgeExpression(expression, 'size');
  for (const key of Object.keys(value)) yield* judgeWithin(value[key]);
}

function listOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Collections of operators that PyTorch brings. */
const BROUGHT =
  /^torch\.ops\.(?:aten|prims|prim|higher_order|quantized|quantized_decomposed|torchao|_c10d_functional|torchvision|rngprims|inductor|profiler)(?:\.\w+){1,2}$/;
const ARITHMETIC =
  /^_operator\.(?:add|sub|mul|floordiv|truediv|mod|pow|neg|pos|abs|eq|ne|lt|le|gt|ge|and_|or_|xor|not_|getitem|lshift|rshift|index|invert)$/;
const OTHER =
  /^(?:math\.[a-z]\w*|torch\.(?:sym_\w+|_sym_\w+|_check\w*|_C\._set_grad_enabled|amp\.autocast_mode\._(?:enter|exit)_autocast))$/;
/** What is looked up at all; any other text stays a text. */
const LOOKED_UP = /^(?:_operator|torch|math|#)/;

function* judgeTarget(target: string): Iterable<Judgement> {
  if (!LOOKED_UP.test(target) || [BROUGHT, ARITHMETIC, OTHER].some((known) => known.test(target))) return;
  const custom = target.startsWith('#') || /^torch\.ops\.[a-z]\w*\.[a-z]\w*(?:\.\w+)?$/.test(target);
  yield { rule: custom ? CUSTOM_OPERATOR : RUNS_CODE, operation: target, offset: 0 };
}

/** Symbols in quotes, numbers, names, and the signs between them. */
const TOKEN =
  /\s+|'\w+'|"\w+"|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+|[A-Za-z_]\w*|\*\*|\/\/|<<|>>|[=!<>]=|[-+*/%(),=<>&|~[\].]/gy;
/** What PyTorch prints: SymPy's own functions and its own (torch/utils/_sympy/functions.py). */
const NAMES: ReadonlySet<string> = new Set(
  `Symbol Integer Float Rational Add Mul Pow Abs Eq Ne Equality Unequality Gt Ge Lt Le StrictGreaterThan GreaterThan
   StrictLessThan LessThan And Or Not Piecewise ExprCondPair Mod Max Min floor ceiling sqrt log exp true false True False
   None oo nan int_oo zoo positive negative integer nonnegative nonzero real finite zero evaluate commutative FloorDiv
   ModularIndexing Where PythonMod CleanDiv CeilDiv CeilToInt FloorToInt TruncToInt TruncToFloat RoundToInt RoundDecimal
   PowByNatural FloatPow FloatTrueDiv IntTrueDiv LShift RShift ToFloat Identity IsNonOverlappingAndDenseIndicator
   L size stride storage_offset and or not is in if else max min math dim numel item`.split(/\s+/),
);
const SYMBOL = /^(?:[a-z]{1,3}\d+|OpaqueUnaryFn_\w+|BitwiseFn_\w+)$/;

function* judgeExpression(text: string, what: string): Iterable<Judgement> {
  const operation = `${what} ${text}`;
  if (text.replace(TOKEN, '') !== '' || text.includes('__')) {
    yield { rule: RUNS_CODE, operation, offset: 0 };
    return;
  }
  const names = text.replace(/'\w+'|"\w+"/g, '').match(/[A-Za-z_]\w*/g) ?? [];
  const strange = names.find((name) => !NAMES.has(name) && !SYMBOL.test(name) && !/^e\d*$/.test(name));
  if (strange !== undefined) yield { rule: RUNS_CODE, operation, offset: 0 };
}
