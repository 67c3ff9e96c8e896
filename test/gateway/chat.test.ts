import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../src/gateway/limits/limiter.ts';
import type { Admission, Replica } from '../../src/gateway/snapshot.ts';
import type { Guard } from '../../src/guard/guard.ts';
import { LIMITS } from '../../src/kernel/limits.ts';
import { until } from '../support/until.ts';
import { guard, KEY, type Rig, rig } from './rig.ts';
import { bytes, chunk, completion, echo, json, raw, says } from './scripted-upstream.ts';

const PIECE = Buffer.alloc(1024 * 1024, ' ');

// The official SDK is the client of every test here.
let at: Rig;
beforeAll(async () => {
  at = await rig();
});
afterAll(async () => {
  await at.close();
  // Every test that breaks something takes its faults away.
  expect(at.faults).toEqual([]);
});
beforeEach(() => {
  at.use();
  at.upstream.script = echo;
  at.upstream.seen.length = 0;
  at.records.length = 0;
});

const ask = (content: string, more: object = {}) =>
  at.client.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content }], ...more });

const askStream = async (content: string) => {
  const stream = await at.client.chat.completions.create({
    model: 'chat',
    messages: [{ role: 'user', content }],
    stream: true,
  });
  let [text, finish] = ['', null as string | null];
  for await (const { choices } of stream) {
    text += choices[0]?.delta.content ?? '';
    finish = choices[0]?.finish_reason ?? finish;
  }
  return { text, finish };
};

const SECRET = `the key is ${['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_')} there`;

describe('a call that is allowed', () => {
  it('reaches the server under the server’s own name for the model, and comes back byte for byte', async () => {
    const answer = await ask('What is a weighbridge?');
    expect(answer.choices[0]?.message.content).toBe('What is a weighbridge?');
    const [seen] = at.upstream.seen;
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      model: 'tiny',
      messages: [{ role: 'user', content: 'What is a weighbridge?' }],
    });
    expect(seen?.headers.authorization).toBe('Bearer upstream-own');
    expect(at.records[0]).toMatchObject({
      key: 'test',
      channel: 'chat',
      release: 'r1',
      status: 200,
      code: null,
      inputTokens: 3,
      outputTokens: 5,
    });
  });

  it('streams', async () => {
    expect(await askStream('Count to three, please: one two three.')).toEqual({
      text: 'Count to three, please: one two three.',
      finish: 'stop',
    });
    await until(() => at.records.length === 1);
    expect(at.records[0]).toMatchObject({ stream: true, code: null });
  });

  it('passes parameters that it does not know', async () => {
    await ask('Hello', { chat_template_kwargs: { enable_thinking: false }, top_k: 5, guided_regex: '[a-z]+' });
    expect(JSON.parse(at.upstream.seen[0]?.body ?? '')).toMatchObject({
      chat_template_kwargs: { enable_thinking: false },
      top_k: 5,
      guided_regex: '[a-z]+',
    });
  });

  it('keeps the caller’s trace and request id, and forwards neither cookies nor the caller’s key', async () => {
    await fetch(`${at.address}/v1/chat/completions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${KEY}`,
        cookie: 'session=1',
        'proxy-authorization': 'Basic eA==',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
        'x-request-id': 'req-7',
      },
      body: JSON.stringify({ model: 'chat', messages: [{ role: 'user', content: 'x' }] }),
    }).then((answer) => expect(answer.headers.get('x-request-id')).toBe('req-7'));
    const headers = at.upstream.seen[0]?.headers ?? {};
    expect(headers).toMatchObject({
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      'x-request-id': 'req-7',
    });
    expect(JSON.stringify(headers)).not.toContain(KEY);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('proxy-authorization');
  });
});

