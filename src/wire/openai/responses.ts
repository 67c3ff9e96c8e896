import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { slotsBeside } from '../slot.ts';
import type { Reading, Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { fetchedIn, mostTokensIn, objectsIn, usageIn } from './parts.ts';
import { asIsIn, CALL, cutResponse, responseTexts, silence } from './responses-answer.ts';
import { itemsIn, namesUnread } from './responses-items.ts';
import { responseStream } from './responses-stream.ts';

/** `POST /v1/responses` (OpenAI API reference, 'Responses'). What lies with the server, as an earlier answer, must be sent again. */
export const responses: Surface = {
  id: 'responses',
  dialect: 'openai',
  path: '/v1/responses',
  pathTo: () => '/v1/responses',
  textsIn,
  textsOut: responseTexts,
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
const NOW: ReadonlySet<Json | undefined> = new Set<Json | undefined>([undefined, null, false]);

function textsIn(body: JsonObject): Reading | string {
  const unread = UNREAD.find((key) => body[key] !== undefined && body[key] !== null);
  if (unread !== undefined || namesUnread(body.input))
    return `${unread ?? 'item_reference'} names texts that lie with the server and cannot be read here: send them again`;
  if (!NOW.has(body.background)) return 'answers that are fetched later cannot be read here: background must be false';
  const input = itemsIn(body, 'input', 'user');
  return {
    slots: [...input.slots, ...asIsIn(body), ...slotsBeside(body, CALL, 'user')],
    media: [...input.media, ...picturesIn(body), ...fetchedIn(body)],
  };
}

/** A tool whose pictures nobody here looks at. */
function picturesIn({ tools }: JsonObject): readonly string[] {
  return objectsIn(tools).some(({ type }) => type === 'image_generation') ? ['pictures in an answer'] : [];
}
