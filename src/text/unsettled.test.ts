import { describe, expect, test } from 'vitest';
import { beginningsOf, lastBeginning } from './unsettled.ts';

const BEGINNINGS = beginningsOf(['://', 'javascript:', 'data:text/html']);

describe('the beginning of a literal at the end of a text', () => {
  test.each([
    ['see https', 9],
    ['see https:', 9],
    ['see https:/', 9],
    ['see https://', 12],
    ['a Java', 2],
    ['DATA:text/ht', 0],
    ['metadata', 4],
    ['jav javascript', 4],
    ['', 0],
  ])('begins in %j at %i', (text, at) => {
    expect(lastBeginning({ text, from: 0 }, BEGINNINGS)).toBe(at);
  });

  test('is not looked for before what is asked about', () => {
    expect(lastBeginning({ text: 'javascript', from: 3 }, BEGINNINGS)).toBe(10);
  });
});
