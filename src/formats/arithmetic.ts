/** What makes a value of a graph: an operator, by the name it has here, with what it is given. */
export interface Made {
  readonly operator: string;
  readonly inputs: readonly string[];
}

/** What is known of a name in a graph: its numbers, what makes it, or nothing. */
export type Known = readonly number[] | Made | undefined;

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
  NotEqual: (left, right) => yes(left !== right),
  Less: (left, right) => yes(left < right),
  LessOrEqual: (left, right) => yes(left <= right),
  Greater: (left, right) => yes(left > right),
  GreaterOrEqual: (left, right) => yes(left >= right),
};
/** Of a value and itself these are always true. */
const OF_ITSELF: ReadonlySet<string> = new Set(['Equal', 'LessOrEqual', 'GreaterOrEqual']);
/** Hands its first input on as it is. */
export const SAME = 'Same';
/** Operators that are worked out. */
export const FOLLOWED: ReadonlySet<string> = new Set([SAME, ...Object.keys(PAIRWISE), 'Not', 'Neg', 'Concat', 'Where']);

/** Steps that one value is followed for, and numbers of it. */
const STEPS = 64;
export const NUMBERS = 16;

/** The numbers behind a name, worked out where all that it is made of is known. */
export function workedOut(lookUp: (name: string) => Known, name: string): readonly number[] | undefined {
  return worked(lookUp, name, { left: STEPS });
}

function worked(lookUp: (name: string) => Known, name: string, walk: { left: number }): readonly number[] | undefined {
  if (walk.left-- <= 0 || name === '') return undefined;
  const known = lookUp(name);
  if (known === undefined || !('operator' in known)) return known;
  const { operator, inputs } = known;
  if (OF_ITSELF.has(operator) && inputs[0] === inputs[1]) return [1];
  const given = (operator === SAME ? inputs.slice(0, 1) : inputs).map((input) => worked(lookUp, input, walk));
  if (!given.every((values) => values !== undefined)) return undefined;
  return resultOf(operator, given);
}

function resultOf(operator: string, given: readonly (readonly number[])[]): readonly number[] | undefined {
  const [first = [], second = [], third = []] = given;
  if (operator === SAME) return first;
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
