import { append } from '../../kernel/append.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { besides, entriesAt, plainOf, slotsBeside, slotsWithin } from '../slot.ts';
import type { Slot, Speaker, Surface } from '../surface.ts';
import { choicesStream } from './choices-stream.ts';
import { openAiError } from './errors.ts';
import { spelledByChoices } from './logprobs.ts';
import {
  contentIn,
  ENVELOPE,
  fetchedIn,
  labelsIn,
  mostTokensIn,
  objectsIn,
  SETTINGS,
  silence,
  timesIn,
  usageIn,
} from './parts.ts';

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
    const media: string[] = [...soundIn(body), ...fetchedIn(body)];
    for (const message of messages) {
      if (!isJsonObject(message)) return 'every message must be an object';
      readMessage(message, slots, media);
    }
    for (const key of OPERATORS) append(slots, slotsWithin(body, key, 'operator', true));
    append(slots, labelsIn(body));
    append(slots, slotsBeside(body, KNOWN, 'user'));
    return { slots, media };
  },
  textsOut: (answer) => {
    const slots: Slot[] = [];
    const { objects, strays } = entriesAt(answer, 'choices', 'assistant');
    for (const choice of objects) readChoice(choice, slots);
    append(slots, strays);
    append(slots, spelledByChoices(answer));
    append(slots, slotsBeside(answer, ENVELOPE, 'assistant', false));
    return slots;
  },
  mostTokens: (body) => mostTokensIn(body, 'max_completion_tokens', 'max_tokens'),
  mostAnswers: (body) => timesIn(body, 'n'),
  requestedSchema: ({ response_format: format }) => {
    const type = member(format, 'type');
    if (type === 'json_object') return { type: 'object' };
    return type === 'json_schema' ? (member(member(format, 'json_schema'), 'schema') ?? true) : undefined;
  },
  usageIn,
  errorBody: openAiError,
  silence,
  cutAnswer: (answer, content) => ({
    ...plainOf(answer, ENVELOPE),
    choices: objectsIn(answer.choices).map(({ index = 0 }) => ({
      index,
      message: { role: 'assistant', content },
      finish_reason: 'content_filter',
    })),
  }),
  stream: choicesStream('delta'),
};

const OPERATORS = ['tools', 'functions', 'response_format', 'tool_choice', 'function_call'] as const;
const KNOWN = membersOf({ read: [...SETTINGS, ...OPERATORS, 'messages'] });

/** A model that answers in sound says what nobody here can hear. */
function soundIn({ modalities }: JsonObject): readonly string[] {
  return Array.isArray(modalities) ? modalities.filter((one) => one !== 'text').map(() => 'sound in an answer') : [];
}

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

const BESIDE_CONTENT = membersOf({
  read: ['content', 'tool_calls', 'function_call'],
  names: ['role', 'tool_call_id', 'id', 'type'],
});

function readCalls(message: JsonObject, slots: Slot[]): void {
  const { objects, strays } = entriesAt(message, 'tool_calls', 'tool-call');
  for (const call of objects) {
    readCall(call, 'function', slots);
    readCall(call, 'custom', slots);
    append(slots, slotsBeside(call, CALL, 'tool-call'));
  }
  append(slots, strays);
  readCall(message, 'function_call', slots);
}

const CALL = membersOf({ read: ['function', 'custom'], names: ['id', 'type', 'index'] });

/** Its name comes in one piece on a stream, and cannot be changed. */
function readCall(holder: JsonObject, key: string, slots: Slot[]): void {
  const call = holder[key];
  if (!isJsonObject(call)) {
    append(slots, slotsWithin(holder, key, 'tool-call', true));
    return;
  }
  append(slots, slotsWithin(call, 'arguments', 'tool-call', false));
  append(slots, slotsWithin(call, 'input', 'tool-call', false));
  append(slots, slotsBeside(call, CALLED, 'tool-call'));
}

const CALLED = membersOf({ read: ['arguments', 'input'] });

function readChoice(choice: JsonObject, slots: Slot[]): void {
  const { message } = choice;
  if (isJsonObject(message)) {
    append(slots, contentIn(message, 'content', 'assistant').slots);
    readCalls(message, slots);
    append(slots, besides(slotsBeside(message, BESIDE_CONTENT, 'assistant', false)));
  } else append(slots, slotsWithin(choice, 'message', 'assistant', false));
  append(slots, slotsBeside(choice, CHOICE, 'assistant', false));
}

/** Members of a choice that are no text of their own. */
const CHOICE = membersOf({ read: ['message', 'logprobs'], names: ['index', 'finish_reason', 'stop_reason'] });
