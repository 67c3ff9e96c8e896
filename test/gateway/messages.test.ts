import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEY, type Rig, rig } from './rig.ts';
import { chunk, completion, json, raw, says } from './scripted-upstream.ts';
import { event, message, messageStream as streamOf } from './words-anthropic.ts';

const SECRET = 'AKIAIOSFODNN7EXAMPLQ';
const ASK = { model: 'chat', max_tokens: 64, messages: [{ role: 'user' as const, content: 'Hello' }] };

let at: Rig;
let client: Anthropic;
beforeAll(async () => {
  at = await rig();
  client = new Anthropic({ apiKey: KEY, baseURL: at.address, maxRetries: 0 });
});
afterAll(() => at.close());

describe('messages, before a server that speaks it too', () => {
  beforeEach(() => at.use({ replica: { dialect: 'anthropic', authorization: ['x-api-key', 'own'] } }));

  it('passes a call on with its own key, and the answer as it came', async () => {
    at.upstream.script = json(200, message([{ type: 'text', text: 'Good day' }]));
    const answer = await client.messages.create({ ...ASK, system: 'Be brief', vendor_extra: 3 } as never);
    expect(answer.content).toEqual([{ type: 'text', text: 'Good day' }]);
    const seen = at.upstream.seen.at(-1);
    expect(seen?.path).toBe('/v1/messages');
    expect(seen?.headers).toMatchObject({ 'x-api-key': 'own', 'anthropic-version': expect.any(String) });
    expect(JSON.parse(seen?.body ?? '')).toMatchObject({ model: 'tiny', system: 'Be brief', vendor_extra: 3 });
    expect(at.records.at(-1)).toMatchObject({ surface: 'messages', inputTokens: 3, outputTokens: 5 });
  });

  it('streams, and tells the official client the same as without it', async () => {
    at.upstream.script = streamOf(['Good ', 'day ', 'to you']);
    const stream = client.messages.stream(ASK);
    expect(await stream.finalText()).toBe('Good day to you');
    expect((await stream.finalMessage()).usage).toMatchObject({ input_tokens: 3, output_tokens: 5 });
    expect(at.records.at(-1)).toMatchObject({ stream: true, status: 200, inputTokens: 3, outputTokens: 5 });
  });

  it('redacts what a stream must not say, however it is cut', async () => {
    at.upstream.script = streamOf(['The key is ', ...(SECRET.match(/.{1,3}/g) ?? []), ' and no more']);
    const text = await client.messages.stream(ASK).finalText();
    expect(text).not.toContain(SECRET);
    expect(text).toMatch(/^The key is .*and no more$/);
  });

  it('redacts what goes in, in texts, tool results and documents', async () => {
    at.upstream.script = json(200, message([{ type: 'text', text: 'ok' }]));
    await client.messages.create({
      ...ASK,
      messages: [
        { role: 'user', content: `My key ${SECRET}` },
        { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'read', input: { path: 'a' } }] },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: `found ${SECRET}` }] },
            { type: 'document', source: { type: 'text', media_type: 'text/plain', data: `page ${SECRET}` } },
          ],
        },
      ],
    });
    expect(at.upstream.seen.at(-1)?.body).not.toContain(SECRET);
  });

  it.each([
    ['an image', [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } }]],
    [
      'a document in bytes',
      [{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'AA' } }],
    ],
  ])('refuses %s, which nobody reads', async (_, content) => {
    const call = client.messages.create({ ...ASK, messages: [{ role: 'user', content: content as never }] });
    await expect(call).rejects.toThrow(Anthropic.BadRequestError);
  });

  it('counts tokens', async () => {
    at.upstream.script = json(200, { input_tokens: 7 });
    const { max_tokens: _, ...ask } = ASK;
    expect(await client.messages.countTokens(ask)).toEqual({ input_tokens: 7 });
    expect(at.upstream.seen.at(-1)?.path).toBe('/v1/messages/count_tokens');
  });

  it('ends a stream that breaks off as an error', async () => {
    at.upstream.script = raw([
      event({ type: 'message_start', message: message([]) } as never),
      event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Half' } } as never),
    ]);
    await expect(client.messages.stream(ASK).finalMessage()).rejects.toThrow(/upstream_cut/);
  });

  it.each([
    [401, { apiKey: 'wbk_unknown' }, Anthropic.AuthenticationError],
    [403, { model: 'other' }, Anthropic.PermissionDeniedError],
  ])(
    'answers %i in its own shape',
    async (_, { apiKey = KEY, model = 'chat' }: { apiKey?: string; model?: string }, kind) => {
      const other = new Anthropic({ apiKey, baseURL: at.address, maxRetries: 0 });
      await expect(other.messages.create({ ...ASK, model })).rejects.toThrow(kind);
    },
  );

  it('passes a 429 on with its retry-after', async () => {
    const body = { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } };
    at.upstream.script = json(429, body, { 'retry-after': '7' });
    const error = await client.messages.create(ASK).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Anthropic.RateLimitError);
    expect((error as InstanceType<typeof Anthropic.RateLimitError>).headers?.get('retry-after')).toBe('7');
  });

  it('shows the channels a key may call', async () => {
    expect((await client.models.list()).data.map(({ id }) => id)).toEqual(['chat']);
  });
});

