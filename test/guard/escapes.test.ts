import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/guard/guard.ts';

const guard = createGuard({ clock: () => 0 });
const KEY = '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';

const WRITTEN: readonly (readonly [text: string, type: string, left: string])[] = [
  [`{"k":"gh\\u0070${KEY.slice(3)}","n":1}`, 'secret/github', '{"k":"[SECRET_GITHUB]","n":1}'],
  [`Here: ${KEY.replace('_', '\\_')}, keep it.`, 'secret/github', 'Here: [SECRET_GITHUB], keep it.'],
  [`<b>gh&#112;${KEY.slice(3)}</b>`, 'secret/github', '<b>[SECRET_GITHUB]</b>'],
  ['{"card":"4111\\u00201111\\u00201111\\u00201111"}', 'CREDIT_CARD', '{"card":"[CREDIT_CARD]"}'],
  ['{"to":"ann\\u0040example.com"}', 'EMAIL_ADDRESS', '{"to":"[EMAIL_ADDRESS]"}'],
];

describe('what is written as escapes, and read without them by whoever gets it', () => {
  it.each(WRITTEN)('is found once and taken out: %s', (text, type, left) => {
    const { findings, text: released } = guard.check(text, { origin: 'tool-call' });
    expect(findings.filter(({ action }) => action === 'redact').map((finding) => finding.type)).toEqual([type]);
    expect(released).toBe(left);
  });

  it.each(WRITTEN)('is found wherever it is cut: %s', (text, _, left) => {
    for (let at = 1; at < text.length; at++) {
      const stream = guard.open({ origin: 'tool-call' });
      const out = [stream.push(text.slice(0, at)), stream.push(text.slice(at, at + 2)), stream.end(text.slice(at + 2))];
      expect(out.map((released) => released.text).join('')).toBe(left);
    }
  });
});
