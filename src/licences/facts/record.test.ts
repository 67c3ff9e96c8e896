import { describe, expect, it } from 'vitest';
import facts from './model-licences.json' with { type: 'json' };
import { factsShape } from './record.ts';

describe('the facts that ship', () => {
  it('have their shape, and an id each', () => {
    const parsed = factsShape.parse(facts);
    expect(parsed.licences.map(({ id }) => id)).toEqual(facts.licences.map(({ id }) => id));
    expect(new Set(parsed.licences.map(({ id }) => id)).size).toBe(parsed.licences.length);
  });

  it.each([
    ['a record without a name', { ...facts.licences[0], name: undefined }],
    ['a threshold of an unknown kind', { ...facts.licences[0], thresholds: [{ metric: 'likes', op: '>', value: 1 }] }],
  ])('would not have %s', (_, record) => {
    expect(factsShape.safeParse({ ...facts, licences: [record] }).success).toBe(false);
  });
});