describe('a call that is not', () => {
  const refused = async (change: Parameters<Rig['use']>[0], model = 'chat') => {
    at.use(change);
    const error = await at.client.chat.completions.create({ model, messages: [] }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OpenAI.APIError);
    const { status, code } = error as InstanceType<typeof OpenAI.APIError>;
    expect(at.upstream.seen).toEqual([]);
    return [status, code];
  };

  it.each([
    ['a model that was not admitted', { kind: 'refused', reason: 'its decision is deny' } as const, 'not_admitted'],
    ['an admission that has expired', { kind: 'admitted', manifest: 'm', expiresAt: 1 } as const, 'admission_expired'],
  ])('%s is answered 403 with the reason', async (_, admission, code) => {
    const releases = [{ id: 'r0', share: 100, admission, replicas: [] }];
    expect(await refused({ channel: { releases } })).toEqual([403, code]);
  });

  it.each([
    ['an unknown channel', {}, 'other', 403, 'model_not_allowed'],
    ['a channel of others', { grant: { channels: new Set<string>() } }, 'chat', 403, 'model_not_allowed'],
    [
      'a surface the channel is not served on',
      { channel: { surfaces: new Set<string>() } },
      'chat',
      403,
      'surface_not_allowed',
    ],
    ['a key that has expired', { grant: { expiresAt: 1 } }, 'chat', 401, 'invalid_api_key'],
    ['a channel with no release', { channel: { releases: [] } }, 'chat', 403, 'not_released'],
  ])('%s is refused', async (_, change, model, status, code) => {
    expect(await refused(change, model)).toEqual([status, code]);
  });

  it('over its limit is told when to come back', async () => {
    at.use({ grant: { scopes: [{ name: 'key:slow', limits: { ...NO_LIMITS, requestsPerMinute: 1 } }] } });
    await ask('one');
    const error = await ask('two').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect((error as InstanceType<typeof OpenAI.RateLimitError>).headers?.get('retry-after')).toMatch(/^\d+$/);
  });

  it('cannot empty its meter with an answer that it says is endless', async () => {
    at.use({
      grant: { scopes: [{ name: 'key:endless', limits: { ...NO_LIMITS, tokensPerMinute: 60 } }] },
    });
    await ask('one', { max_tokens: 1e300 });
    await expect(ask('two', { max_tokens: 1e300 })).rejects.toMatchObject({ status: 429 });
  });

  it('with more texts than a call may have is refused, and soon', async () => {
    const body = JSON.stringify({
      model: 'chat',
      messages: [],
      ...Object.fromEntries(Array.from({ length: 40_000 }, (_, key) => [key, 'x'])),
    });
    const answer = await fetch(`${at.address}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body,
    });
    expect(await answer.json()).toHaveProperty('error.code', 'invalid_request');
  });

  it.each([
    ['a key that stands twice', '{"model":"chat","messages":[],"messages":[]}'],
    ['a key that stands twice further in', '{"model":"chat","messages":[{"role":"user","content":"a","content":"b"}]}'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['no JSON', '{"model":'],
    ['too deep', `{"model":"chat","messages":[${'['.repeat(100)}${']'.repeat(100)}]}`],
    ['a list', '[]'],
    ['messages that are no list', '{"model":"chat","messages":"hi"}'],
    ['a stream that is no boolean', '{"model":"chat","messages":[],"stream":1}'],
  ])('with %s is refused before any server sees it', async (_, body) => {
    const answer = await fetch(`${at.address}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toHaveProperty('error.code', 'invalid_request');
    expect(at.upstream.seen).toEqual([]);
  });

  it('on a path that has no reader is refused, whatever it carries', async () => {
    await expect(at.client.moderations.create({ model: 'chat', input: 'a lorry' })).rejects.toMatchObject({
      status: 404,
      code: 'unknown_surface',
    });
    const image = new File(['x'], 'bird.png', { type: 'image/png' });
    await expect(at.client.images.edit({ model: 'chat', image, prompt: 'a hat' })).rejects.toMatchObject({
      code: 'unknown_surface',
      message: expect.stringContaining('cannot be read'),
    });
    expect(at.upstream.seen).toEqual([]);
  });

  it.each<[string, object]>([
    ['/v1/realtime', { error: { code: 'unknown_surface' } }],
    ['/v1/messages/batches', { type: 'error', error: { type: 'not_found_error' } }],
    ['/v1beta/models/chat:countTokens', { error: { code: 404, status: 'NOT_FOUND' } }],
  ])('at %s is refused in its vendor’s words', async (path, body) => {
    const answer = await fetch(at.address + path, { method: 'POST', headers: { 'x-api-key': KEY }, body: '{}' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject(body);
  });

  it('with an image is refused unless the channel passes media', async () => {
    const image = [{ type: 'image_url' as const, image_url: { url: 'data:image/png;base64,AA==' } }];
    const call = () =>
      at.client.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: image }] });
    await expect(call()).rejects.toMatchObject({ status: 400, code: 'media_refused' });
    at.use({ channel: { media: 'pass' } });
    at.upstream.script = json(200, completion('a lorry'));
    expect((await call()).choices[0]?.message.content).toBe('a lorry');
  });
});

