import { integerOf, type Message, textOf } from '../protobuf/message.ts';

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
]);
const [FLOAT, INT64, BOOL] = [1, 7, 9];
/** Of these the largest tells; of the others the product. */
const LARGEST: ReadonlySet<string> = new Set(['Range', 'Pad', 'OneHot']);

/** Follows the names of small tensors of whole numbers to the operators that make others of that size. */
export interface SizeSurvey {
  readonly tensor: (tensor: Message) => void;
  readonly node: (node: Message) => void;
  readonly found: () => readonly SizedOperator[];
}

export function sizeSurvey(): SizeSurvey {
  const values = new Map<string, readonly number[]>();
  const waiting: { readonly operator: string; readonly inputs: readonly string[]; readonly offset: number }[] = [];
  let last: readonly number[] | null = null;
  return {
    tensor: (tensor) => {
      last = valuesOf(tensor);
      const name = textOf(tensor, 8);
      if (last !== null && name !== '') values.set(name, last);
    },
    node: (node) => {
      const operator = textOf(node, 4);
      const output = node.texts.get(2)?.[0];
      if (operator === 'Constant' && last !== null && output !== undefined) values.set(output, last);
      last = null;
      const places = SIZING.get(operator);
      const inputs = node.texts.get(1) ?? [];
      const names = (places ?? []).flatMap((place) => inputs[place] ?? []);
      if (names.length > 0) waiting.push({ operator, inputs: names, offset: node.offset });
    },
    found: () =>
      waiting.flatMap(({ operator, inputs, offset }) => {
        const sizes = inputs.flatMap((name) => {
          const known = values.get(name);
          return known === undefined ? [] : [elementsOf(operator, known)];
        });
        return sizes.length === 0 ? [] : [{ operator, elements: Math.max(...sizes), offset }];
      }),
  };
}

function elementsOf(operator: string, values: readonly number[]): number {
  return LARGEST.has(operator)
    ? Math.max(...values.map(Math.abs), 0)
    : values.reduce((product, value) => product * Math.abs(value), 1);
}

const NONE = new Uint8Array(0);

/** Values of a small tensor of numbers or of yes and no; null of any other. */
export function valuesOf(tensor: Message): readonly number[] | null {
  const type = integerOf(tensor, 2);
  const raw = tensor.short.get(9);
  if (type === BOOL) return raw === undefined ? varintsOf(tensor.short.get(5) ?? NONE) : [...raw];
  if (type !== INT64 && type !== FLOAT) return null;
  if (raw !== undefined && raw.length % (type === FLOAT ? 4 : 8) === 0) {
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    if (type === FLOAT) return Array.from({ length: raw.length / 4 }, (_, index) => view.getFloat32(4 * index, true));
    return Array.from({ length: raw.length / 8 }, (_, index) => Number(view.getBigInt64(8 * index, true)));
  }
  const packed = type === FLOAT ? undefined : tensor.short.get(7);
  return packed === undefined ? null : varintsOf(packed);
}

function varintsOf(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  let [value, shift] = [0n, 0n];
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    values.push(Number(BigInt.asIntN(64, value)));
    [value, shift] = [0n, 0n];
  }
  return values;
}
