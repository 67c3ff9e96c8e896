import { describe, expect, it } from 'vitest';
import type { Vetting } from '../../domain/vetting.ts';
import { keptVettings } from './kept-vettings.ts';

const vetting = (id: string): Vetting => ({ reference: id }) as unknown as Vetting;

describe('vettings that were read already', () => {
  it('are kept up to a bound, and the ones that nobody asks for go first', () => {
    const kept = keptVettings(10);
    kept.set('a', vetting('a'), 4);
    kept.set('b', vetting('b'), 4);
    expect(kept.get('a')).toEqual(vetting('a'));
    kept.set('c', vetting('c'), 4);
    expect(['a', 'b', 'c'].map((id) => kept.get(id)?.reference)).toEqual(['a', undefined, 'c']);
  });

  it('that are larger than all that is kept are not', () => {
    const kept = keptVettings(10);
    kept.set('a', vetting('a'), 4);
    kept.set('b', vetting('b'), 11);
    expect(['a', 'b'].map((id) => kept.get(id)?.reference)).toEqual(['a', undefined]);
  });

  it('count once, however often they are kept', () => {
    const kept = keptVettings(10);
    for (let round = 0; round < 5; round++) kept.set('a', vetting('a'), 4);
    kept.set('b', vetting('b'), 4);
    expect(kept.get('a')).toBeDefined();
  });
});
