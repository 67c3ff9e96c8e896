import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../src/adapters/isolation/within.ts';
import type { Within } from '../../src/guard/deadline.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { doing } from '../guard/laws.ts';
import { stalling } from '../guard/stalling.ts';
import { type Rig, rig } from './rig.ts';
import { says } from './scripted-upstream.ts';

const clock = () => performance.now();
/** A busy machine may let a call wait: what returns is waited for, and the rest ended late. */
let patience = 500;
const patient: Within = (_, run) => within(patience, run);
const stall = () => {
  for (;;);
};

let at: Rig;
beforeAll(async () => {
  at = await rig();
  const policy = { ...doing('redact'), deadline: 100 };
  at.use({ channel: { guard: createGuard({ policy, detectors: [stalling(stall)], within: patient, clock }) } });
});
afterAll(() => at.close());

const ask = (content: string) =>
  at.client.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content }] });

describe('a gateway whose guard has a deadline', () => {
  it('refuses a call over which a detector never returns, puts it on record, and serves the next', async () => {
    const failure = await ask('I looked into the abyss').catch((error: unknown) => error);
    expect(failure).toMatchObject({ status: 400, code: 'content_filter' });
    expect(at.records.at(-1)).toMatchObject({ code: 'content_filter', found: ['guard/broken-detector'] });
    patience = 60_000;
    expect((await ask('And it looked back')).choices[0]?.message.content).toBe('And it looked back');
    expect(at.faults).toEqual([]);
  });

  it('ends a stream where a detector never returns', async () => {
    patience = 500;
    at.upstream.script = says(['All was well. ', 'Then the abyss ', 'came']);
    const stream = await at.client.chat.completions.create({
      model: 'chat',
      messages: [{ role: 'user', content: 'Tell me.' }],
      stream: true,
    });
    let [text, finish] = ['', null as string | null];
    for await (const { choices } of stream) {
      text += choices[0]?.delta.content ?? '';
      finish = choices[0]?.finish_reason ?? finish;
    }
    expect([text.includes('abyss'), text.includes('came'), finish]).toEqual([false, false, 'content_filter']);
    expect(at.records.at(-1)?.found).toEqual(['guard/broken-detector']);
  });
});
