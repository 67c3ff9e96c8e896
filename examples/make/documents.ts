import type { Shape } from './llama.ts';
import { END, idOf, PADDING, SPECIAL_TOKENS, START, type Tokenizer } from './tokenizer.ts';

/** The base model's measures: 214,592 weights, 0.86 MB as 32-bit floats. */
export const PLOVER: Shape = {
  vocab_size: 512,
  hidden_size: 64,
  intermediate_size: 172,
  num_hidden_layers: 4,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  max_position_embeddings: 128,
  rms_norm_eps: 1e-5,
  rope_theta: 10_000,
};

/** Each turn on a line of its own, as the dialogues in the training text have it. */
export const CHAT_TEMPLATE =
  "{{ bos_token }}{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}" +
  '{% if add_generation_prompt %}assistant:{% endif %}';

/** config.json: https://huggingface.co/docs/transformers/model_doc/llama */
export function configFile(tokenizer: Tokenizer, autoMap?: Readonly<Record<string, string>>): string {
  return pretty({
    architectures: ['LlamaForCausalLM'],
    attention_bias: false,
    ...(autoMap === undefined ? {} : { auto_map: autoMap }),
    bos_token_id: idOf(tokenizer, START),
    eos_token_id: idOf(tokenizer, END),
    hidden_act: 'silu',
    initializer_range: 0.02,
    mlp_bias: false,
    model_type: 'llama',
    pad_token_id: idOf(tokenizer, PADDING),
    ...PLOVER,
    tie_word_embeddings: true,
    torch_dtype: 'float32',
    use_cache: true,
  });
}

export function generationConfigFile(tokenizer: Tokenizer): string {
  return pretty({
    bos_token_id: idOf(tokenizer, START),
    do_sample: false,
    eos_token_id: idOf(tokenizer, END),
    max_new_tokens: 48,
    pad_token_id: idOf(tokenizer, PADDING),
  });
}

/** tokenizer.json of the Hugging Face `tokenizers` library. */
export function tokenizerFile(tokenizer: Tokenizer): string {
  const start = idOf(tokenizer, START);
  const template = (id: 'A' | 'B') => ({ Sequence: { id, type_id: 0 } });
  const special = { SpecialToken: { id: START, type_id: 0 } };
  const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true };
  return pretty({
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: SPECIAL_TOKENS.map((content) => ({ id: idOf(tokenizer, content), ...specialToken(content) })),
    normalizer: null,
    pre_tokenizer: byteLevel,
    post_processor: {
      type: 'TemplateProcessing',
      single: [special, template('A')],
      pair: [special, template('A'), template('B')],
      special_tokens: { [START]: { id: START, ids: [start], tokens: [START] } },
    },
    decoder: byteLevel,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(tokenizer.vocabulary),
      merges: tokenizer.merges.map((pair) => pair.join(' ')),
    },
  });
}

export function tokenizerConfigFile(tokenizer: Tokenizer): string {
  return pretty({
    added_tokens_decoder: Object.fromEntries(
      SPECIAL_TOKENS.map((content) => [idOf(tokenizer, content), specialToken(content)]),
    ),
    bos_token: START,
    chat_template: CHAT_TEMPLATE,
    clean_up_tokenization_spaces: false,
    eos_token: END,
    model_max_length: PLOVER.max_position_embeddings,
    pad_token: PADDING,
    tokenizer_class: 'PreTrainedTokenizerFast',
  });
}

export function specialTokensMapFile(): string {
  return pretty({ bos_token: START, eos_token: END, pad_token: PADDING });
}

export function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function specialToken(content: string) {
  return { content, lstrip: false, normalized: false, rstrip: false, single_word: false, special: true };
}
