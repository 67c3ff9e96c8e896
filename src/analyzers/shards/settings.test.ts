import { describe, expect, it } from 'vitest';
import type { Item, Reading } from '../../intake/inventory.ts';
import type { Json } from '../../kernel/json.ts';
import { judgeSettings } from './settings.ts';

function item(path: string, facts: object): Item {
  const digest = { kind: 'unknown', reason: 'test' } as const;
  return {
    file: { path, size: 1, kind: 'unknown', role: 'other', digest, loadable: true, coverage: 'whole' },
    readings: [{ kind: 'read', member: [], defects: [], facts, ...facts } as unknown as Reading],
    unreadable: [],
  };
}

const json = (path: string, value: Json): Item => item(path, { format: 'json', value });

function weights(path: string, shapes: Readonly<Record<string, readonly number[]>>): Item {
  const tensors = Object.entries(shapes).map(([name, shape]) => ({ name, shape }));
  return item(path, { format: 'safetensors', tensors });
}

function told(...items: readonly Item[]): readonly string[] {
  const byPath = new Map(items.map((one) => [one.file.path, one]));
  return items.flatMap((one) => [...judgeSettings(one, byPath)].map(({ rule }) => rule));
}

const ADAPTER = { peft_type: 'LORA', r: 4, lora_alpha: 8, bias: 'none', target_modules: ['q_proj'] };
const HALVES = { 'm.q_proj.lora_A.weight': [4, 16], 'm.q_proj.lora_B.weight': [16, 4] };
const adapter = (settings: Json, shapes: Readonly<Record<string, readonly number[]>> = HALVES) =>
  told(json('a/adapter_config.json', settings), weights('a/adapter_model.safetensors', shapes));

describe('an adapter', () => {
  it.each<[string, Json, Readonly<Record<string, readonly number[]>>?]>([
    ['as it was saved', ADAPTER],
    ['with modules of another rank', { ...ADAPTER, r: 8, rank_pattern: { q_proj: 4 } }],
    ['of experts', ADAPTER, { 'm.q_proj.lora_A.weight': [32, 16], 'm.q_proj.lora_B.weight': [16, 32] }],
    [
      'of embeddings',
      { ...ADAPTER, target_modules: ['wte'] },
      { 'm.wte.lora_embedding_A': [4, 9], 'm.wte.lora_embedding_B': [8, 4] },
    ],
    ['with all that is linear', { ...ADAPTER, target_modules: 'all-linear' }],
    ['of another kind', { ...ADAPTER, peft_type: 'IA3', r: 0 }],
    ['of a list of nothing', { ...ADAPTER, target_modules: [] }],
  ])('%s is quiet', (_, settings, shapes) => {
    expect(adapter(settings, shapes)).toEqual([]);
  });

  it.each<[string, Json, Readonly<Record<string, readonly number[]>>?]>([
    ['of another rank', { ...ADAPTER, r: 8 }],
    ['of no rank', { ...ADAPTER, r: 0 }],
    ['of a rank in words', { ...ADAPTER, r: 'four' }],
    ['of a scale in words', { ...ADAPTER, lora_alpha: 'x' }],
    ['of a bias that there is not', { ...ADAPTER, bias: 'some' }],
    ['for other modules', { ...ADAPTER, target_modules: ['k_proj'] }],
    ['of one half', ADAPTER, { 'm.q_proj.lora_A.weight': [4, 16] }],
    ['of halves of two ranks', ADAPTER, { ...HALVES, 'm.q_proj.lora_B.weight': [16, 5] }],
    ['without weights of one', ADAPTER, { 'm.q_proj.weight': [4, 4] }],
  ])('%s is told', (_, settings, shapes) => {
    expect(adapter(settings, shapes)).toEqual(['shards/other-settings']);
  });
});

const LAYER = 'model.layers.0.';
const NETWORK = {
  model_type: 'llama',
  hidden_size: 8,
  vocab_size: 5,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  num_hidden_layers: 1,
  intermediate_size: 6,
};
const TENSORS = {
  'model.embed_tokens.weight': [5, 8],
  [`${LAYER}self_attn.q_proj.weight`]: [8, 8],
  [`${LAYER}self_attn.k_proj.weight`]: [4, 8],
  [`${LAYER}mlp.down_proj.weight`]: [8, 6],
};
const network = (settings: Json, shapes: Readonly<Record<string, readonly number[]>> = TENSORS) =>
  told(json('config.json', settings), weights('model.safetensors', shapes));

