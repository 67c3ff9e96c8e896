import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI, { toFile } from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../src/gateway/limits/limiter.ts';
import type { Channel, Replica, ServedRelease } from '../../src/gateway/snapshot.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { bytes, completion, echo, json, type Script, scriptedUpstream } from './scripted-upstream.ts';

let at: Rig;
let spare: Awaited<ReturnType<typeof scriptedUpstream>>;
/** An address at which nobody listens. */
let nowhere = '';
beforeAll(async () => {
  at = await rig();
  spare = await scriptedUpstream();
  nowhere = await freeAddress();
});
afterAll(async () => {
  await at.close();
  await spare.close();
  expect(at.faults).toEqual([]);
});
beforeEach(() => {
  at.upstream.script = echo;
  spare.script = json(200, completion('from the spare'));
  at.upstream.seen.length = 0;
  spare.seen.length = 0;
  at.records.length = 0;
});

const replica = (origin: string): Replica => ({
  origin,
  prefix: '',
  model: 'spare',
  authorization: null,
  dialect: 'openai',
  azureVersion: null,
  attestedUntil: null,
});
const release = (id: string, replicas: readonly Replica[]): ServedRelease => ({
  id,
  share: 100,
  admission: { kind: 'admitted', manifest: id, expiresAt: Date.now() + 3_600_000 },
  replicas,
});
const falling = (change: Partial<Channel> = {}, first: Partial<Channel> = {}) =>
  at.use({
    channel: { fallbacks: ['spare'], ...first },
    more: { spare: { releases: [release('r2', [replica(spare.origin)])], ...change } },
  });
const dead = () => ({ releases: [release('r1', [replica(nowhere)])] });
const ask = (more: object = {}) =>
  at.client.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: 'Hello' }], ...more });
const said = async (more: object = {}) => (await ask(more)).choices[0]?.message.content;

