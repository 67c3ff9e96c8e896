import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

const found = (text: string) =>
  spokenIn({ text, from: 0, begins: true, ends: true }).map(({ type, start, end }) => [type, text.slice(start, end)]);

describe('spokenIn', () => {
  it.each([
    [
      'CREDIT_CARD',
      'my card is four five three nine one four double eight oh three four three six four six seven thanks',
      'four five three nine one four double eight oh three four three six four six seven',
    ],
    [
      'US_SSN',
      'my social security number is five three six, twenty two, eighty seven seventeen.',
      'five three six, twenty two, eighty seven seventeen',
    ],
    [
      'PHONE_NUMBER',
      'call me at two one two, five five five, oh one eight seven',
      'two one two, five five five, oh one eight seven',
    ],
    ['EMAIL_ADDRESS', 'it is jo dot smith at example dot com, all in small letters', 'jo dot smith at example dot com'],
    [
      'EMAIL_ADDRESS',
      'Write to ann underscore lee at mail dot example dot org',
      'ann underscore lee at mail dot example dot org',
    ],
  ])('finds %s in "%s"', (type, text, expected) => {
    expect(found(text)).toContainEqual([type, expected]);
  });

  it.each([
    'one of the two of us is at home, and three are not',
    'we met at noon dot dot dot and left at nine',
    'count: one two three four five six',
    'look at the dot on the com port',
  ])('finds nothing in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});
