import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { filesAmong, filesInTexts, MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import { carriedIn } from '../carried.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { filesInMessage } from '../protobuf/carried.ts';
import { integerOf, integersOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { operatorCounter } from '../protobuf/operators.ts';
import { readMessage, type Visitor } from '../protobuf/reader.ts';
import type { MessageShape } from '../protobuf/shape.ts';
import { noteUnknownFields } from '../protobuf/unknown.ts';
import { attributeProblem } from './attributes.ts';
import { areWithin, type BodySurvey, bodySurvey, sparseProblem } from './bodies.ts';
import { claimsOnnx, TENSOR_NAME } from './claims.ts';
import type { NamedByOperator, OnnxFacts } from './facts.ts';
import { functionDefects, nameOfFunction } from './functions.ts';
import { type GraphValueSurvey, graphValueSurvey, toldExtents } from './graph-values.ts';
import { type LoopSurvey, loopSurvey } from './loops.ts';
import {
  ATTRIBUTE,
  DIMENSION,
  ENTRY,
  FUNCTION,
  GRAPH,
  INPUT,
  MODEL,
  NODE,
  OPSET,
  OUTPUT,
  SHAPE,
  SPARSE_TENSOR,
  TENSOR,
  TENSOR_TYPE,
  TRAINING,
  TYPE,
  VALUE_INFO,
} from './shapes.ts';
import { type SignatureSurvey, signatureSurvey } from './signatures.ts';
import { type SizeSurvey, sizeSurvey } from './sizes.ts';
import { isElementType, judgeTensor } from './tensors.ts';
import { valuesOf } from './values.ts';
import { nameOfTensor, namesOfFunction, type WiringSurvey, wiringSurvey } from './wiring.ts';

/**
 * ONNX models. Graphs are walked wherever they stand: in attributes, functions and training, sparse tensors too.
 * Tensor bytes are skipped, never read.
 *
 * Defects:
 * - `no-graph`, `version`: there is no graph; the version of the format or of an operator set is none.
 * - `tensor-size`: a tensor has other bytes than its shape and type ask for, or two lots of them.
 * - `recursive-function`: a function of the model calls itself, by whatever way, or all together unfold without end.
 * - `two-graphs`, `two-makers`: the model has two graphs; two nodes make one value.
 * - `no-maker`, `ring`: nothing makes a value that is used; a node waits for what is made of it.
 * - `signature`: an operator is called with inputs, outputs or attributes that it does not take.
 * - `odd-body`, `odd-function`: a graph within a node gives or takes other values than the node; functions of one name, or called with more than they take.
 * - `odd-attribute`, `odd-type`: an attribute's value is not of its type; a value has no name, or a type that there is not.
 * - `odd-value`: an operator is given types or sizes that it does not take, or makes others than is told.
 * - `unknown-fields`: fields that ONNX does not have.
 */
export const onnxFormat: Format<'onnx'> = { id: 'onnx', claims: claimsOnnx, read };
/** The format is at 13 in its tenth year. */
const HIGHEST_IR = 30;
/** ONNX's own sets are at 27; others number theirs as they like. */
const HIGHEST_OPSET = 100;
const HIGHEST_OTHER = 1000;

async function read(bytes: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'onnx'>> {
  const survey = surveyor();
  if (TENSOR_NAME.test(path)) return readTensor(bytes, survey, budget);
  const model = await readMessage(bytes, MODEL, survey, budget);
  noteUnknownFields(survey.defects, MODEL.name, model);
  if (survey.graphs === 0) throw new MalformedError('an ONNX model without a graph', 0);
  const facts = factsOf(model, survey);
  if (survey.untyped && facts.irVersion > 2) tell(survey, 'odd-attribute', 'an attribute of no type', model);
  return {
    facts,
    parts: [
      ...(await filesInTexts(Object.fromEntries(facts.metadata.map(({ key, value }) => [key, value])))),
      ...(await filesWithin(bytes, survey, budget)),
    ],
    defects: [
      ...versionDefects(facts, survey.domains),
      ...functionDefects(survey.calls),
      ...survey.wiring.defects,
      ...survey.signatures.defects(),
      ...survey.bodies.defects,
      ...(facts.irVersion < 3 ? [] : survey.values.defects()),
      ...survey.defects,
    ],
    coverage: 'structure',
  };
}

async function readTensor(bytes: ByteSource, survey: Survey, budget: Budget): Promise<ReaderResult<'onnx'>> {
  const tensor = await readMessage(bytes, TENSOR, survey, budget);
  noteUnknownFields(survey.defects, TENSOR.name, tensor);
  takeTensor(survey, tensor);
  const facts = { ...factsOf(tensor, survey), irVersion: 0, producer: '', opsets: [], metadata: [], docs: [] };
  const parts = await filesWithin(bytes, survey, budget);
  return { facts, parts, defects: survey.defects, coverage: 'structure' };
}

/** Of what lies afar only what tensors hold as bytes. */
function filesWithin(bytes: ByteSource, survey: Survey, budget: Budget): Promise<readonly Part[]> {
  return bytes.costly === true ? filesAmong(bytes, survey.stretches) : filesInMessage(bytes, budget);
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
    endless: survey.loops.found(),
    metadata: messagesOf(model, 14).map((entry) => ({ key: textOf(entry, 1), value: textOf(entry, 2) })),
    docs: [textOf(model, 6), ...survey.docs].filter((text) => text !== ''),
    tensors: survey.tensors,
    nodes: survey.nodes,
  };
}

function* versionDefects(
  { irVersion, opsets, nodes, operators }: OnnxFacts,
  domains: ReadonlySet<string>,
): Iterable<Defect> {
  const defect = (message: string): Defect => ({ code: 'version', message, offset: 0 });
  if (irVersion < 1 || irVersion > HIGHEST_IR) yield defect(`${irVersion} is no version of the format`);
  // Before IR version 3 there were no operator sets.
  if (irVersion < 3 && opsets.length > 0) yield defect(`version ${irVersion} of the format has no operator sets`);
  if (irVersion >= 3 && opsets.length === 0 && nodes > 0) yield defect('no operator set is named');
  const foreign = operators.find(({ domain }) => !domains.has(plainDomain(domain)));
  if (irVersion >= 3 && opsets.length > 0 && foreign !== undefined)
    yield defect(`no operator set "${foreign.domain}" is named`);
  for (const { domain, version } of opsets) {
    const highest = plainDomain(domain) === '' ? HIGHEST_OPSET : HIGHEST_OTHER;
    if (version < 1 || version > highest) yield defect(`${version} is no version of operator set "${domain}"`);
  }
  const versions = new Map(opsets.map(({ domain, version }) => [domain === 'ai.onnx' ? '' : domain, version]));
  for (const { domain, version } of opsets) {
    if (versions.get(domain === 'ai.onnx' ? '' : domain) !== version)
      yield defect(`operator set "${domain}" is named with two versions`);
  }
}

/** Operators whose text attributes name code or a file. */
const NAMING = /^(?:PyOp|PythonOp.*|PyCustomOp.*|EPContext|ATen|Snpe|.*Py.*Op)$/;

/** Fields of a tensor's values: bytes as they are, and texts. */
const [STRING_DATA, RAW_DATA] = [6, 9];

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
  readonly loops: LoopSurvey;
  readonly wiring: WiringSurvey;
  readonly signatures: SignatureSurvey;
  readonly bodies: BodySurvey;
  readonly values: GraphValueSurvey;
  /** Tensors of the sparse one that is open: its values, and their places. */
  sparse: Message[];
  /** Initializers of each graph that is open. */
  readonly initializers: Set<string>[];
  /** Whether the value that is open says its type, and the type of its elements and their sizes. */
  typed: boolean;
  element: number | null;
  extents: (number | undefined)[] | null;
  /** The type that it says is that of a sequence's values. */
  within: boolean;
  /** Operator sets of the function that is open. */
  ownDomains: Set<string>;
  /** Outputs of the nodes of each graph that is open, and its inputs. */
  readonly outputs: Set<string>[];
  readonly inputs: Set<string>[];
  /** An attribute says no type, which it need not before version 2 of the format. */
  untyped: boolean;
  /** Operator sets that the model and its functions name. */
  readonly domains: Set<string>;
  readonly defects: Defect[];
  tensors: number;
  nodes: number;
  graphs: number;
  /** Graphs of the model itself, of which it has one. */
  wholes: number;
  /** Of each graph; sub-graphs beyond a hundred say what others said. */
  readonly docs: string[];
  /** Where values of tensors lie. */
  readonly stretches: Stretch[];
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
    loops: loopSurvey(),
    wiring: wiringSurvey(),
    signatures: signatureSurvey(),
    bodies: bodySurvey(),
    values: graphValueSurvey(),
    sparse: [],
    initializers: [],
    typed: false,
    element: null,
    extents: null,
    within: false,
    ownDomains: new Set(),
    outputs: [new Set()],
    inputs: [new Set()],
    domains: new Set(),
    untyped: false,
    defects: [],
    tensors: 0,
    nodes: 0,
    graphs: 0,
    wholes: 0,
    docs: [],
    stretches: [],
    opaque: (field, start, end) => {
      if (open.at(-1) !== TENSOR && open.length > 0) return;
      if ((field !== RAW_DATA && field !== STRING_DATA) || survey.stretches.length >= MOST) return;
      if (end - start >= SHORTEST)
        survey.stretches.push({ name: `values@${start}`, start, size: end - start, bytes: field === STRING_DATA });
    },
    enter: (shape) => {
      open.push(shape);
      if (shape === GRAPH) {
        survey.loops.enter();
        survey.bodies.enter();
        survey.values.enter();
        survey.initializers.push(new Set());
      }
      if (shape === INPUT || shape === OUTPUT || shape === VALUE_INFO)
        Object.assign(survey, { typed: false, element: null, extents: null, within: false });
      if (shape === SHAPE) survey.extents = [];
      if (shape === SPARSE_TENSOR) survey.sparse = [];
      if (shape !== GRAPH && shape !== FUNCTION) return;
      survey.outputs.push(new Set());
      survey.inputs.push(new Set());
      survey.wiring.enter();
    },
    leave: (shape, message) => {
      open.pop();
      noteUnknownFields(survey.defects, shape.name, message);
      takeNotes(survey, shape, message, open.at(-1));
      if (shape === GRAPH)
        takeGraph(survey, message, open.length === 1, !open.includes(TRAINING) && !open.includes(FUNCTION));
      if (shape.name.startsWith('TypeProto.')) survey.typed = true;
      if (shape === GRAPH || shape === FUNCTION) leaveNames(survey, shape, message, !open.includes(TRAINING));
      if (shape === INPUT) takeInput(survey, message, open.length === 2 && open[0] === MODEL);
      if (shape === VALUE_INFO || shape === OUTPUT || shape === INPUT) takeValue(survey, message, shape === INPUT);
      if (shape === ATTRIBUTE) takeAttribute(survey, message);
      if (shape === OPSET) takeOpset(survey, message, open.includes(FUNCTION));
      if (shape === DIMENSION) survey.extents?.push(integerOf(message, 1));
      if (shape === TENSOR_TYPE) takeType(survey, message, open);
      if (shape === TENSOR_TYPE && !isElementType(integerOf(message, 1) ?? 0))
        tell(survey, 'odd-type', `values of type ${integerOf(message, 1)}`, message);
      if (shape === OUTPUT) {
        survey.wiring.output(textOf(message, 1));
        survey.bodies.output();
      }
      if (shape === NODE) takeNode(survey, message, placeOf(open));
      if (shape === NODE && open.includes(FUNCTION))
        survey.called.push(nameOfFunction(textOf(message, 7), textOf(message, 4)));
      if (shape === TENSOR) takeTensor(survey, message, open.at(-1));
      if (shape === SPARSE_TENSOR) takeSparse(survey, message);
      if (shape === FUNCTION) takeFunction(survey, message);
      // A body's condition is named by its inputs and outputs.
      if (shape === INPUT || shape === OUTPUT) return open.filter((each) => each === GRAPH).length > 1;
      return KEPT.includes(shape);
    },
  };
  return survey;
}

