import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupMapping, grantOf, teamsIn } from './group-mapping.ts';
import { ROLE_NAMES } from './people.ts';

const mapping: GroupMapping = {
  'ml-platform': { roles: ['requester'], teams: ['Platform'] },
  'security-board': { roles: ['security', 'reviewer'], teams: [] },
};

describe('groups of an identity provider', () => {
  it.each([
    [[], null],
    [['strangers'], null],
    [['ML-Platform'], null],
    [['__proto__', 'constructor', 'toString'], null],
    [['ml-platform'], { roles: ['requester'], teams: ['Platform'] }],
    [['security-board', 'ml-platform'], { roles: ['requester', 'reviewer', 'security'], teams: ['Platform'] }],
  ])('%j make of their member %j', (groups, grant) => expect(grantOf(mapping, groups)).toEqual(grant));

  it('decide about every team that is named', () => expect(teamsIn(mapping)).toEqual(['Platform']));

  it('never give a role that no group of theirs gives, and lose none by more groups', () => {
    const grant = fc.record({ roles: fc.subarray([...ROLE_NAMES]), teams: fc.array(fc.string(), { maxLength: 3 }) });
    const mappings = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), grant);
    const groups = fc.subarray(['a', 'b', 'c', 'd', 'e']);
    fc.assert(
      fc.property(mappings, groups, groups, (some, mine, more) => {
        const roles = grantOf(some, mine)?.roles ?? [];
        expect(roles.every((role) => mine.some((group) => some[group]?.roles.includes(role)))).toBe(true);
        expect(grantOf(some, [...mine, ...more])?.roles ?? []).toEqual(expect.arrayContaining([...roles]));
      }),
    );
  });
});
