import type { FlatTable } from '../flatbuffer/buffer.ts';

/** A tensor as far as operators are held to it. */
export interface Tensor {
  /** Null where a dimension is only known when the model runs. */
  readonly shape: readonly number[] | null;
  /** Whether its values stand in the file, or are kept between runs. */
  readonly given: boolean;
}

/** An operator with what it takes and gives. */
export interface Node {
  readonly code: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Of those whose steps are read: along both axes. */
  readonly steps: readonly number[];
  readonly table: FlatTable;
}

/** Numbers of builtin operators (schema.fbs, BuiltinOperator): 0 to 208 are given out, and a few a year. */
export const HIGHEST_BUILTIN = 255;
const [CONCATENATION, CONVOLUTION, DEPTHWISE, FULLY_CONNECTED, LOGISTIC, RELU, RELU6, RESHAPE, SOFTMAX, TANH] = [
  2, 3, 4, 9, 14, 19, 21, 22, 25, 28,
];
/** What gives as many values as it takes. */
const SAME: ReadonlySet<number> = new Set([LOGISTIC, RELU, RELU6, RESHAPE, SOFTMAX, TANH]);
const [AVERAGE_POOL, L2_POOL, MAX_POOL] = [1, 12, 17];
/** Those that step over their input. */
export const STEPPING: ReadonlySet<number> = new Set([CONVOLUTION, DEPTHWISE, AVERAGE_POOL, L2_POOL, MAX_POOL]);
const GIVING: ReadonlySet<number> = new Set([...SAME, ...STEPPING, CONCATENATION, FULLY_CONNECTED]);

/** What is wrong with the operators of a graph, which run in the order of their list: the first of each that the runtime refuses. */
export function* wrongNodes(
  nodes: readonly Node[],
  tensors: readonly Tensor[],
  inputs: readonly number[],
): Iterable<{ readonly message: string; readonly table: FlatTable }> {
  const made = new Set(inputs);
  for (const { code, inputs: takes, outputs: gives, steps, table } of nodes) {
    const missing = takes.find((index) => index >= 0 && !made.has(index) && tensors[index]?.given === false);
    if (missing !== undefined) yield { message: `nothing makes tensor ${missing} before it is taken`, table };
    for (const index of gives) made.add(index);
    if (GIVING.has(code) && gives.length !== 1)
      yield { message: `operator ${code} gives ${gives.length} tensors`, table };
    if (steps.some((step) => step <= 0)) yield { message: `operator ${code} goes by steps of ${steps.join()}`, table };
    const shapes = (list: readonly number[]) => list.map((index) => tensors[index]?.shape ?? null);
    const wrong = wrongShapes(code, shapes(takes), shapes(gives));
    if (wrong !== null) yield { message: `operator ${code}: ${wrong}`, table };
  }
}

type Shape = readonly number[] | null;

/** What shapes do not fit an operator, where all that it needs is known. */
function wrongShapes(
  code: number,
  [first, second, third]: readonly Shape[],
  [result]: readonly Shape[],
): string | null {
  if (SAME.has(code) && first != null && result != null && count(first) !== count(result))
    return `${count(first)} values become ${count(result)}`;
  if (first == null || second == null) return null;
  if (code === FULLY_CONNECTED) {
    const [units = 0, width = 0] = second;
    if (second.length !== 2 || width === 0 || count(first) % width !== 0)
      return `weights of ${second.join('x')} for ${first.join('x')}`;
    return third == null || count(third) === 0 || count(third) === units
      ? null
      : `${count(third)} biases for ${units} units`;
  }
  if (code !== CONVOLUTION && code !== DEPTHWISE) return null;
  const [outside = 0, , , inside = 0] = second;
  const channels = first[3] ?? 0;
  if (first.length !== 4 || second.length !== 4) return `a window of ${second.join('x')} over ${first.join('x')}`;
  const fits = code === CONVOLUTION ? inside > 0 && channels % inside === 0 : channels > 0 && inside % channels === 0;
  if (!fits) return `a window of ${second.join('x')} over ${first.join('x')}`;
  const filters = code === CONVOLUTION ? outside : inside;
  if (third != null && count(third) !== filters && count(third) !== 0)
    return `${count(third)} biases for ${filters} windows`;
  return result?.length === 4 && result[3] !== filters ? `${filters} windows make ${result[3]} channels` : null;
}

function count(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}