function leaveNames(survey: Survey, shape: MessageShape, message: Message, judged: boolean): void {
  survey.outputs.pop();
  survey.inputs.pop();
  if (shape === FUNCTION) namesOfFunction(survey.wiring, message);
  survey.wiring.leave(message, judged);
}

function takeFunction(survey: Survey, message: Message): void {
  const [domain, name, overload] = [textOf(message, 10), textOf(message, 1), textOf(message, 13)];
  const inputs = textsOf(message, 4);
  if (new Set(inputs).size !== inputs.length)
    tell(survey, 'odd-function', 'a function has two inputs of one name', message);
  const foreign = survey.called.find((called) => !survey.ownDomains.has(called.slice(0, called.indexOf('\0'))));
  if (foreign !== undefined)
    tell(survey, 'odd-function', 'a function calls operators of a set that it does not name', message);
  survey.ownDomains = new Set();
  survey.signatures.declare(
    { domain, name, overload, inputs: inputs.length, outputs: textsOf(message, 5).length },
    message,
  );
  survey.functions.push({ domain, name });
  survey.values.declare(domain, name);
  survey.calls.set(nameOfFunction(domain, name), survey.called);
  survey.called = [];
}

function placeOf(open: readonly MessageShape[]): string {
  if (open.includes(FUNCTION)) return 'function';
  if (open.includes(TRAINING)) return 'training';
  return open.filter((shape) => shape === GRAPH).length > 1 ? 'sub-graph' : 'graph';
}

