import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import type { Guard } from '../../src/guard/guard.ts';
import type { Advisers } from '../../src/ports/advisers.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { chunk, completion, json, raw } from './scripted-upstream.ts';

/** What the scripted judge says of a text: how sure it is that the answer is yes; null: nothing. */
let sure: (text: string) => number | null = () => 0;
let asked: string[] = [];
const advisers: Advisers = {
  chatModel: async () => ({
    complete: async (call) => {
      const text = JSON.stringify(call);
      asked.push(text);
      const confidence = sure(text);
      if (confidence === null) throw new Error('it is not there');
      return {
        choices: [{ message: { content: JSON.stringify({ answer: confidence > 0, confidence: confidence || 1 }) } }],
      };
    },
  }),
  classifier: async () => ({ scores: async () => ({}) }),
};

function judged(origins = 'user, tool-result'): Promise<Guard> {
  const text = `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: { name: asks, version: 1, description: d }
spec:
  extends: nothing
  message: Not so.
  judges:
    - { id: plot, question: Is it a plot?, endpoint: "http://127.0.0.1:1/v1", model: m, origins: [${origins}] }
  rules:
    - { id: r, types: [judge/plot], threshold: 0.5, action: block }
`;
  const passing = ['transcript'] as const;
  const clock = () => performance.now();
  return openGuard({ policy: { name: 'p', text }, advisers, passing, remember: 100, clock });
}

let one: Rig;
const say = (...texts: string[]) =>
  one.client.chat.completions.create({
    model: 'chat',
    messages: texts.map((content, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content })),
  });

describe('a judge at the gateway', () => {
  beforeAll(async () => {
    one = await rig();
    one.use({ channel: { guard: await judged() } });
  });
  afterAll(() => one.close());

  it('is asked about what callers send before a model gets it', async () => {
    sure = (text) => (text.includes('powder') ? 0.9 : 0);
    const before = one.upstream.seen.length;
    await expect(say('Bring the powder.')).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    expect(one.upstream.seen).toHaveLength(before);
    expect(one.records.at(-1)).toMatchObject({ found: ['judge/plot'], code: 'content_filter' });
    expect((await say('Bring the tea.')).choices).toHaveLength(1);
  });

  it('is asked once about what is said again with every call, and never about answers', async () => {
    sure = () => 0;
    asked = [];
    await say('First question?');
    await say('First question?', 'An answer.', 'Second question?');
    await say('First question?', 'An answer.', 'Second question?', 'Another.', 'Third question?');
    expect(asked).toHaveLength(3);
    expect(asked.join()).not.toContain('An answer.');
  });

  it('that gives no answer lets nothing pass, and is asked again', async () => {
    sure = () => null;
    await expect(say('Is anybody there?')).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    sure = () => 0;
    expect((await say('Is anybody there?')).choices).toHaveLength(1);
  });

  it('cannot be asked about what was heard in recordings', async () => {
    await expect(judged('transcript')).rejects.toMatchObject({ code: 'guard-adviser-unready' });
  });
});

describe('a judge of answers', () => {
  beforeAll(async () => {
    one = await rig();
    one.use({ channel: { guard: await judged('assistant, tool-call') } });
  });
  afterAll(() => one.close());
  const PLOT = 'Take the powder to the cellar.';
  const plots = (text: string): number => (text.includes('powder') ? 0.9 : 0);
  const pieces = (text: string): readonly string[] => text.split(/(?<= )/);
  const streaming = (text: string, choices = 1) => {
    const events = pieces(text).flatMap((content) =>
      Array.from({ length: choices }, (_, index) =>
        chunk({ content: index === 0 ? content : 'Tea. ' }).replace('"index":0', `"index":${index}`),
      ),
    );
    return raw([...events, chunk({}, 'stop'), 'data: [DONE]\n\n']);
  };
  const streamed = async (): Promise<string> => {
    const body = JSON.stringify({ model: 'chat', stream: true, messages: [{ role: 'user', content: 'x' }] });
    const headers = { authorization: `Bearer ${KEY}` };
    return (await fetch(`${one.address}/v1/chat/completions`, { method: 'POST', headers, body })).text();
  };

  it.each([
    ['lets pass what nothing speaks against', 'Take the tea to the garden.', 'stop'],
    ['stops what it minds', PLOT, 'content_filter'],
  ])('%s, whole and streamed', async (_, text, finish) => {
    sure = plots;
    one.upstream.script = json(200, completion(text));
    const [choice] = (await say('x')).choices;
    expect([choice?.finish_reason, choice?.message.content]).toEqual([finish, finish === 'stop' ? text : 'Not so.']);
    one.upstream.script = streaming(text);
    const all = await streamed();
    expect(all).toContain(`"finish_reason":"${finish}"`);
    expect(all.includes('powder') || all.includes('cellar')).toBe(false);
    expect(one.records.at(-1)?.found).toEqual(finish === 'stop' ? [] : ['judge/plot']);
    const texts = [...all.matchAll(/"content":"([^"]*)"/g)].map(([, said]) => said).join('');
    expect(texts).toBe(finish === 'stop' ? text : 'Not so.');
  });

  it('hears each text whole, however it was cut', async () => {
    sure = plots;
    asked = [];
    const plot = `${PLOT} Tonight.`;
    one.upstream.script = streaming(plot, 2);
    await streamed();
    expect(asked).toHaveLength(2);
    expect(asked.filter((text) => text.includes(plot))).toHaveLength(1);
  });

  it('that gives no answer lets none pass, whole or streamed', async () => {
    sure = () => null;
    one.upstream.script = json(200, completion('Tea for the silent judge.'));
    expect((await say('x')).choices[0]?.message.content).toBe('Not so.');
    one.upstream.script = streaming('Tea for the silent judge.');
    expect(await streamed()).not.toContain('silent');
  });

  it('is not asked about what its server broke off, which is an error', async () => {
    asked = [];
    one.upstream.script = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk({ content: 'Take the powder' }), () => response.destroy());
    };
    expect(await streamed()).toContain('upstream_cut');
    expect(asked).toEqual([]);
  });

  it('takes a stream that ends in the middle for no whole answer, whatever it thinks of it', async () => {
    sure = () => 0;
    one.upstream.script = raw([chunk({ content: 'Half of ' })]);
    expect(await streamed()).toContain('upstream_cut');
  });
});
