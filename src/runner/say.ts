import type { LocalModel } from '../ports/local-model.ts';
import type { Wanted } from './asked.ts';
import { Refusal } from './refusal.ts';
import { createSpeech } from './speech.ts';

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'end'; readonly reason: 'stop' | 'length'; readonly usage: Usage };

/** OpenAI's, where neither the caller nor the model's publisher says anything. */
const USUAL_TEMPERATURE = 1;

/** How many tokens may come after these. Throws Refusal when there is room for none. */
export function roomAfter(model: LocalModel, tokens: readonly number[], most: number | null): number {
  const room = model.context - tokens.length;
  if (room < 1)
    throw new Refusal(
      400,
      'context_length_exceeded',
      `this model reads ${model.context} tokens with its answer; the call has ${tokens.length}`,
    );
  return Math.min(room, most ?? room);
}

/** What the model says to `tokens`, and an end, unless `signal` is aborted before. */
export async function* say(
  model: LocalModel,
  tokens: readonly number[],
  { sampling, stops, most }: Wanted,
  signal: AbortSignal,
): AsyncGenerator<Said> {
  const room = roomAfter(model, tokens, most);
  const speech = createSpeech((...call) => model.spell(...call), stops);
  const temperature = sampling.temperature ?? model.temperature ?? USUAL_TEMPERATURE;
  let count = 0;
  let reason: 'stop' | 'length' = 'stop';
  let stopped = false;
  for await (const token of model.generate(tokens, { ...sampling, temperature })) {
    if (signal.aborted) return;
    count += 1;
    const said = speech.push(token);
    if (said.text !== '') yield { kind: 'text', text: said.text };
    stopped = said.stopped;
    if (stopped) break;
    if (count >= room) {
      reason = 'length';
      break;
    }
  }
  const rest = stopped ? '' : speech.rest();
  if (rest !== '') yield { kind: 'text', text: rest };
  const usage = { prompt_tokens: tokens.length, completion_tokens: count, total_tokens: tokens.length + count };
  yield { kind: 'end', reason, usage };
}
