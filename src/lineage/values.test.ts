import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/support/deep.ts';
import { canonicalBytes, roundTo, widen } from './values.ts';

const every = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits);
const bytes = new Uint8Array(every.buffer);
const float = fc.float({ noNaN: true, noDefaultInfinity: true });

describe.each(['F16', 'BF16'] as const)('%s', (dtype) => {
  const values = widen(dtype, bytes);
  const finite = [...values].filter(Number.isFinite).sort((a, b) => a - b);

  it('widens to what rounds to itself', () => {
    expect(values.filter((value) => !Object.is(roundTo(dtype, value), value))).toHaveLength(0);
  });

  it('rounds to the nearest of its values, or past the last to infinity', () => {
    fc.assert(
      fc.property(float, (value) => {
        const rounded = roundTo(dtype, value);
        if (!Number.isFinite(rounded)) {
          expect(Math.abs(value)).toBeGreaterThan(finite.at(-1) ?? 0);
          return;
        }
        // The values on both sides, by bisection.
        let [low, high] = [0, finite.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((finite[middle] ?? 0) < value) low = middle + 1;
          else high = middle;
        }
        const distances = [finite[low - 1], finite[low]].flatMap((one) =>
          one === undefined ? [] : Math.abs(one - value),
        );
        expect(Math.abs(rounded - value)).toBe(Math.min(...distances));
      }),
      { numRuns: cases(500) },
    );
  });
});

// Numbers that numpy 2 gives: float16(2049), float16(65519.99), float16(65520), float16(6e-8).
it.each<['F16' | 'BF16', number, number]>([
  ['F16', 2049, 2048],
  ['F16', 2051, 2052],
  ['F16', 65519.99, 65504],
  ['F16', 65520, Number.POSITIVE_INFINITY],
  ['F16', 6e-8, 2 ** -24],
  ['BF16', 1.00390625, 1],
  ['BF16', 1.01171875, 1.015625],
])('%s of %d is %d', (dtype, value, expected) => {
  expect(roundTo(dtype, value)).toBe(expected);
});

it('hashes every NaN alike', () => {
  const two = new Float32Array(new Uint32Array([0x7fc00001, 0xffc00000]).buffer);
  const [a, b] = [canonicalBytes(two.subarray(0, 1)), canonicalBytes(two.subarray(1))];
  expect(a).toEqual(b);
});