/** Where a message carries notes, by its name; a whole model's and a graph's are taken whatever they say. */
const NOTES: Readonly<Record<string, number>> = {
  TensorProto: 12,
  AttributeProto: 13,
  NodeProto: 6,
  FunctionProto: 8,
  ValueInfoProto: 3,
  StringStringEntryProto: 2,
};
const MOST_NOTES = 100;

function takeNotes(survey: Survey, { name }: MessageShape, message: Message, within: MessageShape | undefined): void {
  const field = NOTES[name];
  if (field === undefined || within === MODEL || survey.docs.length >= MOST_NOTES) return;
  const text = textOf(message, field);
  if (text !== '' && carriedIn(text) !== null) survey.docs.push(text);
}

function takeGraph(survey: Survey, graph: Message, whole: boolean, judged: boolean): void {
  if (++survey.graphs <= 100) survey.docs.push(textOf(graph, 10));
  survey.loops.leave(graph);
  survey.bodies.leave();
  survey.values.leave(judged);
  survey.initializers.pop();
  if (whole && ++survey.wholes === 2)
    tell(survey, 'two-graphs', 'a second graph, which readers join to the first', graph);
}

function tell(survey: Survey, code: string, message: string, { offset }: Message): void {
  if (survey.defects.length < TOLD) survey.defects.push({ code, message, offset });
}

