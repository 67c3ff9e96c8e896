import { integerOf, integersOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { valuesOf } from './values.ts';

/** What makes a value: an operator with what it is given. */
interface Made {
  readonly operator: string;
  readonly inputs: readonly string[];
}

/** What the names of one graph stand for, as far as it is followed. */
export interface Scope {
  readonly made: Map<string, Made>;
  readonly known: Map<string, readonly number[]>;
}

export function newScope(): Scope {
  return { made: new Map(), known: new Map() };
}

/** Operators that hand their first input on as it is. */
const HANDS_ON: ReadonlySet<string> = new Set(
  'Identity Cast CastLike Reshape Squeeze Unsqueeze Flatten Dropout'.split(' '),
);

const yes = (holds: boolean): number => (holds ? 1 : 0);
const PAIRWISE: Readonly<Record<string, (left: number, right: number) => number>> = {
  Add: (left, right) => left + right,
  Sub: (left, right) => left - right,
  Mul: (left, right) => left * right,
  Div: (left, right) => left / right,
  Pow: (left, right) => left ** right,
  Min: Math.min,
  Max: Math.max,
  And: (left, right) => yes(left !== 0 && right !== 0),
  Or: (left, right) => yes(left !== 0 || right !== 0),
  Xor: (left, right) => yes((left !== 0) !== (right !== 0)),
  Equal: (left, right) => yes(left === right),
  Less: (left, right) => yes(left < right),
  LessOrEqual: (left, right) => yes(left <= right),
  Greater: (left, right) => yes(left > right),
  GreaterOrEqual: (left, right) => yes(left >= right),
};
/** Of a value and itself these are always true. */
const OF_ITSELF: ReadonlySet<string> = new Set(['Equal', 'LessOrEqual', 'GreaterOrEqual']);
const FOLLOWED: ReadonlySet<string> = new Set([...HANDS_ON, ...Object.keys(PAIRWISE), 'Not', 'Neg', 'Concat', 'Where']);
/** Steps that one value is followed for, and numbers of it. */
const STEPS = 64;
const NUMBERS = 16;

/** Learns what a node makes; `last` are the values of the tensor that stood in it. */
export function learn({ made, known }: Scope, node: Message, last: readonly number[] | null): void {
  const operator = textOf(node, 4);
  const output = node.texts.get(2)?.[0] ?? '';
  if (operator === 'Constant') {
    const values = last ?? messagesOf(node, 5).flatMap(numbersOf);
    if (values.length > 0 && values.length <= NUMBERS) known.set(output, values);
  } else if (FOLLOWED.has(operator)) made.set(output, { operator, inputs: node.texts.get(1) ?? [] });
}

/** Learns a tensor with a name; its values, where they are few. */
export function learnTensor({ known }: Scope, tensor: Message): readonly number[] | null {
  const values = valuesOf(tensor);
  const name = textOf(tensor, 8);
  if (values !== null && name !== '') known.set(name, values);
  return values;
}

/** Whole numbers of an attribute: one, or a list of them. */
export function numbersOf(attribute: Message): readonly number[] {
  const one = integerOf(attribute, 3);
  return one === undefined ? integersOf(attribute, 8) : [one];
}

export function makerOf(scopes: readonly Scope[], name: string): Made | undefined {
  return scopes.findLast(({ made }) => made.has(name))?.made.get(name);
}

/** The numbers behind a name, worked out where all that it is made of is known. */
export function numbersBehind(scopes: readonly Scope[], name: string): readonly number[] | undefined {
  const walk = { left: STEPS };
  return worked(scopes, name, walk);
}

function worked(scopes: readonly Scope[], name: string, walk: { left: number }): readonly number[] | undefined {
  if (walk.left-- <= 0 || name === '') return undefined;
  const known = scopes.findLast((scope) => scope.known.has(name))?.known.get(name);
  if (known !== undefined) return known;
  const made = makerOf(scopes, name);
  if (made === undefined) return undefined;
  const { operator, inputs } = made;
  if (OF_ITSELF.has(operator) && inputs[0] === inputs[1]) return [1];
  const given = (HANDS_ON.has(operator) ? inputs.slice(0, 1) : inputs).map((input) => worked(scopes, input, walk));
  if (!given.every((values) => values !== undefined)) return undefined;
  return resultOf(operator, given);
}

function resultOf(operator: string, given: readonly (readonly number[])[]): readonly number[] | undefined {
  const [first = [], second = [], third = []] = given;
  if (HANDS_ON.has(operator)) return first;
  if (operator === 'Not') return first.map((value) => yes(value === 0));
  if (operator === 'Neg') return first.map((value) => -value);
  if (operator === 'Concat') return given.flat().length <= NUMBERS ? given.flat() : undefined;
  if (operator === 'Where') return first.every((value) => value !== 0) ? second : third;
  const act = PAIRWISE[operator];
  if (act === undefined) return undefined;
  const length = Math.max(first.length, second.length);
  const at = (values: readonly number[], index: number): number => values[values.length === 1 ? 0 : index] ?? 0;
  return Array.from({ length }, (_, index) => act(at(first, index), at(second, index)));
}
