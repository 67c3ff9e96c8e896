import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import type { Dialect } from '../../src/wire/surface.ts';
import { TOOL } from './servers.ts';
import { KEY, type World } from './world.ts';

/** How a call is made beside its text. */
export interface How {
  readonly key?: string;
  readonly channel?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeout?: number;
  /** Told each piece of a stream. */
  readonly onPiece?: (text: string) => void;
}

export interface Said {
  readonly text: string;
  readonly input: number | undefined;
  readonly output: number | undefined;
}

/** An official SDK in front of a server. */
export interface Client {
  readonly name: string;
  /** Whose words the server speaks; the channel has that name. */
  readonly server: Dialect;
  ask(text: string, how?: How): Promise<Said>;
  stream(text: string, how?: How): Promise<Said>;
  /** What the model calls the tool with. */
  callTool(text: string): Promise<unknown>;
  /** An answer that keeps the schema. */
  structured(text: string, schema: object): Promise<unknown>;
  /** Whether the SDK shows the headers of an error. */
  readonly showsHeaders: boolean;
}

export function clientsOf({ gateway }: World): readonly Client[] {
  return [
    openAi(gateway),
    anthropic(gateway, 'anthropic'),
    anthropic(gateway, 'openai'),
    gemini(gateway, 'gemini'),
    gemini(gateway, 'openai'),
  ];
}

/** For what the other SDKs have no words for. */
export function openAiClient(gateway: string, key = KEY): OpenAI {
  return new OpenAI({ apiKey: key, baseURL: `${gateway}/v1`, maxRetries: 0 });
}

const PARAMETERS = { type: 'object', properties: { kilos: { type: 'number' } } };
/** As the SDKs of OpenAI and Anthropic take them. */
const optionsOf = ({ signal, timeout }: How) => ({
  ...(signal === undefined ? {} : { signal }),
  ...(timeout === undefined ? {} : { timeout }),
});

function openAi(gateway: string): Client {
  const body = (content: string, channel = 'openai') => ({
    model: channel,
    messages: [{ role: 'user' as const, content }],
  });
  return {
    name: 'openai',
    server: 'openai',
    showsHeaders: true,
    ask: async (text, how = {}) => {
      const answer = await openAiClient(gateway, how.key).chat.completions.create(
        body(text, how.channel),
        optionsOf(how),
      );
      const { prompt_tokens: input, completion_tokens: output } = answer.usage ?? {};
      return { text: answer.choices[0]?.message.content ?? '', input, output };
    },
    stream: async (content, how = {}) => {
      const asked = { ...body(content, how.channel), stream: true as const, stream_options: { include_usage: true } };
      let [text, input, output] = ['', undefined as number | undefined, undefined as number | undefined];
      for await (const one of await openAiClient(gateway, how.key).chat.completions.create(asked, optionsOf(how))) {
        const piece = one.choices[0]?.delta.content ?? '';
        text += piece;
        if (piece !== '') how.onPiece?.(piece);
        ({ prompt_tokens: input, completion_tokens: output } = one.usage ?? {
          prompt_tokens: input,
          completion_tokens: output,
        });
      }
      return { text, input, output };
    },
    callTool: async (text) => {
      const tools = [{ type: 'function' as const, function: { name: TOOL, parameters: PARAMETERS } }];
      const { choices } = await openAiClient(gateway).chat.completions.create({ ...body(text), tools });
      const [call] = choices[0]?.message.tool_calls ?? [];
      return call?.type === 'function' && call.function.name === TOOL ? JSON.parse(call.function.arguments) : undefined;
    },
    structured: async (text, schema) => {
      const format = {
        type: 'json_schema' as const,
        json_schema: { name: 'answer', strict: true, schema: { ...schema } },
      };
      const { choices } = await openAiClient(gateway).chat.completions.parse({
        ...body(text),
        response_format: format,
      });
      return choices[0]?.message.parsed;
    },
  };
}