describe('the guard', () => {
  it('takes secrets out of what goes in', async () => {
    await ask(SECRET);
    expect(at.upstream.seen[0]?.body).not.toContain('ghp_');
    expect(at.records[0]?.found).toContain('secret/github');
  });

  it('takes them out of whole answers, and their tokens with them', async () => {
    const answer = completion(SECRET) as { choices: { logprobs: unknown }[] };
    for (const choice of answer.choices) choice.logprobs = { content: [{ token: 'ghp_wWPw5k4aXcaT', logprob: 0 }] };
    at.upstream.script = json(200, answer);
    expect(JSON.stringify(await ask('hi'))).not.toContain('ghp_');
  });

  it('takes them out of streams, however they are cut', async () => {
    for (const size of [1, 3, 11, 80]) {
      at.upstream.script = says(SECRET.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []);
      const { text, finish } = await askStream('hi');
      expect(text).not.toContain('ghp_');
      expect(text).toMatch(/^the key is .+ there$/);
      expect(finish).toBe('stop');
    }
  });

  it('takes them out of tool calls', async () => {
    const call = (text: string) => ({ tool_calls: [{ index: 0, function: { arguments: text } }] });
    const parts = SECRET.match(/.{1,5}/gs) ?? [];
    at.upstream.script = raw([
      chunk({
        role: 'assistant',
        tool_calls: [{ index: 0, id: 'c1', type: 'function', function: { name: 'save', arguments: '' } }],
      }),
      ...parts.map((text) => chunk(call(text))),
      chunk({}, 'tool_calls'),
      'data: [DONE]\n\n',
    ]);
    const stream = await at.client.chat.completions.create({
      model: 'chat',
      messages: [{ role: 'user', content: 'hi' }],
      stream: true,
    });
    let text = '';
    for await (const { choices } of stream) text += choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? '';
    expect(text).not.toContain('ghp_');
    expect(text).toMatch(/^the key is .+ there$/);
  });

  it('ends an answer whose function is named by one', async () => {
    const name = SECRET.split(' ')[3];
    const named = (more: object) => ({
      tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name, ...more } }],
    });
    at.upstream.script = raw([chunk(named({ arguments: '' })), chunk({}, 'tool_calls'), 'data: [DONE]\n\n']);
    expect(await askStream('hi')).toMatchObject({ finish: 'content_filter' });
    const whole = completion('x') as { choices: { message: object }[] };
    for (const choice of whole.choices) Object.assign(choice.message, named({ arguments: '{}' }));
    at.upstream.script = json(200, whole);
    expect(JSON.stringify(await ask('hi'))).not.toContain('ghp_');
  });

  it('refuses when it breaks, and says so to its operator, whole and in a stream', async () => {
    const broken = (): never => {
      throw new TypeError('broken');
    };
    const breaksAfter = (calls: number): Guard => ({
      ...guard,
      open: broken,
      check: (...given) => (calls-- > 0 ? guard.check(...given) : broken()),
    });
    at.use({ channel: { guard: breaksAfter(0) } });
    await expect(ask('hi')).rejects.toMatchObject({ status: 500, code: 'gateway_fault' });
    at.use({ channel: { guard: breaksAfter(1) } });
    await expect(ask('hi')).rejects.toMatchObject({ status: 500, code: 'gateway_fault' });
    at.use({ channel: { guard: breaksAfter(1) } });
    await expect(askStream('hi')).rejects.toThrow();
    expect(at.faults.splice(0)).toHaveLength(3);
  });

  it('takes them out of what a server says of its errors', async () => {
    at.upstream.script = json(400, { error: { message: SECRET, code: 'bad' } });
    const error = await ask('hi').catch((cause: unknown) => cause);
    expect(error).toMatchObject({ status: 400 });
    expect(JSON.stringify((error as InstanceType<typeof OpenAI.APIError>).error)).not.toContain('ghp_');
  });

  it('says what a server says of an error in words of its own, guarded, in the caller’s', async () => {
    at.upstream.script = json(422, { detail: [{ loc: ['body', 'temperature'], msg: `no number: ${SECRET}` }] });
    const error = await ask('hi').catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      status: 422,
      code: 'upstream_error',
      message: expect.stringContaining('temperature'),
    });
    expect(String(error)).not.toContain('ghp_');
  });

  it('refuses what it would change and must not', async () => {
    const error = await ask('hi', { chat_template_kwargs: { note: SECRET } }).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ status: 400, code: 'content_filter' });
    expect(at.upstream.seen).toEqual([]);
  });
});

