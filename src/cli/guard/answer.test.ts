import { expect, it } from 'vitest';
import { defaultPolicy } from '../../guard/default-policy.ts';
import type { SpanDetector } from '../../guard/detector.ts';
import { createGuard } from '../../guard/guard.ts';
import { answerText } from './answer.ts';
import type { Guards } from './question.ts';

const TAKES = 5;

/** Takes its time, and finds nothing. */
function slowDetector(pass: (milliseconds: number) => void): SpanDetector {
  return {
    kind: 'span',
    id: 'slow',
    title: 'Slow',
    types: [{ type: 'slow', title: 'Slow' }],
    origins: ['user'],
    sees: 'canonical',
    left: 0,
    find: () => {
      pass(TAKES);
      return [];
    },
    unsettled: ({ text }) => text.length,
    defaults: [{ types: [], origins: [], threshold: 0, action: 'flag' }],
    examples: { fires: () => [], quiet: () => [] },
  };
}

it.each([
  ['{"text":"x","text":"ann@example.com"}', 'block'],
  ['{"text":"x","\\u0074ext":"ann@example.com"}', 'block'],
  ['{"text" : "x", "origin":"user","text": "y"}', 'block'],
  ['{"transcript":{"segments":[{"start":0,"end":1,"text":"ann"}],"segments":[]}}', 'block'],
  ['{"transcript":{"segments":[]},"headers":{"X-Recording-Consent":"no","X-Recording-Consent":"given"}}', 'block'],
  ['{"text":"x","context":{"canaries":["wb12345678"],"canaries":[]}}', 'block'],
  ['{"text":"x","context":{"canaries":["wb12345678"],"earlier":["canaries"]}}', 'allow'],
  [JSON.stringify({ text: 'they wrote "text":1 and "origin"', origin: 'user' }), 'allow'],
  ['{"text":"caf\\u00e9","context":{"earlier":["\\u0041"]}}', 'allow'],
])('reads a key once: %s', async (line, action) => {
  const guard = createGuard({ policy: defaultPolicy([]), detectors: [], clock: () => 0 });
  const guards: Guards = { byPolicy: new Map([['default', guard]]), policy: 'default', origin: 'user', clock: () => 0 };
  expect(JSON.parse(await answerText(line, guards))).toMatchObject({ action });
});

it('tells the time that an answer took by itself, whoever stands in the same batch', async () => {
  let now = 0;
  const clock = () => now;
  const detectors = [
    slowDetector((milliseconds) => {
      now += milliseconds;
    }),
  ];
  const guard = createGuard({ policy: defaultPolicy(detectors), detectors, clock });
  const guards: Guards = { byPolicy: new Map([['default', guard]]), policy: 'default', origin: 'user', clock };
  const lines = ['one', 'two', 'three'].map((text) => JSON.stringify({ text }));
  const answers = await Promise.all(lines.map((line) => answerText(line, guards)));
  expect(answers.map((answer) => JSON.parse(answer))).toMatchObject([{ ms: TAKES }, { ms: TAKES }, { ms: TAKES }]);
});
