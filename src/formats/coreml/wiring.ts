import { integerOf, type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { OF_TWO, OPERATIONS, SAME_AS_X } from './operations.ts';

/** A tensor's type: its elements' and its sides, of which those that are only known later are null. */
export interface Tensor {
  readonly elements: number;
  readonly sides: readonly (number | null)[];
}

/** What a `NamedValueType` is, or null where it is no tensor. */
export function tensorOf(named: Message): Tensor | null {
  const [tensor] = messagesOf(named, 2).flatMap((type) => messagesOf(type, 1));
  if (tensor === undefined) return null;
  const sides = messagesOf(tensor, 3).map((side) => {
    const [constant] = messagesOf(side, 1);
    return constant === undefined ? null : (integerOf(constant, 1) ?? 0);
  });
  return { elements: integerOf(tensor, 1) ?? 0, sides };
}

/**
 * Why the runtime refuses an operation, or null: none that there is, without what it needs, with what it has no use for, or
 * with a result of another type than it makes of what it is given.
 */
export function wrongOperation(operation: Message, typeOf: (name: string) => Tensor | null): string | null {
  const type = textOf(operation, 1);
  const given = OPERATIONS.get(type);
  if (given === undefined) return `there is no operation ${JSON.stringify(type.slice(0, 60))}`;
  const inputs = new Map(messagesOf(operation, 2).map((entry) => [textOf(entry, 1), entry]));
  const lacking = given.needed.find((name) => !inputs.has(name));
  if (lacking !== undefined) return `${type} is given no ${lacking}`;
  const strange = type === 'const' ? undefined : [...inputs.keys()].find((name) => !given.known.has(name));
  if (strange !== undefined) return `${type} has no use for ${JSON.stringify(strange.slice(0, 60))}`;
  const [made] = messagesOf(operation, 3);
  const found = made === undefined ? null : tensorOf(made);
  if (found === null) return null;
  const operand = (name: string): Tensor | null => {
    const entry = inputs.get(name);
    const [binding] = entry === undefined ? [] : messagesOf(entry, 2).flatMap((one) => messagesOf(one, 1));
    return binding?.texts.has(1) === true ? typeOf(textOf(binding, 1)) : null;
  };
  const wanted = resultOf(type, operand);
  return wanted === null || agree(found, wanted) ? null : `${type} makes another type than is told`;
}

function resultOf(type: string, operand: (name: string) => Tensor | null): Tensor | null {
  const x = operand('x');
  if (x === null) return null;
  if (SAME_AS_X.has(type)) return x;
  if (OF_TWO.has(type)) {
    const y = operand('y');
    const sides = y === null ? null : drawn(x.sides, y.sides);
    return sides === null ? null : { elements: x.elements, sides };
  }
  if (type !== 'linear') return null;
  const weight = operand('weight');
  const made = weight?.sides[0];
  return made === undefined ? null : { elements: x.elements, sides: [...x.sides.slice(0, -1), made] };
}

/** The sides of both operands together, or null where that is not known. */
function drawn(x: Tensor['sides'], y: Tensor['sides']): Tensor['sides'] | null {
  const rank = Math.max(x.length, y.length);
  if (rank > 16) return null;
  return Array.from({ length: rank }, (_, axis) => {
    const [a, b] = [x, y].map((sides) =>
      axis < rank - sides.length ? 1 : (sides[axis - rank + sides.length] ?? null),
    );
    if (a === 1 || a === b) return b ?? null;
    // A side that is only known later is drawn to the other, or is as long.
    if (b === 1 || b === null) return a ?? null;
    return a === null ? (b ?? null) : null;
  });
}

function agree(found: Tensor, wanted: Tensor): boolean {
  if (found.elements !== wanted.elements || found.sides.length !== wanted.sides.length) return false;
  return found.sides.every((side, axis) => {
    const other = wanted.sides[axis] ?? null;
    return side === null || other === null || side === other;
  });
}
