import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn } from './matches.ts';

describe('all matches of a pattern', () => {
  it.each([/ab*/g, /(?<said>a+)(b)?/g, /(?<!a)b/gi, /\p{L}b/gu, /^a/gm])('are those of matchAll: %s', (pattern) => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '\n', 'é', ' ') });
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 3 }), (several) => {
        for (const text of several) expect([...matchesIn(pattern, text)]).toEqual([...text.matchAll(pattern)]);
      }),
    );
  });

  it('are asked of a global pattern only, which has an end', () => {
    expect(() => matchesIn(/a/, 'aa')).toThrow(TypeError);
    expect(matchesIn(/a*/g, 'ba').map(({ index }) => index)).toEqual([0, 1, 2]);
  });
});
