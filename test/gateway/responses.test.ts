import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY, type Rig, rig } from './rig.ts';
import { json, raw } from './scripted-upstream.ts';
import { outputMessage as message, response, responseStream as streamOf } from './words-responses.ts';

const SECRET = 'AKIAIOSFODNN7EXAMPLQ';
const ASK = { model: 'chat', input: 'Hello' };

let at: Rig;
let client: OpenAI;
beforeAll(async () => {
  at = await rig();
  client = new OpenAI({ apiKey: KEY, baseURL: `${at.address}/v1`, maxRetries: 0 });
});
afterAll(() => at.close());

describe('responses', () => {
  it('passes a call and its answer on', async () => {
    at.upstream.script = json(200, response([message('Good day')]));
    const answer = await client.responses.create({ ...ASK, instructions: 'Be brief' });
    expect(answer.output_text).toBe('Good day');
    expect(at.upstream.seen.at(-1)?.path).toBe('/v1/responses');
    expect(at.records.at(-1)).toMatchObject({ surface: 'responses', inputTokens: 3, outputTokens: 5 });
  });

  it('streams', async () => {
    at.upstream.script = streamOf(['Good ', 'day ', 'to you']);
    const stream = client.responses.stream(ASK);
    let text = '';
    stream.on('response.output_text.delta', ({ delta }) => {
      text += delta;
    });
    expect((await stream.finalResponse()).output_text).toBe('Good day to you');
    expect(text).toBe('Good day to you');
  });

  it('redacts a text in its pieces and in every repeat of it', async () => {
    at.upstream.script = streamOf(['The key is ', ...(SECRET.match(/.{1,3}/g) ?? []), ' and no more']);
    const seen: string[] = [];
    for await (const event of await client.responses.create({ ...ASK, stream: true })) seen.push(JSON.stringify(event));
    expect(seen.join('')).not.toContain(SECRET.slice(0, 12));
    expect(seen.at(-1)).toMatch(/The key is .* and no more/);
    expect(seen.at(-1)).not.toContain(SECRET);
  });

  it('redacts what goes in, in messages and in what tools gave', async () => {
    at.upstream.script = json(200, response([message('ok')]));
    await client.responses.create({
      model: 'chat',
      input: [
        { role: 'user', content: [{ type: 'input_text', text: `mine is ${SECRET}` }] },
        { type: 'function_call', call_id: 'c1', name: 'read', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c1', output: `found ${SECRET}` },
      ],
    });
    expect(at.upstream.seen.at(-1)?.body).not.toContain(SECRET);
  });

  it.each<[string, object]>([
    ['an earlier answer', { previous_response_id: 'resp_0' }],
    ['a conversation', { conversation: 'conv_1' }],
    ['an item', { input: [{ type: 'item_reference', id: 'msg_0' }] }],
    ['an answer for later', { background: true }],
    [
      'an image',
      { input: [{ role: 'user', content: [{ type: 'input_image', image_url: 'https://x.example/a.png' }] }] },
    ],
  ])('refuses to pass on %s that cannot be read here', async (_, more) => {
    await expect(client.responses.create({ ...ASK, ...more } as never)).rejects.toThrow(OpenAI.BadRequestError);
  });

  it('ends a stream that breaks off as an error', async () => {
    at.upstream.script = raw([`data: ${JSON.stringify({ type: 'response.created', response: response([]) })}\n\n`]);
    const all = (async () => {
      for await (const _ of await client.responses.create({ ...ASK, stream: true }));
    })();
    await expect(all).rejects.toThrow(/middle/);
  });
});
