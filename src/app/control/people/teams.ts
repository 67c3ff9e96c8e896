import type { TEAM_OPERATIONS } from '../../../contract/control/operations/teams.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Team } from '../../../domain/team.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import { pageOf } from '../shown.ts';
import type { UseCases } from '../use-case.ts';
import { FIRST_ORGANISATION, foundOrganisation } from './found.ts';

export const TEAMS: UseCases<typeof TEAM_OPERATIONS> = {
  'organisation.add': addOrganisation,
  'team.list': async ({ books }, input) => pageOf(await books.teams.list(input), shown),
  'team.add': addTeam,
  'team.change': changeTeam,
};

/** Who keeps the first organisation runs the server; nobody else makes others. */
async function addOrganisation(
  desk: Desk,
  { name, email }: ParsedInputOf<'organisation.add'>,
): Promise<OutputOf<'organisation.add'>> {
  const { parts, actor } = desk;
  if (actor.organisation !== FIRST_ORGANISATION) throw new WeighbridgeError('not-the-operator', actor.organisation);
  const first = await foundOrganisation(parts, name, email);
  if (first === null) throw new WeighbridgeError('organisation-exists', name);
  await record(desk, 'organisation.add', name);
  return first;
}

async function addTeam(desk: Desk, { name, members }: ParsedInputOf<'team.add'>): Promise<OutputOf<'team.add'>> {
  const { parts, books, now } = desk;
  const team: Team = {
    id: parts.mint.id(),
    name,
    members: await known(desk, members),
    createdAt: now.toISOString(),
  };
  if (!(await books.teams.add(team))) throw new WeighbridgeError('team-exists', name);
  await record(desk, 'team.add', team.id, { members: team.members });
  return shown(team);
}

async function changeTeam(
  desk: Desk,
  { team: id, name, members }: ParsedInputOf<'team.change'>,
): Promise<OutputOf<'team.change'>> {
  const { books } = desk;
  const before = await books.teams.byId(id);
  if (before === null) throw new WeighbridgeError('team-not-found', id);
  const after: Team = {
    ...before,
    name: name ?? before.name,
    members: members === undefined ? before.members : await known(desk, members),
  };
  if (!(await books.teams.change(after))) throw new WeighbridgeError('team-exists', after.name);
  await record(desk, 'team.change', id, { members: after.members });
  return shown(after);
}

async function known({ books }: Desk, members: readonly string[]): Promise<readonly string[]> {
  const once = [...new Set(members)].sort();
  for (const member of once)
    if ((await books.people.byId(member)) === null) throw new WeighbridgeError('person-not-found', member);
  return once;
}

function shown(team: Team): OutputOf<'team.add'> {
  return { ...team, members: [...team.members] };
}
