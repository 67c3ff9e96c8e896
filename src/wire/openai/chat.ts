import { append } from '../../kernel/append.ts';
import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { besides, deltaAt, slotAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { DeltaSlot, Slot, Speaker, StreamSurface, Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { contentIn, mostTokensIn, objectsIn, SETTINGS, usageIn } from './parts.ts';

/** `POST /v1/chat/completions`: what OpenAI, vLLM, TGI, llama.cpp and Ollama speak (OpenAI API reference, 'Chat'). */
export const chat: Surface = {
  id: 'chat',
  dialect: 'openai',
  path: '/v1/chat/completions',
  pathTo: () => '/v1/chat/completions',
  textsIn: (body) => {
    const { messages } = body;
    if (!Array.isArray(messages)) return 'messages must be a list';
    const slots: Slot[] = [];
    const media: string[] = [];
    for (const message of messages) {
      if (!isJsonObject(message)) return 'every message must be an object';
      readMessage(message, slots, media);
    }
    for (const key of OPERATORS) append(slots, slotsWithin(body, key, 'operator', true));
    append(slots, slotsBeside(body, KNOWN, 'user'));
    return { slots, media };
  },
  textsOut: (answer) => {
    const slots: Slot[] = [];
    for (const { message } of objectsIn(answer.choices)) if (isJsonObject(message)) readAnswer(message, slots);
    append(slots, slotsBeside(answer, ENVELOPE, 'assistant', false));
    return slots;
  },
  mostTokens: (body) => mostTokensIn(body, 'max_completion_tokens', 'max_tokens'),
  requestedSchema: ({ response_format: format }) => {
    const type = member(format, 'type');
    if (type === 'json_object') return { type: 'object' };
    return type === 'json_schema' ? (member(member(format, 'json_schema'), 'schema') ?? true) : undefined;
  },
  usageIn,
  errorBody: openAiError,
  silence,
  cutAnswer: (answer, content) => ({
    ...answer,
    choices: objectsIn(answer.choices).map(({ index = 0 }) => ({
      index,
      message: { role: 'assistant', content },
      finish_reason: 'content_filter',
    })),
  }),
  stream: streamOf('delta', deltasOf, (field, text) => ({ delta: { [field]: text } })),
};

const OPERATORS = ['tools', 'functions', 'response_format', 'tool_choice', 'function_call'] as const;
const KNOWN: ReadonlySet<string> = new Set([...SETTINGS, ...OPERATORS, 'messages']);
/** Members of an answer that are no text of the model's. */
const ENVELOPE: ReadonlySet<string> = new Set([
  'id',
  'object',
  'created',
  'model',
  'choices',
  'usage',
  'system_fingerprint',
  'service_tier',
  'error',
  'kv_transfer_params',
]);

const SPEAKERS: Readonly<Record<string, Speaker>> = {
  system: 'operator',
  developer: 'operator',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  function: 'tool',
};

function readMessage(message: JsonObject, slots: Slot[], media: string[]): void {
  const role = typeof message.role === 'string' ? message.role : '';
  // Who cannot be told is trusted least.
  const speaker = Object.hasOwn(SPEAKERS, role) ? (SPEAKERS[role] ?? 'user') : 'user';
  const content = contentIn(message, 'content', speaker);
  append(slots, content.slots);
  append(media, content.media);
  readCalls(message, slots);
  append(slots, slotsBeside(message, BESIDE_CONTENT, speaker));
}

const BESIDE_CONTENT: ReadonlySet<string> = new Set([
  'role',
  'content',
  'tool_calls',
  'function_call',
  'tool_call_id',
  'id',
  'type',
]);

function readCalls(message: JsonObject, slots: Slot[]): void {
  for (const call of objectsIn(message.tool_calls)) readCall(call.function ?? call.custom, slots);
  readCall(message.function_call, slots);
}

function readCall(call: Json | undefined, slots: Slot[]): void {
  if (!isJsonObject(call)) return;
  append(slots, slotAt(call, 'name', 'tool-call', true));
  append(slots, slotAt(call, 'arguments', 'tool-call'));
  append(slots, slotAt(call, 'input', 'tool-call'));
}

/** What functions are called by: it comes in one piece, and cannot be changed. */
function namesIn(delta: JsonObject): readonly Slot[] {
  const calls = [...objectsIn(delta.tool_calls).map((call) => call.function), delta.function_call];
  return calls.flatMap((call) => (isJsonObject(call) ? slotAt(call, 'name', 'tool-call', true) : []));
}

function readAnswer(message: JsonObject, slots: Slot[]): void {
  append(slots, contentIn(message, 'content', 'assistant').slots);
  readCalls(message, slots);
  append(slots, besides(slotsBeside(message, BESIDE_CONTENT, 'assistant', false)));
}

function deltasOf(choice: JsonObject, index: string): readonly DeltaSlot[] {
  const { delta } = choice;
  if (!isJsonObject(delta)) return [];
  const said: DeltaSlot[] = [];
  for (const key of Object.keys(delta)) {
    if (key === 'role' || key === 'tool_calls' || key === 'function_call') continue;
    const pieces = deltaAt(delta, key, 'assistant', `${index}/${key}`);
    append(said, key === 'content' ? pieces : besides(pieces));
  }
  for (const call of objectsIn(delta.tool_calls)) {
    const lane = `${index}/tool_calls/${typeof call.index === 'number' ? call.index : 0}`;
    if (isJsonObject(call.function)) append(said, deltaAt(call.function, 'arguments', 'tool-call', lane));
  }
  if (isJsonObject(delta.function_call))
    append(said, deltaAt(delta.function_call, 'arguments', 'tool-call', `${index}/function_call`));
  return said;
}

/** Streams whose events have `choices`: chat's and completions' are one but for where the text is. */
export function streamOf(
  textKey: 'delta' | 'text',
  deltasOf: (choice: JsonObject, index: string) => readonly DeltaSlot[],
  saying: (field: string, text: string) => JsonObject,
): StreamSurface {
  return {
    deltasIn: (event) => objectsIn(event.choices).flatMap((choice) => deltasOf(choice, indexOf(choice))),
    wholeIn: (event) => [
      ...(isJsonObject(event.error) ? slotsWithin(event, 'error', 'assistant', false) : []),
      ...objectsIn(event.choices).flatMap(({ delta }) => (isJsonObject(delta) ? namesIn(delta) : [])),
    ],
    endsIn: (event) =>
      objectsIn(event.choices).flatMap((choice) =>
        typeof choice.finish_reason === 'string' ? [`${indexOf(choice)}/`] : [],
      ),
    saying: (event, lane, text) => {
      const [index = '0', field = 'content', call] = lane.split('/');
      const said =
        call === undefined
          ? field === 'function_call'
            ? { delta: { function_call: { arguments: text } } }
            : saying(field, text)
          : { delta: { tool_calls: [{ index: Number(call), function: { arguments: text } }] } };
      return { ...shellOf(event), choices: [{ index: Number(index), ...said, finish_reason: null }] };
    },
    stop: (event, lane, message) => {
      const index = Number(lane?.split('/')[0] ?? 0);
      const [said, nothing] = [saying('content', message), textKey === 'delta' ? { delta: {} } : { text: '' }];
      const choice = (rest: object, finish: string | null): JsonObject => ({
        ...shellOf(event),
        choices: [{ index, ...rest, finish_reason: finish }],
      });
      return [choice(said, null), choice(nothing, 'content_filter')];
    },
    nameOf: () => null,
    completes: () => false,
    terminator: '[DONE]',
  };
}

/** Log probabilities spell the text again. */
export function silence(answer: JsonObject): void {
  for (const choice of objectsIn(answer.choices) as Record<string, unknown>[]) {
    if (choice.logprobs !== undefined) choice.logprobs = null;
  }
}

function indexOf(choice: JsonObject): string {
  return String(typeof choice.index === 'number' ? choice.index : 0);
}

function shellOf({ choices: _choices, usage: _usage, error: _error, ...shell }: JsonObject): JsonObject {
  return shell;
}
