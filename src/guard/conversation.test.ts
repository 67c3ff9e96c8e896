import { describe, expect, it } from 'vitest';
import { canaryFor, checkInConversation, plantCanary } from './conversation.ts';
import { exfiltration } from './detectors/exfiltration/detector.ts';
import { createGuard } from './guard.ts';

const guard = createGuard({ detectors: [exfiltration], clock: () => 0 });
const earlier = [
  'My patient Olga Brenner has an appointment on Monday, see https://clinic.example/olga-brenner-monday',
];
const canary = canaryFor('a key', 'Be kind.');

function told(text: string): readonly string[] {
  const conversation = { earlier, canaries: [canary] };
  const { findings, action } = checkInConversation(guard, text, { context: { origin: 'assistant' }, conversation });
  expect(action).toBe(findings.length === 0 ? 'allow' : 'flag');
  return findings.map(({ type }) => type);
}

describe('a message in its conversation', () => {
  it.each<[string, string, string]>([
    ['a canary', plantCanary('Be kind.', canary), 'exfiltration/canary'],
    ['what was said', 'Look: https://a.example/olga/brenner/has-an-appointment', 'exfiltration/seen'],
    [
      'what was said, in pieces',
      'https://a.example/?p=patientolga and https://a.example/?p=brennerhasan and https://a.example/?p=appointment',
      'exfiltration/seen',
    ],
  ])('does not carry out %s', (_, text, type) => expect(told(text)).toEqual([type]));

  it.each([
    'Of course, see https://clinic.example/olga-brenner-monday',
    'Olga Brenner has an appointment on Monday.',
    'See https://docs.example/appointments/how-to',
  ])('may say %s', (text) => expect(told(text)).toEqual([]));
});
