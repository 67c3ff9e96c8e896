import { type Known, NUMBERS, SAME, workedOut } from '../arithmetic.ts';
import { type GraphNode, nameOf } from './node.ts';

/** What operators are to arithmetic. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  ...[
    'Identity',
    'Cast',
    'Reshape',
    'ExpandDims',
    'Squeeze',
    'StopGradient',
    'PreventGradient',
    'Snapshot',
    'Enter',
    'LoopCond',
    'PlaceholderWithDefault',
    'EnsureShape',
    'All',
    'Any',
  ].map((name): [string, string] => [name, SAME]),
  ['Add', 'Add'],
  ['AddV2', 'Add'],
  ['Sub', 'Sub'],
  ['Mul', 'Mul'],
  ['RealDiv', 'Div'],
  ['Div', 'Div'],
  ['Pow', 'Pow'],
  ['Minimum', 'Min'],
  ['Maximum', 'Max'],
  ['LogicalAnd', 'And'],
  ['LogicalOr', 'Or'],
  ['LogicalNot', 'Not'],
  ['Neg', 'Neg'],
  ['Equal', 'Equal'],
  ['NotEqual', 'NotEqual'],
  ['Less', 'Less'],
  ['LessEqual', 'LessOrEqual'],
  ['Greater', 'Greater'],
  ['GreaterEqual', 'GreaterOrEqual'],
  ['Pack', 'Concat'],
  ['ConcatV2', 'Concat'],
  ['Select', 'Where'],
  ['SelectV2', 'Where'],
]);

/** Whether what an operator makes depends on its inputs alone. */
export function isPure(operator: string): boolean {
  return OPERATORS.has(operator) || operator === 'Const';
}

/** A graph by the names of its nodes. */
export type ByName = ReadonlyMap<string, GraphNode>;

/** The numbers behind an input, where all that it is made of is constant. */
export function numbersBehind(byName: ByName, input: string): readonly number[] | undefined {
  if (input === '' || input.startsWith('^')) return undefined;
  return workedOut((name) => knownOf(byName.get(nameOf(name))), input);
}

function knownOf(node: GraphNode | undefined): Known {
  if (node === undefined) return undefined;
  if (node.numbers !== null) return node.numbers.length > NUMBERS ? undefined : node.numbers;
  const operator = OPERATORS.get(node.operator);
  if (operator === undefined) return undefined;
  const inputs = node.inputs.filter((input) => !input.startsWith('^'));
  // The last input of a concatenation is the axis.
  return { operator, inputs: node.operator === 'ConcatV2' ? inputs.slice(0, -1) : inputs };
}
