import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/guard/guard.ts';

const guard = createGuard({ clock: () => 0 });
const KEY = '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';

const WAYS: readonly (readonly [name: string, write: (text: string) => string, bytes: number])[] = [
  ['base64', (text) => Buffer.from(text).toString('base64'), 3072],
  ['hexadecimal', (text) => Buffer.from(text).toString('hex'), 2048],
  [
    'percent',
    (text) => Array.from(text, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    1366,
  ],
  [
    'JSON',
    (text) => Array.from(text, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    683,
  ],
];

describe('what is decoded in parts', () => {
  it.each(WAYS)('is read over the end of a part: %s', (_, write, bytes) => {
    for (const before of [bytes - 39, bytes - 20, bytes - 2, 2 * bytes - 20]) {
      const text = `see ${write(`${'lorem ipsum '.repeat(1000).slice(0, before - 1)} ${KEY} and more of it.`)} there`;
      const { findings } = guard.check(text, { origin: 'assistant' });
      expect(findings.map(({ type }) => type)).toContain('secret/github');
    }
  });

  it.each(WAYS)('is the same for every cut: %s', (_, write, bytes) => {
    const text = `see ${write(`${'lorem ipsum '.repeat(1000).slice(0, bytes - 20)} ${KEY} and more of it.`)} there`;
    const whole = guard.check(text, { origin: 'assistant' });
    for (const step of [997, 4096, 5000]) {
      const stream = guard.open({ origin: 'assistant' });
      let out = '';
      const types: string[] = [];
      for (let at = 0; at < text.length; at += step) {
        const released = stream.push(text.slice(at, at + step));
        out += released.text;
        types.push(...released.findings.map(({ type }) => type));
      }
      const last = stream.end();
      types.push(...last.findings.map(({ type }) => type));
      expect(out + last.text).toBe(whole.text);
      expect(types.toSorted()).toEqual(whole.findings.map(({ type }) => type).toSorted());
    }
  });

  it('is read though it begins in digits alone', () => {
    const { findings } = guard.check(Buffer.from(`${'a'.repeat(60)} ${KEY}`).toString('hex'), { origin: 'assistant' });
    expect(findings.map(({ type }) => type)).toContain('secret/github');
  });
});