describe('on the wire', () => {
  it('a caller who hangs up stops the server, streaming or waiting', async () => {
    for (const stream of [true, false]) {
      at.upstream.seen.length = 0;
      at.upstream.script = async (_, response) => {
        if (stream) response.writeHead(200, { 'content-type': 'text/event-stream' }).write(chunk({ content: 'one ' }));
      };
      const stop = new AbortController();
      const answer = fetch(`${at.address}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}` },
        body: JSON.stringify({ model: 'chat', messages: [], stream }),
        signal: stop.signal,
      });
      answer.catch(() => {});
      await until(() => at.upstream.seen.length === 1);
      if (stream) await (await answer).body?.getReader().read();
      stop.abort();
      await until(() => at.upstream.seen[0]?.aborted === true);
      await until(() => at.records.at(-1)?.code === 'caller_gone');
    }
  });

  it.each([
    ['cut', async (response: import('node:http').ServerResponse) => response.destroy()],
    ['ended in the middle', async (response: import('node:http').ServerResponse) => response.end()],
  ])('a stream that is %s ends as an error, never as an end', async (_, end) => {
    at.upstream.script = async (_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk({ content: 'half an ' }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await end(response);
    };
    await expect(askStream('hi')).rejects.toThrow(/broke|middle/);
    expect(at.records.at(-1)?.code).toBe('upstream_cut');
  });

  it.each([
    ['HTML', raw(['<html>502</html>'], 'text/html'), 502],
    ['nothing', raw([]), 502],
    ['broken JSON', raw(['{"id":'], 'application/json'), 502],
    ['more keys than a call may have', raw([`{${'"a":{},'.repeat(100_001)}"b":0}`], 'application/json'), 502],
    ['more levels than a call may have', raw(['['.repeat(5_000)], 'application/json'), 502],
    ['a redirect', json(302, { id: 'x' }, { location: 'http://127.0.0.1:9/' }), 502],
    ['a packed answer', json(200, {}, { 'content-encoding': 'gzip' }), 502],
    [
      'an error in HTML',
      (_: unknown, response: import('node:http').ServerResponse) =>
        void response.writeHead(503, { 'content-type': 'text/html' }).end('<p>'),
      502,
    ],
    ['two lengths', bytes('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 1\r\n\r\n{}'), 502],
    ['a chunk that lies', bytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n'), 502],
  ])('%s from a server becomes an error in the caller’s shape', async (_, script, status) => {
    at.upstream.script = script;
    await expect(ask('hi')).rejects.toMatchObject({ status, code: 'upstream_invalid' });
  });

  it('an answer that is larger than one may be ends as an error, and the server is stopped', async () => {
    at.upstream.script = async (seen, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const closed = once(response, 'close');
      for (let sent = 0; sent < 2 * LIMITS.gatewayAnswer && !seen.aborted; sent += PIECE.length) {
        if (!response.write(PIECE)) await Promise.race([once(response, 'drain'), closed]);
      }
    };
    await expect(ask('hi')).rejects.toMatchObject({ status: 502, code: 'upstream_invalid' });
    await until(() => at.upstream.seen[0]?.aborted === true);
  });

  it('a body that is larger than one may be is refused before it is read', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${KEY}`, 'content-length': LIMITS.gatewayBody + 1 };
      const call = httpRequest(`${at.address}/v1/chat/completions`, { method: 'POST', headers });
      call.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
      call.write('{');
    });
    expect(status).toBe(413);
  });

  it('errors of the gateway’s own have the request’s id, before a server and after', async () => {
    const statuses: number[] = [];
    for (const script of [echo, raw(['<html>'], 'text/html')]) {
      at.upstream.script = script;
      const model = script === echo ? 'nobody' : 'chat';
      const answer = await fetch(`${at.address}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'x-request-id': 'req-8' },
        body: JSON.stringify({ model, messages: [] }),
      });
      statuses.push(answer.status);
      expect(answer.headers.get('x-request-id')).toBe('req-8');
    }
    expect(statuses).toEqual([403, 502]);
  });

  it.each([400, 401, 404, 409, 422, 429, 500, 503])('a server’s %d passes with what it says', async (status) => {
    at.upstream.script = json(
      status,
      { error: { message: 'no', code: 'own' } },
      { 'retry-after': '7', 'x-ratelimit-remaining-requests': '0' },
    );
    const error = await ask('hi').catch((cause: unknown) => cause);
    expect(error).toMatchObject({ status, code: 'own' });
    expect((error as InstanceType<typeof OpenAI.APIError>).headers?.get('retry-after')).toBe('7');
  });

  it('a server that cannot be reached is an error, after another was tried', async () => {
    const dead = {
      origin: 'http://127.0.0.1:1',
      prefix: '',
      model: null,
      authorization: null,
      dialect: 'openai' as const,
      azureVersion: null,
      attestedUntil: null,
    };
    const live = { ...dead, origin: at.upstream.origin };
    const release = (replicas: (typeof dead)[]) => ({
      channel: {
        releases: [
          { id: 'r', share: 100, admission: { kind: 'admitted' as const, manifest: 'm', expiresAt: 1e15 }, replicas },
        ],
      },
    });
    at.use(release([dead]));
    await expect(ask('hi')).rejects.toMatchObject({ status: 502, code: 'upstream_unreachable' });
    at.use(release([dead, live]));
    for (let call = 0; call < 4; call++)
      expect((await ask('still here')).choices[0]?.message.content).toBe('still here');
  });

  it('characters that are cut between pieces are whole again', async () => {
    const text = 'Größe 重さ 🏋️‍♀️ ok.';
    const bytes = Buffer.from(chunk({ content: text }));
    at.upstream.script = raw([
      ...Array.from(bytes, (byte) => Buffer.from([byte])),
      chunk({}, 'stop'),
      'data: [DONE]\r\n\r\n',
    ]);
    expect(await askStream('hi')).toEqual({ text, finish: 'stop' });
  });

  /** A stream that the server began and leaves open; its end, however it comes. */
  async function underWay(): Promise<{ readonly end: Promise<void> }> {
    at.upstream.script = (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .write(chunk({ content: 'one two three. ' }));
    const stream = await at.client.chat.completions.create({
      model: 'chat',
      messages: [{ role: 'user', content: 'x' }],
      stream: true,
    });
    const end = (async () => {
      for await (const _ of stream);
    })();
    end.catch(() => {});
    return { end };
  }

  it('a kill ends streams that are under way', async () => {
    const { end } = await underWay();
    await until(() => at.upstream.seen.length === 1);
    expect(at.gateway.kill('r1')).toBe(1);
    await expect(end).rejects.toThrow();
    await until(() => at.upstream.seen[0]?.aborted === true);
  });

  it.each([
    ['an admission', 'admission_expired'],
    ['a proof', 'attestation_expired'],
  ])('%s that runs out ends streams that are under way', async (what, code) => {
    const soon = Date.now() + 500;
    const replica: Replica = {
      origin: at.upstream.origin,
      prefix: '',
      model: null,
      authorization: null,
      dialect: 'openai',
      azureVersion: null,
      attestedUntil: what === 'a proof' ? soon : null,
    };
    const expiresAt = what === 'a proof' ? 1e15 : soon;
    const admission: Admission = { kind: 'admitted', manifest: 'm', expiresAt };
    at.use({ channel: { releases: [{ id: 'r', share: 100, admission, replicas: [replica] }] } });
    const { end } = await underWay();
    await expect(end).rejects.toMatchObject({ code });
    await until(() => at.upstream.seen[0]?.aborted === true);
    expect(at.records.at(-1)).toMatchObject({ code });
  });

  it('lists the channels that a key may call', async () => {
    expect((await at.client.models.list()).data.map(({ id }) => id)).toEqual(['chat']);
  });
});
