import { describe, expect, it } from 'vitest';
import { examplesOf } from './examples.ts';
import { firstCharacter, needsLetter, shortestMatch } from './first-character.ts';
import { NEVER_WITHIN } from './identifiers.ts';
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
        const { begins } = row.shape();
        if (first !== undefined && begins !== 'either') expect(/[0-9]/.test(first)).toBe(begins === 'digit');
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
    for (const { pattern, shape, fires, type } of DATA_ROWS) {
      if (!shape().lettered) continue;
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

describe('how long a match is at least', () => {
  it.each<[RegExp, number]>([
    [/[0-9]{3}-x/, 5],
    [/[A-Z]{2,4}?\d*[a-z]+/, 3],
    [/(?:IT)?[0-9]{11}/, 11],
    [/(?=[A-Z]{9})\w{4}(?![0-9])/, 4],
    [/(?<!x)(?:ab|c){2}|(?<name>d{7})\b/, 2],
    [/\p{Lu}[\]a]\./u, 3],
  ])('%s', (pattern, shortest) => {
    expect(shortestMatch(pattern.source)).toBe(shortest);
  });

  it('is no more than any match of the examples, which no mark stands in that is never within', () => {
    for (const { pattern, shape, type, ...row } of DATA_ROWS) {
      const { shortest } = shape();
      for (const text of [...row.fires, ...row.quiet]) {
        for (let at = 0; at < text.length; at += 1) {
          pattern.lastIndex = at;
          const match = pattern.exec(text)?.[0];
          if (match === undefined) continue;
          expect(match.length, `${type} ${match}`).toBeGreaterThanOrEqual(shortest);
          expect(Array.from(NEVER_WITHIN).filter((mark) => match.includes(mark))).toEqual([]);
        }
      }
    }
  });
});
