import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { slotAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { mostTokensIn, objectsIn, SETTINGS, usageIn } from './parts.ts';
import { itemsIn, namesUnread } from './responses-items.ts';
import { cutResponse, responseStream } from './responses-stream.ts';

/** `POST /v1/responses` (OpenAI API reference, 'Responses'). What lies with the server, as an earlier answer, must be sent again. */
export const responses: Surface = {
  id: 'responses',
  dialect: 'openai',
  path: '/v1/responses',
  pathTo: () => '/v1/responses',
  textsIn,
  textsOut: (answer) => [
    ...itemsIn(answer, 'output', 'assistant').slots,
    ...slotsWithin(answer, 'error', 'assistant', false),
    ...slotsBeside(answer, ENVELOPE, 'assistant', false),
  ],
  mostTokens: (body) => mostTokensIn(body, 'max_output_tokens'),
  requestedSchema: ({ text }) => {
    const format = member(text, 'format');
    const type = member(format, 'type');
    if (type === 'json_object') return { type: 'object' };
    return type === 'json_schema' ? (member(format, 'schema') ?? true) : undefined;
  },
  usageIn: (answer) => usageIn(isJsonObject(answer.response) ? answer.response : answer),
  errorBody: openAiError,
  silence,
  cutAnswer: cutResponse,
  stream: responseStream,
};

const UNREAD = ['previous_response_id', 'conversation', 'prompt'] as const;

function textsIn(body: JsonObject): Reading | string {
  const unread = UNREAD.find((key) => body[key] !== undefined && body[key] !== null);
  if (unread !== undefined || namesUnread(body.input))
    return `${unread ?? 'item_reference'} names texts that lie with the server and cannot be read here: send them again`;
  if (body.background === true) return 'answers that are fetched later cannot be read here: background must be false';
  const input = body.input === undefined ? { slots: [], media: [] } : itemsIn(body, 'input', 'user');
  return {
    slots: [
      ...slotAt(body, 'instructions', 'operator'),
      ...input.slots,
      ...OPERATORS.flatMap((key) => slotsWithin(body, key, 'operator', true)),
      ...slotsBeside(body, KNOWN, 'user'),
    ],
    media: input.media,
  };
}

const OPERATORS = ['tools', 'tool_choice', 'text'] as const;
const KNOWN: ReadonlySet<string> = new Set([
  ...SETTINGS,
  ...OPERATORS,
  'input',
  'instructions',
  'reasoning',
  'include',
  'truncation',
  'context_management',
  'prompt_cache_retention',
]);
/** Members of an answer that are no text of the model's; the caller's own come back in some. */
const ENVELOPE: ReadonlySet<string> = new Set([
  ...KNOWN,
  'id',
  'object',
  'status',
  'output',
  'error',
  'incomplete_details',
  'usage',
  'previous_response_id',
  'conversation',
  'prompt',
]);

/** Log probabilities spell the text again, in an answer and in its events. */
function silence(answer: JsonObject): void {
  const response = isJsonObject(answer.response) ? answer.response : answer;
  const items = isJsonObject(answer.item) ? [answer.item] : objectsIn(response.output);
  const parts = [
    ...items.flatMap((item) => objectsIn(item.content)),
    ...(isJsonObject(answer.part) ? [answer.part] : []),
  ];
  for (const holder of [answer, ...parts] as Record<string, unknown>[]) {
    if (holder.logprobs !== undefined) holder.logprobs = [];
  }
}
