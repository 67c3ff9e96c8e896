import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { chat } from '../openai/chat.ts';
import { objectsIn, usageIn } from '../openai/parts.ts';
import { textOf } from '../slot.ts';
import { chatOfContents } from './gemini-request.ts';
import { argumentsIn, type EventTranslator, type Translation } from './translation.ts';

/** A caller that speaks Gemini's `generateContent`, and a server that speaks `chat/completions`. */
export const generateContentOverChat: Translation = {
  to: chat,
  request: chatOfContents,
  answer: (answer, model) => ({
    ...envelopeOf(answer, model),
    candidates: objectsIn(answer.choices).map((choice) => {
      const message = isJsonObject(choice.message) ? choice.message : {};
      const parts = [
        ...textPart(message.reasoning_content ?? message.reasoning, true),
        ...textPart(textOf(message.content) + textOf(message.refusal), false),
        ...objectsIn(message.tool_calls).map(({ function: called }) => callPart(called)),
      ];
      return candidate(choice, parts, textOf(choice.finish_reason));
    }),
    ...usageOf(answer),
  }),
  stream: translateEvents,
};

const REASONS: Readonly<Record<string, string>> = {
  stop: 'STOP',
  length: 'MAX_TOKENS',
  tool_calls: 'STOP',
  function_call: 'STOP',
  content_filter: 'SAFETY',
};

function envelopeOf({ id }: JsonObject, model: string): JsonObject {
  return { modelVersion: model, responseId: textOf(id) };
}

function candidate({ index = 0 }: JsonObject, parts: readonly JsonObject[], finish: string): JsonObject {
  return {
    index,
    content: { role: 'model', parts: [...parts] },
    ...(finish === '' ? {} : { finishReason: REASONS[finish] ?? 'OTHER' }),
  };
}

function indexOf({ index }: JsonObject): number {
  return typeof index === 'number' ? index : 0;
}

function textPart(value: unknown, thought: boolean): readonly JsonObject[] {
  const text = textOf(value);
  return text === '' ? [] : [{ text, ...(thought ? { thought } : {}) }];
}

function callPart(called: unknown): JsonObject {
  const call = isJsonObject(called) ? called : {};
  return { functionCall: { name: textOf(call.name), args: argumentsIn(call.arguments) } };
}

function usageOf(answer: JsonObject): JsonObject {
  const usage = usageIn(answer);
  if (usage === null) return {};
  const { input, output } = usage;
  return {
    usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
  };
}

/** Texts go on as they come; calls come whole there, so that their pieces wait for the end. */
function translateEvents(model: string): EventTranslator {
  const calls = new Map<string, { name: string; arguments: string }>();
  let shell: JsonObject = { modelVersion: model, responseId: '' };

  const gather = (choice: JsonObject, delta: JsonObject): void => {
    for (const call of objectsIn(delta.tool_calls)) {
      const key = `${indexOf(choice)}/${indexOf(call)}`;
      const known = calls.get(key) ?? { name: '', arguments: '' };
      const called = isJsonObject(call.function) ? call.function : {};
      known.name += textOf(called.name);
      known.arguments += textOf(called.arguments);
      calls.set(key, known);
    }
  };
  const gathered = (choice: JsonObject): readonly JsonObject[] => {
    const own = [...calls].filter(([key]) => key.startsWith(`${indexOf(choice)}/`));
    for (const [key] of own) calls.delete(key);
    return own.map(([, call]) => callPart(call));
  };

  return {
    event: (event) => {
      if (event.id !== undefined) shell = envelopeOf(event, model);
      const candidates = objectsIn(event.choices).flatMap((choice) => {
        const delta = isJsonObject(choice.delta) ? choice.delta : {};
        gather(choice, delta);
        const finish = textOf(choice.finish_reason);
        const parts = [
          ...textPart(delta.reasoning_content ?? delta.reasoning, true),
          ...textPart(textOf(delta.content) + textOf(delta.refusal), false),
          ...(finish === '' ? [] : gathered(choice)),
        ];
        return parts.length === 0 && finish === '' ? [] : [candidate(choice, parts, finish)];
      });
      const usage = usageOf(event);
      if (candidates.length === 0 && usage.usageMetadata === undefined) return [];
      return [{ ...shell, ...(candidates.length === 0 ? {} : { candidates }), ...usage }];
    },
    done: () => [],
  };
}
