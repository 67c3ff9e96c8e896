import type { CoremlFacts } from '../../formats/coreml/facts.ts';
import type { DevicePlanFacts } from '../../formats/device-plan/facts.ts';
import type { ExecutorchFacts } from '../../formats/executorch/facts.ts';
import type { PaddleFacts } from '../../formats/paddle/facts.ts';
import type { TensorDataFacts } from '../../formats/tensor-data/facts.ts';
import type { TfliteFacts } from '../../formats/tflite/facts.ts';
import { type Judgement, judgeExternal, leadsOut } from './judgement.ts';
import { PADDLE_OPERATORS } from './paddle-operators.ts';
import {
  CUSTOM_OPERATOR,
  FOREIGN_CLASS,
  NATIVE_PLAN,
  NETWORK,
  OUTSIDE_DATA,
  READS_FILES,
  RUNS_CODE,
  UNREAD_FORMAT,
  WRITES_FILES,
} from './rules.ts';
import { judgeOperator } from './tensorflow.ts';

/** Custom operators that TensorFlow Lite's own resolver registers (tensorflow/lite/core/kernels/register.cc). */
const LITE_BROUGHT: ReadonlySet<string> = new Set(['Mfcc', 'AudioSpectrogram', 'TFLite_Detection_PostProcess']);
const FLEX = 'Flex';

/** A Flex operator is TensorFlow's own under that name, and does what it does there. */
export function* judgeTflite({ operators }: TfliteFacts): Iterable<Judgement> {
  for (const { domain, type, offset } of operators) {
    if (domain !== 'custom' || LITE_BROUGHT.has(type)) continue;
    const rule = type.startsWith(FLEX) ? judgeOperator(type.slice(FLEX.length), new Set()) : CUSTOM_OPERATOR;
    if (rule !== null) yield { rule, operation: type, offset };
  }
}

export function* judgeCoreml({ classes, linked, external, operators }: CoremlFacts): Iterable<Judgement> {
  for (const { name, what, offset } of classes)
    yield { rule: FOREIGN_CLASS, operation: `custom ${what} ${name}`, offset };
  for (const { file, searchPath, offset } of linked) {
    const out = leadsOut(file) || leadsOut(searchPath);
    yield { rule: out ? OUTSIDE_DATA : FOREIGN_CLASS, operation: `linked model ${searchPath} ${file}`, offset };
  }
  for (const { type, offset } of operators) {
    if (/custom/i.test(type)) yield { rule: CUSTOM_OPERATOR, operation: type, offset };
  }
  yield* judgeExternal(external);
}

const PADDLE_WRITES = /^(?:save|save_combine|sparse_tensor_save)$/;
const PADDLE_READS = /^(?:load|load_combine|read_file|sparse_tensor_load)$/;
const PADDLE_NETWORK =
  /^(?:listen_and_serv|heter_listen_and_serv|send|recv|send_and_recv|send_barrier|fetch_barrier|prefetch|checkpoint_notify|distributed_lookup_table|(?:c_)?gen_(?:nccl|bkcl|hccl|xccl)_id|(?:pull|push)_\w*sparse\w*)$/;
/** What is computed of a gradient goes by the operator's name. */
const PADDLE_DERIVED = /(?:_grad)+$/;
const PADDLE_ENGINE = /^(?:tensorrt|dlnne|lite|anakin|ngraph)_engine$/;

/** Operators of Paddle's own (paddle/fluid/operators) that do more than compute, and those that are none of its own. */
export function* judgePaddle({ operators, paths }: PaddleFacts): Iterable<Judgement> {
  for (const { type, offset } of operators) {
    if (type === 'py_func' || type === 'py_layer') yield { rule: RUNS_CODE, operation: type, offset };
    else if (PADDLE_NETWORK.test(type)) yield { rule: NETWORK, operation: type, offset };
    else if (type === 'read_file' || /^create_\w*reader$/.test(type))
      yield { rule: READS_FILES, operation: type, offset };
    else if (PADDLE_ENGINE.test(type)) yield { rule: NATIVE_PLAN, operation: type, offset };
    else if (!PADDLE_OPERATORS.has(type.replace(PADDLE_DERIVED, '')))
      yield { rule: CUSTOM_OPERATOR, operation: type, offset };
  }
  for (const { operator, path, offset } of paths) {
    if (!leadsOut(path)) continue;
    const operation = `${operator}('${path}')`;
    if (PADDLE_WRITES.test(operator)) yield { rule: WRITES_FILES, operation, offset };
    if (PADDLE_READS.test(operator)) yield { rule: OUTSIDE_DATA, operation, offset };
  }
}

/** Operators that the runtime brings, and delegates that compute with what they are handed and load no library. */
const EXECUTORCH_BROUGHT: ReadonlySet<string> = new Set([
  '',
  'aten',
  'executorch_prim',
  'quantized_decomposed',
  'dim_order_ops',
  'prim',
]);
const PLAIN_DELEGATES: ReadonlySet<string> = new Set([
  'XnnpackBackend',
  'CoreMLBackend',
  'MPSBackend',
  'VulkanBackend',
]);

export function* judgeExecutorch({ operators, delegates }: ExecutorchFacts): Iterable<Judgement> {
  for (const { domain, type, offset } of operators) {
    if (!EXECUTORCH_BROUGHT.has(domain)) yield { rule: CUSTOM_OPERATOR, operation: `${domain}::${type}`, offset };
  }
  for (const name of delegates)
    if (!PLAIN_DELEGATES.has(name)) yield { rule: NATIVE_PLAN, operation: `delegate ${name}`, offset: 0 };
}

export function* judgePlan({ engine }: DevicePlanFacts): Iterable<Judgement> {
  yield { rule: engine === 'TensorRT' ? NATIVE_PLAN : UNREAD_FORMAT, operation: engine, offset: 0 };
}

export function* judgeTensorData({ link, namedBy }: TensorDataFacts): Iterable<Judgement> {
  if (link !== null && link !== 'folder')
    yield { rule: OUTSIDE_DATA, operation: `a link that ${namedBy.join(', ')} follows`, offset: 0 };
}
