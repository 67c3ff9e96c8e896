import type { Defect } from '../format.ts';
import { integerOf, integersOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { EXTENT_RULES } from './extent-rules.ts';
import { differ, type Extent, type Extents, isProblem, type Sized, shown } from './extents.ts';
import { NEWEST } from './signature-table.ts';
import { isElementType } from './tensors.ts';
import { type Typing, typingOf } from './typing.ts';
import { valuesOf } from './values.ts';

/** What is known of a value: the type of its elements (0: not known), its sizes, its numbers where it is constant and short. */
interface Value {
  readonly type: number;
  readonly extents: Extents;
  readonly numbers?: readonly number[] | undefined;
}

interface Call {
  readonly domain: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly integers: ReadonlyMap<string, readonly number[]>;
  readonly texts: ReadonlyMap<string, string>;
  /** Of an attribute `value`. */
  readonly constant: Value | null;
  readonly bodies: readonly Graph[];
  readonly offset: number;
}

interface Graph {
  readonly inputs: Map<string, Value>;
  /** Of outputs and of values in between. */
  readonly told: Map<string, Value>;
  readonly constants: Map<string, Value>;
  readonly calls: Call[];
}

/** Gathers what graphs tell of their values, and holds it to what their operators take and give. */
export interface GraphValueSurvey {
  readonly enter: () => void;
  /** `judged`: it is no part of what a trainer puts together. */
  readonly leave: (judged: boolean) => void;
  /** A body was an attribute's. */
  readonly attribute: (attribute: Message) => void;
  readonly node: (node: Message) => void;
  /** `initial`: it is a graph's own, and not an attribute's. */
  readonly tensor: (tensor: Message, initial: boolean) => void;
  readonly value: (name: string, value: { readonly type: number; readonly extents: Extents }, input: boolean) => void;
  readonly opset: (domain: string, version: number) => void;
  /** Operators that the model brings along are what their functions make of them. */
  readonly declare: (domain: string, name: string) => void;
  readonly defects: () => readonly Defect[];
}

/** Nodes of one model; what more of them make is not known. */
const MOST = 200_000;
const TOLD = 10;
/** Characters of what is told. */
const LONGEST = 400;
/** NumPy has as many, and networks under ten: each operator could double them, and each value of a hundred bytes have millions. */
const MOST_AXES = 64;

/** What the node is given that is read next, in the graph that is open. */
interface Pending {
  readonly bodies: Graph[];
  constant: Value | null;
}

export function graphValueSurvey(): GraphValueSurvey {
  const open: Graph[] = [];
  const whole: Graph[] = [];
  const versions = new Map<string, Set<number>>();
  const declared = new Set<string>();
  let calls = 0;
  // By how many graphs are open: nodes of bodies are read before the node that has them.
  const pending = new Map<number, Pending>();
  const pendingNow = (): Pending => {
    const own = pending.get(open.length) ?? { bodies: [], constant: null };
    pending.set(open.length, own);
    return own;
  };
  let constant: Value | null = null;
  let widest: { readonly name: string; readonly axes: number } | null = null;
  const few = (name: string, extents: Extents): Extents => {
    if (extents === null || extents.length <= MOST_AXES) return extents;
    widest ??= { name, axes: extents.length };
    return null;
  };
  return {
    enter: () => void open.push({ inputs: new Map(), told: new Map(), constants: new Map(), calls: [] }),
    leave: (judged) => {
      pending.delete(open.length);
      const graph = open.pop();
      if (graph === undefined) return;
      if (open.length === 0 && judged) whole.push(graph);
      else if (open.length > 0) pendingNow().bodies.push(graph);
    },
    attribute: (attribute) => {
      if (constant !== null && textOf(attribute, 1) === 'value') pendingNow().constant ??= constant;
      constant = null;
    },
    node: (node) => {
      const own = pending.get(open.length);
      pending.delete(open.length);
      const graph = open.at(-1);
      if (graph !== undefined && ++calls <= MOST)
        graph.calls.push(callOf(node, own?.constant ?? null, own?.bodies ?? []));
    },
    tensor: (tensor, initial) => {
      const value = {
        type: integerOf(tensor, 2) ?? 0,
        extents: few(textOf(tensor, 8), integersOf(tensor, 1)),
        numbers: valuesOf(tensor) ?? undefined,
      };
      if (initial) open.at(-1)?.constants.set(textOf(tensor, 8), value);
      else constant = value;
    },
    value: (name, value, input) => {
      const graph = open.at(-1);
      (input ? graph?.inputs : graph?.told)?.set(name, { ...value, extents: few(name, value.extents) });
    },
    opset: (domain, version) => {
      const own = versions.get(domain) ?? new Set();
      versions.set(domain, own.add(version));
    },
    declare: (domain, name) => void declared.add(`${domain}\0${name}`),
    defects: () => {
      const judge = judgeOf(versions, declared);
      if (widest !== null) judge.tell(`${printed(widest.name)} has ${widest.axes} axes`, 0);
      for (const graph of whole) judge.graph(graph, []);
      return judge.defects;
    },
  };
}

function callOf(node: Message, constant: Value | null, bodies: readonly Graph[]): Call {
  const [integers, texts] = [new Map<string, readonly number[]>(), new Map<string, string>()];
  for (const attribute of messagesOf(node, 5)) {
    const name = textOf(attribute, 1);
    const one = integerOf(attribute, 3);
    const list = integersOf(attribute, 8);
    if (one !== undefined && list.length === 0) integers.set(name, [one]);
    else if (list.length > 0 || integerOf(attribute, 20) === 7) integers.set(name, list);
    if (attribute.texts.has(4)) texts.set(name, textOf(attribute, 4));
    // Of numbers and texts of a constant only the kind is told.
    const kind = CONSTANTS.get(name);
    if (kind !== undefined && constant === null) {
      const numbers = kind.type !== 7 ? undefined : kind.list ? list : one === undefined ? undefined : [one];
      constant = { type: kind.type, extents: kind.list ? [null] : [], numbers };
    }
  }
  return {
    domain: textOf(node, 7) === 'ai.onnx' ? '' : textOf(node, 7),
    operator: textOf(node, 4),
    inputs: textsOf(node, 1),
    outputs: textsOf(node, 2),
    integers,
    texts,
    constant,
    bodies,
    offset: node.offset,
  };
}

/** Attributes of Constant that are no tensors. */
const CONSTANTS: ReadonlyMap<string, { readonly type: number; readonly list: boolean }> = new Map([
  ['value_float', { type: 1, list: false }],
  ['value_floats', { type: 1, list: true }],
  ['value_int', { type: 7, list: false }],
  ['value_ints', { type: 7, list: true }],
  ['value_string', { type: 8, list: false }],
  ['value_strings', { type: 8, list: true }],
]);

interface Judge {
  readonly tell: (message: string, offset: number) => void;
  readonly graph: (graph: Graph, outer: readonly ReadonlyMap<string, Value>[]) => void;
  readonly defects: readonly Defect[];
}

function judgeOf(versions: ReadonlyMap<string, ReadonlySet<number>>, declared: ReadonlySet<string>): Judge {
  const defects: Defect[] = [];
  const tell = (message: string, offset: number): void => {
    if (defects.length < TOLD) defects.push({ code: 'odd-value', message: message.slice(0, LONGEST), offset });
  };
  const versionOf = (domain: string): number | null => {
    const own = versions.get(domain);
    const [version = 0] = own ?? [];
    return own?.size === 1 && version <= (NEWEST.get(domain) ?? 0) ? version : null;
  };
  const graph: Judge['graph'] = (one, outer) => {
    const scope = new Map<string, Value>();
    const scopes = [...outer, scope];
    const lookUp = (name: string): Value | undefined => scopes.findLast((each) => each.has(name))?.get(name);
    for (const [name, value] of one.inputs) scope.set(name, value);
    for (const [name, value] of one.constants) {
      const told = one.inputs.get(name);
      const problem = told === undefined ? null : contradiction(value, told);
      if (problem !== null) tell(`tensor ${printed(name)} ${problem}`, 0);
      // What is an input, too, may be another when it runs.
      scope.set(name, told === undefined ? value : { type: value.type, extents: value.extents });
    }
    for (const call of one.calls) {
      for (const body of call.bodies) graph(body, scopes);
      const version = declared.has(`${call.domain}\0${call.operator}`) ? null : versionOf(call.domain);
      const made = version === null ? [] : madeBy(call, version, lookUp);
      if (typeof made === 'string') tell(`${call.operator} ${made}`, call.offset);
      for (const [index, name] of call.outputs.entries()) {
        const value = (typeof made === 'string' ? undefined : made[index]) ?? UNKNOWN;
        const told = one.told.get(name);
        const problem = told === undefined ? null : contradiction(value, told);
        if (problem !== null) tell(`${call.operator}: ${printed(name)} ${problem}`, call.offset);
        scope.set(name, told === undefined || problem !== null ? value : joined(value, told));
      }
    }
    for (const [name, told] of one.told) {
      const given = one.constants.get(name) ?? one.inputs.get(name);
      const problem = given === undefined ? null : contradiction(given, told);
      if (problem !== null) tell(`${printed(name)} ${problem}`, 0);
    }
  };
  return { tell, graph, defects };
}

const UNKNOWN: Value = { type: 0, extents: null };

function joined(value: Value, told: Value): Value {
  const alike = value.extents?.length === told.extents?.length;
  const extents =
    value.extents?.map((extent, axis) => extent ?? (alike ? told.extents?.[axis] : null) ?? null) ?? told.extents;
  return { ...value, type: value.type || told.type, extents };
}

/**
 * What is wrong with a value that is told to be another; null where nothing is. Runtimes correct the sizes that they are told, so
 * that genuine models tell another number of axes where nobody knows the sizes.
 */
function contradiction(value: Value, told: Value): string | null {
  if (value.type !== 0 && told.type !== 0 && value.type !== told.type)
    return `is of type ${value.type} and is told to be of ${told.type}`;
  const [extents, asked] = [value.extents, told.extents];
  if (extents === null || asked === null) return null;
  const fits =
    extents.length === asked.length
      ? extents.every((extent, axis) => !differ(extent, asked[axis]))
      : extents.every((extent) => extent === null);
  return fits ? null : `has the sizes ${shown(extents)} and is told to have ${shown(asked)}`;
}

function madeBy(call: Call, version: number, lookUp: (name: string) => Value | undefined): string | readonly Value[] {
  const inputs = call.inputs.map((name) => (name === '' ? undefined : lookUp(name)));
  if (call.operator === 'Constant' && call.domain === '') return call.constant === null ? [] : [call.constant];
  const typing = typingOf(
    call.domain,
    call.operator,
    version,
    inputs.map((input) => input?.type ?? 0),
    call.outputs.length,
  );
  if (typing?.problem != null) return typing.problem;
  if (call.domain === '' && call.integers.get(TELLS.get(call.operator) ?? '')?.[0] === 0)
    return 'makes values of no type';
  const rule = call.domain === '' ? EXTENT_RULES.get(call.operator) : undefined;
  const outcome = rule?.(sizedOf(call, version, inputs)) ?? [];
  if (isProblem(outcome)) return outcome;
  const wide = outcome.find((extents) => extents !== null && extents.length > MOST_AXES);
  if (wide != null) return `makes a value of ${wide.length} axes`;
  return call.outputs.map((_, index) => ({
    type: typeOf(call, typing, index),
    extents: outcome[index] ?? null,
  }));
}

function sizedOf(call: Call, version: number, inputs: readonly (Value | undefined)[]): Sized {
  return {
    version,
    inputs: inputs.map((input) => input?.extents ?? null),
    given: call.inputs.map((name) => name !== ''),
    outputs: call.outputs.length,
    numbers: (input) => inputs[input]?.numbers,
    integers: (attribute) => call.integers.get(attribute),
    text: (attribute) => call.texts.get(attribute) ?? '',
  };
}

/** Attributes that tell what type an operator makes. */
const TELLS: ReadonlyMap<string, string> = new Map([
  ['Cast', 'to'],
  ['BitCast', 'to'],
  ['EyeLike', 'dtype'],
  ['RandomNormal', 'dtype'],
  ['RandomUniform', 'dtype'],
  ['RandomNormalLike', 'dtype'],
  ['RandomUniformLike', 'dtype'],
  ['Multinomial', 'dtype'],
  ['Bernoulli', 'dtype'],
  ['HannWindow', 'output_datatype'],
  ['HammingWindow', 'output_datatype'],
  ['BlackmanWindow', 'output_datatype'],
  ['MelWeightMatrix', 'output_datatype'],
]);

function typeOf(call: Call, typing: Typing | null, index: number): number {
  if (call.domain === '' && index === 0) {
    const attribute = TELLS.get(call.operator);
    const told = attribute === undefined ? undefined : call.integers.get(attribute)?.[0];
    if (told !== undefined) return isElementType(told) ? told : 0;
    if (call.operator === 'ConstantOfShape') return call.constant?.type ?? 1;
  }
  return typing?.outputs[index] ?? 0;
}

function printed(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}

/** The sizes that a value is told to have; what is no number above nought may be any. */
export function toldExtents(sizes: readonly (number | undefined)[]): readonly Extent[] {
  return sizes.map((size) => (size === undefined || size <= 0 ? null : size));
}
