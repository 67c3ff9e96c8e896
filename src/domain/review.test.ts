import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULING_ROLES, type RulingRole } from './people.ts';
import { settled } from './request.ts';
import { allOf, counts, demandInWords, missingFrom, type ReviewDemand, USUAL_REVIEW } from './review.ts';

type Voice = { readonly by: string; readonly role: RulingRole; readonly ruling: 'admitted' | 'denied' };
const voice = (by: string, role: RulingRole, ruling: Voice['ruling'] = 'admitted'): Voice => ({ by, role, ruling });
const LAW: ReviewDemand = { roles: ['legal'], people: 2 };

const anyRole = fc.constantFrom(...RULING_ROLES);
const anyDemand = fc
  .record({ roles: fc.uniqueArray(anyRole), people: fc.integer({ min: 2, max: 5 }) })
  .map((one) => allOf([one]));
const anyVoices = fc.array(fc.record({ by: fc.constantFrom('a', 'b', 'c', 'd'), role: anyRole }));

describe('who must rule', () => {
  it.each<[string, ReviewDemand, readonly Voice[], 'admitted' | 'denied' | null, string]>([
    ['nobody has', USUAL_REVIEW, [], null, '2 people'],
    ['any two', USUAL_REVIEW, [voice('a', 'reviewer'), voice('b', 'reviewer')], 'admitted', ''],
    ['one in the wrong role', LAW, [voice('a', 'security')], null, 'legal'],
    ['two in the wrong role', LAW, [voice('a', 'security'), voice('b', 'reviewer')], null, 'legal'],
    ['the named one', LAW, [voice('a', 'legal')], null, 'one person'],
    ['the named one and another', LAW, [voice('a', 'legal'), voice('b', 'reviewer')], 'admitted', ''],
    ['one person in two roles', LAW, [voice('a', 'security'), voice('a', 'legal')], null, 'legal'],
    ['one denial', LAW, [voice('a', 'legal'), voice('b', 'reviewer'), voice('c', 'security', 'denied')], 'denied', ''],
  ])('%s', (_, demand, voices, comes, words) => {
    expect([settled(voices, demand), demandInWords(missingFrom(demand, voices))]).toEqual([comes, words]);
  });

  it('is said in words', () => {
    expect(demandInWords({ roles: ['security', 'legal'], people: 3 })).toBe('security, legal, one more person');
  });

  it('is never fewer for one demand more', () => {
    fc.assert(
      fc.property(fc.array(anyDemand, { minLength: 1 }), anyDemand, anyVoices, (demands, more, voices) => {
        const before = missingFrom(allOf(demands), voices);
        const after = missingFrom(allOf([...demands, more]), voices);
        expect(after.people).toBeGreaterThanOrEqual(before.people);
        expect(after.roles).toEqual(expect.arrayContaining([...before.roles]));
      }),
    );
  });

  it('is one fewer with each voice that counts, and no fewer with any other', () => {
    fc.assert(
      fc.property(anyDemand, anyVoices, anyRole, (demand, voices, role) => {
        const before = missingFrom(demand, voices);
        const after = missingFrom(demand, [...voices, { by: 'new', role }]);
        expect(after.people).toBe(before.people - (counts(before, role) ? 1 : 0));
      }),
    );
  });
});
