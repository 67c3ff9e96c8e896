import type { GraphNode } from './node.ts';
import { type ByName, numbersBehind } from './values.ts';

/** An operator that makes a tensor as large as constants say. */
export interface SizedOperator {
  readonly operator: string;
  readonly elements: number;
  readonly offset: number;
}

interface Place {
  readonly inputs: readonly number[];
  /** Of these the largest number tells; of the others the product of all. */
  readonly largest?: true;
  /** Makes its first input so many times larger. */
  readonly grows?: true;
}

const PRODUCT: Place = { inputs: [0] };

/** Which inputs of an operator tell the size of what it makes (tensorflow/core/ops). */
const PLACES: ReadonlyMap<string, Place> = new Map<string, Place>([
  ...[
    'Fill',
    'Empty',
    'RandomUniform',
    'RandomUniformInt',
    'RandomStandardNormal',
    'TruncatedNormal',
    'ParameterizedTruncatedNormal',
    'RandomGamma',
    'RandomPoisson',
    'RandomPoissonV2',
    'StatelessRandomUniform',
    'StatelessRandomUniformV2',
    'StatelessRandomUniformInt',
    'StatelessRandomUniformIntV2',
    'StatelessRandomUniformFullInt',
    'StatelessRandomUniformFullIntV2',
    'StatelessRandomNormal',
    'StatelessRandomNormalV2',
    'StatelessTruncatedNormal',
    'StatelessTruncatedNormalV2',
    'Conv2DBackpropInput',
    'Conv3DBackpropInputV2',
    'RaggedTensorToTensor',
    'TensorArrayV3',
  ].map((name): [string, Place] => [name, PRODUCT]),
  ...[
    'BroadcastTo',
    'SparseToDense',
    'ResizeBilinear',
    'ResizeNearestNeighbor',
    'ResizeBicubic',
    'ResizeArea',
    'ScaleAndTranslate',
  ].map((name): [string, Place] => [name, { inputs: [1] }]),
  ...['StatefulUniform', 'StatefulStandardNormalV2', 'StatefulTruncatedNormal', 'StatefulUniformInt', 'ScatterNd'].map(
    (name): [string, Place] => [name, { inputs: [2] }],
  ),
  ['Tile', { inputs: [1], grows: true }],
  ['MatrixDiagV2', { inputs: [2, 3] }],
  ['MatrixDiagV3', { inputs: [2, 3] }],
  ...['OneHot', 'Pad', 'PadV2', 'MirrorPad', 'TensorListReserve', 'Bincount', 'DenseBincount'].map(
    (name): [string, Place] => [name, { inputs: [1], largest: true }],
  ),
  ...['LinSpace', 'UnsortedSegmentSum', 'UnsortedSegmentProd', 'UnsortedSegmentMax', 'UnsortedSegmentMin'].map(
    (name): [string, Place] => [name, { inputs: [2], largest: true }],
  ),
]);

/** Makes room for the shape that it is given as an attribute when it first runs. */
const BY_ATTRIBUTE: ReadonlySet<string> = new Set([
  'VarHandleOp',
  'VariableV2',
  'Variable',
  'TemporaryVariable',
  'ImmutableConst',
  'FakeParam',
  'Const',
]);
/** What no file need be told of. */
const LEAST = 2 ** 30;
const MOST_TOLD = 100;

/** Operators whose size is fixed in the graph, where it is large. */
export function sizedOperators(nodes: readonly GraphNode[], byName: ByName): readonly SizedOperator[] {
  const sizes = new Map<string, number>();
  const found: SizedOperator[] = [];
  for (const node of nodes) {
    const elements = elementsOf(node, byName, sizes);
    if (elements === null) continue;
    sizes.set(node.name, elements);
    const { operator, offset } = node;
    if (elements >= LEAST && found.length < MOST_TOLD) found.push({ operator, elements, offset });
  }
  return found;
}

function elementsOf(node: GraphNode, byName: ByName, sizes: Map<string, number>): number | null {
  const { operator, inputs } = node;
  if (BY_ATTRIBUTE.has(operator)) return node.elements;
  if (operator === 'Range') return steps(inputs.slice(0, 3).map((input) => numbersBehind(byName, input)?.[0]));
  const place = PLACES.get(operator);
  if (place === undefined) return null;
  const known = place.inputs.map((index) => numbersBehind(byName, inputs[index] ?? ''));
  if (!known.every((numbers) => numbers !== undefined)) return null;
  const numbers = known.flat().map(Math.abs);
  if (place.largest === true) return Math.max(...numbers, 0);
  const product = numbers.reduce((all, each) => all * each, 1);
  if (place.grows !== true) return product;
  const source = byName.get(inputs[0] ?? '');
  return product * (sizes.get(inputs[0] ?? '') ?? source?.elements ?? 1);
}

function steps([start, end, step]: readonly (number | undefined)[]): number | null {
  if (start === undefined || end === undefined || step === undefined || step === 0) return null;
  return Math.max(0, Math.ceil((end - start) / step));
}
