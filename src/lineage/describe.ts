import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Json } from '../kernel/json.ts';
import { isJsonObject, member } from '../kernel/json.ts';

/** Fields of config.json that say how a network is built; a fine-tune keeps them all. */
const HYPER_PARAMETERS = [
  'model_type',
  'hidden_size',
  'n_embd',
  'd_model',
  'intermediate_size',
  'num_hidden_layers',
  'n_layer',
  'num_attention_heads',
  'n_head',
  'num_key_value_heads',
  'head_dim',
  'vocab_size',
  'rope_theta',
  'rms_norm_eps',
  'layer_norm_eps',
  'num_local_experts',
  'num_experts',
  'hidden_act',
  'tie_word_embeddings',
] as const;

/** The building plan in a config.json; of a model with several parts, that of its text. */
export function hyperParametersOf(config: Json): Record<string, string | number> {
  const inner = member(config, 'text_config');
  const found: Record<string, string | number> = {};
  for (const key of HYPER_PARAMETERS) {
    const value = member(config, key) ?? member(inner, key);
    if (typeof value === 'string' || typeof value === 'number') found[key] = value;
    if (typeof value === 'boolean') found[key] = String(value);
  }
  return found;
}

/** Digest of the words that a tokenizer.json knows, each with its number; null where there are none. */
export function vocabularyOf(tokenizer: Json): string | null {
  const words = member(member(tokenizer, 'model'), 'vocab');
  if (!isJsonObject(words) && !Array.isArray(words)) return null;
  return createHash('sha256').update(canonicalJson(words)).digest('hex');
}

/** Digest of the chat template that a tokenizer_config.json holds. */
export function templateOf(config: Json): string | null {
  const template = member(config, 'chat_template');
  return typeof template === 'string' ? createHash('sha256').update(template).digest('hex') : null;
}
