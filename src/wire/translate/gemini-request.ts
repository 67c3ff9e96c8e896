import { isJsonObject, type Json, type JsonObject, member } from '../../kernel/json.ts';
import { jsonSchemaOf } from '../gemini/schema.ts';
import { objectsIn } from '../openai/parts.ts';
import { textOf } from '../slot.ts';
import { refuseMembers, renamed, Untranslatable } from './translation.ts';

/** Gemini's `generateContent` as `chat/completions`. Throws Untranslatable. */
export function chatOfContents(body: JsonObject, { model, stream }: { model: string; stream: boolean }): JsonObject {
  refuseMembers(body, ['cachedContent', ...OTHERWISE_WRITTEN]);
  const config = isJsonObject(body.generationConfig) ? body.generationConfig : {};
  refuseMembers(config, ['thinkingConfig', 'responseModalities', 'speechConfig', 'imageConfig', 'routingConfig']);
  return {
    ...renamed(body, OUTSIDE),
    ...renamed(config, NAMES),
    model,
    messages: [...systemOf(body.systemInstruction), ...messagesOf(objectsIn(body.contents))],
    ...toolsOf(objectsIn(body.tools)),
    ...choiceOf(member(body.toolConfig, 'functionCallingConfig')),
    ...formatOf(config),
    ...(stream ? { stream: true, stream_options: { include_usage: true } } : {}),
  };
}

/** Google's JSON may have its names so, too; they are put into other words by the usual ones. */
const OTHERWISE_WRITTEN = [
  'system_instruction',
  'generation_config',
  'tool_config',
  'safety_settings',
  'cached_content',
];

/** Null: said otherwise, or for Google's own filters; the gateway has its own. */
const OUTSIDE: Readonly<Record<string, string | null>> = {
  contents: null,
  systemInstruction: null,
  generationConfig: null,
  tools: null,
  toolConfig: null,
  safetySettings: null,
  labels: null,
};
const NAMES: Readonly<Record<string, string | null>> = {
  topP: 'top_p',
  topK: 'top_k',
  maxOutputTokens: 'max_tokens',
  stopSequences: 'stop',
  candidateCount: 'n',
  presencePenalty: 'presence_penalty',
  frequencyPenalty: 'frequency_penalty',
  responseLogprobs: 'logprobs',
  logprobs: 'top_logprobs',
  responseMimeType: null,
  responseSchema: null,
  responseJsonSchema: null,
};

function systemOf(instruction: Json | undefined): readonly JsonObject[] {
  const text =
    typeof instruction === 'string'
      ? instruction
      : listIn(member(instruction, 'parts'))
          .map((part) => textOf(part.text))
          .join('\n\n');
  return text === '' ? [] : [{ role: 'system', content: text }];
}

/** Where a list has one entry, Google's JSON may have that alone. */
function listIn(value: Json | undefined): readonly JsonObject[] {
  return isJsonObject(value) ? [value] : objectsIn(value);
}

/** Calls have no ids of their own there: the first result of a name answers the first open call of it. */
function messagesOf(contents: readonly JsonObject[]): readonly JsonObject[] {
  const open: { readonly name: string; readonly id: string }[] = [];
  let calls = 0;
  const idFor = (name: string): string => {
    const id = `call_${calls++}`;
    open.push({ name, id });
    return id;
  };
  const answered = (name: string): string => {
    const at = open.findIndex((call) => call.name === name);
    const [call] = at < 0 ? [] : open.splice(at, 1);
    if (call === undefined) throw new Untranslatable(`there is no open call of ${name.slice(0, 100)} to answer`);
    return call.id;
  };
  return contents.flatMap((content) => {
    const parts = listIn(content.parts);
    if (content.role === 'model') return [modelOf(parts, idFor)];
    const results = parts.flatMap(({ functionResponse: result }) =>
      isJsonObject(result)
        ? [
            {
              role: 'tool',
              tool_call_id: answered(textOf(result.name)),
              content: JSON.stringify(result.response ?? {}),
            },
          ]
        : [],
    );
    const said = parts.filter((part) => part.functionResponse === undefined).map(partOf);
    if (said.length === 0) return results;
    const texts = said.every(({ type }) => type === 'text');
    return [...results, { role: 'user', content: texts ? said.map(({ text }) => textOf(text)).join('\n') : said }];
  });
}

function modelOf(parts: readonly JsonObject[], idFor: (name: string) => string): JsonObject {
  const said: string[] = [];
  const calls: JsonObject[] = [];
  for (const part of parts) {
    const { functionCall: call } = part;
    if (isJsonObject(call)) {
      const name = textOf(call.name);
      const called = { name, arguments: JSON.stringify(call.args ?? {}) };
      calls.push({ id: idFor(name), type: 'function', function: called });
    } else if (typeof part.text !== 'string') throw unknownPart(part);
    else if (part.thought !== true) said.push(part.text);
  }
  return {
    role: 'assistant',
    content: said.length === 0 ? null : said.join(''),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

function partOf(part: JsonObject): JsonObject {
  if (typeof part.text === 'string') return { type: 'text', text: part.text };
  const { inlineData: data } = part;
  const type = textOf(member(data, 'mimeType'));
  if (isJsonObject(data) && type.startsWith('image/'))
    return { type: 'image_url', image_url: { url: `data:${type};base64,${textOf(data.data)}` } };
  throw unknownPart(part);
}

function unknownPart(part: JsonObject): Untranslatable {
  return new Untranslatable(`a part with ${Object.keys(part).join(', ').slice(0, 100)} has no meaning for the server`);
}

function toolsOf(tools: readonly JsonObject[]): JsonObject {
  if (tools.length === 0) return {};
  const odd = tools.flatMap(Object.keys).find((key) => key !== 'functionDeclarations');
  if (odd !== undefined) throw new Untranslatable(`the tool ${odd} is run by Google alone`);
  const declared = tools.flatMap((tool) => objectsIn(tool.functionDeclarations));
  return {
    tools: declared.map(({ name = '', description, parameters, parametersJsonSchema }) => ({
      type: 'function',
      function: {
        name,
        ...(description === undefined ? {} : { description }),
        parameters: parametersJsonSchema ?? jsonSchemaOf(parameters ?? { type: 'OBJECT', properties: {} }),
      },
    })),
  };
}

function choiceOf(config: Json | undefined): JsonObject {
  const mode = textOf(member(config, 'mode'));
  const names = member(config, 'allowedFunctionNames');
  if (mode === 'NONE') return { tool_choice: 'none' };
  if (mode !== 'ANY') return {};
  if (Array.isArray(names) && names.length === 1)
    return { tool_choice: { type: 'function', function: { name: textOf(names[0]) } } };
  return { tool_choice: 'required' };
}

function formatOf({ responseMimeType: type, responseSchema: own, responseJsonSchema: schema }: JsonObject): JsonObject {
  if (type !== 'application/json') return {};
  const wanted = schema ?? (own === undefined ? null : jsonSchemaOf(own));
  return {
    response_format:
      wanted === null
        ? { type: 'json_object' }
        : { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: wanted } },
  };
}
