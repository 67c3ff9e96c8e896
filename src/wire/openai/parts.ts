import { append } from '../../kernel/append.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { partsOf, slotAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Slot, Speaker, Usage } from '../surface.ts';

/** Members of any call that its readers need not read: the model is known by its name. */
export const SETTINGS = ['model', 'user', 'safety_identifier', 'prompt_cache_key', 'metadata'] as const;

/** Who asks and what for, in words of the caller's own: a server that cannot use them leaves them alone, so that they may be changed. */
export function labelsIn(body: JsonObject): readonly Slot[] {
  const slots: Slot[] = [];
  for (const key of LABELS) if (body[key] !== undefined) append(slots, slotsWithin(body, key, 'user', false));
  return slots;
}

const LABELS = ['user', 'safety_identifier', 'prompt_cache_key', 'metadata'] as const;

/** Tools that the server runs with what lies elsewhere: what they bring reaches the model unread. */
const ELSEWHERE = /^(?:mcp|file_search|web_search(?:_preview)?(?:_\d{4}_\d\d_\d\d)?)$/;

/** What a call has the server fetch. */
export function fetchedIn(body: JsonObject): readonly string[] {
  const tools = objectsIn(body.tools).some(({ type }) => typeof type === 'string' && ELSEWHERE.test(type));
  const others = FETCHES.some((key) => isJsonObject(body[key]) || (Array.isArray(body[key]) && body[key].length > 0));
  return tools || others ? [FETCHED] : NO_MEDIA;
}

const FETCHES = ['web_search_options', 'data_sources'] as const;
/** As what a channel takes no … of. */
export const FETCHED = 'tools that the server runs with texts from elsewhere';

/** Parts of a message by their type: where their text is; null: they are no text. */
const PARTS: Readonly<Record<string, string | null>> = {
  text: 'text',
  input_text: 'text',
  output_text: 'text',
  summary_text: 'text',
  reasoning_text: 'text',
  refusal: 'refusal',
  image_url: null,
  input_image: null,
  input_audio: null,
  video_url: null,
  file: null,
  input_file: null,
};

/** A text, or a list of parts. What kind of part nobody knows is read whole, and never changed. */
export function contentIn(holder: JsonObject, key: string, speaker: Speaker): Reading {
  const content = holder[key];
  if (typeof content === 'string') return { slots: slotAt(holder, key, speaker), media: NO_MEDIA };
  if (!Array.isArray(content)) return { slots: slotsWithin(holder, key, speaker, true), media: NO_MEDIA };
  const slots: Slot[] = [];
  const media: string[] = [];
  for (const [at, part] of content.entries()) {
    const type = member(part, 'type');
    const where = typeof type === 'string' && Object.hasOwn(PARTS, type) ? PARTS[type] : undefined;
    // Servers take a text without an object around it, or without its type, for a part as well.
    if (where === undefined || !isJsonObject(part))
      append(slots, asParts(content, slotsWithin(content, at, speaker, true)));
    else if (where === null) {
      media.push(typeof type === 'string' ? type : '');
      append(slots, besideBytes(part, speaker));
    } else {
      const said = slotsWithin(part, where, speaker, false);
      append(slots, asParts(content, said));
      append(slots, slotsBeside(part, BESIDE_TEXT.get(where) ?? ONLY_TYPE, speaker));
    }
  }
  return { slots, media };
}

function asParts(content: readonly unknown[], slots: readonly Slot[]): readonly Slot[] {
  return content.length > 1 ? partsOf(content, slots) : slots;
}

const ONLY_TYPE = membersOf({ names: ['type'] });
const BESIDE_TEXT = new Map(['text', 'refusal'].map((where) => [where, membersOf({ read: [where], names: ['type'] })]));

/** What stands beside the bytes of a picture, a recording or a file: its name, where it lies. */
function besideBytes(part: JsonObject, speaker: Speaker): readonly Slot[] {
  return [
    ...slotsBeside(part, MEDIA, speaker),
    ...HOLDERS.flatMap((key) => {
      const holder = part[key];
      return isJsonObject(holder)
        ? slotsBeside(holder, BYTES, speaker)
        : slotsBeside({ [key]: holder ?? null }, BYTES, speaker);
    }),
  ];
}

const HOLDERS = ['image_url', 'input_audio', 'video_url', 'file'] as const;
const BYTES = membersOf({
  names: ['detail', 'format', 'file_id'],
  opaque: ['url', 'image_url', 'video_url', 'data', 'file_data'],
});
const MEDIA = membersOf({ read: HOLDERS, names: ['type', 'detail', 'file_id'], opaque: ['file_data'] });

const NO_MEDIA: readonly string[] = [];

/** One text or several; numbers are a text in a model's own tokens, which nobody here can read. */
export function promptIn(body: JsonObject, key: string): readonly Slot[] | string {
  const prompt = body[key];
  if (prompt === undefined || prompt === null) return [];
  if (typeof prompt === 'string') return slotAt(body, key, 'user');
  if (!Array.isArray(prompt)) return `${key} must be a text or a list of texts`;
  if (!prompt.every((one) => typeof one === 'string')) return `${key} must be texts: tokens cannot be read here`;
  return prompt.flatMap((_, at) => slotAt(prompt, at, 'user'));
}

/** Members of answers and events that are no text of the model's. */
export const NAMES = [
  'id',
  'object',
  'created',
  'model',
  'usage',
  'system_fingerprint',
  'service_tier',
  'kv_transfer_params',
  'obfuscation',
] as const;
export const ENVELOPE = membersOf({ read: ['choices'], names: NAMES });

/** Log probabilities spell a text again. */
export function silence(answer: JsonObject): void {
  for (const choice of objectsIn(answer.choices) as Record<string, unknown>[]) {
    if (choice.logprobs !== undefined) choice.logprobs = null;
  }
}

export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(value)) return NO_OBJECTS;
  for (const one of value) if (!isJsonObject(one)) return value.filter(isJsonObject);
  return value as readonly JsonObject[];
}

const NO_OBJECTS: readonly JsonObject[] = [];

export function usageIn(answer: JsonObject): Usage | null {
  const usage = answer.usage;
  if (!isJsonObject(usage)) return null;
  return {
    input: countIn(usage, 'prompt_tokens', 'input_tokens'),
    output: countIn(usage, 'completion_tokens', 'output_tokens'),
  };
}

function countIn(usage: JsonObject, ...names: readonly string[]): number {
  const count = firstNumber(usage, names);
  return count !== null && Number.isFinite(count) ? Math.max(0, count) : 0;
}

export function mostTokensIn(body: JsonObject, ...names: readonly string[]): number | null {
  const most = firstNumber(body, names);
  return most !== null && Number.isFinite(most) && most >= 0 ? most : null;
}

/** How often a call wants its answer: the largest of these members; one where none says. */
export function timesIn(holder: JsonObject, ...names: readonly string[]): number {
  const counts = names.map((name) => holder[name]).filter((one) => typeof one === 'number' && Number.isFinite(one));
  return Math.max(1, ...(counts as number[]));
}

function firstNumber(holder: JsonObject, names: readonly string[]): number | null {
  for (const name of names) {
    const one = holder[name];
    if (typeof one === 'number') return one;
  }
  return null;
}
