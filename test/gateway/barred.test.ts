import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/kernel/json.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { completion, json } from './scripted-upstream.ts';

let gate: Rig;
beforeAll(async () => {
  gate = await rig();
  gate.upstream.script = json(200, completion('ok'));
});
afterAll(() => gate.close());

async function post(path: string, body: object): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await fetch(gate.address + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

const MESSAGES = [{ role: 'user', content: 'hi' }];

describe('a call', () => {
  it.each<[string, JsonObject]>([
    ['a prompt in numbers', { prompt_token_ids: [1, 2, 3] }],
    ['a prompt in numbers, by another name', { input_ids: [1, 2, 3] }],
    ['a prompt as a tensor', { prompt_embeds: 'A'.repeat(80) }],
    ['a template', { chat_template: "{{ 'a' ~ 'b' }}" }],
    ['code', { custom_logit_processor: '{"callable":"80"}' }],
    ['a cache of another server', { bootstrap_host: '10.0.0.1' }],
    ['other models', { models: ['other/model'] }],
    ['models to fall back to', { fallbacks: [{ model: 'other' }] }],
    ['another server', { api_base: 'http://evil.example' }],
    ['another adapter', { lora_path: 'x' }],
    ['an adapter to be fetched', { adapter_id: 'somebody/adapter' }],
    ['adapters left out', { lora: [{ id: 0, scale: 0 }] }],
  ])('does not bring %s', async (_, more) => {
    const before = gate.upstream.seen.length;
    const { status, text } = await post('/v1/chat/completions', { model: 'chat', messages: MESSAGES, ...more });
    expect({ status, text }).toMatchObject({ status: 400, text: expect.stringContaining('invalid_request') });
    expect((await post('/v1/messages', { model: 'chat', max_tokens: 5, messages: MESSAGES, ...more })).status).toBe(
      400,
    );
    expect(gate.upstream.seen.length).toBe(before);
  });

  it('may say that it has none of these, and what else a server knows', async () => {
    const more = { prompt_token_ids: null, lora: [], chat_template_kwargs: { enable_thinking: false }, top_k: 4 };
    expect((await post('/v1/chat/completions', { model: 'chat', messages: MESSAGES, ...more })).status).toBe(200);
  });

  const web = { web_search_options: {} };
  const tool = (type: string) => ({ tools: [{ type, server_label: 'x', name: 'x', server_url: 'https://a.example' }] });
  it.each<[string, string, JsonObject]>([
    ['chat', '/v1/chat/completions', { messages: MESSAGES, ...web }],
    ['responses', '/v1/responses', { input: 'hi', ...tool('mcp') }],
    ['responses', '/v1/responses', { input: 'hi', ...tool('web_search_preview') }],
    ['messages', '/v1/messages', { max_tokens: 5, messages: MESSAGES, ...tool('web_fetch_20250910') }],
    [
      'messages',
      '/v1/messages',
      { max_tokens: 5, messages: MESSAGES, mcp_servers: [{ type: 'url', url: 'u', name: 'n' }] },
    ],
    [
      'gemini',
      '/v1beta/models/chat:generateContent',
      { contents: [{ parts: [{ text: 'hi' }] }], tools: [{ google_search: {} }] },
    ],
  ])('has the server fetch nothing, but where the channel lets media pass: %s', async (_, path, body) => {
    const refused = await post(path, { model: 'chat', ...body });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/tools that the server runs/);
    gate.use({ channel: { media: 'pass' } });
    const passed = await post(path, { model: 'chat', ...body });
    gate.use();
    expect(passed.text).not.toMatch(/tools that the server runs with/);
  });
});
