import { CHAT_TEMPLATE, PLOVER } from './documents.ts';
import { isNorm } from './llama.ts';
import { littleEndian, type NamedTensor } from './safetensors.ts';
import { END, idOf, PADDING, SPECIAL_TOKENS, START, type Tokenizer } from './tokenizer.ts';

/** What a value is, by the numbers of the format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
const TYPES = { uint32: 4, int32: 5, float32: 6, bool: 7, string: 8, array: 9 } as const;
type Kind = Exclude<keyof typeof TYPES, 'array'>;
type Value = string | number | boolean;
type Entry = readonly [key: string, kind: Kind, value: Value | readonly Value[]];

const VERSION = 3;
/** Tensors begin at multiples of this, unless the file says otherwise. */
const ALIGNMENT = 32;
/** GGML_TYPE_F32, and a file all of it. */
const F32 = 0;
/** What a token is: LLAMA_TOKEN_TYPE_NORMAL and LLAMA_TOKEN_TYPE_CONTROL. */
const NORMAL = 1;
const CONTROL = 3;

/** The model in one file, as llama.cpp loads it: weights as they are, the tokenizer, and how a chat is written. */
export function writeGguf(name: string, tokenizer: Tokenizer, tensors: readonly NamedTensor[]): Buffer {
  const entries = entriesOf(name, tokenizer);
  const parts = tensors.map((one) => ({ ...one, name: ggufName(one.name), values: rotatedAsGguf(one) }));
  let offset = 0;
  const listing = parts.map((part) => {
    const line = tensorLine(part, offset);
    offset = aligned(offset + part.values.byteLength);
    return line;
  });
  const head = Buffer.concat([
    Buffer.from('GGUF', 'latin1'),
    uint32(VERSION),
    uint64(parts.length),
    uint64(entries.length),
    ...entries.map(entryBytes),
    ...listing,
  ]);
  return Buffer.concat([padded(head), ...parts.map(({ values }) => padded(littleEndian(values)))]);
}

function entriesOf(name: string, tokenizer: Tokenizer): readonly Entry[] {
  const special = new Set<string>(SPECIAL_TOKENS);
  const tokens = [...tokenizer.vocabulary.keys()];
  return [
    ['general.architecture', 'string', 'llama'],
    ['general.type', 'string', 'model'],
    ['general.name', 'string', name],
    ['general.license', 'string', 'apache-2.0'],
    ['general.file_type', 'uint32', F32],
    ['llama.vocab_size', 'uint32', PLOVER.vocab_size],
    ['llama.context_length', 'uint32', PLOVER.max_position_embeddings],
    ['llama.embedding_length', 'uint32', PLOVER.hidden_size],
    ['llama.block_count', 'uint32', PLOVER.num_hidden_layers],
    ['llama.feed_forward_length', 'uint32', PLOVER.intermediate_size],
    ['llama.rope.dimension_count', 'uint32', PLOVER.hidden_size / PLOVER.num_attention_heads],
    ['llama.rope.freq_base', 'float32', PLOVER.rope_theta],
    ['llama.attention.head_count', 'uint32', PLOVER.num_attention_heads],
    ['llama.attention.head_count_kv', 'uint32', PLOVER.num_key_value_heads],
    ['llama.attention.layer_norm_rms_epsilon', 'float32', PLOVER.rms_norm_eps],
    ['tokenizer.ggml.model', 'string', 'gpt2'],
    ['tokenizer.ggml.pre', 'string', 'gpt-2'],
    ['tokenizer.ggml.tokens', 'string', tokens],
    ['tokenizer.ggml.token_type', 'int32', tokens.map((token) => (special.has(token) ? CONTROL : NORMAL))],
    ['tokenizer.ggml.merges', 'string', tokenizer.merges.map((pair) => pair.join(' '))],
    ['tokenizer.ggml.bos_token_id', 'uint32', idOf(tokenizer, START)],
    ['tokenizer.ggml.eos_token_id', 'uint32', idOf(tokenizer, END)],
    ['tokenizer.ggml.padding_token_id', 'uint32', idOf(tokenizer, PADDING)],
    ['tokenizer.ggml.add_bos_token', 'bool', true],
    ['tokenizer.chat_template', 'string', CHAT_TEMPLATE],
  ];
}

const NAMES: readonly (readonly [ours: RegExp, theirs: string])[] = [
  [/^model\.embed_tokens\./, 'token_embd.'],
  [/^model\.norm\./, 'output_norm.'],
  [/^model\.layers\.(\d+)\.input_layernorm\./, 'blk.$1.attn_norm.'],
  [/^model\.layers\.(\d+)\.self_attn\.([qkv])_proj\./, 'blk.$1.attn_$2.'],
  [/^model\.layers\.(\d+)\.self_attn\.o_proj\./, 'blk.$1.attn_output.'],
  [/^model\.layers\.(\d+)\.post_attention_layernorm\./, 'blk.$1.ffn_norm.'],
  [/^model\.layers\.(\d+)\.mlp\.(gate|up|down)_proj\./, 'blk.$1.ffn_$2.'],
];

function ggufName(name: string): string {
  const [ours, theirs] = NAMES.find(([pattern]) => pattern.test(name)) ?? [];
  if (ours === undefined || theirs === undefined) throw new RangeError(`no name for ${name}`);
  return name.replace(ours, theirs);
}

/** llama.cpp turns neighbours, transformers the two halves of a head: rows of queries and keys change places. */
function rotatedAsGguf({ name, shape, values }: NamedTensor): Float32Array {
  if (isNorm(name) || !/\.self_attn\.[qk]_proj\./.test(name)) return values;
  const [rows = 0, columns = 0] = shape;
  const width = PLOVER.hidden_size / PLOVER.num_attention_heads;
  const moved = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    const inHead = row % width;
    const from = row - inHead + Math.floor(inHead / 2) + (inHead % 2) * (width / 2);
    moved.set(values.subarray(from * columns, (from + 1) * columns), row * columns);
  }
  return moved;
}

/** Axes stand the other way round: the one whose numbers are neighbours comes first. */
function tensorLine({ name, shape }: NamedTensor, offset: number): Buffer {
  return Buffer.concat([
    string(name),
    uint32(shape.length),
    ...shape.toReversed().map(uint64),
    uint32(F32),
    uint64(offset),
  ]);
}

function entryBytes([key, kind, value]: Entry): Buffer {
  if (!isList(value)) return Buffer.concat([string(key), uint32(TYPES[kind]), valueBytes(kind, value)]);
  const list = value.map((one) => valueBytes(kind, one));
  return Buffer.concat([string(key), uint32(TYPES.array), uint32(TYPES[kind]), uint64(list.length), ...list]);
}

function isList(value: Entry[2]): value is readonly Value[] {
  return typeof value === 'object';
}

function valueBytes(kind: Kind, value: Value): Buffer {
  switch (kind) {
    case 'string':
      return string(String(value));
    case 'bool':
      return Buffer.from([value === true ? 1 : 0]);
    case 'float32':
      return littleEndian(Float32Array.of(Number(value)));
    case 'uint32':
    case 'int32':
      return uint32(Number(value));
  }
}

function string(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([uint64(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}
