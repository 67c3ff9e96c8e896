import { differ, type Extent, type Extents, integer, type Outcome, type Sized, shown } from './extents.ts';

/** Operators that look at their input through a window (onnx/defs/nn). */

const NOTHING: Outcome = [];

/** How a window moves; each list has a number for each axis that is no channel, or is not there. */
interface Window {
  readonly kernel: readonly Extent[];
  readonly strides: readonly number[] | undefined;
  readonly dilations: readonly number[] | undefined;
  readonly pads: readonly number[] | undefined;
  readonly auto: string;
  readonly ceil: boolean;
}

const AUTO: ReadonlySet<string> = new Set(['', 'NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID']);

/** Weights at input `at` and what is added at input `bias`. */
export function conv(at: number, bias: number): (call: Sized) => Outcome {
  return (call) => {
    const [first = null, weights = null, added = null] = [call.inputs[0], call.inputs[at], call.inputs[bias]];
    const group = integer(call, 'group', 1);
    const [filters = null, perGroup = null, ...own] = weights ?? [];
    if (weights !== null && weights.length < 3) return `has weights of ${shown(weights)}`;
    if (first !== null && (first.length < 3 || (weights !== null && first.length !== weights.length)))
      return misfit(first, weights);
    if (group < 1 || (filters !== null && filters % group !== 0)) return `makes ${group} groups of ${filters ?? '?'}`;
    if (differ(first?.[1], perGroup === null ? null : perGroup * group)) return misfit(first, weights);
    if (added !== null && (added.length !== 1 || differ(added[0], filters))) return misfit(added, weights);
    const told = call.integers('kernel_shape');
    const other = otherWindow(told, weights, own);
    if (other !== null) return other;
    return through(call, first, told ?? own, filters);
  };
}

/** What is wrong where a window is told that the weights do not have. */
function otherWindow(told: readonly number[] | undefined, weights: Extents, own: readonly Extent[]): string | null {
  if (told === undefined || weights === null) return null;
  const same = told.length === own.length && !told.some((each, axis) => differ(each, own[axis]));
  return same ? null : `has weights of ${shown(weights)} and a window of ${shown(told)}`;
}

/** Weights from the channels that are given to those that are made, moved the other way round. */
export function convTranspose(call: Sized): Outcome {
  const [first = null, weights = null, added = null] = call.inputs;
  const group = integer(call, 'group', 1);
  if (weights !== null && weights.length < 3) return `has weights of ${shown(weights)}`;
  if (first !== null && (first.length < 3 || (weights !== null && first.length !== weights.length)))
    return misfit(first, weights);
  const [channels = null, perGroup = null, ...own] = weights ?? [];
  if (group < 1 || (channels !== null && channels % group !== 0)) return `makes ${group} groups of ${channels ?? '?'}`;
  if (differ(first?.[1], channels)) return misfit(first, weights);
  const made = perGroup === null ? null : perGroup * group;
  if (added !== null && (added.length !== 1 || differ(added[0], made))) return misfit(added, weights);
  const told = call.integers('kernel_shape');
  const other = otherWindow(told, weights, own);
  if (other !== null) return other;
  if (first === null) return NOTHING;
  return spread(call, first, told ?? own, made);
}

