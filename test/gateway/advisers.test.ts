import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import type { Guard } from '../../src/guard/guard.ts';
import type { Advisers } from '../../src/ports/advisers.ts';
import { type Rig, rig } from './rig.ts';

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
  const passing = ['assistant', 'tool-call', 'transcript'] as const;
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

  it('cannot be asked about answers, which go on as they come', async () => {
    await expect(judged('assistant')).rejects.toMatchObject({ code: 'guard-adviser-unready' });
  });
});
