import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { chat } from '../openai/chat.ts';
import { objectsIn, usageIn } from '../openai/parts.ts';
import { textOf } from '../slot.ts';
import { chatOfMessages } from './messages-request.ts';
import { argumentsIn, type EventTranslator, type Translation } from './translation.ts';

/** A caller that speaks Anthropic's `messages`, and a server that speaks `chat/completions`. */
export const messagesOverChat: Translation = {
  to: chat,
  request: chatOfMessages,
  answer: (answer, model) => {
    const [choice] = objectsIn(answer.choices);
    const message = isJsonObject(choice?.message) ? choice.message : {};
    const usage = usageIn(answer);
    return {
      ...envelopeOf(answer, model),
      content: [
        ...thoughtOf(message.reasoning_content ?? message.reasoning),
        ...said(textOf(message.content) + textOf(message.refusal)),
        ...objectsIn(message.tool_calls).map((call) => {
          const called = isJsonObject(call.function) ? call.function : {};
          const name = textOf(called.name);
          return { type: 'tool_use', id: textOf(call.id), name, input: argumentsIn(called.arguments) };
        }),
      ],
      stop_reason: REASONS[textOf(choice?.finish_reason)] ?? 'end_turn',
      usage: { input_tokens: usage?.input ?? 0, output_tokens: usage?.output ?? 0 },
    };
  },
  stream: translateEvents,
};

const REASONS: Readonly<Record<string, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  tool_calls: 'tool_use',
  function_call: 'tool_use',
  content_filter: 'refusal',
};

function envelopeOf({ id }: JsonObject, model: string): JsonObject {
  return { id: `msg_${textOf(id)}`, type: 'message', role: 'assistant', model, stop_sequence: null };
}

function said(text: string): readonly JsonObject[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function thoughtOf(thought: unknown): readonly JsonObject[] {
  const text = textOf(thought);
  return text === '' ? [] : [{ type: 'thinking', thinking: text, signature: '' }];
}

/** Blocks open and close one after the other: what OpenAI's deltas mix is put in order by where each belongs. */
function translateEvents(model: string): EventTranslator {
  let begun = false;
  /** What the open block is of: `text`, `thinking`, `tool/0`. */
  let open: string | null = null;
  let index = -1;
  let reason = 'end_turn';
  let usage = { input: 0, output: 0 };
  const calls = new Map<number, { id: string; name: string; input: string }>();

  const close = (): readonly JsonObject[] => {
    if (open === null) return [];
    open = null;
    return [{ type: 'content_block_stop', index }];
  };
  const within = (lane: string, block: JsonObject): readonly JsonObject[] => {
    if (open === lane) return [];
    const closed = close();
    open = lane;
    index++;
    return [...closed, { type: 'content_block_start', index, content_block: block }];
  };
  const adding = (lane: string, block: JsonObject, delta: JsonObject, text: string): readonly JsonObject[] =>
    text === '' ? [] : [...within(lane, block), { type: 'content_block_delta', index, delta }];

  const begin = (event: JsonObject): readonly JsonObject[] => {
    if (begun) return [];
    begun = true;
    const message = {
      ...envelopeOf(event, model),
      content: [],
      stop_reason: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    };
    return [{ type: 'message_start', message }];
  };
  /** Calls wait for the end: what the guard held of a text may come after them, and a block that is closed stays closed. */
  const gather = (call: JsonObject): void => {
    const at = typeof call.index === 'number' ? call.index : 0;
    const known = calls.get(at) ?? { id: '', name: '', input: '' };
    const called = isJsonObject(call.function) ? call.function : {};
    known.id += textOf(call.id);
    known.name += textOf(called.name);
    known.input += textOf(called.arguments);
    calls.set(at, known);
  };
  const callsMade = (): readonly JsonObject[] =>
    [...calls.values()].flatMap(({ id, name, input }, at) => {
      argumentsIn(input);
      const block = { type: 'tool_use', id, name, input: {} };
      return adding(`tool/${at}`, block, { type: 'input_json_delta', partial_json: input || '{}' }, input || '{}');
    });

  return {
    event: (event) => {
      usage = usageIn(event) ?? usage;
      const out = [...begin(event)];
      const [choice] = objectsIn(event.choices);
      const delta = isJsonObject(choice?.delta) ? choice.delta : {};
      const thought = textOf(delta.reasoning_content ?? delta.reasoning);
      const text = textOf(delta.content) + textOf(delta.refusal);
      out.push(
        ...adding(
          'thinking',
          { type: 'thinking', thinking: '', signature: '' },
          { type: 'thinking_delta', thinking: thought },
          thought,
        ),
        ...adding('text', { type: 'text', text: '' }, { type: 'text_delta', text }, text),
      );
      for (const call of objectsIn(delta.tool_calls)) gather(call);
      const finish = textOf(choice?.finish_reason);
      if (finish !== '') reason = REASONS[finish] ?? 'end_turn';
      return out;
    },
    done: () => [
      ...begin({}),
      ...callsMade(),
      ...close(),
      {
        type: 'message_delta',
        delta: { stop_reason: reason, stop_sequence: null },
        usage: { input_tokens: usage.input, output_tokens: usage.output },
      },
      { type: 'message_stop' },
    ],
  };
}