describe('messages, before a server that speaks chat completions', () => {
  beforeEach(() => at.use({ channel: { media: 'pass' } }));

  it('passes a refusal on with its retry-after, and keeps the request’s id', async () => {
    at.upstream.script = json(429, { error: { message: 'slow down' } }, { 'retry-after': '7' });
    const headers = { 'x-request-id': 'req-9' };
    const error = await client.messages.create(ASK, { headers }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Anthropic.RateLimitError);
    const told = (error as InstanceType<typeof Anthropic.RateLimitError>).headers;
    expect([told?.get('retry-after'), told?.get('x-request-id')]).toEqual(['7', 'req-9']);
  });

  it('says the call and the answer in the other’s words', async () => {
    at.upstream.script = json(200, completion('Good day'));
    const answer = await client.messages.create({
      ...ASK,
      system: [{ type: 'text', text: 'Be brief' }],
      stop_sequences: ['END'],
      temperature: 0.5,
    } as never);
    expect(answer).toMatchObject({
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: 'Good day' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 3, output_tokens: 5 },
    });
    const seen = at.upstream.seen.at(-1);
    expect(seen?.path).toBe('/v1/chat/completions');
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      model: 'tiny',
      max_tokens: 64,
      temperature: 0.5,
      stop: ['END'],
      messages: [
        { role: 'system', content: 'Be brief' },
        { role: 'user', content: 'Hello' },
      ],
    });
  });

  it('carries tools there and back', async () => {
    const call = { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } };
    const choice = {
      index: 0,
      message: { role: 'assistant', content: null, tool_calls: [call] },
      finish_reason: 'tool_calls',
    };
    at.upstream.script = json(200, { ...completion(''), choices: [choice] });
    const schema = { type: 'object' as const, properties: { city: { type: 'string' } } };
    const answer = await client.messages.create({
      ...ASK,
      tools: [{ name: 'weather', description: 'Tells it', input_schema: schema }],
      tool_choice: { type: 'any' },
      messages: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'c0', name: 'weather', input: { city: 'Thun' } }] },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'c0', content: 'rain' },
            { type: 'text', text: 'And Bern?' },
          ],
        },
      ],
    });
    expect(answer.content).toEqual([{ type: 'tool_use', id: 'c1', name: 'weather', input: { city: 'Bern' } }]);
    expect(answer.stop_reason).toBe('tool_use');
    expect(JSON.parse(at.upstream.seen.at(-1)?.body ?? '')).toMatchObject({
      tool_choice: 'required',
      tools: [{ type: 'function', function: { name: 'weather', parameters: schema } }],
      messages: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', tool_calls: [{ id: 'c0', function: { name: 'weather', arguments: '{"city":"Thun"}' } }] },
        { role: 'tool', tool_call_id: 'c0', content: 'rain' },
        { role: 'user', content: 'And Bern?' },
      ],
    });
  });

  it('streams texts and calls of tools', async () => {
    const piece = (delta: object) => chunk({ tool_calls: [{ index: 0, ...delta }] });
    at.upstream.script = raw([
      chunk({ role: 'assistant', content: 'Let me ' }),
      chunk({ content: 'look' }),
      piece({ id: 'c1', function: { name: 'weather', arguments: '' } }),
      piece({ function: { arguments: '{"city":' } }),
      piece({ function: { arguments: '"Bern"}' } }),
      chunk({}, 'tool_calls'),
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: 9, completion_tokens: 4 } })}\n\n`,
      'data: [DONE]\n\n',
    ]);
    const answer = await client.messages.stream(ASK).finalMessage();
    expect(answer.content).toEqual([
      { type: 'text', text: 'Let me look' },
      { type: 'tool_use', id: 'c1', name: 'weather', input: { city: 'Bern' } },
    ]);
    expect(answer).toMatchObject({ stop_reason: 'tool_use', usage: { input_tokens: 9, output_tokens: 4 } });
  });

  it('redacts in the server’s words before it says them in the caller’s', async () => {
    at.upstream.script = says(['The key is ', SECRET.slice(0, 9), SECRET.slice(9), ' and no more']);
    const text = await client.messages.stream(ASK).finalText();
    expect(text).not.toContain(SECRET);
    expect(text).toMatch(/and no more$/);
  });

  it('ends a stream that breaks off as an error', async () => {
    at.upstream.script = raw([chunk({ content: 'Half ' })]);
    await expect(client.messages.stream(ASK).finalMessage()).rejects.toThrow(/upstream_cut/);
  });

  it('carries images as data', async () => {
    at.upstream.script = json(200, completion('a cat'));
    const source = { type: 'base64' as const, media_type: 'image/png' as const, data: 'AAAA' };
    await client.messages.create({ ...ASK, messages: [{ role: 'user', content: [{ type: 'image', source }] }] });
    expect(at.upstream.seen.at(-1)?.body).toContain('data:image/png;base64,AAAA');
  });

  it.each<[string, object, RegExp]>([
    [
      'a tool that its vendor runs',
      { tools: [{ type: 'web_search_20250305', name: 'web_search' }] },
      /run by Anthropic/,
    ],
    ['a budget for thinking', { thinking: { type: 'enabled', budget_tokens: 1024 } }, /thinking has no meaning/],
  ])('refuses %s, and says why', async (_, more, why) => {
    await expect(client.messages.create({ ...ASK, ...more } as never)).rejects.toThrow(why);
  });

  it('refuses to count tokens that the server has no count for', async () => {
    const { max_tokens: _, ...ask } = ASK;
    await expect(client.messages.countTokens(ask)).rejects.toThrow(/has no count-tokens/);
  });
});
