import {
  axesOf,
  axisOf,
  differ,
  type Extent,
  type Extents,
  integer,
  known,
  type Outcome,
  product,
  type Sized,
  shown,
  shownFew,
  stretched,
  stretchesTo,
  unknownOf,
} from './extents.ts';
import {
  cast,
  cumSum,
  gatherNd,
  gridSample,
  groupNorm,
  matrices,
  nonMaxSuppression,
  oneHot,
  range,
  scatterNd,
  spaceToDepth,
} from './place-rules.ts';
import { conv, convTranspose, globalPool, pool } from './window-rules.ts';

/** How an operator holds the sizes of its inputs together (onnx/defs, the functions of shape inference). */
export type Rule = (call: Sized) => Outcome;

const NOTHING: Outcome = [];

/** Gives what it is given. */
const same: Rule = ({ inputs: [first = null], outputs }) => Array.from({ length: Math.min(outputs, 2) }, () => first);

/** The same, along an axis that there has to be. */
const along =
  (otherwise: (version: number) => number): Rule =>
  (call) => {
    const [first = null] = call.inputs;
    const axis = integer(call, 'axis', otherwise(call.version));
    if (first !== null && first.length > 0 && axisOf(axis, first.length) === null) return noAxis(axis, first);
    return [first];
  };

/** Values that are stretched to each other; before set 7 an attribute said how. */
const together: Rule = ({ version, inputs }) => {
  if (version < 7) return NOTHING;
  const made = stretched(inputs);
  return typeof made === 'string' ? made : [made];
};

const slope: Rule = ({ version, inputs: [first = null, second = null] }) =>
  version >= 7 && !stretchesTo(second, first) ? misfit(second, first) : [first];

const matMul: Rule = ({ inputs: [left = null, right = null] }) => {
  if (left === null || right === null) return NOTHING;
  if (left.length === 0 || right.length === 0) return 'multiplies a single number';
  const [rows, columns] = [left.length === 1 ? [1, ...left] : left, right.length === 1 ? [...right, 1] : right];
  if (differ(rows.at(-1), columns.at(-2))) return misfit(left, right);
  const outer = stretched([rows.slice(0, -2), columns.slice(0, -2)]);
  if (typeof outer === 'string' || outer === null) return outer ?? NOTHING;
  const ends = [
    ...(left.length === 1 ? [] : [rows.at(-2) ?? null]),
    ...(right.length === 1 ? [] : [columns.at(-1) ?? null]),
  ];
  return [[...outer, ...ends]];
};

const gemm: Rule = (call) => {
  const [left = null, right = null, added = null] = call.inputs;
  for (const each of [left, right]) if (each !== null && each.length !== 2) return `multiplies ${shown(each)}`;
  const turned = (value: Extents, attribute: string): readonly Extent[] => {
    const [rows = null, columns = null] = value ?? [];
    return integer(call, attribute, 0) === 0 ? [rows, columns] : [columns, rows];
  };
  const [rows = null, inner = null] = turned(left, 'transA');
  const [across = null, columns = null] = turned(right, 'transB');
  if (differ(inner, across)) return misfit(left, right);
  const made = [rows, columns];
  return call.version >= 7 && !stretchesTo(added, made) ? misfit(added, made) : [made];
};

const flatten: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null) return [unknownOf(2)];
  const axis = integer(call, 'axis', 1);
  const front = axis < 0 ? axis + first.length : axis;
  if (front < 0 || front > first.length) return noAxis(axis, first);
  return [[product(first.slice(0, front)), product(first.slice(front))]];
};

/** As many axes as a shape has entries, which a file may say to be any number. */
function asLongAs(shape: Extents): Extents {
  const rank = shape?.[0] ?? null;
  return rank === null || rank >= KEPT ? null : unknownOf(rank);
}

