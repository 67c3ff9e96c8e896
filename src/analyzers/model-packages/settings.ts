import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/** Settings that loaders take keys from, by their fixed names (transformers, diffusers, PEFT, sentence-transformers). */
const MAPS =
  /^(?:(?:generation_|adapter_|tokenizer_|preprocessor_|processor_|scheduler_|sentence_bert_|quantize_)?config|config_sentence_transformers|special_tokens_map|model_index)\.json$/;

/** Adapters whose rank is `r`: LoraConfig and its like refuse one that is not above zero. */
const RANKED = /^(?:LORA|LOHA|LOKR)$/;

/** Why a loader breaks at settings of this name, or null. */
export function brokenSettings(name: string, value: Json): string | null {
  if (!MAPS.test(name)) return null;
  if (!isJsonObject(value)) return `${name} is no map`;
  if (name === 'config.json') return brokenSizes(value);
  if (name !== 'adapter_config.json') return null;
  const { peft_type: type, r, rank_pattern: ranks } = value;
  if (typeof type !== 'string' || !RANKED.test(type)) return null;
  if (r !== undefined && !isRank(r)) return 'the rank r is no positive integer';
  if (isJsonObject(ranks) && Object.values(ranks).some((rank) => !isRank(rank)))
    return 'a rank in rank_pattern is no positive integer';
  return null;
}

/** Sizes of transformers, which make arrays of them: a number, or a list of one for each layer. */
const SIZES = ['hidden_size', 'num_hidden_layers', 'num_attention_heads', 'intermediate_size', 'vocab_size'] as const;

function brokenSizes(settings: JsonObject): string | null {
  if (typeof settings['model_type'] !== 'string') return null;
  // Some say with -1 that words are none of theirs.
  const odd = SIZES.find((key) => !isSize(settings[key] ?? null) && !(key === 'vocab_size' && settings[key] === -1));
  if (odd !== undefined) return `${odd} is no size`;
  const type = settings['torch_dtype'] ?? settings['dtype'];
  return typeof type === 'string' && !isTorchType(type) ? `${type.slice(0, 40)} is no type of PyTorch` : null;
}

/** What `getattr(torch, name)` finds, with or without the module's name; later ones are called alike. */
function isTorchType(name: string): boolean {
  const plain = name.replace(/^torch\./, '');
  return /^(?:auto|half|float|double|bool|long|int|short|cfloat|cdouble|chalf|b?float(?:16|32|64)|complex(?:32|64|128)|q?u?int(?:1|2|3|4|5|6|7|8|16|32|64)|quint(?:4x2|2x4)|bits\w+|float[48]_e\w+)$/.test(
    plain,
  );
}

function isSize(value: Json): boolean {
  if (value === null || typeof value === 'object') return true;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRank(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
