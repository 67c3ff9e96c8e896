import type { ExternalBytes } from '../formats/location.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';

/** Files by which TensorFlow.js and tensordict tell what the raw numbers beside them are. */
export const MANIFEST = /(?:^|\/)(?:[\w.-]*(?:model|manifest)[\w.-]*|meta)\.json$/i;

/**
 * The files of raw numbers that a manifest names, each with its length where that follows from what the manifest says. Several
 * ask for the same, so that it is made once.
 */
export function bytesOfManifest(value: Json): readonly ExternalBytes[] {
  if (typeof value !== 'object' || value === null) return [];
  const made = lists.get(value) ?? listOf(value);
  lists.set(value, made);
  return made;
}

const lists = new WeakMap<object, readonly ExternalBytes[]>();

function listOf(value: JsonObject | readonly Json[]): readonly ExternalBytes[] {
  const groups = groupsOf(value);
  if (groups !== null) return ofGroups(groups);
  return isJsonObject(value) && isTensordict(value) ? ofTensordict(value) : [];
}

/** Groups of weights: of a model, or alone, as older converters wrote them, and face-api.js has them. */
export function groupsOf(value: Json): readonly Json[] | null {
  const groups = isJsonObject(value) ? value['weightsManifest'] : value;
  return Array.isArray(groups) ? groups : null;
}

const MOST_GROUPS = 1000;
/** Files that one manifest names; models have some hundreds. */
const MOST_NAMED = 100_000;

/** Names that promise raw numbers or nothing. What is called a library, an archive or a pickle is taken up as one, whoever says otherwise. */
const RAW = /(?:^|\/)[^./]+$|\.(?:bin|weights)$|-shard\d+(?:of\d+)?$/i;

/** `[{ paths, weights }]`: the tensors of a group lie one after the other in its files, which are read as one. */
function ofGroups(groups: readonly Json[]): readonly ExternalBytes[] {
  const named: ExternalBytes[] = [];
  for (const group of groups.slice(0, MOST_GROUPS)) {
    const { paths, weights } = isJsonObject(group) ? group : {};
    if (!Array.isArray(paths) || !Array.isArray(weights) || !weights.every(isWeight)) continue;
    const length = paths.length === 1 ? sum(weights.map(sizeOfWeight)) : null;
    for (const location of paths) {
      if (named.length >= MOST_NAMED) return named;
      if (typeof location === 'string' && RAW.test(location))
        named.push({ location, offset: 0, length, owner: 'its weights' });
    }
  }
  return named;
}

/** Bytes of an element (tfjs-core, src/types.ts and io/types.ts); of texts, each has a length before it. */
const WEIGHTS: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
  complex64: 8,
};

function isWeight(weight: Json): weight is JsonObject {
  return (
    isJsonObject(weight) &&
    typeof weight['name'] === 'string' &&
    isShape(weight['shape']) &&
    typeof weight['dtype'] === 'string'
  );
}

function sizeOfWeight({ shape, dtype, quantization }: JsonObject): number | null {
  const kept = isJsonObject(quantization ?? null) ? (quantization as JsonObject)['dtype'] : dtype;
  return sizeOf(shape as readonly number[], typeof kept === 'string' ? WEIGHTS[kept] : undefined);
}

/** `meta.json` of a tensordict that lies in files (tensordict/_td.py, `memmap_`): `NAME.memmap` beside it for each tensor. */
function isTensordict(value: JsonObject): boolean {
  return typeof value['_type'] === 'string' && /^<class 'tensordict\.[\w.]+'>$/.test(value['_type']);
}

const NUMBERS: Readonly<Record<string, number>> = {
  'torch.float64': 8,
  'torch.float32': 4,
  'torch.float16': 2,
  'torch.bfloat16': 2,
  'torch.complex64': 8,
  'torch.complex128': 16,
  'torch.int64': 8,
  'torch.int32': 4,
  'torch.int16': 2,
  'torch.int8': 1,
  'torch.uint8': 1,
  'torch.bool': 1,
};

function ofTensordict(value: JsonObject): readonly ExternalBytes[] {
  return Object.entries(value)
    .slice(0, MOST_NAMED)
    .flatMap(([name, told]) => {
      const { shape, dtype, is_nested: nested } = isJsonObject(told) ? told : {};
      if (nested !== false || !isShape(shape) || typeof dtype !== 'string') return [];
      const length = sizeOf(shape, NUMBERS[dtype]);
      return length === null ? [] : [{ location: `${name}.memmap`, offset: 0, length, owner: name }];
    });
}

function isShape(shape: Json | undefined): shape is readonly number[] {
  return (
    Array.isArray(shape) && shape.length <= 64 && shape.every((size) => Number.isSafeInteger(size) && Number(size) >= 0)
  );
}

function sizeOf(shape: readonly number[], of: number | undefined): number | null {
  const size = of === undefined ? Number.NaN : shape.reduce((all, one) => all * one, of);
  return Number.isSafeInteger(size) ? size : null;
}

function sum(sizes: readonly (number | null)[]): number | null {
  return sizes.reduce((all, one) => (all === null || one === null ? null : all + one), 0);
}
