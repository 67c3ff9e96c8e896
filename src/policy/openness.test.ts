import { describe, expect, it } from 'vitest';
import { isAtLeast, OPENNESS, settledOpening } from '../domain/openness.ts';
import { OPENNESS_GATES, openingAsks } from './openness.ts';

const nothing = {
  dossier: { artifact: { files: [] }, checks: [] } as never,
  papers: [],
  choice: null,
  use: { exposure: 'internal' } as const,
};

describe('the levels of openness', () => {
  it('ask for no less than the level before', () => {
    for (const [at, level] of OPENNESS.entries()) {
      const [before, gate] = [OPENNESS_GATES[OPENNESS[at - 1] ?? 'internal'], OPENNESS_GATES[level]];
      expect(isAtLeast(gate, before)).toBe(true);
    }
  });

  it('take nothing that was not said for said', () => {
    for (const level of OPENNESS.slice(1))
      expect(openingAsks(OPENNESS_GATES[level], nothing).filter(({ met }) => met)).toEqual([]);
  });

  it('want each named role from somebody else, two people at least, and no denial', () => {
    const ruling = (by: string, role: 'security' | 'legal', said: 'admitted' | 'denied' = 'admitted') => ({
      by,
      role,
      ruling: said,
    });
    const gate = OPENNESS_GATES['gated-weights'];
    expect(settledOpening([ruling('a', 'security')], gate)).toBeNull();
    expect(settledOpening([ruling('a', 'security'), ruling('b', 'security')], gate)).toBeNull();
    expect(settledOpening([ruling('a', 'security'), ruling('a', 'legal')], gate)).toBeNull();
    expect(settledOpening([ruling('a', 'security'), ruling('b', 'legal')], gate)).toBe('admitted');
    expect(settledOpening([ruling('a', 'security'), ruling('b', 'legal', 'denied')], gate)).toBe('denied');
    expect(settledOpening([ruling('a', 'security')], OPENNESS_GATES['api-only'])).toBeNull();
  });
});
