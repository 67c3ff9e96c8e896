import { attend, rotate, type Turns, turnsFor } from './attention.ts';
import { add, crossEntropy, embed, gated, linear, rmsNorm, type Targets } from './operations.ts';
import type { Random } from './random.ts';
import { type Tape, type Tensor, tensor } from './tape.ts';

/** A llama-architecture model's measures, under the names of its config.json. */
export interface Shape {
  readonly vocab_size: number;
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_hidden_layers: number;
  readonly num_attention_heads: number;
  readonly num_key_value_heads: number;
  readonly max_position_embeddings: number;
  readonly rms_norm_eps: number;
  readonly rope_theta: number;
}

/** The weights, under the names that LlamaForCausalLM gives them. Embeddings are tied: there is no lm_head. */
export type Weights = ReadonlyMap<string, Tensor>;

/** Deviation of the first random weights, as in the architecture's reference configuration. */
const INITIAL_DEVIATION = 0.02;

/** Norms of one and small random matrices. */
export function freshWeights(shape: Shape, random: Random): Weights {
  const weights = new Map<string, Tensor>();
  for (const [name, [rows, columns]] of weightPlan(shape)) {
    const fresh = tensor(rows, columns);
    fresh.values.forEach((_, i) => {
      fresh.values[i] = isNorm(name) ? 1 : INITIAL_DEVIATION * random.normal();
    });
    weights.set(name, fresh);
  }
  return weights;
}

/** The weights' names in the model's own order. */
export function weightNames(shape: Shape): readonly string[] {
  return weightPlan(shape).map(([name]) => name);
}

/** Norms have one axis in the file; here they are a single row. */
export function isNorm(name: string): boolean {
  return name.endsWith('norm.weight');
}

function weightPlan(shape: Shape): readonly (readonly [name: string, size: readonly [number, number]])[] {
  const { hidden_size: hidden, intermediate_size: inner } = shape;
  const shared = headWidth(shape) * shape.num_key_value_heads;
  const layers = Array.from({ length: shape.num_hidden_layers }, (_, layer) => `model.layers.${layer}`);
  return [
    ['model.embed_tokens.weight', [shape.vocab_size, hidden]],
    ...layers.flatMap((layer) => [
      [`${layer}.input_layernorm.weight`, [1, hidden]] as const,
      [`${layer}.self_attn.q_proj.weight`, [hidden, hidden]] as const,
      [`${layer}.self_attn.k_proj.weight`, [shared, hidden]] as const,
      [`${layer}.self_attn.v_proj.weight`, [shared, hidden]] as const,
      [`${layer}.self_attn.o_proj.weight`, [hidden, hidden]] as const,
      [`${layer}.post_attention_layernorm.weight`, [1, hidden]] as const,
      [`${layer}.mlp.gate_proj.weight`, [inner, hidden]] as const,
      [`${layer}.mlp.up_proj.weight`, [inner, hidden]] as const,
      [`${layer}.mlp.down_proj.weight`, [hidden, inner]] as const,
    ]),
    ['model.norm.weight', [1, hidden]],
  ];
}

export interface Llama {
  readonly shape: Shape;
  readonly weights: Weights;
  readonly turns: Turns;
}

export function llama(shape: Shape, weights: Weights): Llama {
  const plan = { positions: shape.max_position_embeddings, headWidth: headWidth(shape), theta: shape.rope_theta };
  return { shape, weights, turns: turnsFor(plan) };
}

/** The scores of every next token after each of `tokens`. */
export function forward(tape: Tape, model: Llama, tokens: readonly number[]): Tensor {
  if (tokens.length > model.shape.max_position_embeddings) throw new RangeError('more tokens than positions');
  const table = weight(model, 'model.embed_tokens.weight');
  let stream = embed(tape, table, tokens);
  for (let layer = 0; layer < model.shape.num_hidden_layers; layer += 1) {
    stream = throughLayer(tape, { model, name: `model.layers.${layer}` }, stream);
  }
  return linear(tape, normed(tape, { model, name: 'model.norm.weight' }, stream), table);
}

/** The mean surprise at each of `tokens` but the first. */
export function lossOf(tape: Tape, model: Llama, { tokens, share }: Lesson): number {
  const targets: Targets = { targets: tokens.slice(1), weight: share };
  return crossEntropy(tape, forward(tape, model, tokens.slice(0, -1)), targets);
}

/** A window of text, and how much of the batch it is. */
export interface Lesson {
  readonly tokens: readonly number[];
  readonly share: number;
}

interface Place {
  readonly model: Llama;
  readonly name: string;
}

function throughLayer(tape: Tape, { model, name }: Place, stream: Tensor): Tensor {
  const attention = (x: Tensor, part: string): Tensor =>
    linear(tape, x, weight(model, `${name}.self_attn.${part}_proj.weight`));
  const mlp = (x: Tensor, part: string): Tensor => linear(tape, x, weight(model, `${name}.mlp.${part}_proj.weight`));

  const looking = normed(tape, { model, name: `${name}.input_layernorm.weight` }, stream);
  const queries = rotate(tape, attention(looking, 'q'), model.turns);
  const keys = rotate(tape, attention(looking, 'k'), model.turns);
  const seen = attend(tape, { queries, keys, values: attention(looking, 'v') }, headWidth(model.shape));
  const after = add(tape, stream, attention(seen, 'o'));

  const thinking = normed(tape, { model, name: `${name}.post_attention_layernorm.weight` }, after);
  return add(tape, after, mlp(gated(tape, mlp(thinking, 'gate'), mlp(thinking, 'up')), 'down'));
}

function normed(tape: Tape, { model, name }: Place, x: Tensor): Tensor {
  return rmsNorm(tape, x, { gain: weight(model, name), epsilon: model.shape.rms_norm_eps });
}

function weight({ weights }: Llama, name: string): Tensor {
  const found = weights.get(name);
  if (found === undefined) throw new RangeError(`no weight ${name}`);
  return found;
}

function headWidth(shape: Shape): number {
  return shape.hidden_size / shape.num_attention_heads;
}
