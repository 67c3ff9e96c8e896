import { type Message, messagesOf, textOf } from '../protobuf/message.ts';
import { learn, learnTensor, newScope, numbersBehind, numbersOf } from './constants.ts';

/** An operator that makes a tensor as large as its inputs say. */
export interface SizedOperator {
  readonly operator: string;
  /** Elements that it would make, as far as constants tell; of a range, its largest end. */
  readonly elements: number;
  readonly offset: number;
}

/** Which input of an operator tells the size of what it makes (onnx, docs/Operators.md). */
const SIZING: ReadonlyMap<string, readonly number[]> = new Map([
  ['ConstantOfShape', [0]],
  ['Expand', [0, 1]],
  ['Tile', [1]],
  ['Range', [0, 1]],
  ['Pad', [1]],
  ['OneHot', [1]],
  ['Resize', [2, 3]],
  ['Upsample', [1]],
  ['MaxUnpool', [2]],
  ['HannWindow', [0]],
  ['HammingWindow', [0]],
  ['BlackmanWindow', [0]],
]);
/** Which attribute does. */
const SIZING_ATTRIBUTE: ReadonlyMap<string, string> = new Map([
  ['RandomNormal', 'shape'],
  ['RandomUniform', 'shape'],
  ['Pad', 'pads'],
]);
/** Of these the largest tells; of the others the product. */
const LARGEST: ReadonlySet<string> = new Set(['Range', 'Pad', 'OneHot']);
/** Makes its first input so many times larger. */
const GROWS: ReadonlySet<string> = new Set(['Tile', 'Upsample']);

/** Follows the names of small tensors of whole numbers to the operators that make others of that size. */
export interface SizeSurvey {
  readonly tensor: (tensor: Message) => void;
  readonly node: (node: Message) => void;
  readonly found: () => readonly SizedOperator[];
}

interface Waiting {
  readonly operator: string;
  readonly inputs: readonly string[];
  /** Sizes that stand in the node itself. */
  readonly told: readonly number[];
  readonly grown: string;
  readonly output: string;
  readonly offset: number;
}

export function sizeSurvey(): SizeSurvey {
  const scope = newScope();
  const waiting: Waiting[] = [];
  let last: readonly number[] | null = null;
  return {
    tensor: (tensor) => {
      last = learnTensor(scope, tensor);
    },
    node: (node) => {
      learn(scope, node, last);
      last = null;
      const operator = textOf(node, 4);
      const attribute = SIZING_ATTRIBUTE.get(operator);
      const all = node.texts.get(1) ?? [];
      const inputs = (SIZING.get(operator) ?? []).flatMap((place) => all[place] ?? []);
      const told =
        attribute === undefined
          ? []
          : messagesOf(node, 5)
              .filter((each) => textOf(each, 1) === attribute)
              .flatMap(numbersOf);
      if (inputs.length === 0 && told.length === 0) return;
      const output = node.texts.get(2)?.[0] ?? '';
      const grown = GROWS.has(operator) ? (all[0] ?? '') : '';
      waiting.push({ operator, inputs, told, grown, output, offset: node.offset });
    },
    found: () => {
      const grew = new Map<string, number>();
      return waiting.flatMap(({ operator, inputs, told, grown, output, offset }) => {
        const known = [told, ...inputs.map((name) => numbersBehind([scope], name) ?? [])].filter(
          ({ length }) => length > 0,
        );
        if (known.length === 0) return [];
        const elements = Math.max(...known.map((values) => elementsOf(operator, values))) * (grew.get(grown) ?? 1);
        grew.set(output, elements);
        return [{ operator, elements, offset }];
      });
    },
  };
}

function elementsOf(operator: string, values: readonly number[]): number {
  return LARGEST.has(operator)
    ? Math.max(...values.map(Math.abs), 0)
    : values.reduce((product, value) => product * Math.abs(value), 1);
}
