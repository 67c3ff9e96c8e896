import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import type { Replica } from '../../src/gateway/snapshot.ts';
import type { Guard } from '../../src/guard/guard.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { chunk, completion, echo, json, raw, says, scriptedUpstream } from './scripted-upstream.ts';
import { event, message, messageEvents } from './words-anthropic.ts';
import { part, partEvents } from './words-gemini.ts';
import { outputMessage, response, responseStream } from './words-responses.ts';

const POLICY = (origins: string) => `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: {name: house, version: 1, description: ours}
spec:
  extends: nothing
  terms: [{id: who, words: ['Ann "Red" Lee', Bob, 'Eve']}]
  rules:
    - {id: back, types: [term/who], origins: [${origins}], action: pseudonymise}
`;
const ASKED = 'Write to Ann "Red" Lee and Bob.';
const SENT = 'Write to <TERM_WHO_1> and <TERM_WHO_2>.';
const ANSWER = 'Done: <TERM_WHO_1>, \\<TERM\\_WHO\\_2\\>, [term who 1] & <TERM_WHO_3>';
const SHOWN = 'Done: Ann "Red" Lee, Bob, Ann "Red" Lee & <TERM_WHO_3>';
const PIECES = ANSWER.match(/.{1,3}/gsu) ?? [];

let at: Rig;
let [user, everybody] = [{} as Guard, {} as Guard];
beforeAll(async () => {
  at = await rig();
  const guardOf = (text: string) => openGuard({ policy: { name: 'p', text }, clock: () => performance.now() });
  [user, everybody] = await Promise.all([guardOf(POLICY('user')), guardOf(POLICY(''))]);
});
afterAll(async () => {
  await at.close();
  expect(at.faults).toEqual([]);
});
beforeEach(() => {
  at.upstream.seen.length = 0;
  at.use({ channel: { guard: user } });
});

const asked = (content = ASKED) => ({ model: 'chat', messages: [{ role: 'user' as const, content }] });
const sent = () => JSON.parse(at.upstream.seen[0]?.body ?? '') as { messages: { content: string }[] };
const said = async (content?: string) =>
  (await at.client.chat.completions.create(asked(content))).choices[0]?.message.content;

