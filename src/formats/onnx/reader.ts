import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { integerOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { beginsLikeOnnx } from '../protobuf/onnx-head.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import { readMessage, type Visitor } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import type { NamedByOperator, OnnxFacts } from './facts.ts';
import { ATTRIBUTE, ENTRY, FUNCTION, GRAPH, MODEL, NODE, OPSET, TENSOR, TRAINING } from './shapes.ts';
import { type SizeSurvey, sizeSurvey } from './sizes.ts';
import { judgeTensor } from './tensors.ts';

/**
 * ONNX models. Graphs are walked wherever they stand: in attributes, functions and training, sparse tensors too.
 * Tensor bytes are skipped, never read.
 *
 * Defects:
 * - `no-graph`, `version`: there is no graph; the version of the format or of an operator set is none.
 * - `tensor-size`: a tensor has other bytes than its shape and type ask for, or two lots of them.
 * - `recursive-function`: a function of the model calls itself, by whatever way.
 * - `unknown-fields`: fields that ONNX does not have.
 */
export const onnxFormat: Format<'onnx'> = { id: 'onnx', claims, read };

const NAME = /\.onnx$/i;
/** Test data beside models of the ONNX model zoo: one tensor a file. */
const TENSOR_NAME = /(?:^|\/)test_data_set_\d+\/(?:in|out)put_\d+\.pb$/i;
/** The format is at 13 in its tenth year. */
const HIGHEST_IR = 100;
const HIGHEST_OPSET = 1000;

/** By name, or by a head of nothing but fields of a model: a version, then a maker, a graph or an operator set. */
function claims(path: string, head: Uint8Array, size: number): boolean {
  return NAME.test(path) || TENSOR_NAME.test(path) ? size > 0 : beginsLikeOnnx(head, size);
}

async function read(bytes: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'onnx'>> {
  const survey = surveyor();
  if (TENSOR_NAME.test(path)) return readTensor(bytes, survey, budget);
  const model = await readMessage(bytes, MODEL, survey, budget);
  noteUnknownFields(survey.defects, MODEL.name, model);
  if (survey.graphs === 0) throw new MalformedError('an ONNX model without a graph', 0);
  const facts = factsOf(model, survey);
  return {
    facts,
    parts: [],
    defects: [...versionDefects(facts), ...recursionDefects(survey.calls), ...survey.defects],
    coverage: 'structure',
  };
}

async function readTensor(bytes: ByteSource, survey: Survey, budget: Budget): Promise<ReaderResult<'onnx'>> {
  const tensor = await readMessage(bytes, TENSOR, survey, budget);
  noteUnknownFields(survey.defects, TENSOR.name, tensor);
  takeTensor(survey, tensor);
  const facts = { ...factsOf(tensor, survey), irVersion: 0, producer: '', opsets: [], metadata: [], docs: [] };
  return { facts, parts: [], defects: survey.defects, coverage: 'structure' };
}

function factsOf(model: Message, survey: Survey): OnnxFacts {
  return {
    format: 'onnx',
    irVersion: integerOf(model, 1) ?? 0,
    producer: textOf(model, 2),
    opsets: messagesOf(model, 8).map((set) => ({ domain: textOf(set, 1), version: integerOf(set, 2) ?? 0 })),
    operators: survey.operators.uses(),
    functions: survey.functions,
    external: survey.external,
    foreignKeys: [...new Set(survey.foreignKeys)].slice(0, 20),
    named: survey.named,
    sized: survey.sizes.found(),
    metadata: messagesOf(model, 14).map((entry) => ({ key: textOf(entry, 1), value: textOf(entry, 2) })),
    docs: [textOf(model, 6), ...survey.docs].filter((text) => text !== ''),
    tensors: survey.tensors,
    nodes: survey.nodes,
  };
}

function* versionDefects({ irVersion, opsets, nodes }: OnnxFacts): Iterable<Defect> {
  const defect = (message: string): Defect => ({ code: 'version', message, offset: 0 });
  if (irVersion < 1 || irVersion > HIGHEST_IR) yield defect(`${irVersion} is no version of the format`);
  // Before IR version 3 there were no operator sets.
  if (irVersion >= 3 && opsets.length === 0 && nodes > 0) yield defect('no operator set is named');
  for (const { domain, version } of opsets) {
    if (version < 1 || version > HIGHEST_OPSET) yield defect(`${version} is no version of operator set "${domain}"`);
  }
  const versions = new Map(opsets.map(({ domain, version }) => [domain === 'ai.onnx' ? '' : domain, version]));
  for (const { domain, version } of opsets) {
    if (versions.get(domain === 'ai.onnx' ? '' : domain) !== version)
      yield defect(`operator set "${domain}" is named with two versions`);
  }
}

/** Operators whose text attributes name code or a file. */
const NAMING = /^(?:PyOp|PythonOp.*|PyCustomOp.*|EPContext|ATen|Snpe|.*Py.*Op)$/;

/** What a node, a tensor or the model itself is judged by; of all others the news was taken. */
const KEPT: readonly MessageShape[] = [ATTRIBUTE, ENTRY, OPSET];

interface Survey extends Visitor {
  readonly operators: ReturnType<typeof operatorCounter>;
  readonly functions: { readonly domain: string; readonly name: string }[];
  /** Operators that each function calls, and those of the one that is being read. */
  readonly calls: Map<string, readonly string[]>;
  called: string[];
  readonly external: ExternalBytes[];
  readonly foreignKeys: string[];
  readonly named: NamedByOperator[];
  readonly sizes: SizeSurvey;
  readonly defects: Defect[];
  tensors: number;
  nodes: number;
  graphs: number;
  /** Of each graph; sub-graphs beyond a hundred say what others said. */
  readonly docs: string[];
}

function surveyor(): Survey {
  const open: MessageShape[] = [];
  const survey: Survey = {
    operators: operatorCounter(),
    functions: [],
    calls: new Map(),
    called: [],
    external: [],
    foreignKeys: [],
    named: [],
    sizes: sizeSurvey(),
    defects: [],
    tensors: 0,
    nodes: 0,
    graphs: 0,
    docs: [],
    enter: (shape) => void open.push(shape),
    leave: (shape, message) => {
      open.pop();
      noteUnknownFields(survey.defects, shape.name, message);
      if (shape === GRAPH && ++survey.graphs <= 100) survey.docs.push(textOf(message, 10));
      if (shape === NODE) takeNode(survey, message, placeOf(open));
      if (shape === NODE && open.includes(FUNCTION))
        survey.called.push(nameOfFunction(textOf(message, 7), textOf(message, 4)));
      if (shape === TENSOR) takeTensor(survey, message);
      if (shape === FUNCTION) takeFunction(survey, textOf(message, 10), textOf(message, 1));
      return KEPT.includes(shape);
    },
  };
  return survey;
}

function nameOfFunction(domain: string, name: string): string {
  return `${domain === 'ai.onnx' ? '' : domain}\0${name}`;
}

function takeFunction(survey: Survey, domain: string, name: string): void {
  survey.functions.push({ domain, name });
  survey.calls.set(nameOfFunction(domain, name), [...new Set(survey.called)]);
  survey.called = [];
}

/** A function that comes back to itself has no end: runtimes write functions out where they are called. */
function* recursionDefects(calls: Survey['calls']): Iterable<Defect> {
  const done = new Set<string>();
  for (const start of calls.keys()) {
    // Depth first, each function once: what is open when it is met again goes round.
    const open: { readonly name: string; readonly left: string[] }[] = [];
    const names = new Set<string>();
    const enter = (name: string): void => {
      names.add(name);
      open.push({ name, left: [...(calls.get(name) ?? [])] });
    };
    if (!done.has(start)) enter(start);
    while (open.length > 0) {
      const next = open.at(-1)?.left.pop();
      if (next === undefined) {
        const name = open.pop()?.name ?? '';
        names.delete(name);
        done.add(name);
      } else if (names.has(next)) {
        const message = `the function ${next.replace('\0', '::')} calls itself`;
        yield { code: 'recursive-function', message, offset: 0 };
        return;
      } else if (calls.has(next) && !done.has(next)) enter(next);
    }
  }
}

function placeOf(open: readonly MessageShape[]): string {
  if (open.includes(FUNCTION)) return 'function';
  if (open.includes(TRAINING)) return 'training';
  return open.filter((shape) => shape === GRAPH).length > 1 ? 'sub-graph' : 'graph';
}

function takeNode(survey: Survey, node: Message, within: string): void {
  survey.nodes++;
  survey.sizes.node(node);
  const type = textOf(node, 4);
  survey.operators.add({ domain: textOf(node, 7), type, offset: node.offset, within });
  if (!NAMING.test(type)) return;
  for (const attribute of messagesOf(node, 5)) {
    const text = textOf(attribute, 4);
    if (text === '') continue;
    survey.named.push({ operator: type, attribute: textOf(attribute, 1), text, offset: attribute.offset });
  }
}

/** Wrong tensors that are told one by one. */
const TOLD = 50;

function takeTensor(survey: Survey, tensor: Message): void {
  survey.tensors++;
  survey.sizes.tensor(tensor);
  const { external, foreignKeys, defects } = judgeTensor(tensor);
  survey.external.push(...external);
  survey.foreignKeys.push(...foreignKeys);
  if (survey.defects.length < TOLD) survey.defects.push(...defects);
}
