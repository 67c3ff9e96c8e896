import type { Defect } from '../format.ts';
import { integerOf, type Message, textOf, textsOf } from '../protobuf/message.ts';

/** A graph within an attribute: how many values it is given and gives. */
interface Body {
  readonly inputs: number;
  readonly initializers: number;
  readonly outputs: number;
}

/** Compares the graphs within nodes with the nodes: operators hand on what they are given, and take what they give (docs/Operators.md). */
export interface BodySurvey {
  readonly enter: () => void;
  readonly input: () => void;
  readonly output: () => void;
  readonly initializer: () => void;
  readonly leave: () => void;
  readonly attribute: (attribute: Message) => void;
  readonly node: (node: Message) => void;
  readonly defects: readonly Defect[];
}

const TOLD = 10;

export function bodySurvey(): BodySurvey {
  const defects: Defect[] = [];
  const open: { inputs: number; initializers: number; outputs: number }[] = [];
  /** Bodies of the attributes of each node that is open, by the depth of their graphs. */
  const bodies = new Map<number, Map<string, Body>>();
  let last: Body | null = null;
  const count = (what: 'inputs' | 'initializers' | 'outputs') => () => {
    const graph = open.at(-1);
    if (graph !== undefined) graph[what]++;
  };
  return {
    defects,
    enter: () => void open.push({ inputs: 0, initializers: 0, outputs: 0 }),
    input: count('inputs'),
    output: count('outputs'),
    initializer: count('initializers'),
    leave: () => {
      last = open.pop() ?? null;
    },
    attribute: (attribute) => {
      if (last === null) return;
      const own = bodies.get(open.length) ?? new Map<string, Body>();
      bodies.set(open.length, own.set(textOf(attribute, 1), last));
      last = null;
    },
    node: (node) => {
      const own = bodies.get(open.length);
      bodies.delete(open.length);
      if (own === undefined || !['', 'ai.onnx'].includes(textOf(node, 7)) || defects.length >= TOLD) return;
      const problem = problemOf(textOf(node, 4), textsOf(node, 1).length, textsOf(node, 2).length, own);
      if (problem !== null) defects.push({ code: 'odd-body', message: problem, offset: node.offset });
    },
  };
}

function problemOf(type: string, inputs: number, outputs: number, bodies: ReadonlyMap<string, Body>): string | null {
  const [then, otherwise, body] = [bodies.get('then_branch'), bodies.get('else_branch'), bodies.get('body')];
  if (type === 'If') {
    const branches = [then, otherwise].filter((branch) => branch !== undefined);
    if (branches.some((branch) => branch.outputs !== outputs)) return 'a branch gives other values than its node';
    return branches.some((branch) => branch.inputs > branch.initializers) ? 'a branch waits for inputs' : null;
  }
  if (body === undefined) return null;
  // A body says whether there is another round, and then what the loop gives.
  if (type === 'Loop' && body.outputs !== outputs + 1) return 'the body of a loop gives other values than its node';
  if (type === 'Loop' && (body.inputs < inputs || body.inputs - body.initializers > Math.max(inputs, 2)))
    return 'the body of a loop waits for other values than its node has';
  return type === 'Scan' && body.outputs !== outputs ? 'the body of a scan gives other values than its node' : null;
}

/** What is wrong with a tensor of which few values are told (onnx/checker.cc, check_sparse_tensor), or null. */
export function sparseProblem(
  dims: readonly number[],
  values: Message | undefined,
  indices: Message | undefined,
): string | null {
  if (values === undefined) return 'a sparse tensor without values';
  const shape = values.integers.get(1) ?? [];
  if (shape.length !== 1) return 'values of a sparse tensor are no list';
  if (dims.length === 0 || dims.some((dim) => dim <= 0)) return 'a sparse tensor without a shape';
  const count = shape[0] ?? 0;
  if (count === 0) return null;
  if (indices === undefined || integerOf(indices, 2) !== INT64) return 'places of a sparse tensor are no whole numbers';
  const [places = 0, rank] = indices.integers.get(1) ?? [];
  if (places !== count) return 'a sparse tensor has as many places as values';
  return rank === undefined || rank === dims.length ? null : 'places of a sparse tensor have another rank';
}

const INT64 = 7;

/** Whether the places of a sparse tensor lie within it; of those that are kept, each after the one before. */
export function areWithin(dims: readonly number[], numbers: readonly number[], flat: boolean): boolean {
  const step = flat ? 1 : dims.length;
  const size = dims.reduce((product, dim) => product * dim, 1);
  let before = -1;
  for (let at = 0; at + step <= numbers.length; at += step) {
    const place = numbers.slice(at, at + step);
    if (!flat && place.some((each, axis) => each < 0 || each >= (dims[axis] ?? 0))) return false;
    const where = flat ? (place[0] ?? 0) : place.reduce((sum, each, axis) => sum * (dims[axis] ?? 1) + each, 0);
    if (where < 0 || where >= size || where <= before) return false;
    before = where;
  }
  return true;
}
