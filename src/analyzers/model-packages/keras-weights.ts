import type { Hdf5Facts } from '../../formats/hdf5/facts.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/**
 * Why the weights of a model of Keras are not those of its configuration, or null: a loader makes each layer and puts the
 * data sets of its name in (keras, src/legacy/saving/legacy_h5_format.py; src/saving/saving_lib.py, where layers
 * are called by their class, in their order). Only of layers whose first weights have a shape that the configuration tells.
 */
export function wrongKerasWeights(config: Json, { shapes, attributes }: Weights, isLegacy: boolean): string | null {
  if (shapes === null || shapes.length === 0 || !isJsonObject(config) || !isJsonObject(config['config'])) return null;
  const { layers } = config['config'];
  if (!Array.isArray(layers)) return null;
  if (isLegacy && !attributes.some((name) => /^layer_names\d*$/.test(name))) return 'there is no list of layers';
  // Networks that were never called have no weights at all.
  const place = isLegacy ? /^\/model_weights\// : /^\/(?:_layer_checkpoint_dependencies|layers)\//;
  if (!shapes.some(({ path }) => place.test(path))) return null;
  const gap = isLegacy ? null : gapIn(shapes.map(({ path }) => path));
  if (gap !== null) return gap;
  const byLayer = new Map<string, (readonly number[])[]>();
  for (const { path, shape } of shapes) {
    const name = (isLegacy ? OLD_WEIGHTS : WEIGHTS).exec(path)?.[1];
    if (name === undefined) continue;
    const own = byLayer.get(name) ?? [];
    own.push(shape);
    byLayer.set(name, own);
  }
  const counted = new Map<string, number>();
  for (const layer of layers as readonly Json[]) {
    const told = toldOf(layer);
    if (told === null) continue;
    const { kind, settings } = told;
    const before = counted.get(kind) ?? 0;
    counted.set(kind, before + 1);
    const name = isLegacy ? settings['name'] : snakeCase(kind) + (before === 0 ? '' : `_${before}`);
    const inner = INSIDE.has(kind) ? toldOf(settings['layer'] ?? null) : told;
    const wanted = inner === null ? undefined : WANTED[inner.kind]?.(inner.settings);
    if (inner === null || wanted === undefined || typeof name !== 'string' || isQuantised(inner.settings)) continue;
    const found = byLayer.get(name);
    if (found === undefined) return `there are no weights of ${name}`;
    const fits = (shape: readonly number[]): boolean =>
      shape.length === wanted.length && wanted.every((extent, axis) => extent === null || extent === shape[axis]);
    if (found.length < (kind === 'Bidirectional' ? 2 : 1)) return `there are no weights of one direction of ${name}`;
    if (!found.every(fits)) return `the weights of ${name} are not of the shape that it has`;
  }
  return null;
}

type Weights = Pick<Hdf5Facts, 'shapes' | 'attributes'>;

const OLD_WEIGHTS = /^\/model_weights\/([^/]+)\/(?:.*\/)?(?:kernel|embeddings)(?::0)?$/;
const WEIGHTS =
  /^\/(?:_layer_checkpoint_dependencies|layers)\/([^/]+)\/(?:(?:forward_layer|backward_layer|layer|cell)\/){0,2}vars\/0$/;

/** Layers whose weights are those of the one in them. */
const INSIDE: ReadonlySet<string> = new Set(['Bidirectional', 'TimeDistributed']);

interface Told {
  readonly kind: string;
  readonly settings: JsonObject;
}

function toldOf(layer: Json): Told | null {
  if (!isJsonObject(layer)) return null;
  const { class_name: kind, config: settings } = layer;
  return typeof kind === 'string' && isJsonObject(settings) ? { kind, settings } : null;
}

/** Weights are counted from 0 in each layer. */
function gapIn(paths: readonly string[]): string | null {
  const counts = new Map<string, { highest: number; held: number }>();
  for (const path of paths) {
    const [, place, number] = /^(.*\/vars)\/(\d{1,6})$/.exec(path) ?? [];
    if (place === undefined) continue;
    const { highest, held } = counts.get(place) ?? { highest: 0, held: 0 };
    counts.set(place, { highest: Math.max(highest, Number(number)), held: held + 1 });
  }
  for (const [place, { highest, held }] of counts)
    if (held <= highest) return `there are no weights between those of ${place}`;
  return null;
}

/** The shape of the first weights; null along what the input tells. */
const WANTED: Readonly<Record<string, (settings: JsonObject) => readonly (number | null)[] | undefined>> =
  Object.assign(Object.create(null) as Record<string, never>, {
    Dense: (settings: JsonObject) => ending(settings['units'], 2),
    Conv1D: (settings: JsonObject) => ending(settings['filters'], 3),
    Conv2D: (settings: JsonObject) => ending(settings['filters'], 4),
    Conv3D: (settings: JsonObject) => ending(settings['filters'], 5),
    LSTM: (settings: JsonObject) => ending(settings['units'], 2, 4),
    GRU: (settings: JsonObject) => ending(settings['units'], 2, 3),
    SimpleRNN: (settings: JsonObject) => ending(settings['units'], 2),
    Embedding: ({ input_dim: words, output_dim: width }: JsonObject) =>
      typeof words === 'number' && typeof width === 'number' ? [words, width] : undefined,
  });

function ending(count: Json | undefined, rank: number, times = 1): readonly (number | null)[] | undefined {
  return typeof count === 'number' ? [...Array.from({ length: rank - 1 }, () => null), times * count] : undefined;
}

/** Values of several weights lie in one then. */
function isQuantised({ dtype, quantization_mode: mode, quantization_config: quantised }: JsonObject): boolean {
  return typeof mode === 'string' || isJsonObject(quantised) || JSON.stringify(dtype ?? null).includes('uantized');
}

/** As Keras makes names of classes (src/utils/naming.py). */
function snakeCase(name: string): string {
  return name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
