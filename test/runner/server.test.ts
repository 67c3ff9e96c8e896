import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import OpenAI, { APIError } from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CannotPut } from '../../src/ports/local-model.ts';
import { createRunnerServer } from '../../src/runner/server.ts';
import { type ScriptedModel, scriptedModel } from './scripted-model.ts';

let model: ScriptedModel;
let server: Server;
let address: string;
let client: OpenAI;
const faults: unknown[] = [];

beforeEach(async () => {
  model = scriptedModel();
  faults.length = 0;
  server = createRunnerServer({
    model,
    name: 'tiny',
    waiting: 1,
    newId: () => '1',
    now: () => new Date(0),
    fault: (error) => faults.push(error),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new OpenAI({ apiKey: 'none', baseURL: `${address}/v1`, maxRetries: 0 });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const HELLO = { model: 'tiny', messages: [{ role: 'user' as const, content: 'Hi' }] };
const chat = (more: object = {}) => client.chat.completions.create({ ...HELLO, ...more });
const refusalOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof APIError)) throw new Error('nothing was refused');
  return [error.status, error.code];
};

describe('a runner, to the official SDK', () => {
  it('answers a chat, and tells what it used', async () => {
    const { choices, usage, model: named } = await chat();
    expect([choices[0]?.message.content, choices[0]?.finish_reason, named]).toEqual(['hello', 'stop', 'tiny']);
    expect(usage).toEqual({ prompt_tokens: 8, completion_tokens: 5, total_tokens: 13 });
  });

  it('streams the same in pieces, whole characters each', async () => {
    model.says = 'año 🚚 fin';
    const stream = await client.chat.completions.create({
      ...HELLO,
      stream: true,
      stream_options: { include_usage: true },
    });
    const pieces: string[] = [];
    let used: number | undefined;
    for await (const { choices, usage } of stream) {
      pieces.push(choices[0]?.delta.content ?? '');
      used = usage?.completion_tokens ?? used;
    }
    expect(pieces.join('')).toBe(model.says);
    expect(pieces.filter((piece) => piece.includes('\ufffd'))).toEqual([]);
    expect(used).toBe(Buffer.byteLength(model.says));
  });

  it('ends at a stop word, at most tokens, and where its context is full', async () => {
    model.says = 'one two three four five six seven eight nine ten eleven twelve thirteen';
    const stopped = await chat({ stop: ['thr', 'zzz'] });
    expect([stopped.choices[0]?.message.content, stopped.choices[0]?.finish_reason]).toEqual(['one two ', 'stop']);
    const short = await chat({ max_completion_tokens: 3 });
    expect([short.choices[0]?.message.content, short.choices[0]?.finish_reason]).toEqual(['one', 'length']);
    const full = await chat();
    expect([full.usage?.total_tokens, full.choices[0]?.finish_reason]).toEqual([model.context, 'length']);
  });

  it('completes a text, gives vectors in both encodings, and lists its one model', async () => {
    const { choices } = await client.completions.create({ model: 'tiny', prompt: 'x' });
    expect(choices[0]?.text).toBe('hello');
    // The SDK asks for base64 by itself.
    const { data } = await client.embeddings.create({ model: 'tiny', input: ['a', 'bcd'] });
    expect(data.map(({ embedding }) => embedding)).toEqual([
      [1, 0.5],
      [3, 0.5],
    ]);
    const plain = await client.embeddings.create({ model: 'tiny', input: 'ab', encoding_format: 'float' });
    expect(plain.data[0]?.embedding).toEqual([2, 0.5]);
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['tiny']);
  });

  it.each([
    [
      'a conversation longer than its context',
      { messages: [{ role: 'user', content: 'x'.repeat(64) }] },
      'context_length_exceeded',
    ],
    ['tools', { tools: [{ type: 'function', function: { name: 'f' } }] }, 'unsupported_parameter'],
    ['a forced format', { response_format: { type: 'json_object' } }, 'unsupported_parameter'],
    ['several choices', { n: 2 }, 'unsupported_parameter'],
    [
      'pictures',
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:' } }] }] },
      'invalid_request',
    ],
    ['a temperature beyond all measure', { temperature: 9 }, 'invalid_request'],
    ['no messages', { messages: [] }, 'invalid_request'],
  ])('refuses %s', async (_, more, code) => {
    expect(await refusalOf(chat(more))).toEqual([400, code]);
    expect(model.spoken).toBe(0);
  });

  it('says so when the model was taught no conversations, or its template refuses one', async () => {
    model.conversation = () => null;
    expect(await refusalOf(chat())).toEqual([400, 'no_chat_template']);
    model.conversation = () => {
      throw new CannotPut('roles must alternate');
    };
    await expect(chat()).rejects.toThrow('roles must alternate');
    expect(faults).toEqual([]);
  });

  it('stops the model when a caller hangs up, streaming or not', async () => {
    const { says } = model;
    model.says = 'x'.repeat(5000);
    model.pause = () => new Promise((resolve) => setTimeout(resolve, 5));
    for (const stream of [true, false]) {
      const [spoken, stopped] = [model.spoken, model.stopped];
      const stopper = new AbortController();
      const call = client.chat.completions.create({ ...HELLO, stream }, { signal: stopper.signal });
      call.catch(() => undefined);
      await expect.poll(() => model.spoken, { interval: 2 }).toBeGreaterThan(spoken);
      stopper.abort();
      await expect.poll(() => model.stopped, { interval: 2 }).toBe(stopped + 1);
      expect(model.spoken - spoken).toBeLessThan(5000);
    }
    Object.assign(model, { says, pause: async () => undefined });
    expect((await chat()).choices[0]?.message.content).toBe(says);
  });

  it('lets one wait, and sends the next away with a time to come back', async () => {
    let [open, seated] = [(): void => undefined, (): void => undefined];
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const began = new Promise<void>((resolve) => {
      seated = resolve;
    });
    model.pause = () => {
      seated();
      return gate;
    };
    const first = chat();
    await began;
    const others = [chat(), chat()];
    const error: unknown = await Promise.race(others.map((call) => call.catch((thrown: unknown) => thrown)));
    expect(error).toMatchObject({ status: 429, code: 'too_many_waiting' });
    expect((error as APIError).headers?.get('retry-after')).toBe('1');
    open();
    const settled = await Promise.allSettled([first, ...others]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('outlives a call on which the model breaks, and tells callers nothing of it', async () => {
    model.breaks = new Error('the secret inside');
    const error = await chat().catch((thrown: unknown) => thrown as APIError);
    expect(error).toMatchObject({ status: 500, code: 'model_failed' });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(faults).toEqual([model.breaks]);
    const cut = client.chat.completions.create({ ...HELLO, stream: true });
    await expect(
      cut.then(async (stream) => {
        for await (const _ of stream);
      }),
    ).rejects.toThrow();
    model.breaks = null;
    expect((await chat()).choices[0]?.message.content).toBe('hello');
  });

  it('answers nobody who calls it by another name, and nothing at other paths', async () => {
    const get = async (path: string, init: RequestInit = {}) => (await fetch(`${address}${path}`, init)).status;
    expect(await get('/v1/nothing')).toBe(404);
    expect(await get('/v1/chat/completions')).toBe(405);
    expect(await get('/health')).toBe(200);
    expect(await get('/v1/chat/completions', { method: 'POST', body: '{"a":1,"a":2}' })).toBe(400);
    expect(await rebound()).toMatch(/^HTTP\/1\.1 403/);
  });

  /** What a page hears that has its own name point to our address. */
  async function rebound(): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET /v1/models HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    const [first] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return first.toString();
  }
});
