import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** Members that `load_model` asks for (keras, src/saving/saving_lib.py): the weights in one of three forms. */
const WEIGHTS = /^model\.weights\.(?:h5|npz|json)$/;

/** What a file of Keras 3 lacks, or null. */
export function missingFromKeras(names: readonly string[]): string | null {
  if (!names.includes('config.json')) return 'there is no config.json';
  if (!names.includes('metadata.json')) return 'there is no metadata.json';
  return names.some((name) => WEIGHTS.test(name)) ? null : 'there are no weights';
}

/** Deeper models are left alone. */
const DEEPEST = 20;

/**
 * Why `deserialize_keras_object` refuses a configuration, or null: each layer has a class and a configuration, names of
 * layers are unique, and a model of layers leads from layers that it has to layers that it has.
 */
export function brokenKeras(value: Json): string | null {
  return brokenObject(value, 0);
}

function brokenObject(value: Json | undefined, depth: number): string | null {
  if (!isJsonObject(value)) return 'a layer is no object';
  const { class_name: name, config } = value;
  if (typeof name !== 'string' || name === '') return 'a layer has no class';
  // Keras before 2.2.3 kept no more of it than its layers.
  if (name === 'Sequential' && Array.isArray(config)) return brokenLayers(name, { layers: config as Json[] }, depth);
  // A function is told by its name.
  if (!isJsonObject(config))
    return name === 'function' && typeof config === 'string' ? null : `${name} has no configuration`;
  const count = COUNTS.find((key) => isNoCount(config[key]));
  if (count !== undefined) return `${name} has ${count} of ${JSON.stringify(config[count])}`;
  const { dtype } = config;
  if (typeof dtype === 'string' && !DTYPE.test(dtype)) return `${name} is of ${JSON.stringify(dtype.slice(0, 40))}`;
  for (const key of WRAPPED) {
    const inner = config[key];
    // Layers of one's own keep there what they like.
    if (!isJsonObject(inner) || typeof inner['class_name'] !== 'string' || depth >= DEEPEST) continue;
    const wrong = brokenObject(inner, depth + 1);
    if (wrong !== null) return wrong;
  }
  if (depth > DEEPEST || (name !== 'Sequential' && name !== 'Functional' && name !== 'Model')) return null;
  // Models that a class of one's own makes keep what they like.
  if (config['layers'] === undefined && name === 'Model') return null;
  return brokenLayers(name, config, depth);
}

/** Layers within wrappers (Bidirectional, TimeDistributed, RNN). */
const WRAPPED = ['layer', 'forward_layer', 'backward_layer', 'cell'] as const;

/** How many outputs layers have; none takes less than one. */
const COUNTS = ['units', 'filters'] as const;

/** Elements and policies (keras, src/backend/common/dtypes.py; src/dtype_policies). */
const DTYPE =
  /^(?:bool|string|resource|variant|q?u?int(?:4|8|16|32|64)|float(?:16|32|64|8\w*)|bfloat16|complex(?:64|128)|mixed_b?float16|infer\w*|policy\w*|\w+_from_\w+|)$/;

function isNoCount(value: Json | undefined): boolean {
  return typeof value === 'number' && !(value > 0 && Number.isInteger(value));
}

function brokenLayers(kind: string, config: JsonObject, depth: number): string | null {
  const { layers } = config;
  if (!Array.isArray(layers)) return `${kind} has no layers`;
  const names = new Set<string>();
  for (const layer of layers as readonly Json[]) {
    const wrong = brokenObject(layer, depth + 1);
    if (wrong !== null) return wrong;
    const name = nameOf(layer);
    if (name === null) continue;
    if (names.has(name)) return `two layers are called ${name}`;
    names.add(name);
  }
  if (kind === 'Sequential') return null;
  for (const end of ['input_layers', 'output_layers'] as const) {
    for (const name of endsOf(config[end] ?? null))
      if (!names.has(name)) return `${end} has ${name}, which is no layer`;
  }
  for (const layer of layers as readonly Json[]) {
    for (const name of historyOf(isJsonObject(layer) ? (layer['inbound_nodes'] ?? null) : null))
      if (!names.has(name)) return `${nameOf(layer) ?? 'a layer'} takes what ${name} gives, which is no layer`;
  }
  return null;
}

function nameOf(layer: Json): string | null {
  if (!isJsonObject(layer)) return null;
  const config = isJsonObject(layer['config']) ? layer['config'] : {};
  const name = layer['name'] ?? config['name'];
  return typeof name === 'string' ? name : null;
}

/** `[name, node, tensor]`, alone, in lists, or by names. */
function* endsOf(value: Json): Iterable<string> {
  if (Array.isArray(value)) {
    const [name, node, tensor] = value as readonly Json[];
    if (typeof name === 'string' && typeof node === 'number' && typeof tensor === 'number') yield name;
    else for (const inner of value as readonly Json[]) yield* endsOf(inner);
  } else if (isJsonObject(value)) for (const inner of Object.values(value)) yield* endsOf(inner ?? null);
}

/** Names in the histories of tensors that a layer was called with. */
function historyOf(root: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const open: Json[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const history = isJsonObject(value) ? value['keras_history'] : undefined;
    const [name] = Array.isArray(history) ? (history as readonly Json[]) : [];
    if (typeof name === 'string') names.add(name);
    for (const inner of Object.values(value)) open.push((inner ?? null) as Json);
  }
  return names;
}
