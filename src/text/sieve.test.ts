import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSieve, DIGITS, type Literal } from './sieve.ts';
import { lowBytes } from './view/reading.ts';

function placesOf(text: string, literals: readonly Literal[], digits = false, from = 0): readonly string[] {
  const found: string[] = [];
  createSieve(literals, { digits }).scan({ text, bytes: lowBytes(text) }, from, (which, at) => {
    found.push(`${which}@${at}`);
  });
  return found.sort();
}

/** What a sieve should find, by the plainest means. */
function expected(text: string, literals: readonly Literal[]): readonly string[] {
  const found: string[] = [];
  literals.forEach(({ text: wanted, anyCase }, which) => {
    for (let at = 0; at + wanted.length <= text.length; at++) {
      const here = text.slice(at, at + wanted.length);
      if (here === wanted || (anyCase === true && lower(here) === lower(wanted))) found.push(`${which}@${at}`);
    }
  });
  return found.sort();
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Enough to be no few, of letters that no text here has. */
const MANY: readonly Literal[] = Array.from({ length: 600 }, (_, at) => ({ text: `qxzq${at}wvk` }));

describe('a sieve', () => {
  it.each<[string, string, readonly Literal[], readonly string[]]>([
    ['finds a literal wherever it is aligned', 'ghp_ ghp_', [{ text: 'ghp_' }], ['0@0', '0@5']],
    ['finds a single character', 'a@b@@', [{ text: '@' }], ['0@1', '0@3', '0@4']],
    ['finds two characters', 'xsk-sk-', [{ text: 'k-' }], ['0@2', '0@5']],
    ['tells case apart', 'AKIA akia', [{ text: 'AKIA' }], ['0@0']],
    ['or not', 'AKIA akia', [{ text: 'Akia', anyCase: true }], ['0@0', '0@5']],
    ['finds letters beyond Latin', 'пароль: пароль', [{ text: 'пароль' }], ['0@0', '0@8']],
    ['takes no letter for another with the same low byte', '\u4167\u4168\u4170\u415f', [{ text: 'ghp_' }], []],
    ['finds none behind the end', 'ghp', [{ text: 'ghp_' }], []],
  ])('%s', (_, text, literals, places) => {
    expect(placesOf(text, literals)).toEqual(places);
  });

  it('finds where runs of digits start', () => {
    expect(placesOf('a1 22 3x44 \u0431\u0661', [], true)).toEqual([1, 3, 6, 8].map((at) => `${DIGITS}@${at}`).sort());
  });

  it('begins where it is told', () => {
    expect(placesOf('ab ab ab', [{ text: 'ab' }], false, 3)).toEqual(['0@3', '0@6']);
  });

  it('finds what comparing at every place finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '1', ' ', 'б', '\u0161'), maxLength: 40 });
    const literal = fc.record({
      text: fc.string({ unit: fc.constantFrom('a', 'b', 'B', '1', 'б'), minLength: 1, maxLength: 6 }),
      anyCase: fc.boolean(),
    });
    // Long texts are read four pairs at a time.
    const times = fc.constantFrom(1, 20);
    // Of many literals the bit of four bytes is asked everywhere.
    const others = fc.constantFrom([], MANY);
    fc.assert(
      fc.property(text, times, fc.array(literal, { maxLength: 5 }), others, (text, times, literals, others) => {
        const whole = text.repeat(times);
        expect(placesOf(whole, [...literals, ...others])).toEqual(expected(whole, literals));
      }),
    );
  });

  it('refuses an empty literal', () => {
    expect(() => createSieve([{ text: '' }])).toThrow(RangeError);
  });
});
