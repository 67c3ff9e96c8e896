import { integerOf, type Message, messagesOf, textOf, textsOf } from '../protobuf/message.ts';
import { elementsOf, type TensorTold, tensorOf } from './tensor.ts';

/** A node as far as paths can be followed through it. */
export interface PathNode {
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  /** Texts of a constant. */
  readonly constants: readonly string[];
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly offset: number;
}

/** A node, as far as it is followed. Most have nothing but their inputs. */
export interface GraphNode extends PathNode {
  /** Of a small constant. */
  readonly numbers: readonly number[] | null;
  /** Elements of a constant's shape, or of the shape that a variable is given. */
  readonly elements: number | null;
  /** Whole numbers among the attributes. */
  readonly integers: ReadonlyMap<string, number>;
  /** Functions that it calls, by attribute. */
  readonly calls: readonly { readonly attribute: string; readonly name: string }[];
  /** What is wrong with the constant. */
  readonly problem: string | null;
}

const NO_TEXTS: ReadonlyMap<string, readonly string[]> = new Map();
const NO_INTEGERS: ReadonlyMap<string, number> = new Map();
const NONE: readonly never[] = [];

/** `^name` is a control input, `name:1` and `name:output:1` are outputs of a node. */
export function nameOf(input: string): string {
  const start = input.startsWith('^') ? 1 : 0;
  const end = input.indexOf(':');
  return input.slice(start, end < 0 ? undefined : end);
}

export function plainNode(node: PathNode): GraphNode {
  return { ...node, numbers: null, elements: null, integers: NO_INTEGERS, calls: NONE, problem: null };
}

export function nodeOf(message: Message): GraphNode {
  const attributes = new Map<string, readonly string[]>();
  const integers = new Map<string, number>();
  const constants: string[] = [];
  const calls: { attribute: string; name: string }[] = [];
  let promised = 0;
  let elements: number | null = null;
  let told: TensorTold | null = null;
  for (const entry of messagesOf(message, 5)) {
    const key = textOf(entry, 1);
    const value = messagesOf(entry, 2)[0];
    if (value === undefined) continue;
    const lists = messagesOf(value, 1);
    const texts = [...textsOf(value, 2), ...lists.flatMap((list) => textsOf(list, 2))];
    if (texts.length > 0) attributes.set(key, texts);
    const whole = integerOf(value, 3);
    if (whole !== undefined) integers.set(key, whole);
    for (const called of [...messagesOf(value, 10), ...lists.flatMap((list) => messagesOf(list, 9))])
      calls.push({ attribute: key, name: textOf(called, 1) });
    if (key === 'dtype') promised = integerOf(value, 6) ?? 0;
    if (key === 'shape') elements = elementsOf(messagesOf(value, 7)[0]);
    if (key !== 'value') continue;
    for (const tensor of messagesOf(value, 8)) {
      constants.push(...textsOf(tensor, 8));
      told = tensorOf(tensor);
    }
  }
  return {
    name: textOf(message, 1),
    operator: textOf(message, 2),
    inputs: textsOf(message, 3),
    constants: constants.length === 0 ? NONE : constants,
    attributes: attributes.size === 0 ? NO_TEXTS : attributes,
    offset: message.offset,
    numbers: told?.numbers ?? null,
    elements: told?.elements ?? elements,
    integers: integers.size === 0 ? NO_INTEGERS : integers,
    calls: calls.length === 0 ? NONE : calls,
    problem: told === null ? null : problemOf(told, promised),
  };
}

function problemOf({ problem, type }: TensorTold, promised: number): string | null {
  if (problem !== null || promised === 0 || promised === type) return problem;
  return `its type is ${type} where ${promised} is promised`;
}
