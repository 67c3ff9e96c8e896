import { describe, expect, it } from 'vitest';
import { evidenceOf } from './evidence.ts';
import { holdsConversion, sameAsBasesIn } from './kin.ts';

const lineage = (body: object) => [
  evidenceOf('lineage', 'lineage', '2026-01-01T00:00:00.000Z', JSON.parse(JSON.stringify(body))),
];

describe('models of one line', () => {
  it('hold the same values where all of them are a base’s, in whatever precision', () => {
    const kinships = ['identical', 'format-change', 'shares-tensors', 'same-architecture', 'undetermined'];
    const bases = kinships.map((kinship) => ({ name: kinship, kinship }));
    expect(sameAsBasesIn(lineage({ bases, conversions: [] }))).toEqual(['identical', 'format-change']);
    expect(sameAsBasesIn([])).toEqual([]);
  });

  it.each([
    { conversions: [], holds: false },
    { conversions: [{ different: [], missing: [] }], holds: true },
    { conversions: [{ different: ['a'], missing: [] }], holds: false },
    {
      conversions: [
        { different: [], missing: [] },
        { different: [], missing: ['b'] },
      ],
      holds: false,
    },
  ])('lie in both forms in one folder where the conversion came out the same: $holds', ({ conversions, holds }) => {
    expect(holdsConversion(lineage({ bases: [], conversions }))).toBe(holds);
  });
});
