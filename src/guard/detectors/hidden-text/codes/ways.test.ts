import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../words/vocabulary.ts';
import { WAYS, waysThatRead } from './ways.ts';

/** Each way tried in full. */
function allWays(word: string): number {
  return WAYS.reduce(
    (ways, { least, read }, at) => (word.length >= least && VOCABULARY.has(read(word)) ? ways | (1 << at) : ways),
    0,
  );
}

const KNOWN = [...VOCABULARY].filter((word) => /^[a-z]{3,12}$/.test(word));

describe('a word that is none', () => {
  it('is read in the ways in which it would be read if all were tried', () => {
    const changed = fc
      .tuple(fc.constantFrom(...KNOWN), fc.constantFrom(...WAYS))
      .map(([word, { read }]) => read(read(read(word))));
    const doubled = fc.constantFrom(...KNOWN).map((word) => word.replace(/[aeiou]/g, '$&$&'));
    const shuffled = fc
      .constantFrom(...KNOWN)
      .chain((word) => fc.shuffledSubarray(Array.from(word), { minLength: word.length }));
    const any = fc.string({ unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz*é')), maxLength: 9 });
    fc.assert(
      fc.property(
        fc.oneof(
          changed,
          doubled,
          shuffled.map((letters) => letters.join('')),
          any,
        ),
        (word) => {
          expect(waysThatRead(word), word).toBe(allWays(word));
        },
      ),
    );
  });
});
