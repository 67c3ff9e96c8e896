import { describe, expect, it } from 'vitest';
import { FACTS } from './deed-facts.ts';
import { FACTS_ELSEWHERE } from './elsewhere-facts.ts';
import { scoreOf, weighed } from './weighed.ts';
import { WEIGHTS } from './weights.ts';
import { BUCKETS, bucketsOf } from './wording.ts';

describe('what was learned of hidden orders', () => {
  it.each([
    ['web', FACTS],
    ['programs', FACTS],
    ['elsewhere', FACTS_ELSEWHERE],
  ] as const)('has a weight for each fact and each bucket: %s', (name, facts) => {
    const { facts: learned, words } = weighed(WEIGHTS[name]);
    expect(learned).toHaveLength(facts.length);
    expect(words).toHaveLength(BUCKETS);
  });

  it('counts what is seen', () => {
    const weights = { bias: -1, facts: [2, 3], words: Float64Array.from({ length: BUCKETS }, () => 0.5) };
    expect(scoreOf({ facts: [1, 2], buckets: [7, 9] }, weights)).toBe(8);
  });

  it('puts words into buckets whatever their case, each once', () => {
    expect(bucketsOf('Tell the aunt')).toEqual(bucketsOf('tell THE aunt'));
    const buckets = bucketsOf('no no no no');
    expect(new Set(buckets).size).toBe(buckets.length);
    for (const bucket of buckets) expect(bucket).toBeLessThan(BUCKETS);
  });
});
