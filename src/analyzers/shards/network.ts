import type { JsonObject } from '../../kernel/json.ts';
import { countOf, isShape, type Shapes } from './sides.ts';

/**
 * Why weights are not those of the network that `config.json` describes, or null (transformers: `from_pretrained` makes the
 * network by the settings and refuses a tensor of another shape). Only for families whose tensors are called alike, and
 * for weights as they were trained: quantised ones have shapes of their own.
 */
export function wrongNetwork(settings: JsonObject, shapes: Shapes): string | null {
  const { model_type: family } = settings;
  if (typeof family !== 'string' || 'quantization_config' in settings || 'quantization' in settings) return null;
  const decoder = DECODERS.has(family);
  const hidden = countOf(settings, family === 'gpt2' ? 'n_embd' : 'hidden_size');
  const words = countOf(settings, 'vocab_size');
  for (const name of EMBEDDINGS.get(family) ?? (decoder ? ['model.embed_tokens.weight', 'lm_head.weight'] : [])) {
    const shape = shapes.get(name);
    if (!isShape(shape, [words, hidden])) return `${name} is no table of ${words} words by ${hidden}`;
  }
  for (const [name, key] of POSITIONS.get(family) ?? []) {
    const places = countOf(settings, key);
    if (!isShape(shapes.get(name), [places, hidden])) return `${name} is no table of ${places} places by ${hidden}`;
  }
  if (family === 'gpt2') return wrongGpt2(settings, shapes, hidden);
  return decoder ? wrongDecoder(settings, shapes, hidden) : null;
}

/** Where families keep their words. */
const EMBEDDINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['gpt2', ['wte.weight', 'transformer.wte.weight']],
  ['bert', ['embeddings.word_embeddings.weight', 'bert.embeddings.word_embeddings.weight']],
  ['roberta', ['embeddings.word_embeddings.weight', 'roberta.embeddings.word_embeddings.weight']],
]);

/** Where they keep what places are, and how many there are. */
const POSITIONS: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  [
    'gpt2',
    [
      ['wpe.weight', 'n_positions'],
      ['transformer.wpe.weight', 'n_positions'],
    ],
  ],
  [
    'bert',
    [
      ['embeddings.position_embeddings.weight', 'max_position_embeddings'],
      ['bert.embeddings.position_embeddings.weight', 'max_position_embeddings'],
    ],
  ],
]);

function wrongGpt2(settings: JsonObject, shapes: Shapes, hidden: number | null): string | null {
  const heads = countOf(settings, 'n_head');
  const layers = countOf(settings, 'n_layer');
  if (hidden !== null && heads !== null && hidden % heads !== 0) return `${hidden} is no multiple of ${heads} heads`;
  const held = new Set<string>();
  for (const name of shapes.keys()) {
    const [, number] = /^(?:transformer\.)?h\.(\d{1,6})\./.exec(name) ?? [];
    if (number !== undefined) held.add(number);
  }
  return layers !== null && held.size > 0 && held.size < layers
    ? `it has ${layers} layers, the weights ${held.size}`
    : null;
}

/** Decoders of one build: `model.layers.<n>.self_attn.<q|k|v|o>_proj`, `mlp.<gate|up|down>_proj`. */
const DECODERS: ReadonlySet<string> = new Set(['llama', 'mistral', 'qwen2']);

function wrongDecoder(settings: JsonObject, shapes: Shapes, hidden: number | null): string | null {
  const heads = countOf(settings, 'num_attention_heads');
  const groups = countOf(settings, 'num_key_value_heads') ?? heads;
  const layers = countOf(settings, 'num_hidden_layers');
  const inner = countOf(settings, 'intermediate_size');
  if (hidden === null || heads === null || groups === null || layers === null) return null;
  const width = countOf(settings, 'head_dim') ?? hidden / heads;
  if (!Number.isInteger(width)) return `${hidden} is no multiple of ${heads} heads`;
  const wanted: Readonly<Record<string, readonly (number | null)[]>> = {
    'self_attn.q_proj.weight': [heads * width, hidden],
    'self_attn.k_proj.weight': [groups * width, hidden],
    'self_attn.v_proj.weight': [groups * width, hidden],
    'self_attn.o_proj.weight': [hidden, heads * width],
    'mlp.gate_proj.weight': [inner, hidden],
    'mlp.up_proj.weight': [inner, hidden],
    'mlp.down_proj.weight': [hidden, inner],
    'input_layernorm.weight': [hidden],
    'post_attention_layernorm.weight': [hidden],
  };
  const held = new Set<number>();
  for (const [name, shape] of shapes) {
    const [, number, part = ''] = /^model\.layers\.(\d{1,6})\.(.+)$/.exec(name) ?? [];
    if (number === undefined) continue;
    held.add(Number(number));
    const shapeWanted = Object.hasOwn(wanted, part) ? wanted[part] : undefined;
    if (shapeWanted !== undefined && !isShape(shape, shapeWanted))
      return `${name} is not of ${shapeWanted.join(' by ')}`;
  }
  return held.size > 0 && held.size < layers ? `it has ${layers} layers, the weights ${held.size}` : null;
}
