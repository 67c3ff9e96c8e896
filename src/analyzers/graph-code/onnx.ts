import type { OperatorUse } from '../../formats/location.ts';
import type { NamedByOperator, OnnxFacts } from '../../formats/onnx/facts.ts';
import type { OrtFacts } from '../../formats/ort/facts.ts';
import { ENDLESS_ELEMENTS, type Judgement, judgeExternal, leadsOut } from './judgement.ts';
import { ONNX_OPERATORS } from './onnx-operators.ts';
import {
  CUSTOM_OPERATOR,
  ENDLESS_LOOP,
  ENDLESS_TENSOR,
  FOREIGN_KEYS,
  NATIVE_PLAN,
  OUTSIDE_DATA,
  RUNS_CODE,
} from './rules.ts';

const MAIN: ReadonlySet<string> = new Set(['', 'ai.onnx']);
/** Sets whose operators ONNX Runtime brings itself. */
const BROUGHT: ReadonlySet<string> = new Set([
  'ai.onnx.ml',
  'ai.onnx.training',
  'ai.onnx.preview',
  'ai.onnx.preview.training',
  'com.microsoft',
  'com.microsoft.nchwc',
  'com.microsoft.experimental',
  'com.microsoft.dml',
  'com.microsoft.mlfeaturizers',
  'com.ms.internal.nhwc',
]);
/** Operators that call a Python function by name (onnxruntime, language interop and training). */
const RUNS_PYTHON = /^(?:PyOp|TritonOp|PythonOp|PythonOpGrad|PyCustomOp.*|(?:Eager)?PyFunc.*)$/;
/** Operators that hand a compiled program to the library of a device. */
const COMPILED = /^(?:EPContext|Snpe|TRT_.*Engine.*|TRTEngineOp)$/;
/** The attribute that holds the program, or the name of its file. */
const PROGRAM = 'ep_cache_context';
const PATH = /^[^\p{Cc}\uFFFD]{1,1024}$/u;

export function* judgeOnnx(facts: OnnxFacts): Iterable<Judgement> {
  const own = new Set(facts.functions.map(({ domain, name }) => `${domain}\0${name}`));
  yield* judgeOperators(facts.operators, own, facts.named);
  for (const { domain, name } of facts.functions)
    if (MAIN.has(domain) && ONNX_OPERATORS.has(name))
      yield { rule: CUSTOM_OPERATOR, operation: `${name}, by a function of the model's own`, offset: 0 };
  for (const { operator, attribute, text, offset } of facts.named) {
    if (attribute === PROGRAM && PATH.test(text) && leadsOut(text)) {
      yield { rule: OUTSIDE_DATA, operation: `${operator} ← ${text}`, offset };
    }
  }
  for (const { operator, elements, offset } of facts.sized)
    if (elements >= ENDLESS_ELEMENTS)
      yield { rule: ENDLESS_TENSOR, operation: `${operator} of ${elements} elements`, offset };
  for (const { why, offset } of facts.endless) yield { rule: ENDLESS_LOOP, operation: why, offset };
  yield* judgeExternal(facts.external);
  if (facts.foreignKeys.length > 0) yield { rule: FOREIGN_KEYS, operation: facts.foreignKeys.join(', '), offset: 0 };
}

/** The same operators in ONNX Runtime's own form. */
export function* judgeOrt({ operators }: OrtFacts): Iterable<Judgement> {
  yield* judgeOperators(operators, new Set(), []);
}

function* judgeOperators(
  operators: readonly OperatorUse[],
  own: ReadonlySet<string>,
  texts: readonly NamedByOperator[],
): Iterable<Judgement> {
  for (const { domain, type, offset, within } of operators) {
    const named = texts
      .filter(({ operator }) => operator === type)
      .map(({ attribute, text }) => `${attribute}='${text}'`);
    const operation = `${domain === '' ? '' : `${domain}::`}${type}(${named.join(', ')}) in ${within}`;
    if (own.has(`${domain}\0${type}`)) continue;
    if (RUNS_PYTHON.test(type)) yield { rule: RUNS_CODE, operation, offset };
    else if (COMPILED.test(type)) yield { rule: NATIVE_PLAN, operation: `${domain}::${type} in ${within}`, offset };
    else if (MAIN.has(domain) ? !ONNX_OPERATORS.has(type) : !BROUGHT.has(domain))
      yield { rule: CUSTOM_OPERATOR, operation, offset };
  }
}
