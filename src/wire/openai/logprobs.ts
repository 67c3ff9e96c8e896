import { append } from '../../kernel/append.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { isKey } from '../members.ts';
import type { Slot, Speaker } from '../surface.ts';
import { objectsIn } from './parts.ts';

/**
 * Log probabilities spell a text again, token by token, and what might have been said in its place. They are left out with `forget`
 * where the guard would change any of it.
 */
export function spelledIn(logprobs: Json | undefined, speaker: Speaker, forget: () => void): readonly Slot[] {
  if (typeof logprobs !== 'object' || logprobs === null) return NONE;
  const [tokens, others]: [string[], string[]] = [[], []];
  if (Array.isArray(logprobs)) gather({ content: logprobs }, tokens, others);
  else if (isJsonObject(logprobs)) gather(logprobs, tokens, others);
  const texts = [tokens.join(''), others.join('\n')].filter((text) => text !== '');
  return texts.map((text) => ({ speaker, text, fixed: false, beside: true, put: forget }));
}

/** Lists of `{ token, top_logprobs: [{ token }] }` (chat), or `tokens` and `top_logprobs: [{ token: number }]` (completions). */
function gather(logprobs: JsonObject, tokens: string[], others: string[]): void {
  append(
    others,
    Object.keys(logprobs).filter((key) => !isKey(key)),
  );
  const open: [Json | undefined, boolean][] = Object.entries(logprobs).map(([key, value]) => [
    value,
    key !== 'top_logprobs',
  ]);
  for (const [value, isSaid] of open) {
    if (typeof value === 'string') (isSaid ? tokens : others).push(value);
    else if (Array.isArray(value)) for (const one of value) open.push([one as Json, isSaid]);
    else if (isJsonObject(value)) {
      for (const [key, one] of Object.entries(value)) {
        if (!KNOWN.has(key)) others.push(key);
        open.push([one, isSaid && key === 'token']);
      }
    }
  }
}

/** What vendors call the parts of a token. */
const KNOWN: ReadonlySet<string> = new Set([
  'token',
  'logprob',
  'bytes',
  'top_logprobs',
  'id',
  'rank',
  'decoded_token',
  'candidates',
  'tokenId',
  'logProbability',
]);
const NONE: readonly Slot[] = [];

/** The log probabilities of each choice. */
export function spelledByChoices(answer: JsonObject): readonly Slot[] {
  return objectsIn(answer.choices).flatMap((choice) =>
    spelledIn(choice.logprobs, 'assistant', () => {
      (choice as Record<string, unknown>).logprobs = null;
    }),
  );
}