const reshape: Rule = (call) => {
  const [first = null, list = null] = call.inputs;
  if (list !== null && list.length !== 1) return 'is told a shape that is no list';
  const shape = call.version < 5 ? call.integers('shape') : call.numbers(1);
  if (shape === undefined) return [asLongAs(list)];
  if (shape.filter((each) => each === -1).length > 1 || shape.some((each) => each < -1))
    return `makes a shape of ${shown(shape)}`;
  const copies = integer(call, 'allowzero', 0) === 0;
  if (copies && first !== null && shape.some((each, at) => each === 0 && at >= first.length))
    return `makes ${shown(shape)} of ${shown(first)}`;
  const made = shape.map((each, at) => (each === 0 && copies ? (first?.[at] ?? null) : each === -1 ? null : each));
  const [before, rest] = [first === null ? null : product(first), product(made.filter((_, at) => shape[at] !== -1))];
  if (before === null || rest === null) return [made];
  if (!shape.includes(-1)) return before === rest ? [made] : `makes ${shown(shape)} of ${shown(first ?? [])}`;
  if (rest === 0) return [made];
  if (before % rest !== 0) return `makes ${shown(shape)} of ${shown(first ?? [])}`;
  return [made.map((each, at) => (shape[at] === -1 ? before / rest : each))];
};

const transpose: Rule = (call) => {
  const [first = null] = call.inputs;
  const order = call.integers('perm');
  if (order === undefined) return [first === null ? null : first.toReversed()];
  const isOrder = order.every((each) => each >= 0 && each < order.length) && new Set(order).size === order.length;
  // Of longer orders only the first few are kept.
  if (order.length >= KEPT) return NOTHING;
  if (!isOrder || (first !== null && first.length !== order.length)) return `is told an order of ${shown(order)}`;
  return [order.map((each) => first?.[each] ?? null)];
};

/** Whole numbers of an attribute that are kept. */
const KEPT = 16;

const concat: Rule = (call) => {
  const ranks = new Set(call.inputs.flatMap((each) => each?.length ?? []));
  const [rank] = ranks;
  if (rank === undefined) return NOTHING;
  if (ranks.size > 1) return `joins ${shownFew(call.inputs.filter((each) => each !== null))}`;
  const axis = axisOf(integer(call, 'axis', 1), rank);
  if (axis === null) return `joins along axis ${integer(call, 'axis', 1)} of ${rank}`;
  const made = Array.from({ length: rank }, (_, at): Extent | undefined => {
    const each = call.inputs.map((input) => input?.[at] ?? null);
    if (at === axis) return total(each);
    const sure = each.filter((extent) => extent !== null);
    return sure.some((extent) => extent !== sure[0]) ? undefined : (sure[0] ?? null);
  });
  if (made.includes(undefined)) return `joins ${shownFew(call.inputs)}`;
  return [made.map((extent) => extent ?? null)];
};

function total(extents: readonly Extent[]): Extent {
  return known(extents) ? extents.reduce((sum, extent) => sum + extent, 0) : null;
}

const split: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null) return NOTHING;
  const axis = axisOf(integer(call, 'axis', 0), first.length);
  if (axis === null) return noAxis(integer(call, 'axis', 0), first);
  const whole = first[axis] ?? null;
  const lengths = call.version >= 13 ? call.numbers(1) : call.integers('split');
  const put = (extent: Extent): Extents => first.with(axis, extent);
  if (lengths !== undefined && lengths.length < KEPT) {
    if (lengths.length !== call.outputs) return `makes ${call.outputs} parts of ${lengths.length} lengths`;
    const sum = lengths.reduce((all, length) => all + length, 0);
    if (differ(sum, whole) || lengths.some((length) => length < 0))
      return `cuts ${whole ?? '?'} into ${shown(lengths)}`;
    return lengths.map(put);
  }
  const told = lengths !== undefined || (call.version >= 13 && call.given[1] === true);
  const even = !told && whole !== null && whole % call.outputs === 0;
  const part = put(even ? whole / call.outputs : null);
  return Array.from({ length: call.outputs }, () => part);
};

