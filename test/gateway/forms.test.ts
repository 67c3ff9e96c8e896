import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import type { Guard } from '../../src/guard/guard.ts';
import { type Rig, rig } from './rig.ts';

const POLICY = `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: {name: forms, version: 1, description: d}
spec:
  extends: nothing
  message: Not as asked.
  forms: [{id: as-asked, schema: requested}, {id: brief, words: {most: 12}}]
  rules: [{id: r, types: [form/*], action: block}]
`;

let at: Rig;
let guard: Guard;
beforeAll(async () => {
  at = await rig();
  guard = await openGuard({ policy: { name: 'p', text: POLICY }, clock: () => performance.now() });
});
afterAll(() => at.close());
beforeEach(() => at.use({ channel: { guard } }));

const schema = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'], additionalProperties: false };
const json = { type: 'json_schema', json_schema: { name: 'n', schema, strict: true } } as const;

/** The scripted server says back what it is told. */
async function ask(content: string, wants: boolean, stream: boolean) {
  const call = {
    model: 'chat',
    messages: [{ role: 'user' as const, content }],
    ...(wants ? { response_format: json } : {}),
  };
  if (!stream) {
    const [choice] = (await at.client.chat.completions.create(call)).choices;
    return { text: choice?.message.content ?? '', finish: choice?.finish_reason };
  }
  let [text, finish] = ['', ''];
  for await (const { choices } of await at.client.chat.completions.create({ ...call, stream: true })) {
    text += choices[0]?.delta.content ?? '';
    finish = choices[0]?.finish_reason ?? finish;
  }
  return { text, finish };
}

describe('an answer whose form was asked for', () => {
  it.each<[string, boolean, string, boolean]>([
    ['that keeps the schema', true, '{"n": 1}', true],
    ['that does not', true, '{"n": "one"}', false],
    ['that is no JSON', true, 'n is one', false],
    ['of which no schema was asked', false, 'n is one', true],
    ['that is too long', false, 'one two three four five six seven eight nine ten eleven twelve thirteen', false],
  ])('%s', async (_, wants, said, passes) => {
    for (const stream of [false, true]) {
      const { text, finish } = await ask(said, wants, stream);
      expect(finish).toBe(passes ? 'stop' : 'content_filter');
      if (passes) expect(text).toBe(said);
    }
  });

  it('does not ask it of earlier turns', async () => {
    const { choices } = await at.client.chat.completions.create({
      model: 'chat',
      messages: [
        { role: 'assistant', content: 'one two three four five six seven eight nine ten eleven twelve thirteen' },
        { role: 'user', content: '{"n": 2}' },
      ],
      response_format: json,
    });
    expect(choices[0]?.message.content).toBe('{"n": 2}');
  });
});
