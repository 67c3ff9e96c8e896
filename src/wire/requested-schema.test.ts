import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../kernel/json.ts';
import { messages } from './anthropic/messages.ts';
import { generateContent } from './gemini/generate-content.ts';
import { chat } from './openai/chat.ts';
import { responses } from './openai/responses.ts';
import type { Surface } from './surface.ts';

const schema = { type: 'object', properties: { n: { type: 'integer' } } };
const own = {
  type: 'OBJECT',
  minProperties: '1',
  propertyOrdering: ['n'],
  properties: { n: { type: 'INTEGER', nullable: true }, nullable: { type: 'STRING' } },
};
const ofOwn = {
  type: 'object',
  minProperties: 1,
  properties: { n: { type: ['integer', 'null'] }, nullable: { type: 'string' } },
};
const JSON_TEXT = 'application/json';

describe('the schema that a call wants its answer to keep', () => {
  it.each<[string, Surface, JsonObject, unknown]>([
    ['chat', chat, { response_format: { type: 'json_schema', json_schema: { schema } } }, schema],
    ['chat, any object', chat, { response_format: { type: 'json_object' } }, { type: 'object' }],
    ['responses', responses, { text: { format: { type: 'json_schema', name: 'n', schema } } }, schema],
    ['responses, any object', responses, { text: { format: { type: 'json_object' } } }, { type: 'object' }],
    ['responses, text', responses, { text: { format: { type: 'text' } } }, undefined],
    ['responses, nothing', responses, {}, undefined],
    ['messages', messages, { output_config: { format: { type: 'json_schema', schema } } }, schema],
    ['messages, as before', messages, { output_format: { type: 'json_schema', schema } }, schema],
    ['messages, text', messages, { output_config: 7 }, undefined],
    [
      'gemini',
      generateContent,
      { generationConfig: { responseMimeType: JSON_TEXT, responseJsonSchema: schema } },
      schema,
    ],
    [
      'gemini, its own',
      generateContent,
      { generationConfig: { responseMimeType: JSON_TEXT, responseSchema: own } },
      ofOwn,
    ],
    ['gemini, any JSON', generateContent, { generationConfig: { responseMimeType: JSON_TEXT } }, true],
    ['gemini, text', generateContent, { generationConfig: { responseSchema: own } }, undefined],
  ])('%s', (_, surface, body, wanted) => {
    expect(surface.requestedSchema?.(body)).toEqual(wanted);
  });
});
