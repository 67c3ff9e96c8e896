import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatDay, formatMoment, formatPercent, plural } from './words.ts';

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [6712, '6.7 kB'],
    [51_000, '51.0 kB'],
    [412_000, '412 kB'],
    [999_949, '1.00 MB'],
    [2_310_442, '2.31 MB'],
    [9_085_657, '9.09 MB'],
    [11_722_000, '11.7 MB'],
    [488_000_000, '488 MB'],
    [999_999_999, '1.00 GB'],
    [16_081_340_733, '16.08 GB'],
    [140_000_000_000, '140.00 GB'],
    [Number.MAX_SAFE_INTEGER, '9.01 PB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it('are within a twentieth of what they stand for, and never show four digits before the point', () => {
    const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        const [number = '', unit = ''] = formatBytes(bytes).split(' ');
        expect(Math.abs(Number(number) * (UNITS[unit] ?? Number.NaN) - bytes)).toBeLessThanOrEqual(bytes / 20);
        expect(number).toMatch(/^\d{1,3}(\.\d{1,2})?$/);
      }),
    );
  });
});

describe('shares', () => {
  it.each([
    [0, 10, '0 %'],
    [11_722_000, 16_081_340_733, '0.07 %'],
    [1, 1_000_000, 'under 0.01 %'],
    [12, 100, '12 %'],
    [15, 1000, '1.5 %'],
    [999, 1000, '99.9 %'],
    [999_999, 1_000_000, 'over 99.9 %'],
    [10, 10, '100 %'],
    [0, 0, '100 %'],
  ])('%d of %d is %s', (part, whole, text) => {
    expect(formatPercent(part, whole)).toBe(text);
  });
});

it('dates have their month in letters, and what is no date stays as it is', () => {
  expect(formatDay('2026-03-01T23:59:59Z')).toBe('1 March 2026');
  expect(formatMoment('2026-03-11T14:02:31.000Z')).toBe('11 March 2026, 14:02 UTC');
  expect(formatDay('soon')).toBe('soon');
});

it('counts have their thousands apart and their noun in the right number', () => {
  expect([0, 999, 1382, 100_000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,382', '100,000', '1,234,567']);
  expect([plural(1, 'file'), plural(1382, 'file'), plural(2, 'query', 'queries')]).toEqual([
    '1 file',
    '1,382 files',
    '2 queries',
  ]);
});
