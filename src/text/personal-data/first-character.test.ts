import { describe, expect, it } from 'vitest';
import { examplesOf } from './examples.ts';
import { firstCharacter, needsLetter } from './first-character.ts';
import { DATA_ROWS } from './rows.ts';

it.each([
  [/[0-9]{3}-x/, 'digit'],
  [/[A-Z]{2}[0-9]/, 'letter'],
  [/(?:0[1-9]|[12][0-9])[A-Z]/, 'digit'],
  [/(?:IT)?[0-9]{11}/, 'either'],
  [/(?!INC|REQ)[A-Z]{3}/, 'letter'],
  [/[A-Z]|[0-9]/, 'either'],
  [/\+90[ -]?/, 'letter'],
  [/(?:\+|00)1/, 'either'],
] as const)('tells of %s how it begins', (pattern, begins) => {
  expect(firstCharacter(pattern)).toBe(begins);
});

it('puts no row where its own examples are not looked for', () => {
  for (const row of DATA_ROWS) {
    for (const text of examplesOf(row)) {
      for (let at = 0; at < text.length; at += 1) {
        row.pattern.lastIndex = at;
        const first = row.pattern.exec(text)?.[0][0];
        if (first !== undefined && row.begins !== 'either') expect(/[0-9]/.test(first)).toBe(row.begins === 'digit');
      }
    }
  }
});

describe('whether a letter must stand there', () => {
  it.each<[RegExp, boolean]>([
    [/[A-Z]{2}\d{6}/, true],
    [/\d{3}(?:[a-z]|[A-Z]\d)/, true],
    [/\d{3}[A-Z]?\d/, false],
    [/\d{3}(?:[A-Z]|\d)/, false],
    [/[A-Z]\d|\d/, false],
    [/(?=[A-Z])\w{4}/, false],
    [/[0-9A-F]{8}/, false],
    [/[A-z]/, false],
    [/(?:RF)?\d{4}/, false],
  ])('%s', (pattern, needed) => {
    expect(needsLetter(pattern.source)).toBe(needed);
  });

  it('is so of rows that match nothing without one', () => {
    for (const { pattern, lettered, fires, type } of DATA_ROWS) {
      if (!lettered) continue;
      for (const text of fires) {
        const bare = text.replace(/[A-Za-z]/g, '7');
        for (let at = 0; at < bare.length; at += 1) {
          pattern.lastIndex = at;
          expect(pattern.test(bare), `${type} ${bare}`).toBe(false);
        }
      }
    }
  });
});
