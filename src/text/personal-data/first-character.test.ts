import { expect, it } from 'vitest';
import { examplesOf } from './examples.ts';
import { firstCharacter } from './first-character.ts';
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