function spread(call: Sized, first: readonly Extent[], kernel: readonly Extent[], channels: Extent): Outcome {
  const axes = first.length - 2;
  const lists = ['strides', 'dilations', 'output_padding', 'pads'].map((name) => call.integers(name));
  for (const [at, list] of lists.entries())
    if (list !== undefined && list.length !== (at === 3 ? 2 * axes : axes))
      return `has ${list.length} numbers for ${axes} axes`;
  const [strides, dilations, behind, pads] = lists;
  if ([...(strides ?? []), ...(dilations ?? [])].some((each) => each < 1)) return 'moves by nothing';
  const auto = call.text('auto_pad');
  if (!AUTO.has(auto)) return `pads ${JSON.stringify(auto.slice(0, 40))}`;
  const shape = call.integers('output_shape');
  if (shape !== undefined && shape.length !== axes && shape.length !== first.length)
    return `makes a shape of ${shape.length} numbers of ${shown(first)}`;
  const isPlain = shape === undefined && (auto === '' || auto === 'NOTSET');
  const sides = Array.from({ length: axes }, (_, axis): Extent => {
    const [extent = null, size = null] = [first[axis + 2], kernel[axis]];
    if (!isPlain || extent === null || size === null) return null;
    const padded = (pads?.[axis] ?? 0) + (pads?.[axis + axes] ?? 0);
    return (
      (strides?.[axis] ?? 1) * (extent - 1) + (behind?.[axis] ?? 0) + (size - 1) * (dilations?.[axis] ?? 1) + 1 - padded
    );
  });
  return sides.some((side) => side !== null && side < 0)
    ? `makes nothing of ${shown(first)}`
    : [[first[0] ?? null, channels, ...sides]];
}

export function pool(call: Sized): Outcome {
  const [first = null] = call.inputs;
  const kernel = call.integers('kernel_shape');
  if (kernel === undefined) return NOTHING;
  const made = through(call, first, kernel, first?.[1] ?? null);
  return typeof made === 'string' ? made : [made[0] ?? null, made[0] ?? null];
}

export function globalPool({ inputs: [first = null] }: Sized): Outcome {
  if (first === null) return NOTHING;
  return first.length < 3 ? `looks at ${shown(first)}` : [first.map((extent, axis) => (axis < 2 ? extent : 1))];
}

function through(call: Sized, first: Extents, kernel: readonly Extent[], channels: Extent): Outcome {
  const window: Window = {
    kernel,
    strides: call.integers('strides'),
    dilations: call.integers('dilations'),
    pads: call.integers('pads'),
    auto: call.text('auto_pad'),
    ceil: integer(call, 'ceil_mode', 0) !== 0,
  };
  if (!AUTO.has(window.auto)) return `pads ${JSON.stringify(window.auto.slice(0, 40))}`;
  const axes = first === null ? kernel.length : first.length - 2;
  if (axes < 1 || (kernel.length > 0 && kernel.length !== axes))
    return `moves ${shown(kernel)} over ${shown(first ?? [])}`;
  for (const [list, asked] of [
    [window.strides, axes],
    [window.dilations, axes],
    [window.pads, 2 * axes],
  ] as const)
    if (list !== undefined && list.length !== asked) return `has ${list.length} numbers for ${axes} axes`;
  if ([...kernel, ...(window.strides ?? []), ...(window.dilations ?? [])].some((each) => each !== null && each < 1))
    return 'moves by nothing, or over nothing';
  if (first === null) return NOTHING;
  const made = Array.from({ length: axes }, (_, axis) => moved(first[axis + 2] ?? null, axis, window));
  if (made.includes('small')) return `looks at ${shown(first)} through ${shown(kernel)}`;
  return [[first[0] ?? null, channels, ...made.map((each) => (typeof each === 'number' ? each : null))]];
}

function moved(
  extent: Extent,
  axis: number,
  { kernel, strides, dilations, pads, auto, ceil }: Window,
): Extent | 'small' {
  const stride = strides?.[axis] ?? 1;
  const size = kernel[axis] ?? null;
  if (extent === null || ceil) return null;
  if (auto.startsWith('SAME')) return Math.ceil(extent / stride);
  if (size === null) return null;
  const padded = auto === 'VALID' ? 0 : (pads?.[axis] ?? 0) + (pads?.[axis + kernel.length] ?? 0);
  const left = extent + padded - ((dilations?.[axis] ?? 1) * (size - 1) + 1);
  return left < 0 ? 'small' : Math.floor(left / stride) + 1;
}

function misfit(left: Extents, right: Extents): string {
  return `is given ${shown(left ?? [])} and ${shown(right ?? [])}`;
}