/** Axes of an attribute or, since `since`, of an input; null where they are not known. */
function toldAxes(call: Sized, since: number, rank: number | null): readonly number[] | 'none' | 'unknown' | 'odd' {
  const told = call.version >= since ? call.numbers(1) : call.integers('axes');
  if (told === undefined) return call.version >= since && call.given[1] === true ? 'unknown' : 'none';
  if (told.length >= KEPT || rank === null) return 'unknown';
  return axesOf(told, rank) ?? 'odd';
}

const squeeze: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null) return NOTHING;
  const axes = toldAxes(call, 13, first.length);
  if (axes === 'odd') return `takes axes away that ${shown(first)} does not have`;
  if (axes === 'unknown') return NOTHING;
  if (axes === 'none') return known(first) ? [first.filter((extent) => extent !== 1)] : NOTHING;
  if (axes.some((axis) => differ(first[axis], 1))) return `takes an axis of ${shown(first)} away that is longer than 1`;
  return [first.filter((_, at) => !axes.includes(at))];
};

const unsqueeze: Rule = (call) => {
  const [first = null] = call.inputs;
  const told = call.version >= 13 ? call.numbers(1) : call.integers('axes');
  if (first === null || told === undefined || told.length >= KEPT) return NOTHING;
  const axes = axesOf(told, first.length + told.length);
  if (axes === null) return `puts axes ${shown(told)} into ${shown(first)}`;
  const rest = [...first];
  return [
    Array.from({ length: first.length + axes.length }, (_, at) => (axes.includes(at) ? 1 : (rest.shift() ?? null))),
  ];
};

const gather: Rule = (call) => {
  const [first = null, places = null] = call.inputs;
  if (first === null) return NOTHING;
  const told = integer(call, 'axis', 0);
  const axis = axisOf(told, first.length);
  if (axis === null) return noAxis(told, first);
  return places === null ? NOTHING : [[...first.slice(0, axis), ...places, ...first.slice(axis + 1)]];
};

/** Places of the same rank as what they are in. */
const byElement: Rule = (call) => {
  const [first = null, places = null] = call.inputs;
  if (first === null) return NOTHING;
  const told = integer(call, 'axis', 0);
  if (axisOf(told, first.length) === null) return noAxis(told, first);
  return places !== null && places.length !== first.length ? misfit(places, first) : [places];
};

const scattered: Rule = (call) => {
  const outcome = byElement(call);
  return typeof outcome === 'string' ? outcome : [call.inputs[0] ?? null];
};

const reduced =
  (since: number): Rule =>
  (call) => {
    const [first = null] = call.inputs;
    if (first === null) return NOTHING;
    const axes = toldAxes(call, since, first.length);
    if (axes === 'odd') return `sums up along axes that ${shown(first)} does not have`;
    const keeps = integer(call, 'keepdims', 1) !== 0;
    if (axes === 'unknown') return [keeps ? unknownOf(first.length) : null];
    const empty = axes === 'none' || axes.length === 0;
    if (empty && integer(call, 'noop_with_empty_axes', 0) !== 0) return [first];
    return [without(first, empty ? first.map((_, at) => at) : axes, keeps)];
  };

const reducedOne: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null || first.length === 0) return NOTHING;
  const told = integer(call, 'axis', 0);
  const axis = axisOf(told, first.length);
  if (axis === null) return noAxis(told, first);
  return [without(first, [axis], integer(call, 'keepdims', 1) !== 0)];
};

function without(extents: readonly Extent[], axes: readonly number[], keeps: boolean): Extents {
  return extents.flatMap((extent, at) => (axes.includes(at) ? (keeps ? [1] : []) : [extent]));
}

const expand: Rule = (call) => {
  const shape = call.numbers(1);
  const made = shape === undefined ? null : stretched([call.inputs[0] ?? null, shape]);
  return typeof made === 'string' ? made : [made];
};

