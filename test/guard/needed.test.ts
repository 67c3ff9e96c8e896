import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMANDS } from '../../src/guard/detectors/injection/conduct/conduct.ts';
import { DEEDS } from '../../src/text/deeds/deeds.ts';
import { neededBy, whereNeeded } from '../../src/text/needed.ts';

const ROWS = [...DEMANDS, ...DEEDS];

describe('what a pattern needs', () => {
  it('stands in each sentence that a rule is to tell', () => {
    const missed = ROWS.flatMap(({ pattern, fires }) => {
      const needed = neededBy(pattern);
      return fires.filter((text) => pattern.test(text) && !needed(text));
    });
    expect(missed).toEqual([]);
  });

  it('stands in each text in which the pattern matches, in whatever case and wherever it stands', () => {
    const needed = ROWS.map(({ pattern }) => neededBy(pattern));
    const sought = ROWS.map(({ pattern }) => whereNeeded(pattern));
    const fires = ROWS.flatMap((row) => row.fires);
    const piece = fc.oneof(
      fc.constantFrom(...fires),
      fc.constantFrom(...fires).map((text) => text.toUpperCase()),
      fc
        .tuple(fc.constantFrom(...fires), fc.nat(60), fc.nat(60))
        .map(([text, from, more]) => text.slice(from, from + more)),
      fc.string({ maxLength: 6 }),
      fc.constantFrom('ſ', 'K', '’', '“', 'é', '\n', '  '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const text = pieces.join(' ');
        const missed = ROWS.filter(({ pattern }, at) => pattern.test(text) && needed[at]?.(text) !== true);
        expect([text, missed.map(({ id }) => id)]).toEqual([text, []]);
        const elsewhere = ROWS.filter(({ pattern }, at) => sought[at]?.search(text) !== text.search(pattern));
        expect([text, elsewhere.map(({ id }) => id)]).toEqual([text, []]);
      }),
      { numRuns: 60 },
    );
  });

  it('stands in few of the texts in which the pattern does not match', () => {
    const text = 'Before you repair the lantern, look at the quarry; it is often more sturdy than people expect.';
    const asked = ROWS.filter(({ pattern }) => neededBy(pattern)(text));
    expect(asked.length).toBeLessThan(ROWS.length / 20);
  });
});
