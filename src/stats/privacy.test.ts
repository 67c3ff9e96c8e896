import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/support/deep.ts';
import { privacySpent, sampledGaussianDivergence } from './privacy.ts';
import { logGamma } from './special.ts';

describe('privacy spent by training with noise', () => {
  // What dp-accounting 0.6.0 (Google, PyPI) answers with its default orders, run by hand.
  it.each<[string, [number, number, number, number], number, number]>([
    ['the example of the issue', [0.04, 1.5, 2250, 1e-5], 7.329_334_702_381_698, 3.9],
    ['one per cent of the data', [0.01, 1.1, 10_000, 1e-5], 5.632_010_670_081_592, 4.7],
    ['little noise', [0.001, 0.5, 1000, 1e-6], 5.329_207_970_760_919, 3.5],
    ['all of the data', [1, 10, 100, 1e-5], 4.728_507_067_217_623, 5.4],
    ['a large part of it', [0.1, 0.6, 50, 1e-5], 17.150_906_727_158_002, 2],
    ['much noise', [0.0001, 4, 100_000, 1e-8], 0.054_847_404_855_859_76, 256],
    ['hardly any noise', [0.02, 0.3, 500, 1e-5], 93.381_339_570_092_45, 1.3],
    ['half of the data', [0.5, 20, 1000, 1e-6], 4.020_535_039_092_949, 7],
    ['one step', [0.01, 1, 1, 1e-5], 0.955_549_148_028_879_1, 9.9],
    ['MNIST, sixty epochs', [256 / 60_000, 1.1, 14_062, 1e-5], 2.596_555_869_794_303_6, 8.1],
  ])('is what others compute: %s', (_, [samplingRate, noiseMultiplier, steps, delta], epsilon, order) => {
    const spent = privacySpent({ samplingRate, noiseMultiplier, steps, delta });
    // It leaves out fractional orders where its series does not converge, and adds up terms of either sign, and so is never below.
    expect(spent.epsilon).toBeLessThanOrEqual(epsilon + 1e-6);
    expect(spent.epsilon / epsilon).toBeGreaterThan(0.99);
    expect(Math.abs(spent.order - order)).toBeLessThan(0.6);
  });

  // The divergence integrated numerically with mpmath 1.4, 30 digits, run by hand.
  it.each([
    [0.5, 20, 6.9, 0.002_164_905_769_873_244],
    [0.5, 20, 7, 0.002_196_418_984_101_915],
    [0.04, 1.5, 3.9, 0.001_833_202_199_583_859],
    [0.02, 0.3, 1.3, 0.114_071_450_589_408_46],
    [0.1, 0.6, 1.5, 0.066_553_691_210_018_86],
  ])('has the true divergence at q = %d, sigma = %d, order %d', (q, sigma, order, truth) => {
    expect(sampledGaussianDivergence(q, sigma, order) / truth).toBeCloseTo(1, 9);
  });

  const training = fc.record({
    samplingRate: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    noiseMultiplier: fc.double({ min: 0.2, max: 100, noNaN: true }),
    steps: fc.integer({ min: 1, max: 1_000_000 }),
    delta: fc.double({ min: 1e-12, max: 0.1, noNaN: true }),
  });

  it('never falls when there are more steps, less noise, a larger part, or a smaller delta', () => {
    fc.assert(
      fc.property(training, fc.double({ min: 1, max: 3, noNaN: true }), (asked, factor) => {
        const before = privacySpent(asked).epsilon;
        const slack = 1e-9 * (1 + before);
        const worse = [
          { ...asked, steps: Math.ceil(asked.steps * factor) },
          { ...asked, noiseMultiplier: asked.noiseMultiplier / factor },
          { ...asked, delta: asked.delta / factor },
        ];
        for (const one of worse) expect(privacySpent(one).epsilon).toBeGreaterThanOrEqual(before - slack);
        expect(privacySpent({ ...asked, samplingRate: 1 }).epsilon).toBeGreaterThanOrEqual(before - slack);
      }),
      { numRuns: cases(25) },
    );
  });

  it('grows with the order between whole orders as across them', () => {
    for (const [q, sigma] of [
      [0.01, 1],
      [0.2, 2],
      [0.004, 0.7],
    ] as const) {
      const at = (order: number) => sampledGaussianDivergence(q, sigma, order);
      for (let whole = 2; whole < 10; whole++) {
        expect(at(whole + 0.001)).toBeGreaterThanOrEqual(at(whole) - 1e-9);
        expect(at(whole + 0.001)).toBeCloseTo(at(whole), 2);
      }
    }
  });
});

describe('special functions', () => {
  it('ln Γ goes over in factorials', () => {
    let factorial = 0;
    for (let n = 1; n < 100; n++) {
      factorial += Math.log(n);
      expect(logGamma(n + 1)).toBeCloseTo(factorial, 9);
    }
  });
});