const tile: Rule = (call) => {
  const [first = null] = call.inputs;
  const times = call.version >= 6 ? call.numbers(1) : undefined;
  if (first === null || times === undefined || first.length >= KEPT) return NOTHING;
  if (times.length !== first.length) return `repeats ${shown(first)} ${shown(times)} times`;
  return [first.map((extent, at) => (extent === null ? null : extent * (times[at] ?? 1)))];
};

const slice: Rule = (call) => {
  const [first = null] = call.inputs;
  const told = (input: number, attribute: string): readonly number[] | undefined =>
    call.version >= 10 ? call.numbers(input) : call.integers(attribute);
  const [starts, ends, axes] = [told(1, 'starts'), told(2, 'ends'), told(3, 'axes')];
  if (starts !== undefined && ends !== undefined && starts.length !== ends.length)
    return `cuts from ${starts.length} places to ${ends.length}`;
  if (axes !== undefined && starts !== undefined && axes.length !== starts.length)
    return `cuts from ${starts.length} places along ${axes.length} axes`;
  if (call.numbers(4)?.includes(0) === true) return 'cuts in steps of nothing';
  if (first === null) return NOTHING;
  if (axes === undefined) return [unknownOf(first.length)];
  const own = axesOf(axes, first.length);
  if (own === null) return `cuts along axes ${shown(axes)} of ${shown(first)}`;
  return [first.map((extent, at) => (own.includes(at) ? null : extent))];
};

const pad: Rule = (call) => {
  const [first = null] = call.inputs;
  const pads = call.version >= 11 ? call.numbers(1) : call.integers('pads');
  if (first === null) return NOTHING;
  if (pads === undefined || pads.length >= KEPT || call.given[3] === true) return [unknownOf(first.length)];
  if (pads.length !== 2 * first.length) return `pads ${shown(first)} by ${pads.length} numbers`;
  return [
    first.map((extent, at) => (extent === null ? null : extent + (pads[at] ?? 0) + (pads[at + first.length] ?? 0))),
  ];
};

/** What belongs to channels is as long as there are channels. */
const perChannel: Rule = (call) => {
  const [first = null, ...own] = call.inputs;
  if (first === null || first.length < 2 || integer(call, 'spatial', 1) === 0) return [first];
  const odd = own.find((each) => each !== null && (each.length !== 1 || differ(each[0], first[1])));
  return odd === undefined || odd === null ? [first] : misfit(odd, first);
};

const layerNorm: Rule = (call) => {
  const [first = null, ...own] = call.inputs;
  if (first === null) return NOTHING;
  const told = integer(call, 'axis', -1);
  if (axisOf(told, first.length) === null) return noAxis(told, first);
  const odd = own.find((each) => !stretchesTo(each, first));
  return odd === undefined || odd === null ? [first] : misfit(odd, first);
};

const topK: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null) return NOTHING;
  const told = integer(call, 'axis', -1);
  const axis = axisOf(told, first.length);
  if (axis === null) return noAxis(told, first);
  const count = call.version >= 10 ? call.numbers(1)?.[0] : call.integers('k')?.[0];
  const whole = first[axis] ?? null;
  if (count !== undefined && (count < 0 || (whole !== null && count > whole)))
    return `takes ${count} of ${whole ?? '?'}`;
  const made = first.with(axis, count ?? null);
  return [made, made];
};

