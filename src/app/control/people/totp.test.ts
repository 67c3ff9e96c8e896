import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32, codeOf, stepAt, stepOf } from './totp.ts';

/** RFC 6238, appendix B, SHA-1; and its secret. */
const SECRET = Buffer.from('12345678901234567890');

describe('one-time codes', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %d are those of RFC 6238', (second, code) => {
    expect(codeOf(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code);
  });

  it('count once, for a step before and after theirs, and never again nor out of order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 1_000_000_000 }), fc.integer({ min: -3, max: 3 }), (step, away) => {
        const now = new Date(step * 30_000);
        const code = codeOf(SECRET, step + away);
        const found = stepOf(SECRET, code, now, 0);
        // Two steps may happen to have the same code.
        if (Math.abs(away) <= 1) expect(found).toBeGreaterThanOrEqual(step + away);
        if (found !== null) expect(stepOf(SECRET, code, now, found)).toBeNull();
        expect(stepOf(SECRET, code, now, step + 1)).toBeNull();
      }),
    );
  });

  it('are not what is no code', () => {
    for (const wrong of ['', '12345', '1234567', 'abcdef', '      ', '０００００１'])
      expect(stepOf(SECRET, wrong, new Date(1e9), 0)).toBeNull();
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('have secrets in base32 as RFC 4648 writes %j', (text, encoded) => {
    expect(base32(Buffer.from(text))).toBe(encoded);
  });
});
