import * as z from 'zod';
import { isJsonObject, type JsonObject, member } from '../kernel/json.ts';
import type { Sampling, Turn } from '../ports/local-model.ts';
import { Refusal } from './refusal.ts';

/** Most that OpenAI takes, too. */
const MOST_STOPS = 4;
const LONGEST_STOP = 200;
/** Texts of one call for vectors. */
const MOST_INPUTS = 256;

const stop = z.string().min(1).max(LONGEST_STOP);
const tokens = z.int().min(1).nullish();
const how = {
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().gt(0).max(1).nullish(),
  seed: z.int().nullish(),
  stop: z.union([stop, z.array(stop).max(MOST_STOPS)]).nullish(),
  max_tokens: tokens,
};
const part = z.looseObject({ type: z.literal('text'), text: z.string() });
const message = z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part)]).nullish() });
const chatBody = z.looseObject({ ...how, max_completion_tokens: tokens, messages: z.array(message).min(1) });
const completionBody = z.looseObject({ ...how, prompt: z.string(), echo: z.literal(false).nullish() });
const embeddingBody = z.looseObject({
  input: z.union([z.string(), z.array(z.string()).min(1).max(MOST_INPUTS)]),
  encoding_format: z.enum(['float', 'base64']).nullish(),
});

/** What a text is asked for by. */
export interface Wanted {
  readonly stream: boolean;
  /** Whether a stream tells at its end what it used. */
  readonly usage: boolean;
  /** Null: until the context is full. */
  readonly most: number | null;
  readonly stops: readonly string[];
  /** Without a temperature: as the model's publisher means it. */
  readonly sampling: Omit<Sampling, 'temperature'> & { readonly temperature: number | null };
}

export function chatIn(body: JsonObject): Wanted & { readonly turns: readonly Turn[] } {
  const asked = parsed(chatBody, body);
  const turns = asked.messages.map(({ role, content }) => ({
    // The newer name for the same.
    role: role === 'developer' ? 'system' : role,
    content: typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join(''),
  }));
  return { ...wantedOf({ ...asked, max_tokens: asked.max_completion_tokens ?? asked.max_tokens }), turns };
}

export function completionIn(body: JsonObject): Wanted & { readonly prompt: string } {
  const asked = parsed(completionBody, body);
  return { ...wantedOf(asked), prompt: asked.prompt };
}

export function embeddingIn(body: JsonObject): { readonly texts: readonly string[]; readonly base64: boolean } {
  const { input, encoding_format } = parsed(embeddingBody, body);
  return { texts: typeof input === 'string' ? [input] : input, base64: encoding_format === 'base64' };
}

/** What changes the meaning of a call and is not done here; what a caller only hopes for is let pass. */
const NOT_DONE: Readonly<Record<string, (value: unknown) => boolean>> = {
  tools: (value) => Array.isArray(value) && value.length > 0,
  functions: (value) => Array.isArray(value) && value.length > 0,
  response_format: (value) => member(value, 'type') !== 'text',
  n: (value) => value !== 1,
  best_of: (value) => value !== 1,
  logprobs: (value) => value !== false,
  logit_bias: (value) => !isJsonObject(value) || Object.keys(value).length > 0,
  suffix: (value) => value !== '',
  dimensions: () => true,
};

function parsed<Shape extends z.ZodType>(shape: Shape, body: JsonObject): z.output<Shape> {
  for (const [key, asks] of Object.entries(NOT_DONE)) {
    const value = body[key];
    if (value !== undefined && value !== null && asks(value))
      throw new Refusal(400, 'unsupported_parameter', `${key} is nothing that this runner can do`);
  }
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(400, 'invalid_request', `${issue?.path.join('.') ?? 'body'}: ${issue?.message ?? 'not right'}`);
}

function wantedOf(asked: z.output<typeof completionBody> | z.output<z.ZodObject<typeof how>>): Wanted {
  const { stop: stops } = asked;
  return {
    stream: asked.stream === true,
    usage: asked.stream_options?.include_usage === true,
    most: asked.max_tokens ?? null,
    stops: typeof stops === 'string' ? [stops] : (stops ?? []),
    sampling: { temperature: asked.temperature ?? null, topP: asked.top_p ?? 1, seed: asked.seed ?? null },
  };
}
