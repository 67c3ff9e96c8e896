import { ApiError, FunctionCallingConfigMode, GoogleGenAI, Type } from '@google/genai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEY, type Rig, rig } from './rig.ts';
import { chunk, completion, json, raw, says } from './scripted-upstream.ts';
import { part, partStream as streamOf } from './words-gemini.ts';

const SECRET = 'AKIAIOSFODNN7EXAMPLQ';
const ASK = { model: 'chat', contents: 'Hello' };

let at: Rig;
let client: GoogleGenAI;
beforeAll(async () => {
  at = await rig();
  client = new GoogleGenAI({ apiKey: KEY, httpOptions: { baseUrl: at.address } });
});
afterAll(() => at.close());

/** All that a stream of the official client says. */
async function told(ask: object = ASK): Promise<string> {
  let text = '';
  for await (const one of await client.models.generateContentStream(ask as never)) text += one.text ?? '';
  return text;
}

describe('generateContent, before a server that speaks it too', () => {
  beforeEach(() => at.use({ replica: { dialect: 'gemini', authorization: ['x-goog-api-key', 'own'] } }));

  it('passes a call on with its own key, and the answer as it came', async () => {
    at.upstream.script = json(200, part([{ text: 'Good day' }], 'STOP'));
    const answer = await client.models.generateContent({ ...ASK, config: { systemInstruction: 'Be brief', topK: 3 } });
    expect(answer.text).toBe('Good day');
    const seen = at.upstream.seen.at(-1);
    expect(seen?.path).toBe('/v1beta/models/tiny:generateContent');
    expect(seen?.headers['x-goog-api-key']).toBe('own');
    expect(JSON.parse(seen?.body ?? '').generationConfig).toEqual({ topK: 3 });
    expect(at.records.at(-1)).toMatchObject({
      surface: 'generate-content',
      channel: 'chat',
      inputTokens: 3,
      outputTokens: 5,
    });
  });

  it('streams', async () => {
    at.upstream.script = streamOf(['Good ', 'day ', 'to you']);
    expect(await told()).toBe('Good day to you');
    expect(at.upstream.seen.at(-1)?.path).toBe('/v1beta/models/tiny:streamGenerateContent?alt=sse');
    expect(at.records.at(-1)).toMatchObject({ stream: true, status: 200, outputTokens: 5 });
  });

  it('redacts what goes in and what comes out, however it is cut', async () => {
    at.upstream.script = streamOf(['The key is ', ...(SECRET.match(/.{1,3}/g) ?? []), ' and no more']);
    const text = await told({ ...ASK, contents: `Mine is ${SECRET}` });
    expect(text).not.toContain(SECRET);
    expect(text).toMatch(/^The key is .*and no more$/);
    expect(at.upstream.seen.at(-1)?.body).not.toContain(SECRET);
  });

  it('reads on where a server says of each event that it is the last', async () => {
    const pieces = ['The key is ', ...(SECRET.match(/.{1,3}/g) ?? []), ' and no', ' more'];
    at.upstream.script = raw(pieces.map((text) => `data: ${JSON.stringify(part([{ text }], 'STOP'))}\r\n\r\n`));
    let text = '';
    let reason: string | undefined;
    for await (const one of await client.models.generateContentStream(ASK)) {
      text += one.text ?? '';
      reason = one.candidates?.[0]?.finishReason;
    }
    expect(text).not.toContain(SECRET.slice(4));
    expect([text, reason]).toEqual([expect.stringMatching(/^The key is .*and no more$/), 'STOP']);
  });

  it('reads on past a comment, an event of counts and another candidate between them', async () => {
    const say = (text: string, index = 0) => ({ candidates: [{ ...part([{ text }], 'STOP').candidates[0], index }] });
    const events = [
      say('The key is '),
      say(SECRET.slice(0, 9)),
      { usageMetadata: {} },
      say('Other', 1),
      say(SECRET.slice(9)),
      say('.'),
      say('Last', 1),
    ];
    at.upstream.script = raw(events.map((one) => `: ping\n\ndata: ${JSON.stringify(one)}\n\n`));
    let text = '';
    for await (const one of await client.models.generateContentStream(ASK))
      if (one.candidates?.[0]?.index !== 1) text += one.text ?? '';
    expect(text).toMatch(/^The key is .*\.$/);
    expect(text).not.toContain(SECRET.slice(9));
  });

  it('refuses what nobody reads', async () => {
    const contents = [{ inlineData: { mimeType: 'image/png', data: 'AAAA' } }];
    await expect(client.models.generateContent({ ...ASK, contents })).rejects.toThrow(/inlineData/);
  });

  it('ends a stream that breaks off as an error', async () => {
    at.upstream.script = raw([`data: ${JSON.stringify(part([{ text: 'Half ' }]))}\n\n`]);
    await expect(told()).rejects.toThrow(/upstream_cut/);
  });

  it.each([
    [401, 'wbk_unknown', 'chat'],
    [403, KEY, 'other'],
  ])('answers %i in its own shape', async (status, apiKey, model) => {
    const other = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: at.address } });
    const error = await other.models.generateContent({ ...ASK, model }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).status).toBe(status);
  });

  it('has no streams but events', async () => {
    const answer = await fetch(`${at.address}/v1beta/models/chat:streamGenerateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': KEY, 'content-type': 'application/json' },
      body: JSON.stringify({ contents: [] }),
    });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('alt=sse')]);
  });
});

describe('generateContent, before a server that speaks chat completions', () => {
  beforeEach(() => at.use({ channel: { media: 'pass' } }));

  it('says the call and the answer in the other’s words', async () => {
    at.upstream.script = json(200, completion('Good day'));
    const config = { systemInstruction: 'Be brief', maxOutputTokens: 9, topP: 0.5, stopSequences: ['END'], seed: 4 };
    const answer = await client.models.generateContent({ ...ASK, config });
    expect(answer.text).toBe('Good day');
    expect(answer.candidates?.[0]?.finishReason).toBe('STOP');
    expect(answer.usageMetadata).toMatchObject({ promptTokenCount: 3, candidatesTokenCount: 5, totalTokenCount: 8 });
    expect(JSON.parse(at.upstream.seen.at(-1)?.body ?? '')).toEqual({
      model: 'tiny',
      max_tokens: 9,
      top_p: 0.5,
      seed: 4,
      stop: ['END'],
      messages: [
        { role: 'system', content: 'Be brief' },
        { role: 'user', content: 'Hello' },
      ],
    });
  });

  it('carries functions there and back', async () => {
    const call = { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Bern"}' } };
    const message = { role: 'assistant', content: null, tool_calls: [call] };
    at.upstream.script = json(200, {
      ...completion(''),
      choices: [{ index: 0, message, finish_reason: 'tool_calls' }],
    });
    const parameters = { type: Type.OBJECT, properties: { city: { type: Type.STRING } } };
    const answer = await client.models.generateContent({
      model: 'chat',
      contents: [
        { role: 'user', parts: [{ text: 'Weather?' }] },
        { role: 'model', parts: [{ functionCall: { name: 'weather', args: { city: 'Thun' } } }] },
        { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { sky: 'rain' } } }] },
      ],
      config: {
        tools: [{ functionDeclarations: [{ name: 'weather', description: 'Tells it', parameters }] }],
        toolConfig: { functionCallingConfig: { mode: FunctionCallingConfigMode.ANY } },
      },
    });
    expect(answer.functionCalls).toEqual([{ name: 'weather', args: { city: 'Bern' } }]);
    const seen = JSON.parse(at.upstream.seen.at(-1)?.body ?? '');
    expect(seen).toMatchObject({
      tool_choice: 'required',
      tools: [
        { function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } } },
      ],
      messages: [{ role: 'user' }, { role: 'assistant' }, { role: 'tool', content: '{"sky":"rain"}' }],
    });
    expect(seen.messages[2].tool_call_id).toBe(seen.messages[1].tool_calls[0].id);
  });

  it('streams texts, and calls once they are whole', async () => {
    const piece = (delta: object) => chunk({ tool_calls: [{ index: 0, ...delta }] });
    at.upstream.script = raw([
      chunk({ role: 'assistant', content: 'Let me ' }),
      chunk({ content: 'look' }),
      piece({ id: 'c1', function: { name: 'weather', arguments: '{"city":' } }),
      piece({ function: { arguments: '"Bern"}' } }),
      chunk({}, 'tool_calls'),
      'data: [DONE]\n\n',
    ]);
    let text = '';
    const calls = [];
    for await (const one of await client.models.generateContentStream(ASK)) {
      text += one.text ?? '';
      calls.push(...(one.functionCalls ?? []));
    }
    expect([text, calls]).toEqual(['Let me look', [{ name: 'weather', args: { city: 'Bern' } }]]);
  });

  it('redacts in the server’s words before it says them in the caller’s', async () => {
    at.upstream.script = says(['The key is ', SECRET.slice(0, 9), SECRET.slice(9), ' and no more']);
    const text = await told();
    expect(text).not.toContain(SECRET);
    expect(text).toMatch(/and no more$/);
  });

  it.each<[string, object, RegExp]>([
    ['a tool that its vendor runs', { tools: [{ googleSearch: {} }] }, /run by Google/],
    ['a budget for thinking', { thinkingConfig: { thinkingBudget: 100 } }, /thinkingConfig has no meaning/],
  ])('refuses %s, and says why', async (_, config, why) => {
    await expect(client.models.generateContent({ ...ASK, config })).rejects.toThrow(why);
  });
});