describe('pseudonyms of a call', () => {
  it('are all that the model reads, and lead back in its answer', async () => {
    at.upstream.script = json(200, completion(ANSWER));
    expect(await said()).toBe(SHOWN);
    expect(sent().messages[0]?.content).toBe(SENT);
  });

  it('lead back in an answer of pieces', async () => {
    at.upstream.script = says(PIECES);
    let text = '';
    for await (const { choices } of await at.client.chat.completions.create({ ...asked(), stream: true }))
      text += choices[0]?.delta.content ?? '';
    expect(text).toBe(SHOWN);
  });

  it('lead back on the surface of Anthropic, whole and in pieces', async () => {
    const client = new Anthropic({ apiKey: KEY, baseURL: at.address, maxRetries: 0 });
    const call = { ...asked(), max_tokens: 100 };
    at.use({ channel: { guard: user }, replica: { dialect: 'anthropic' } });
    at.upstream.script = json(200, message([{ type: 'text', text: ANSWER }]));
    expect((await client.messages.create(call)).content).toMatchObject([{ text: SHOWN }]);
    at.upstream.script = raw(messageEvents(PIECES));
    expect((await client.messages.stream(call).finalMessage()).content).toMatchObject([{ text: SHOWN }]);
  });

  it('lead back on the surface of Gemini, whole and in pieces', async () => {
    const client = new GoogleGenAI({ apiKey: KEY, httpOptions: { baseUrl: at.address } });
    const call = { model: 'chat', contents: ASKED };
    at.use({ channel: { guard: user }, replica: { dialect: 'gemini' } });
    at.upstream.script = json(200, part([{ text: ANSWER }], 'STOP'));
    expect((await client.models.generateContent(call)).text).toBe(SHOWN);
    at.upstream.script = raw(partEvents(PIECES));
    let text = '';
    for await (const one of await client.models.generateContentStream(call)) text += one.text ?? '';
    expect(text).toBe(SHOWN);
  });

  it('lead back in every event that repeats a text', async () => {
    at.upstream.script = json(200, response([outputMessage(ANSWER)]));
    const call = { model: 'chat', input: ASKED };
    expect((await at.client.responses.create(call)).output_text).toBe(SHOWN);
    at.upstream.script = responseStream(PIECES);
    let [pieces, last] = ['', ''];
    for await (const one of await at.client.responses.create({ ...call, stream: true })) {
      if (one.type === 'response.output_text.delta') pieces += one.delta;
      if (one.type === 'response.completed') last = JSON.stringify(one.response.output);
    }
    expect(pieces).toBe(SHOWN);
    expect(last).toContain(JSON.stringify(SHOWN));
  });

  it('leave the arguments of a tool JSON, whole and in pieces', async () => {
    const args = '{"to": "<TERM_WHO_1>", "n": 1}';
    const called = (text: string) => ({ id: 'c1', type: 'function', function: { name: 'send', arguments: text } });
    const given = { to: 'Ann "Red" Lee', n: 1 };
    const answer = completion('') as { choices: { message: object }[] };
    Object.assign(answer.choices[0]?.message ?? {}, { content: null, tool_calls: [called(args)] });
    at.upstream.script = json(200, answer);
    const { choices } = await at.client.chat.completions.create(asked());
    const [call] = choices[0]?.message.tool_calls ?? [];
    expect(JSON.parse(call?.type === 'function' ? call.function.arguments : '')).toEqual(given);

    const tool = (text: string) => chunk({ tool_calls: [{ index: 0, ...called(text) }] });
    at.upstream.script = raw([...(args.match(/.{1,4}/g) ?? []).map(tool), chunk({}, 'tool_calls'), 'data: [DONE]\n\n']);
    let text = '';
    for await (const one of await at.client.chat.completions.create({ ...asked(), stream: true }))
      text += one.choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? '';
    expect(JSON.parse(text)).toEqual(given);

    at.use({ channel: { guard: user }, replica: { dialect: 'anthropic' } });
    at.upstream.script = raw([
      event({ type: 'message_start', message: { ...message([]), stop_reason: null } } as never),
      event({
        type: 'content_block_start',
        index: 0,
        content_block: { type: 'tool_use', id: 't1', name: 'send', input: {} },
      } as never),
      ...(args.match(/.{1,4}/g) ?? []).map((partial_json) =>
        event({ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json } } as never),
      ),
      event({ type: 'content_block_stop', index: 0 } as never),
      event({ type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 5 } } as never),
      event({ type: 'message_stop' }),
    ]);
    const client = new Anthropic({ apiKey: KEY, baseURL: at.address, maxRetries: 0 });
    const { content } = await client.messages.stream({ ...asked(), max_tokens: 100 }).finalMessage();
    expect(content).toMatchObject([{ type: 'tool_use', input: given }]);
  });

  it('lead nowhere for those whom only the answer names', async () => {
    at.use({ channel: { guard: everybody } });
    at.upstream.script = json(200, completion('<TERM_WHO_1> told Eve, and Bob.'));
    expect(await said()).toBe('Ann "Red" Lee told <TERM_WHO_3>, and Bob.');
    at.upstream.script = says(['<TERM_WHO_1> told E', 've, and B', 'ob.']);
    let text = '';
    for await (const { choices } of await at.client.chat.completions.create({ ...asked(), stream: true }))
      text += choices[0]?.delta.content ?? '';
    expect(text).toBe('Ann "Red" Lee told <TERM_WHO_3>, and Bob.');
  });

  it('are not mixed up with what looks like one in the call', async () => {
    at.upstream.script = echo;
    const text = 'Bob, what is <TERM_WHO_1>, and TERM_WHO_2?';
    expect(await said(text)).toBe(text);
    expect(sent().messages[0]?.content).not.toContain('Bob');
    expect(sent().messages[0]?.content).toContain('GUARD_TOKEN');
  });

  it('are not shared by two calls', async () => {
    at.upstream.script = json(200, completion('<TERM_WHO_1> <TERM_WHO_2>'));
    expect(await said('To Bob.')).toBe('Bob <TERM_WHO_2>');
    expect(await said('To Eve.')).toBe('Eve <TERM_WHO_2>');
  });

  it('are known to a channel that is fallen back to, whatever its own policy is', async () => {
    const spare = await scriptedUpstream();
    try {
      spare.script = json(200, completion(ANSWER));
      at.upstream.script = json(503, { error: { message: 'down' } });
      for (const guard of [user, everybody, await plain()]) {
        const replica = { ...REPLICA, origin: spare.origin };
        const admission = { kind: 'admitted', manifest: 'r2', expiresAt: Date.now() + 3_600_000 } as const;
        at.use({
          channel: { guard: user, fallbacks: ['spare'] },
          more: { spare: { guard, releases: [{ id: 'r2', share: 100, admission, replicas: [replica] }] } },
        });
        expect(await said()).toBe(SHOWN);
        expect(JSON.parse(spare.seen.at(-1)?.body ?? '')).toMatchObject({ messages: [{ content: SENT }] });
      }
    } finally {
      await spare.close();
    }
  });
});

const plain = () => openGuard({ policy: null, clock: () => performance.now() });
const REPLICA: Replica = {
  origin: '',
  prefix: '',
  model: 'spare',
  authorization: null,
  dialect: 'openai',
  azureVersion: null,
  attestedUntil: null,
};
