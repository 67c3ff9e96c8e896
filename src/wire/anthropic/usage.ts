import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import type { Usage } from '../surface.ts';

/** Of an answer, or of an event: a stream tells the input first and the output as it grows. */
export function usageIn(answer: JsonObject, before: Usage | null): Usage | null {
  const usage = isJsonObject(answer.message) ? answer.message.usage : answer.usage;
  if (!isJsonObject(usage)) return null;
  const cached = count(usage, 'cache_creation_input_tokens') + count(usage, 'cache_read_input_tokens');
  return {
    input: Math.max(before?.input ?? 0, count(usage, 'input_tokens') + cached),
    output: Math.max(before?.output ?? 0, count(usage, 'output_tokens')),
  };
}

function count(usage: JsonObject, name: string): number {
  const value = usage[name];
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;
}
