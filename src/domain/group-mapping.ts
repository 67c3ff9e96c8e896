import { ROLE_NAMES, type Role } from './people.ts';

/** What a group of the identity provider's makes of its members in one organisation. Teams go by their names. */
export interface GroupGrant {
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}

/** Groups by their names, compared exactly. */
export type GroupMapping = Readonly<Record<string, GroupGrant>>;

/** All that somebody's groups make of them; null when none is mapped: then they have no place here. */
export function grantOf(mapping: GroupMapping, groups: readonly string[]): GroupGrant | null {
  const grants = groups.flatMap((group) => (Object.hasOwn(mapping, group) ? (mapping[group] ?? []) : []));
  if (grants.length === 0) return null;
  const roles = new Set(grants.flatMap((grant) => grant.roles));
  return {
    roles: ROLE_NAMES.filter((role) => roles.has(role)),
    teams: [...new Set(grants.flatMap(({ teams }) => teams))].sort(),
  };
}

/** Every team that membership of some group decides about: of these nobody is a member by other means. */
export function teamsIn(mapping: GroupMapping): readonly string[] {
  return [...new Set(Object.values(mapping).flatMap(({ teams }) => teams))].sort();
}
