import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../kernel/digest.ts';
import { misdated, PART_ROLES, type Part, RESTS_ON, type Subject, subjectDigest, subjectLacks } from './subject.ts';

const digest = (text: string) => digestOf(text);
const hosted: Subject = {
  kind: 'hosted',
  provider: 'Acme',
  model: 'large',
  version: '2026-03-01',
  terms: digest('terms'),
  regions: ['EU'],
  evaluations: [{ name: 'harm', digest: digest('report') }],
};

describe('a subject', () => {
  it('is one composite in whichever order its parts are said, and another with any other part', () => {
    const part = fc.record({ role: fc.constantFrom(...PART_ROLES), text: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.uniqueArray(part, { minLength: 1, maxLength: 5, selector: ({ text }) => text }), (given) => {
        const parts = given.map(({ role, text }): Part => ({ role, from: 'request', id: text, digest: digest(text) }));
        const of = (some: readonly Part[]) => subjectDigest({ kind: 'composite', name: 'x', parts: some });
        expect(of([...parts].reverse())).toBe(of(parts));
        expect(of(parts.slice(1))).not.toBe(of(parts));
      }),
    );
  });

  it.each([
    ['no date in its version', { version: 'latest' }, 'no date'],
    ['a day that never was', { version: '9999-99-99' }, 'no date'],
    ['a month that never was', { version: 'preview-2613' }, 'no date'],
    ['February the thirtieth', { version: '20260230' }, 'no date'],
    ['no region', { regions: [] }, 'region'],
    ['no evaluation', { evaluations: [] }, 'evaluated'],
  ] as const)('that is hosted lacks something with %s', (_, over, text) => {
    expect(subjectLacks(hosted, { regions: [] })).toEqual([]);
    expect(subjectLacks({ ...hosted, ...over }, { regions: [] }).join()).toContain(text);
  });

  it.each(['2024-05-13', '20241022', 'preview-2024-05', '0613', 'large-2407'])('may have the version %s', (version) => {
    expect(subjectLacks({ ...hosted, version }, { regions: [] })).toEqual([]);
  });

  it.each([
    ['2026-02-30', '2026-02-30 is no day of the calendar'],
    ['20260230', '20260230 is no day of the calendar'],
    ['v2-2026-13-01', '2026-13-01 is no day of the calendar'],
    ['2026-13', '2026-13 is no month of the calendar'],
    ['2026-03-03', '2026-03-03 has not come yet'],
    ['2026-04', '2026-04 has not come yet'],
    ['2026-03-02', null],
    ['2024-02-29-preview', null],
    ['2026-03', null],
    ['0613', null],
  ])('of the first of March has the version %s refused: %s', (version, why) => {
    expect(misdated(version, new Date('2026-03-01T12:00:00Z'))).toBe(why);
  });

  it('that is hosted is computed where it is used', () => {
    expect(subjectLacks(hosted, { regions: ['US'] })).toEqual(['it is used in US and computed elsewhere']);
  });

  it('is never called verified', () => {
    expect(Object.values(RESTS_ON).join()).not.toMatch(/verif/i);
  });
});
