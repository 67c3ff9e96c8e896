import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPENNESS_GATES } from '../policy/openness.ts';
import { allowsMore, asksLess } from './house-change.ts';
import { type PolicyChoice, policiesFor, USUAL_CHOICES } from './house-policy.ts';
import { OPENNESS } from './openness.ts';
import { DIRECTIONS } from './request.ts';
import { EXPOSURES } from './use.ts';

const [inside, others] = USUAL_CHOICES as readonly [PolicyChoice, PolicyChoice];

describe('a change of which policies may be named', () => {
  it.each<readonly [string, readonly PolicyChoice[], boolean]>([
    ['the same', USUAL_CHOICES, false],
    ['fewer under the same', [inside, { ...others, policies: ['strict'] }], false],
    ['the same in another order', [inside, { ...others, policies: ['strict', 'default'] }], false],
    ['fewer for some', [{ when: { direction: 'publish' }, policies: ['strict'] }, ...USUAL_CHOICES], false],
    ['none but for others', [others], false],
    ['more under the same', [inside, { ...others, policies: ['default', 'strict', 'research'] }], true],
    ['another instead', [inside, { ...others, policies: ['ours'] }], true],
    ['a lax one for more', [{ ...inside, when: { direction: 'adopt', exposure: 'internal' } }, others], true],
    ['a lax one for a few', [{ when: { regulated: true }, policies: ['research'] }, ...USUAL_CHOICES], true],
  ])('%s', (_, after, more) => expect(allowsMore(USUAL_CHOICES, after)).toBe(more));

  it('is a loosening wherever one request may name what it could not', () => {
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
    const when = {
      direction: fc.constantFrom(...DIRECTIONS),
      exposure: fc.constantFrom(...EXPOSURES),
      commercial: fc.boolean(),
      personalData: fc.boolean(),
      regulated: fc.boolean(),
    };
    const [{ direction, exposure, commercial, personalData, regulated }] = [when];
    const choices = fc.array(
      fc.record({
        when: fc.record({
          direction: maybe(direction),
          exposure: maybe(exposure),
          commercial: maybe(commercial),
          personalData: maybe(personalData),
          regulated: maybe(regulated),
        }),
        policies: fc.subarray(['default', 'strict', 'research']),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(choices, choices, fc.record(when), (before, after, request) => {
        const had = policiesFor(before, request);
        const gains = policiesFor(after, request).some((name) => !had.includes(name));
        return !gains || allowsMore(before, after);
      }),
    );
  });
});

describe('a change of what levels of openness ask', () => {
  it('is a loosening where any level asks for less, whatever else it asks for', () => {
    expect(asksLess(OPENNESS_GATES, OPENNESS_GATES)).toBe(false);
    for (const level of OPENNESS.slice(1)) {
      const gate = OPENNESS_GATES[level];
      const tighter = { ...OPENNESS_GATES, [level]: { ...gate, roles: [...gate.roles, 'release-manager'] } };
      expect(asksLess(OPENNESS_GATES, tighter)).toBe(false);
      expect(asksLess(tighter, OPENNESS_GATES)).toBe(true);
      expect(asksLess(OPENNESS_GATES, { ...tighter, [level]: { ...tighter[level], papers: [] } })).toBe(true);
    }
  });
});