function anthropic(gateway: string, server: Dialect): Client {
  const clientFor = ({ key = KEY }: How) => new Anthropic({ apiKey: key, baseURL: gateway, maxRetries: 0 });
  const body = (content: string, channel: string = server) => ({
    model: channel,
    max_tokens: 64,
    messages: [{ role: 'user' as const, content }],
  });
  const textIn = (content: readonly Anthropic.ContentBlock[]) =>
    content.map((block) => (block.type === 'text' ? block.text : '')).join('');
  return {
    name: '@anthropic-ai/sdk',
    server,
    showsHeaders: true,
    ask: async (text, how = {}) => {
      const { content, usage } = await clientFor(how).messages.create(body(text, how.channel), optionsOf(how));
      return { text: textIn(content), input: usage.input_tokens, output: usage.output_tokens };
    },
    stream: async (content, how = {}) => {
      const asked = { ...body(content, how.channel), stream: true as const };
      let [text, input, output] = ['', undefined as number | undefined, undefined as number | undefined];
      for await (const one of await clientFor(how).messages.create(asked, optionsOf(how))) {
        if (one.type === 'message_start') input = one.message.usage.input_tokens;
        if (one.type === 'message_delta') {
          input = one.usage.input_tokens ?? input;
          output = one.usage.output_tokens;
        }
        if (one.type !== 'content_block_delta' || one.delta.type !== 'text_delta') continue;
        text += one.delta.text;
        how.onPiece?.(one.delta.text);
      }
      return { text, input, output };
    },
    callTool: async (text) => {
      const tools = [{ name: TOOL, input_schema: { ...PARAMETERS, type: 'object' as const } }];
      const { content } = await clientFor({}).messages.create({ ...body(text), tools });
      const call = content.find((block) => block.type === 'tool_use');
      return call?.name === TOOL ? call.input : undefined;
    },
    structured: async (text, schema) => {
      const output_config = { format: { type: 'json_schema' as const, schema: { ...schema } } };
      const { content } = await clientFor({}).messages.create({ ...body(text), output_config });
      return JSON.parse(textIn(content));
    },
  };
}

function gemini(gateway: string, server: Dialect): Client {
  const clientFor = ({ key = KEY }: How) => new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: gateway } });
  const body = (contents: string, { channel = server, signal, timeout }: How, more: object = {}) => ({
    model: channel,
    contents,
    config: {
      ...(signal === undefined ? {} : { abortSignal: signal }),
      ...(timeout === undefined ? {} : { httpOptions: { timeout } }),
      ...more,
    },
  });
  return {
    name: '@google/genai',
    server,
    // Its errors have a status and a message.
    showsHeaders: false,
    ask: async (text, how = {}) => {
      const answer = await clientFor(how).models.generateContent(body(text, how));
      const { promptTokenCount: input, candidatesTokenCount: output } = answer.usageMetadata ?? {};
      return { text: answer.text ?? '', input, output };
    },
    stream: async (content, how = {}) => {
      let [text, input, output] = ['', undefined as number | undefined, undefined as number | undefined];
      for await (const one of await clientFor(how).models.generateContentStream(body(content, how))) {
        const piece = one.text ?? '';
        text += piece;
        if (piece !== '') how.onPiece?.(piece);
        input = one.usageMetadata?.promptTokenCount ?? input;
        output = one.usageMetadata?.candidatesTokenCount ?? output;
      }
      return { text, input, output };
    },
    callTool: async (text) => {
      const tools = [{ functionDeclarations: [{ name: TOOL, parametersJsonSchema: PARAMETERS }] }];
      const [call] = (await clientFor({}).models.generateContent(body(text, {}, { tools }))).functionCalls ?? [];
      return call?.name === TOOL ? call.args : undefined;
    },
    structured: async (text, schema) => {
      const more = { responseMimeType: 'application/json', responseJsonSchema: schema };
      return JSON.parse((await clientFor({}).models.generateContent(body(text, {}, more))).text ?? '');
    },
  };
}
