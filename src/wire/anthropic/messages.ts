import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { FETCHED, mostTokensIn, objectsIn } from '../openai/parts.ts';
import { plainOf, slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Surface } from '../surface.ts';
import { answerTexts, ENVELOPE } from './answer.ts';
import { contentIn } from './blocks.ts';
import { anthropicError } from './errors.ts';
import { messageStream } from './stream.ts';
import { usageIn } from './usage.ts';

/** `POST /v1/messages` (Anthropic API reference, 'Messages'). */
export const messages: Surface = {
  id: 'messages',
  dialect: 'anthropic',
  path: '/v1/messages',
  pathTo: () => '/v1/messages',
  textsIn: messageTexts,
  textsOut: answerTexts,
  mostTokens: (body) => mostTokensIn(body, 'max_tokens'),
  requestedSchema: ({ output_config: config, output_format: older }) => {
    const format = member(config, 'format') ?? older;
    return member(format, 'type') === 'json_schema' ? (member(format, 'schema') ?? true) : undefined;
  },
  usageIn,
  errorBody: anthropicError,
  silence: () => {},
  cutAnswer: (answer, text) => ({
    ...plainOf(answer, ENVELOPE),
    content: [{ type: 'text', text }],
    stop_reason: 'refusal',
  }),
  stream: messageStream,
};

/** What a model reads of a call, and of one whose tokens are only counted. */
export function messageTexts(body: JsonObject): Reading | string {
  if (!Array.isArray(body.messages)) return 'messages must be a list';
  if (!body.messages.every(isJsonObject)) return 'every message must be an object';
  const system = body.system === undefined ? { slots: [], media: [] } : contentIn(body, 'system', 'operator');
  const readings = objectsIn(body.messages).map((message) => {
    const speaker = message.role === 'assistant' ? 'assistant' : message.role === 'system' ? 'operator' : 'user';
    const { slots, media } = contentIn(message, 'content', speaker);
    return { slots: [...slots, ...slotsBeside(message, BESIDE_CONTENT, speaker)], media };
  });
  return {
    slots: [
      ...system.slots,
      ...readings.flatMap(({ slots }) => slots),
      ...OPERATORS.flatMap((key) => slotsWithin(body, key, 'operator', true)),
      ...slotsWithin(body, 'metadata', 'user', false),
      ...slotsBeside(body, KNOWN, 'user'),
    ],
    media: [...system.media, ...readings.flatMap(({ media }) => media), ...fetchedIn(body)],
  };
}

/** Tools that the vendor runs, with what lies elsewhere. */
const ELSEWHERE = /^(?:web_search|web_fetch)_\d{8}$|^mcp_toolset$/;

function fetchedIn({ tools, mcp_servers: servers }: JsonObject): readonly string[] {
  const named = objectsIn(tools).some(({ type }) => typeof type === 'string' && ELSEWHERE.test(type));
  return named || objectsIn(servers).length > 0 ? [FETCHED] : [];
}

const BESIDE_CONTENT = membersOf({ read: ['content'], names: ['role'] });
const OPERATORS = ['tools', 'tool_choice', 'output_config', 'output_format', 'mcp_servers'] as const;
/** Members that tell the server how to work, and no model what to say. */
const KNOWN = membersOf({
  read: [...OPERATORS, 'model', 'messages', 'system', 'metadata'],
  names: ['service_tier', 'container', 'context_management', 'thinking', 'cache_control', 'inference_geo'],
});
