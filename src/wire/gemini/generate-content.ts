import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { FETCHED, mostTokensIn, objectsIn, timesIn } from '../openai/parts.ts';
import { entriesAt, plainOf, slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Surface, Usage } from '../surface.ts';
import { ANSWER, besideCandidates, candidateTexts, silence } from './answer.ts';
import { geminiError } from './errors.ts';
import { partsIn } from './parts.ts';
import { jsonSchemaOf } from './schema.ts';
import { contentStream } from './stream.ts';

/** `POST /v1beta/models/{model}:generateContent` and `:streamGenerateContent` (Gemini API reference, 'Generating content'). */
export const generateContent: Surface = {
  id: 'generate-content',
  dialect: 'gemini',
  path: (path) => {
    const [, model, method] = PATH.exec(path) ?? [];
    const named = model === undefined ? null : decoded(model);
    return named === null ? null : { model: named, stream: method === 'streamGenerateContent' };
  },
  pathTo: (model, stream) =>
    `/v1beta/models/${encodeURIComponent(model)}:${stream ? 'streamGenerateContent?alt=sse' : 'generateContent'}`,
  textsIn,
  textsOut: (answer) => {
    const { objects, strays } = entriesAt(answer, 'candidates', 'assistant');
    return [...objects.flatMap(candidateTexts), ...strays, ...besideCandidates(answer)];
  },
  mostTokens: (body) => mostTokensIn(configOf(body), 'maxOutputTokens', 'max_output_tokens'),
  mostAnswers: (body) => timesIn(configOf(body), 'candidateCount', 'candidate_count'),
  requestedSchema: (body) => {
    const config = configOf(body);
    if ((config.responseMimeType ?? config.response_mime_type) !== 'application/json') return undefined;
    const own = config.responseSchema ?? config.response_schema;
    const given = config.responseJsonSchema ?? config.response_json_schema;
    return given ?? (own === undefined ? true : jsonSchemaOf(own));
  },
  usageIn,
  errorBody: geminiError,
  silence,
  cutAnswer: (answer, text) => ({
    ...plainOf(answer, ANSWER),
    candidates: objectsIn(answer.candidates).map(({ index = 0 }) => ({
      index,
      content: { role: 'model', parts: [{ text }] },
      finishReason: 'SAFETY',
    })),
  }),
  stream: contentStream,
};

const PATH = /^\/v1(?:beta|alpha)?\/models\/([^:?#]{1,300}):(generateContent|streamGenerateContent)$/;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function textsIn(body: JsonObject): Reading | string {
  if (!Array.isArray(body.contents) || !body.contents.every(isJsonObject)) return 'contents must be a list of objects';
  if (CACHED.some((key) => body[key] !== undefined && body[key] !== null))
    return 'cachedContent names texts that lie with the server and cannot be read here: send them again';
  const readings = objectsIn(body.contents).map((content) => {
    const speaker = content.role === 'model' ? 'assistant' : content.role === 'function' ? 'tool' : 'user';
    return partsIn(content, speaker);
  });
  for (const key of SYSTEM) {
    const system = body[key];
    if (isJsonObject(system)) readings.unshift(partsIn(system, 'operator'));
    else readings.unshift({ slots: slotsWithin(body, key, 'operator', true), media: [] });
  }
  return {
    slots: [
      ...readings.flatMap(({ slots }) => slots),
      ...OPERATORS.flatMap((key) => slotsWithin(body, key, 'operator', true)),
      ...slotsWithin(body, 'labels', 'user', false),
      ...slotsBeside(body, KNOWN, 'user'),
    ],
    media: [...readings.flatMap(({ media }) => media), ...madeIn(body), ...fetchedIn(body)],
  };
}

/** How the answer is to be made, by either of Google's names. */
function configOf(body: JsonObject): JsonObject {
  const config = body.generationConfig ?? body.generation_config;
  return isJsonObject(config) ? config : {};
}

/** A model that answers in pictures or sound says what nobody here can read. */
function madeIn(body: JsonObject): readonly string[] {
  const config = configOf(body);
  const wanted = config.responseModalities ?? config.response_modalities;
  const others = Array.isArray(wanted) ? wanted.filter((one) => one !== 'TEXT') : [];
  return others.map(() => 'pictures or sound in an answer');
}

/** Tools that Google runs, with what lies elsewhere; a list of one may be that alone. */
function fetchedIn({ tools }: JsonObject): readonly string[] {
  const listed = isJsonObject(tools) ? [tools] : objectsIn(tools);
  return listed.some((tool) => Object.keys(tool).some((key) => ELSEWHERE.has(key.replaceAll('_', '').toLowerCase())))
    ? [FETCHED]
    : [];
}

const ELSEWHERE: ReadonlySet<string> = new Set([
  'googlesearch',
  'googlesearchretrieval',
  'enterprisewebsearch',
  'googlemaps',
  'urlcontext',
  'filesearch',
  'retrieval',
  'mcpservers',
]);

/** Google's JSON has two ways to write each name. */
const SYSTEM = ['systemInstruction', 'system_instruction'] as const;
const CACHED = ['cachedContent', 'cached_content'] as const;
const OPERATORS = ['tools', 'toolConfig', 'tool_config', 'generationConfig', 'generation_config'] as const;
const KNOWN = membersOf({
  read: [...OPERATORS, ...SYSTEM, 'contents', 'labels', 'model'],
  names: ['safetySettings', 'safety_settings', ...CACHED],
});

function usageIn({ usageMetadata }: JsonObject): Usage | null {
  if (!isJsonObject(usageMetadata)) return null;
  const count = (name: string): number => {
    const value = usageMetadata[name];
    return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;
  };
  return { input: count('promptTokenCount'), output: count('candidatesTokenCount') + count('thoughtsTokenCount') };
}
