import { createHash } from 'node:crypto';
import { type HubBytes, type HubRepository, lfsFile, type RepositoryDetails, repository } from './repository.ts';

export interface ShardedDetails extends Partial<RepositoryDetails> {
  readonly shards: number;
  readonly shardBytes: number;
}

/**
 * A model in many safetensors shards: true headers and index, zeros for weights, made when they are asked for. The
 * SHA-256 of the shards are invented: nobody hashes 140 GB in a test.
 */
export function shardedRepository(
  name: string,
  { shards, shardBytes, files, ...details }: ShardedDetails,
): HubRepository {
  const all: Record<string, RepositoryDetails['files'][string]> = {
    'README.md': '---\nlicense: apache-2.0\n---\n# A large model\n',
    'config.json': JSON.stringify({ model_type: 'llama', architectures: ['LlamaForCausalLM'], hidden_size: HIDDEN }),
    ...files,
  };
  const weights: Record<string, string> = {};
  for (let at = 1; at <= shards; at++) {
    const path = `model-${number(at)}-of-${number(shards)}.safetensors`;
    const { names, bytes } = shard(at, shardBytes);
    all[path] = lfsFile(path, bytes, createHash('sha256').update(`invented for ${path}`).digest('hex'));
    for (const tensor of names) weights[tensor] = path;
  }
  const index = { metadata: { total_size: shards * shardBytes }, weight_map: weights };
  all['model.safetensors.index.json'] = JSON.stringify(index, undefined, 2);
  return repository(name, { ...details, files: all });
}

const HIDDEN = 8192;
const BF16 = 2;
/** Matrices of `HIDDEN` columns: as many rows as fit in a shard of nine tensors, as a layer of a llama has. */
const TENSORS = [
  'self_attn.q_proj',
  'self_attn.k_proj',
  'self_attn.v_proj',
  'self_attn.o_proj',
  'mlp.gate_proj',
  'mlp.up_proj',
  'mlp.down_proj',
  'input_layernorm',
  'post_attention_layernorm',
];

function shard(layer: number, size: number): { names: string[]; bytes: HubBytes } {
  const rows = Math.floor(size / TENSORS.length / HIDDEN / BF16);
  const tensorBytes = rows * HIDDEN * BF16;
  const names = TENSORS.map((tensor) => `model.layers.${layer - 1}.${tensor}.weight`);
  const entries = names.map((tensor, at): [string, object] => {
    const span = [at * tensorBytes, (at + 1) * tensorBytes];
    return [tensor, { dtype: 'BF16', shape: [rows, HIDDEN], data_offsets: span }];
  });
  const header = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(entries) }));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(BigInt(header.length));
  return { names, bytes: zerosAfter(Buffer.concat([prefix, header]), tensorBytes * TENSORS.length) };
}

function zerosAfter(head: Uint8Array, zeros: number): HubBytes {
  return {
    size: head.length + zeros,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      if (offset < head.length) bytes.set(head.subarray(offset, offset + length));
      return bytes;
    },
  };
}

function number(at: number): string {
  return String(at).padStart(5, '0');
}