describe('a channel that falls back', () => {
  it.each<[string, Script | null]>([
    ['cannot be reached', null],
    ['is full', json(429, { error: { message: 'full' } }, { 'retry-after': '9' })],
    ['is down behind its proxy', json(503, '<html>')],
    ['is overloaded', json(529, { error: {} })],
    ['says what is no HTTP', bytes('HTTP/1.1 200 OK\nContent-Length: 2\n\n{}')],
  ])('is answered by the other when its server %s', async (_, script) => {
    if (script !== null) at.upstream.script = script;
    falling({}, script === null ? dead() : {});
    expect(await said()).toBe('from the spare');
    expect(JSON.parse(spare.seen[0]?.body ?? '')).toMatchObject({ model: 'spare' });
    expect(at.records[0]).toMatchObject({ channel: 'spare', fallbackFrom: 'chat', release: 'r2', status: 200 });
  });

  it('streams from the other, and takes recordings there', async () => {
    falling({}, dead());
    spare.script = echo;
    let text = '';
    for await (const { choices } of await at.client.chat.completions.create({
      model: 'chat',
      messages: [{ role: 'user', content: 'one two' }],
      stream: true,
    }))
      text += choices[0]?.delta.content ?? '';
    expect(text).toBe('one two');
    spare.script = json(200, { text: 'Good day' });
    const file = await toFile(Buffer.from('RIFF'), 'a.wav');
    expect((await at.client.audio.transcriptions.create({ file, model: 'chat' })).text).toBe('Good day');
    expect(spare.seen.at(-1)?.body).toContain('RIFF');
  });

  it('is answered by its own server as long as that can', async () => {
    falling();
    expect(await said()).toBe('Hello');
    expect(spare.seen).toEqual([]);
    expect(at.records[0]).toMatchObject({ channel: 'chat', fallbackFrom: null });
  });

  it.each<[string, Script, number]>([
    ['refuses the call', json(400, { error: { message: 'too long' } }), 400],
    ['broke over it', json(500, { error: { message: 'out of memory' } }), 500],
  ])('passes on that its server %s: another would not help', async (_, script, status) => {
    at.upstream.script = script;
    falling();
    await expect(ask()).rejects.toMatchObject({ status });
    expect(spare.seen).toEqual([]);
  });

  it.each<[string, Partial<Channel>]>([
    ['was not admitted', { releases: [{ ...release('r2', []), admission: { kind: 'refused', reason: 'no' } }] }],
    ['is not served here', { regions: new Set(['CH']) }],
    ['is not served on this surface', { surfaces: new Set(['embeddings']) }],
    [
      'is at its limit',
      { scopes: [{ name: 'channel:spare', limits: { ...NO_LIMITS, tokensPerMinute: 1, parallel: 1 } }] },
    ],
    ['speaks otherwise', { releases: [release('r2', [{ ...replica('http://127.0.0.1:9'), dialect: 'anthropic' }])] }],
  ])('does not fall back to one that %s', async (what, change) => {
    falling(change, dead());
    if (what.includes('limit')) {
      spare.script = () => {};
      const given = new AbortController();
      const first = at.client.chat.completions.create({ model: 'chat', messages: [] }, { signal: given.signal });
      first.catch(() => {});
      await expect.poll(() => spare.seen.length).toBe(1);
      await expect(ask()).rejects.toMatchObject({ status: 502, code: 'upstream_unreachable' });
      given.abort();
    } else await expect(ask()).rejects.toMatchObject({ status: 502, code: 'upstream_unreachable' });
    expect(spare.seen.length).toBe(what.includes('limit') ? 1 : 0);
  });

  it('does not fall back to one that the key may not call, nor from a refusal', async () => {
    at.use({
      channel: { fallbacks: ['spare'], ...dead() },
      grant: { channels: new Set(['chat']) },
      more: { spare: { releases: [release('r2', [replica(spare.origin)])] } },
    });
    await expect(ask()).rejects.toMatchObject({ status: 502 });
    falling(
      {},
      { releases: [{ ...release('r1', []), admission: { kind: 'refused', reason: 'its decision is deny' } }] },
    );
    await expect(ask()).rejects.toMatchObject({ status: 403, code: 'not_admitted' });
    expect(spare.seen).toEqual([]);
  });

  it('tells what the first failed with when nobody can answer', async () => {
    at.upstream.script = json(429, { error: {} }, { 'retry-after': '9' });
    falling({ releases: [release('r2', [replica(nowhere)])] });
    // The last that is asked answers for itself.
    await expect(ask()).rejects.toMatchObject({ status: 502, code: 'upstream_unreachable' });
    falling({ scopes: [{ name: 'channel:none', limits: { ...NO_LIMITS, requestsPerMinute: 1 } }] });
    await ask();
    const error = await ask().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect((error as InstanceType<typeof OpenAI.RateLimitError>).headers?.get('retry-after')).toBe('9');
  });

  it('counts the call once for its key', async () => {
    const scopes = [{ name: 'key:once', limits: { ...NO_LIMITS, requestsPerMinute: 2 } }];
    at.use({
      channel: { fallbacks: ['spare'], ...dead() },
      grant: { scopes },
      more: { spare: { releases: [release('r2', [replica(spare.origin)])] } },
    });
    await ask();
    await ask();
    await expect(ask()).rejects.toMatchObject({ status: 429 });
  });

  it('asks its own server all the same when the other may not be asked', async () => {
    falling({ regions: new Set(['CH']) });
    expect(await said()).toBe('Hello');
  });

  it('keeps its own words before a server that speaks others', async () => {
    falling({}, { releases: [release('r1', [{ ...replica(nowhere), dialect: 'anthropic' }])] });
    const anthropic = new Anthropic({ apiKey: KEY, baseURL: at.address, maxRetries: 0 });
    const { content } = await anthropic.messages.create({
      model: 'chat',
      max_tokens: 9,
      messages: [{ role: 'user', content: 'Hello' }],
    });
    expect(content).toMatchObject([{ type: 'text', text: 'from the spare' }]);
    expect(spare.seen[0]?.path).toBe('/v1/chat/completions');
  });

  it('leaves a server alone for a while that hung up before it answered, and asks it when nobody else may be', async () => {
    at.upstream.script = (_, response) => void response.destroy();
    falling();
    expect(await said()).toBe('from the spare');
    at.upstream.script = echo;
    expect(await said()).toBe('from the spare');
    // A connection that was kept may have been closed before the call came: it is made once more on a new one.
    expect(at.upstream.seen.length).toBe(2);
    falling({ releases: [release('r2', [{ ...replica(nowhere), dialect: 'anthropic' }])] });
    expect(await said()).toBe('Hello');
    expect(at.records.at(-1)).toMatchObject({ channel: 'chat', fallbackFrom: null, release: 'r1' });
  });
});

async function freeAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