/** Each value is made once (onnx/docs/IR.md, 'static single assignment'). */
function takeOutput(survey: Survey, node: Message): void {
  const names = survey.outputs.at(-1);
  for (const output of node.texts.get(2) ?? []) {
    if (output === '') continue;
    if (names?.has(output) === true)
      tell(survey, 'two-makers', `two nodes make ${JSON.stringify(output.slice(0, 80))}`, node);
    names?.add(output);
  }
}

function takeInput(survey: Survey, input: Message, whole: boolean): void {
  const name = textOf(input, 1);
  survey.wiring.input(name);
  survey.bodies.input();
  // What a body is given may be worked out; what a model is given nobody else tells.
  if (whole && (!survey.typed || survey.element === 0)) tell(survey, 'odd-type', 'an input without a type', input);
  const names = survey.inputs.at(-1);
  if (names?.has(name) === true) tell(survey, 'two-makers', 'a graph has two inputs of one name', input);
  names?.add(name);
}

/** Elements of a sequence or of an optional value are no tensor themselves. */
function takeType(survey: Survey, type: Message, open: readonly MessageShape[]): void {
  survey.element = integerOf(type, 1) ?? 0;
  if (open.at(-1) === TYPE && [INPUT, OUTPUT, VALUE_INFO].includes(open.at(-2) ?? TYPE)) return;
  Object.assign(survey, { extents: null, within: true });
}

