import { FOLLOWED, type Known, type Made, NUMBERS, SAME, workedOut } from '../arithmetic.ts';
import { integerOf, integersOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { valuesOf } from './values.ts';

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

/** Learns what a node makes; `last` are the values of the tensor that stood in it. */
export function learn({ made, known }: Scope, node: Message, last: readonly number[] | null): void {
  const operator = textOf(node, 4);
  const output = node.texts.get(2)?.[0] ?? '';
  if (operator === 'Constant') {
    const values = last ?? messagesOf(node, 5).flatMap(numbersOf);
    if (values.length > 0 && values.length <= NUMBERS) known.set(output, values);
  } else if (FOLLOWED.has(operator) || HANDS_ON.has(operator))
    made.set(output, { operator, inputs: node.texts.get(1) ?? [] });
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
  const lookUp = (each: string): Known =>
    scopes.findLast((scope) => scope.known.has(each))?.known.get(each) ?? made(scopes, each);
  return workedOut(lookUp, name);
}

function made(scopes: readonly Scope[], name: string): Made | undefined {
  const maker = makerOf(scopes, name);
  return maker !== undefined && HANDS_ON.has(maker.operator) ? { ...maker, operator: SAME } : maker;
}