describe('a network', () => {
  it.each<[string, Json, Readonly<Record<string, readonly number[]>>?]>([
    ['as it was saved', NETWORK],
    [
      'with heads of a width of their own',
      { ...NETWORK, head_dim: 3 },
      { [`${LAYER}self_attn.q_proj.weight`]: [12, 8] },
    ],
    ['that is quantised', { ...NETWORK, vocab_size: 9, quantization_config: {} }],
    // What is left of a default: transformers writes and reads it so.
    [
      'with more groups than heads',
      { ...NETWORK, num_key_value_heads: 8 },
      { [`${LAYER}self_attn.k_proj.weight`]: [16, 8] },
    ],
    ['of a family that is not known', { ...NETWORK, model_type: 'other', vocab_size: 9 }],
    ['of which no layer lies here', { ...NETWORK, num_hidden_layers: 7 }, { 'model.embed_tokens.weight': [5, 8] }],
    ['with settings named as members of objects', { ...NETWORK, model_type: 'constructor' }],
  ])('%s is quiet', (_, settings, shapes) => {
    expect(network(settings, shapes)).toEqual([]);
  });

  it.each<[string, Json, Readonly<Record<string, readonly number[]>>?]>([
    ['of more words', { ...NETWORK, vocab_size: 9 }],
    ['of more layers', { ...NETWORK, num_hidden_layers: 3 }],
    ['of heads that do not divide it', { ...NETWORK, num_attention_heads: 5, num_key_value_heads: 5 }],
    ['of heads in other groups', { ...NETWORK, num_key_value_heads: 3 }],
    ['of fewer groups', { ...NETWORK, num_key_value_heads: 1 }],
    ['of another width inside', { ...NETWORK, intermediate_size: 7 }],
    ['of GPT-2 with more layers', { model_type: 'gpt2', n_layer: 2 }, { 'h.0.attn.c_attn.weight': [8, 24] }],
    ['of GPT-2 with other places', { model_type: 'gpt2', n_embd: 8, n_positions: 4 }, { 'wpe.weight': [5, 8] }],
    [
      'of BERT with other words',
      { model_type: 'bert', vocab_size: 4, hidden_size: 8 },
      { 'bert.embeddings.word_embeddings.weight': [5, 8] },
    ],
  ])('%s is told', (_, settings, shapes) => {
    expect(network(settings, shapes)).toEqual(['shards/other-settings']);
  });
});

const PIPELINE = {
  _class_name: 'P',
  unet: ['diffusers', 'UNet2DConditionModel'],
  scheduler: ['diffusers', 'DDIMScheduler'],
  safety_checker: [null, null],
};
const UNET = json('p/unet/config.json', { _class_name: 'UNet2DConditionModel' });
const SCHEDULER = json('p/scheduler/scheduler_config.json', { _class_name: 'PNDMScheduler' });
const pipeline = (value: Json) => json('p/model_index.json', value);

describe('a pipeline', () => {
  it.each<[string, readonly Item[]]>([
    ['that is whole', [pipeline(PIPELINE), UNET, SCHEDULER]],
    ['of which the index alone lies here', [pipeline(PIPELINE)]],
  ])('%s is quiet', (_, items) => {
    expect(told(...items)).toEqual([]);
  });

  it.each<[string, readonly Item[]]>([
    ['without a part', [pipeline(PIPELINE), UNET]],
    ['without the settings of a part', [pipeline(PIPELINE), UNET, json('p/scheduler/other.json', {})]],
    ['without a class', [pipeline({ ...PIPELINE, _class_name: null }), UNET, SCHEDULER]],
    ['with a part of no class', [pipeline({ ...PIPELINE, unet: ['diffusers'] }), UNET, SCHEDULER]],
    [
      'with a part that is another',
      [pipeline(PIPELINE), json('p/unet/config.json', { _class_name: 'DDIMScheduler' }), SCHEDULER],
    ],
  ])('%s is told', (_, items) => {
    expect(told(...items)).toEqual(['shards/broken-pipeline']);
  });
});