function takeValue(survey: Survey, value: Message, input: boolean): void {
  const name = textOf(value, 1);
  if (name === '') tell(survey, 'odd-type', 'a value without a name', value);
  const extents = survey.extents === null ? null : toldExtents(survey.extents);
  survey.values.value(name, { type: survey.within ? 0 : (survey.element ?? 0), extents }, input);
}

function takeAttribute(survey: Survey, attribute: Message): void {
  const problem = attributeProblem(attribute);
  if ((integerOf(attribute, 20) ?? 0) === 0) survey.untyped = true;
  if (problem !== null) tell(survey, 'odd-attribute', problem, attribute);
  survey.bodies.attribute(attribute);
  survey.values.attribute(attribute);
  for (const text of [...textsOf(attribute, 4), ...textsOf(attribute, 9)])
    if (text.length >= SHORTEST && survey.docs.length < MOST_NOTES && carriedIn(text) !== null) survey.docs.push(text);
}

function takeOpset(survey: Survey, set: Message, own: boolean): void {
  const domain = plainDomain(textOf(set, 1));
  if (own) survey.ownDomains.add(domain);
  survey.domains.add(domain);
  survey.signatures.opset(domain, integerOf(set, 2) ?? 0);
  if (!own) survey.values.opset(domain, integerOf(set, 2) ?? 0);
}

/** Two names of ONNX's own operators. */
function plainDomain(domain: string): string {
  return domain === 'ai.onnx' ? '' : domain;
}

function takeNode(survey: Survey, node: Message, within: string): void {
  survey.nodes++;
  survey.sizes.node(node);
  survey.loops.node(node);
  survey.wiring.node(node);
  survey.signatures.node(node);
  survey.bodies.node(node);
  survey.values.node(node);
  takeOutput(survey, node);
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

function takeTensor(survey: Survey, tensor: Message, within?: MessageShape): void {
  survey.tensors++;
  if (within === SPARSE_TENSOR) survey.sparse.push(tensor);
  if (within === GRAPH) takeInitializer(survey, tensor);
  survey.sizes.tensor(tensor);
  survey.loops.tensor(tensor);
  if (within === GRAPH || within === ATTRIBUTE) survey.values.tensor(tensor, within === GRAPH);
  survey.wiring.input(nameOfTensor(tensor));
  const { external, foreignKeys, defects } = judgeTensor(tensor);
  survey.external.push(...external);
  survey.foreignKeys.push(...foreignKeys);
  if (survey.defects.length < TOLD) survey.defects.push(...defects);
}

function takeInitializer(survey: Survey, tensor: Message): void {
  survey.bodies.initializer();
  const [names, name] = [survey.initializers.at(-1), nameOfTensor(tensor)];
  if (name === '') tell(survey, 'odd-type', 'a tensor of a graph without a name', tensor);
  if (names?.has(name) === true) tell(survey, 'two-makers', 'a graph has two tensors of one name', tensor);
  names?.add(name);
}

function takeSparse(survey: Survey, sparse: Message): void {
  const [values, indices] = survey.sparse;
  const dims = integersOf(sparse, 3);
  const flat = indices !== undefined && integersOf(indices, 1).length === 1;
  const numbers = indices === undefined ? null : valuesOf(indices);
  const problem =
    sparseProblem(dims, values, indices) ??
    (numbers === null || areWithin(dims, numbers, flat) ? null : 'places of a sparse tensor lie outside it, or twice');
  if (problem !== null) tell(survey, 'tensor-size', problem, sparse);
}
