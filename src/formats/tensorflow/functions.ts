import type { Defect } from '../format.ts';
import { integerOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { type Condition, conditionOf, handedOnFrom } from './condition.ts';
import { type GraphNode, nameOf } from './node.ts';
import { ALWAYS_TRUE, type Endless, NEVER_CHANGES } from './rings.ts';
import type { ByName } from './values.ts';
import { printed } from './wiring.ts';

/** What is kept of a function of the library. */
export interface FunctionTold {
  readonly name: string;
  readonly offset: number;
  readonly inputs: readonly string[];
  /** Of its first output. */
  readonly condition: Condition;
  /** For each output the input that it hands on as it is, or the name of what makes it. */
  readonly handsOn: readonly string[];
}

/** A call of a function, by a node of a graph or of another function. */
export interface Call {
  readonly from: string;
  readonly to: string;
  readonly offset: number;
}

/** A loop of which the condition and the body are functions. */
export interface WhileLoop {
  readonly condition: string;
  readonly body: string;
  readonly offset: number;
}

/** Handles: what they name changes while they stay the same. */
const HANDLES: readonly (number | undefined)[] = [20, 21];
/** Operators whose functions have to be the graph's own. */
const CALLS = /^(?:(?:Stateful)?PartitionedCall|(?:Stateless)?(?:While|If|Case)|For)$/;
const CHOOSES = /^(?:Stateless)?(?:If|Case)$/;
const LOOPS: readonly string[] = ['While', 'StatelessWhile'];

export function inputsOf(signature: Message): readonly string[] {
  return messagesOf(signature, 2).map((each) => textOf(each, 1));
}

export function functionTold(signature: Message, returns: readonly Message[], byName: ByName): FunctionTold {
  const given = messagesOf(signature, 2);
  const plain = new Set(given.filter((each) => !HANDLES.includes(integerOf(each, 3))).map((each) => textOf(each, 1)));
  const made = new Map(returns.map((each) => [textOf(each, 1), textOf(each, 2)]));
  const outputs = messagesOf(signature, 3).map((each) => made.get(textOf(each, 1)) ?? '');
  return {
    name: textOf(signature, 1),
    offset: signature.offset,
    inputs: inputsOf(signature),
    condition: conditionOf(byName, outputs[0] ?? '', (name) => plain.has(name)),
    handsOn: outputs.map((output) => handedOnFrom(byName, output)),
  };
}

/** Outputs of a function that nothing in it makes. */
export function* returnDefects(signature: Message, returns: readonly Message[], byName: ByName): Iterable<Defect> {
  const given = new Set(inputsOf(signature));
  const made = new Map(returns.map((each) => [textOf(each, 1), textOf(each, 2)]));
  for (const output of messagesOf(signature, 3)) {
    const source = made.get(textOf(output, 1)) ?? '';
    if (byName.has(nameOf(source)) || given.has(nameOf(source))) continue;
    const message = `function ${printed(textOf(signature, 1))} returns ${printed(source)}, which nothing makes`;
    yield { code: 'no-maker', message, offset: signature.offset };
  }
}

/** Calls that are made whatever comes: a choice among functions may end what it is part of. */
export function callsIn(nodes: readonly GraphNode[], from: string): readonly Call[] {
  return nodes.flatMap(({ operator, calls, offset }) => [
    { from, to: operator, offset },
    ...(CHOOSES.test(operator) ? [] : calls.map(({ name }) => ({ from, to: name, offset }))),
  ]);
}

export function loopsIn(nodes: readonly GraphNode[]): readonly WhileLoop[] {
  return nodes.flatMap(({ operator, calls, offset }) => {
    const called = (attribute: string): string => calls.find((each) => each.attribute === attribute)?.name ?? '';
    return LOOPS.includes(operator) ? [{ condition: called('cond'), body: called('body'), offset }] : [];
  });
}

/** Names that nodes call by these operators. */
export function neededBy(nodes: readonly GraphNode[]): readonly Call[] {
  return nodes.flatMap(({ operator, calls, offset }) =>
    CALLS.test(operator) ? calls.map(({ name }) => ({ from: operator, to: name, offset })) : [],
  );
}

/** Loops that nothing ends: their condition always holds, or depends on what the body hands on unchanged. */
export function* endlessLoops(
  loops: readonly WhileLoop[],
  functions: ReadonlyMap<string, FunctionTold>,
): Iterable<Endless> {
  for (const loop of loops) {
    const told = functions.get(loop.condition);
    const why = told === undefined ? null : whyEndless(told, functions.get(loop.body));
    if (why !== null) yield { why: `a loop of which ${why}`, offset: loop.offset };
  }
}

function whyEndless({ condition, inputs }: FunctionTold, body: FunctionTold | undefined): string | null {
  if (condition.kind === 'constant') return condition.holds ? ALWAYS_TRUE : null;
  if (condition.kind === 'computed' || body === undefined || condition.on.size === 0) return null;
  const unchanged = (name: string): boolean => {
    const index = inputs.indexOf(name);
    return body.inputs[index] !== undefined && body.handsOn[index] === body.inputs[index];
  };
  return [...condition.on].every(unchanged) ? NEVER_CHANGES : null;
}

/** Functions that call themselves, by whatever way; each call is looked at once. */
export function* recursions(functions: ReadonlyMap<string, FunctionTold>, calls: readonly Call[]): Iterable<Endless> {
  const called = new Map<string, Set<string>>([...functions.keys()].map((name) => [name, new Set()]));
  for (const { from, to } of calls) if (functions.has(to)) called.get(from)?.add(to);
  const callers = new Map<string, string[]>();
  for (const [from, all] of called)
    for (const to of all) {
      const list = callers.get(to);
      if (list === undefined) callers.set(to, [from]);
      else list.push(from);
    }
  const left = new Map([...called].map(([name, all]) => [name, all.size]));
  const ready = [...left].filter(([, count]) => count === 0).map(([name]) => name);
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    left.delete(name);
    for (const caller of callers.get(name) ?? []) {
      const count = (left.get(caller) ?? 0) - 1;
      left.set(caller, count);
      if (count === 0) ready.push(caller);
    }
  }
  const [name] = left.keys();
  if (name === undefined) return;
  yield { why: `function ${name}, of which a call never ends`, offset: functions.get(name)?.offset ?? 0 };
}
