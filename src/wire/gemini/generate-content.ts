import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { objectsIn } from '../openai/parts.ts';
import { slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Surface, Usage } from '../surface.ts';
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
  textsOut: (answer) =>
    objectsIn(answer.candidates).flatMap((candidate) => [
      ...(isJsonObject(candidate.content) ? partsIn(candidate.content, 'assistant').slots : []),
      ...slotsBeside(candidate, CANDIDATE, 'assistant', false),
    ]),
  mostTokens: ({ generationConfig }) => {
    const most = member(generationConfig, 'maxOutputTokens');
    return typeof most === 'number' && Number.isFinite(most) && most >= 0 ? most : null;
  },
  requestedSchema: ({ generationConfig }) => {
    if (member(generationConfig, 'responseMimeType') !== 'application/json') return undefined;
    const own = member(generationConfig, 'responseSchema');
    return member(generationConfig, 'responseJsonSchema') ?? (own === undefined ? true : jsonSchemaOf(own));
  },
  usageIn,
  errorBody: geminiError,
  silence: (answer) => {
    for (const candidate of objectsIn(answer.candidates) as Record<string, unknown>[]) {
      if (candidate.logprobsResult !== undefined) delete candidate.logprobsResult;
    }
  },
  cutAnswer: (answer, text) => ({
    ...answer,
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
  const system = isJsonObject(body.systemInstruction)
    ? partsIn(body.systemInstruction, 'operator')
    : { slots: slotsWithin(body, 'systemInstruction', 'operator', true), media: [] };
  const readings = objectsIn(body.contents).map((content) => {
    const speaker = content.role === 'model' ? 'assistant' : content.role === 'function' ? 'tool' : 'user';
    return partsIn(content, speaker);
  });
  return {
    slots: [
      ...system.slots,
      ...readings.flatMap(({ slots }) => slots),
      ...OPERATORS.flatMap((key) => slotsWithin(body, key, 'operator', true)),
      ...slotsBeside(body, KNOWN, 'user'),
    ],
    media: [...system.media, ...readings.flatMap(({ media }) => media)],
  };
}

const OPERATORS = ['tools', 'toolConfig', 'generationConfig'] as const;
const KNOWN: ReadonlySet<string> = new Set([
  ...OPERATORS,
  'contents',
  'systemInstruction',
  'safetySettings',
  'cachedContent',
  'labels',
  'model',
]);
/** Members of a candidate that are no text of the model's. */
const CANDIDATE: ReadonlySet<string> = new Set([
  'index',
  'content',
  'finishReason',
  'safetyRatings',
  'tokenCount',
  'avgLogprobs',
  'logprobsResult',
]);

function usageIn({ usageMetadata }: JsonObject): Usage | null {
  if (!isJsonObject(usageMetadata)) return null;
  const count = (name: string): number => {
    const value = usageMetadata[name];
    return typeof value === 'number' && Number.isFinite(value) ? Math.max(0, value) : 0;
  };
  return { input: count('promptTokenCount'), output: count('candidatesTokenCount') + count('thoughtsTokenCount') };
}
