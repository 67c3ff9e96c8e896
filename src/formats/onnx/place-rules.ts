import { axisOf, differ, type Extent, type Extents, integer, type Outcome, type Sized, shown } from './extents.ts';

/** Operators that take or put what lies at told places, and rarer ones (onnx/defs/tensor, /nn, /object_detection). */

const NOTHING: Outcome = [];

/** The last axis of the places names an element, or what lies behind it. */
export function gatherNd(call: Sized): Outcome {
  const [first = null, places = null] = call.inputs;
  if (first === null || places === null) return NOTHING;
  const batch = integer(call, 'batch_dims', 0);
  if (batch < 0 || batch >= Math.min(first.length, places.length))
    return `keeps ${batch} axes of ${both(first, places)}`;
  if (first.slice(0, batch).some((extent, axis) => differ(extent, places[axis])))
    return `is given ${both(first, places)}`;
  const depth = places.at(-1) ?? null;
  if (depth === null) return NOTHING;
  if (depth < 1 || batch + depth > first.length) return `is given ${both(first, places)}`;
  return [[...places.slice(0, -1), ...first.slice(batch + depth)]];
}

export function scatterNd({ inputs: [first = null, places = null, values = null] }: Sized): Outcome {
  if (first === null || places === null) return [first];
  const depth = places.at(-1);
  if (depth === undefined || (depth !== null && (depth < 1 || depth > first.length)))
    return `is given ${both(first, places)}`;
  if (depth === null || values === null) return [first];
  const wanted = [...places.slice(0, -1), ...first.slice(depth)];
  const fits = values.length === wanted.length && !values.some((extent, axis) => differ(extent, wanted[axis]));
  return fits ? [first] : `puts ${shown(values)} where ${shown(wanted)} are asked for`;
}

export function oneHot(call: Sized): Outcome {
  const [places = null, depth = null, values = null] = call.inputs;
  if (values !== null && (values.length !== 1 || differ(values[0], 2))) return `is given values of ${shown(values)}`;
  if (depth !== null && (depth.length > 1 || differ(depth[0], 1))) return `is given a depth of ${shown(depth)}`;
  if (places === null) return NOTHING;
  const told = integer(call, 'axis', -1);
  const axis = axisOf(told, places.length + 1);
  if (axis === null) return `goes along axis ${told} of ${shown(places)}`;
  return [[...places.slice(0, axis), call.numbers(1)?.[0] ?? null, ...places.slice(axis)]];
}

/** Kinds of elements (onnx.proto, TensorProto.DataType). */
const LAST_TYPE = 26;

export function cast(call: Sized): Outcome {
  const to = call.integers('to')?.[0];
  return to !== undefined && (to < 1 || to > LAST_TYPE) ? `makes elements of type ${to}` : [call.inputs[0] ?? null];
}

export function spaceToDepth(call: Sized): Outcome {
  const [first = null] = call.inputs;
  if (first === null) return NOTHING;
  const block = integer(call, 'blocksize', 1);
  const [batch = null, channels = null, ...sides] = first;
  if (first.length !== 4 || block < 1 || sides.some((side) => side !== null && side % block !== 0))
    return `makes blocks of ${block} of ${shown(first)}`;
  return [[batch, times(channels, block ** 2), ...sides.map((side) => times(side, 1 / block))]];
}

export function groupNorm(call: Sized): Outcome {
  const [first = null] = call.inputs;
  const groups = integer(call, 'num_groups', 1);
  const channels = first?.[1] ?? null;
  return groups < 1 || (channels !== null && channels % groups !== 0)
    ? `makes ${groups} groups of ${channels ?? '?'}`
    : [first];
}

export function matrices({ inputs: [first = null] }: Sized): Outcome {
  return first !== null && first.length < 2 ? `takes ${shown(first)} for matrices` : [first];
}

export function nonMaxSuppression({ inputs: [boxes = null, scores = null] }: Sized): Outcome {
  if (boxes !== null && (boxes.length !== 3 || differ(boxes[2], 4))) return `is given boxes of ${shown(boxes)}`;
  if (scores !== null && scores.length !== 3) return `is given scores of ${shown(scores)}`;
  if (boxes !== null && scores !== null && (differ(boxes[0], scores[0]) || differ(boxes[1], scores[2])))
    return `is given ${both(boxes, scores)}`;
  return [[null, 3]];
}

export function cumSum(call: Sized): Outcome {
  const [first = null] = call.inputs;
  const axis = call.numbers(1)?.[0];
  if (first === null || axis === undefined || axisOf(axis, first.length) !== null) return [first];
  return `goes along axis ${axis} of ${shown(first)}`;
}

/** A place in the picture for each point: as many numbers as it has sides. */
export function gridSample({ inputs: [first = null, grid = null] }: Sized): Outcome {
  if (first === null || grid === null) return NOTHING;
  const sides = first.length - 2;
  if (grid.length !== first.length || differ(grid.at(-1), sides) || differ(grid[0], first[0]))
    return `is given ${both(first, grid)}`;
  return [[first[0] ?? null, first[1] ?? null, ...grid.slice(1, -1)]];
}

/** Numbers from one to another. */
export function range({ inputs }: Sized): Outcome {
  const odd = inputs.find((each) => each !== null && (each.length > 1 || differ(each[0], 1)));
  return odd === undefined || odd === null ? [[null]] : `counts by ${shown(odd)}`;
}

function times(extent: Extent, by: number): Extent {
  return extent === null ? null : extent * by;
}

function both(left: Extents, right: Extents): string {
  return `${shown(left ?? [])} and ${shown(right ?? [])}`;
}
