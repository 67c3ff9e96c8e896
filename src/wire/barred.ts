import type { JsonObject } from '../kernel/json.ts';

/** What a member of a call would do that nobody here can answer for. */
type Does = 'numbers' | 'template' | 'model' | 'code' | 'elsewhere';

/**
 * Members that servers know beside their vendor's API, by which a call would get around what is read and what was admitted: a prompt in
 * a model's own tokens or as tensors (vLLM, SGLang), a template that puts texts together (vLLM), code that changes what is said or a
 * cache of another server (vLLM, SGLang), another model, other adapters or
 * another server to ask (OpenRouter, LiteLLM, SGLang, LoRAX, llama.cpp).
 */
const BARRED: ReadonlyMap<string, Does> = new Map<string, Does>([
  ...['prompt_token_ids', 'input_ids', 'input_token_ids', 'prompt_ids', 'token_ids'].map(numbers),
  ...['prompt_embeds', 'input_embeds', 'inputs_embeds', 'prompt_embeddings'].map(numbers),
  ['chat_template', 'template'],
  ['custom_logit_processor', 'code'],
  ['logits_processors', 'code'],
  ['kv_transfer_params', 'elsewhere'],
  ['bootstrap_host', 'elsewhere'],
  ...['models', 'fallbacks', 'model_list', 'user_config', 'api_base', 'base_url'].map(another),
  ...['lora', 'lora_path', 'lora_request', 'adapter_id', 'adapter_source', 'adapter_parameters'].map(another),
]);

const WHY: Readonly<Record<Does, string>> = {
  numbers: 'holds a text in numbers, which cannot be read here: send it as a text',
  code: 'would have the server run code that nobody vetted',
  elsewhere: 'would have the server read what another one keeps',
  template: 'would put texts together behind the reader: the server’s own template is used',
  model: 'would name another model or server than the one that was admitted',
};

/** Why a call cannot be made as it stands; null where nothing is against it. */
export function whyBarred(body: JsonObject): string | null {
  for (const key of Object.keys(body)) {
    const does = BARRED.get(key);
    const value = body[key];
    if (does === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    return `${key} ${WHY[does]}`;
  }
  return null;
}

function numbers(name: string): readonly [string, Does] {
  return [name, 'numbers'];
}

function another(name: string): readonly [string, Does] {
  return [name, 'model'];
}
