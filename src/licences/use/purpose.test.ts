import { describe, expect, it } from 'vitest';
import { FIELD_ROWS } from './field-rows.ts';
import { readPurpose } from './purpose.ts';
import { PURPOSE_ROWS } from './purpose-rows.ts';
import { regionsOfField } from './regions.ts';

const ROWS = [...PURPOSE_ROWS, ...FIELD_ROWS];

describe('a purpose', () => {
  it.each(ROWS.flatMap(({ signal, fires }) => fires.map((text) => [text, signal] as const)))(
    '“%s” tells of %s',
    (text, signal) => {
      expect([...readPurpose(text).keys()]).toContain(signal);
    },
  );

  it.each(ROWS.flatMap(({ signal, quiet }) => quiet.map((text) => [text, signal] as const)))(
    '“%s” tells nothing of %s',
    (text, signal) => {
      expect([...readPurpose(text).keys()]).not.toContain(signal);
    },
  );

  it('of any length is read in no time to speak of', () => {
    const long = 'train a model '.repeat(20_000);
    expect(readPurpose(long).has('trains')).toBe(true);
  });
});

describe('a region', () => {
  it.each<[string, readonly string[]]>([
    ['EU', ['EU']],
    ['uk', ['GB']],
    ['US, EU', ['US', 'EU']],
    ['de', ['DE']],
    ['Germany and France', ['DE', 'FR']],
    ['global', ['WORLD']],
    ['South Korea', ['KR']],
    ['USA', ['US']],
    ['nowhere in particular', []],
  ])('%s is %j', (text, expected) => {
    expect(regionsOfField(text)).toEqual(expected);
  });
});
