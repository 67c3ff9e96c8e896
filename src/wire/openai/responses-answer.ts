import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { plainOf, slotsBeside, slotsWithin } from '../slot.ts';
import type { Slot } from '../surface.ts';
import { spelledIn } from './logprobs.ts';
import { labelsIn, objectsIn, SETTINGS } from './parts.ts';
import { itemsIn } from './responses-items.ts';

const OPERATORS = ['instructions', 'tools', 'tool_choice', 'text'] as const;
/** How the server is to work; answers repeat it. */
const HOW = [
  'reasoning',
  'include',
  'truncation',
  'context_management',
  'prompt_cache_retention',
  'service_tier',
] as const;

/** Members of a call that are read, or need not be. */
export const CALL = membersOf({ read: [...SETTINGS, ...OPERATORS, 'input'], names: HOW });

const NAMES = [
  ...HOW,
  'id',
  'object',
  'created_at',
  'completed_at',
  'model',
  'status',
  'incomplete_details',
  'usage',
  'previous_response_id',
  'background',
] as const;
const ANSWER = membersOf({ read: [...SETTINGS.slice(1), ...OPERATORS, 'output'], names: NAMES });

/** What a call says beside its conversation, and what an answer repeats of it: by the same speakers. */
export function asIsIn(body: JsonObject, isAnswer = false): readonly Slot[] {
  return [
    ...slotsWithin(body, 'instructions', 'operator', false),
    ...OPERATORS.slice(1).flatMap((key) => slotsWithin(body, key, 'operator', !isAnswer)),
    ...labelsIn(body),
  ];
}

/** The texts of a whole answer, which some events hold as well. */
export function responseTexts(answer: JsonObject): readonly Slot[] {
  return [
    ...itemsIn(answer, 'output', 'assistant').slots,
    ...asIsIn(answer, true),
    ...spelledWithin(answer),
    ...slotsBeside(answer, ANSWER, 'assistant', false),
  ];
}

/** An answer that policy ended: what was said of it is this message alone. */
export function cutResponse(answer: JsonObject, text: string): JsonObject {
  const response = isJsonObject(answer.response) ? answer.response : answer.object === 'response' ? answer : {};
  return {
    id: 'resp_cut',
    object: 'response',
    created_at: 0,
    model: '',
    error: null,
    tools: [],
    ...plainOf(response, ANSWER),
    status: 'incomplete',
    incomplete_details: { reason: 'content_filter' },
    output: [
      {
        type: 'message',
        id: 'msg_cut',
        role: 'assistant',
        status: 'incomplete',
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
  };
}

/** Log probabilities spell the text again, in an answer and in its events: they are left out. */
export function silence(answer: JsonObject): void {
  for (const holder of spellersIn(answer)) forget(holder);
}

export function spelledWithin(answer: JsonObject): readonly Slot[] {
  return spellersIn(answer).flatMap((holder) => spelledIn(holder.logprobs, 'assistant', () => forget(holder)));
}

function forget(holder: JsonObject): void {
  if (holder.logprobs !== undefined) (holder as Record<string, unknown>).logprobs = [];
}

function spellersIn(answer: JsonObject): readonly JsonObject[] {
  const response = isJsonObject(answer.response) ? answer.response : answer;
  const items = isJsonObject(answer.item) ? [answer.item] : objectsIn(response.output);
  return [
    answer,
    ...items.flatMap((item) => objectsIn(item.content)),
    ...(isJsonObject(answer.part) ? [answer.part] : []),
  ].filter(({ logprobs }) => logprobs !== undefined);
}
