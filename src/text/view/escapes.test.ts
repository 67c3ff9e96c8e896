import { describe, expect, it } from 'vitest';
import { least } from '../../../test/support/least.ts';
import { escapedIn, unescaped } from './escapes.ts';

const KEY = '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';
const each = (write: (code: number) => string) => Array.from(KEY, (sign) => write(sign.charCodeAt(0))).join('');
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');

function saidIn(text: string): readonly string[] {
  return escapedIn(text, 0).spans.flatMap((span) => unescaped(text, span)?.text ?? []);
}

describe('what is written as escapes', () => {
  it.each([
    ['one letter, as JSON has it', `{"k":"gh\\u0070${KEY.slice(3)}"}`],
    ['every letter, as JSON has it', each((code) => `\\u${hex(code, 4)}`)],
    ['JSON within JSON', `{\\"k\\": \\"gh\\\\u0070${KEY.slice(3)}\\"}`.replaceAll('\\"', '"')],
    ['as programs have it', each((code) => `\\x${hex(code, 2)}`)],
    ['with braces', `gh\\u{70}${KEY.slice(3)}`],
    ['as HTML has it', each((code) => `&#${code};`)],
    ['as HTML has it, with zeros before', `gh&#x00000070;${KEY.slice(3)} gh&#0000000112;${KEY.slice(3)}`],
    ['as HTML has it, in hexadecimal', `gh&#x70;${KEY.slice(3)}`],
    ['as Markdown has it', KEY.replace('_', '\\_')],
    ['as addresses have it', `gh%70${KEY.slice(3)}`],
  ])('is read: %s', (_, text) => {
    expect(saidIn(`see ${text} there`).join(' ')).toContain(KEY);
  });

  it.each([
    'plain text with nothing in it',
    'C:\\new\\table\\x and a\\tb\\n',
    'fish & chips; R&D; 100% sure; &amp; &lt;',
    'a\\_b and c\\.d',
    'https://example.com/a%20b?q=%C3%BC',
  ])('is nothing where hardly anything is: %s', (text) => {
    expect(saidIn(text)).toEqual([]);
  });

  it('leads back to the escapes', () => {
    const text = 'to: ann.smith\\u0040example.com.';
    const [span] = escapedIn(text, 0).spans;
    const piece = span === undefined ? null : unescaped(text, span);
    const at = piece?.text.indexOf('@') ?? -1;
    expect(text.slice(piece?.startOf(at), piece?.endOf(at + 1))).toBe('\\u0040');
    expect(text.slice(piece?.startOf(0), piece?.endOf(piece.text.length))).toBe('smith\\u0040example.com.');
  });

  it.each(['gh\\', 'gh\\u', 'gh\\u00', 'x \\\\u{7', 'gh&', 'gh&#11', 'gh&#x7', 'gh%', 'gh%7', 'gh\\u0070_w'])(
    'may go on: %s',
    (text) => {
      expect(escapedIn(text, 0).open).toBe(text.startsWith('x') ? 2 : 0);
    },
  );

  it.each(['gh\\n', 'gh\\u007g ', 'gh&a', 'gh%7 ', 'gh\\u0070_w '])('does not go on: %s', (text) => {
    expect(escapedIn(text, 0).open).toBe(text.length);
  });

  it('takes time in proportion to the text', () => {
    const text = `${'\\'.repeat(10_000)}${'&#'.repeat(10_000)}${'\\_'.repeat(10_000)}${'a%41'.repeat(10_000)}`;
    const read = () => {
      for (const span of escapedIn(text, 0).spans) unescaped(text, span);
    };
    expect(least(2000, read)).toBeLessThan(2000);
  });
});