const recurrent =
  (gates: number): Rule =>
  (call) => {
    const [first = null, input = null, own = null, bias = null] = call.inputs;
    if (integer(call, 'layout', 0) !== 0) return NOTHING;
    for (const each of [first, input, own]) if (each !== null && each.length !== 3) return `is given ${shown(each)}`;
    const hidden = call.integers('hidden_size')?.[0] ?? own?.[2] ?? null;
    const directions = call.text('direction') === 'bidirectional' ? 2 : 1;
    const wide = hidden === null ? null : gates * hidden;
    const shapes: readonly (readonly [Extents, readonly Extent[]])[] = [
      [input, [directions, wide, first?.[2] ?? null]],
      [own, [directions, wide, hidden]],
      [bias, [directions, wide === null ? null : 2 * wide]],
    ];
    for (const [each, asked] of shapes)
      if (each !== null && (each.length !== asked.length || each.some((extent, at) => differ(extent, asked[at]))))
        return `is given ${shown(each)} where ${shown(asked)} is asked for`;
    const [length = null, batch = null] = first ?? [];
    const last: Extents = [directions, batch, hidden];
    return [[length, directions, batch, hidden], last, last];
  };

const einsum: Rule = (call) => {
  const equation = call.text('equation').replaceAll(' ', '');
  if (equation === '' || equation.includes('.')) return NOTHING;
  const [left = '', right] = equation.split('->');
  const terms = left.split(',');
  if (terms.length !== call.inputs.length) return `has ${terms.length} terms and ${call.inputs.length} inputs`;
  const sizes = new Map<string, number>();
  for (const [at, term] of terms.entries()) {
    const value = call.inputs[at] ?? null;
    if (value === null) continue;
    if (value.length !== term.length) return `names ${shown(value)} ${JSON.stringify(term)}`;
    for (const [axis, letter] of Array.from(term).entries()) {
      const [before, extent = null] = [sizes.get(letter), value[axis]];
      if (before !== undefined && before !== 1 && extent !== 1 && differ(before, extent))
        return `gives ${JSON.stringify(letter)} two lengths`;
      if (extent !== null && (before === undefined || before === 1)) sizes.set(letter, extent);
    }
  }
  if (right === undefined) return NOTHING;
  const odd = Array.from(right).find((letter) => !left.includes(letter));
  if (odd !== undefined) return `makes ${JSON.stringify(odd)} of nothing`;
  return [Array.from(right, (letter) => sizes.get(letter) ?? null)];
};

const shapeOf: Rule = (call) => {
  const [first = null] = call.inputs;
  const whole = call.integers('start') === undefined && call.integers('end') === undefined;
  return [[first !== null && whole ? first.length : null]];
};

const filled: Rule = (call) => {
  const [list = null] = call.inputs;
  const shape = call.numbers(0);
  if (shape !== undefined && shape.length < KEPT)
    return shape.some((each) => each < 0) ? `makes a shape of ${shown(shape)}` : [shape];
  return [asLongAs(list)];
};

const resized: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null || first.length >= KEPT) return NOTHING;
  const places = call.version >= 11 ? [2, 3] : [1];
  const lists = places.map((place) => call.numbers(place)).filter((list) => list !== undefined && list.length > 0);
  if (call.version >= 11 && lists.length > 1) return 'is told both a scale and a size';
  if (call.integers('axes') === undefined && lists.some((list) => list !== undefined && list.length !== first.length))
    return `makes a shape of ${lists[0]?.length} numbers of ${shown(first)}`;
  return [unknownOf(first.length)];
};

/** A scale for each length along an axis. */
const quantised: Rule = (call) => {
  const [first = null, scale = null] = call.inputs;
  const [length = null] = scale ?? [];
  if (
    first === null ||
    scale?.length !== 1 ||
    length === null ||
    length === 1 ||
    call.integers('block_size') !== undefined
  )
    return [first];
  const told = integer(call, 'axis', 1);
  const axis = axisOf(told, first.length);
  if (axis === null) return first.length < 2 ? [first] : noAxis(told, first);
  return differ(first[axis], length) ? misfit(scale, first) : [first];
};

const depthToSpace: Rule = (call) => {
  const [first = null] = call.inputs;
  if (first === null) return NOTHING;
  const [batch = null, channels = null, height = null, width = null] = first;
  const block = integer(call, 'blocksize', 1);
  if (first.length !== 4 || block < 1 || (channels !== null && channels % block ** 2 !== 0))
    return `makes blocks of ${block} of ${shown(first)}`;
  const times = (extent: Extent, by: number): Extent => (extent === null ? null : extent * by);
  return [[batch, times(channels, 1 / block ** 2), times(height, block), times(width, block)]];
};

function misfit(left: Extents, right: Extents): string {
  return `is given ${shown(left ?? [])} and ${shown(right ?? [])}`;
}

function noAxis(axis: number, extents: readonly Extent[]): string {
  return `goes along axis ${axis} of ${shown(extents)}`;
}

const UNARY =
  'Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot CastLike Ceil Celu Clip Cos Cosh Dropout Elu Erf Exp EyeLike Floor Gelu HardSigmoid HardSwish Identity IsInf IsNaN LRN LeakyRelu Log Mish Neg Not Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Swish Tan Tanh ThresholdedRelu RandomNormalLike RandomUniformLike Bernoulli MeanVarianceNormalization';
const STRETCHED =
  'Add Sub Mul Div Pow And Or Xor Equal Less Greater LessOrEqual GreaterOrEqual Where Min Max Sum Mean Mod BitShift BitwiseAnd BitwiseOr BitwiseXor';
const REDUCED =
  'ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSumSquare';
const rows = (names: string, rule: Rule): readonly (readonly [string, Rule])[] =>
  names.split(' ').map((name) => [name, rule] as const);

export const EXTENT_RULES: ReadonlyMap<string, Rule> = new Map([
  ...rows(UNARY, same),
  ...rows(STRETCHED, together),
  ...rows(REDUCED, reduced(18)),
  ...rows('ReduceSum', reduced(13)),
  ...rows(
    'Softmax LogSoftmax Hardmax',
    along((version) => (version < 13 ? 1 : -1)),
  ),
  ...rows(
    'LpNormalization',
    along(() => -1),
  ),
  ...rows('ArgMax ArgMin', reducedOne),
  ...rows('BatchNormalization InstanceNormalization', perChannel),
  ...rows('LayerNormalization RMSNormalization', layerNorm),
  ...rows('MatMul MatMulInteger', matMul),
  ['Conv', conv(1, 2)],
  // Its third input is no bias.
  ['ConvInteger', conv(1, 9)],
  ...rows('QLinearConv', conv(3, 8)),
  ...rows('MaxPool AveragePool LpPool', pool),
  ...rows('GlobalMaxPool GlobalAveragePool GlobalLpPool', globalPool),
  ...rows('ScatterElements Scatter', scattered),
  ...rows('QuantizeLinear DequantizeLinear', quantised),
  ['PRelu', slope],
  ['Gemm', gemm],
  ['Flatten', flatten],
  ['Reshape', reshape],
  ['Transpose', transpose],
  ['Concat', concat],
  ['Split', split],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['Gather', gather],
  ['GatherElements', byElement],
  ['Expand', expand],
  ['Tile', tile],
  ['Slice', slice],
  ['Pad', pad],
  ['TopK', topK],
  ['LSTM', recurrent(4)],
  ['GRU', recurrent(3)],
  ['RNN', recurrent(1)],
  ['Einsum', einsum],
  ['Shape', shapeOf],
  ['Size', () => [[]]],
  ['ConstantOfShape', filled],
  ['Resize', resized],
  ['DepthToSpace', depthToSpace],
  ['SpaceToDepth', spaceToDepth],
  ['ConvTranspose', convTranspose],
  ['GatherND', gatherNd],
  ['ScatterND', scatterNd],
  ['OneHot', oneHot],
  ['Cast', cast],
  ['GroupNormalization', groupNorm],
  ...rows('Trilu', matrices),
  ['NonMaxSuppression', nonMaxSuppression],
  ['Range', range],
  ['CumSum', cumSum],
  ['GridSample', gridSample],
]);
