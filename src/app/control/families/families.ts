import type { FAMILY_OPERATIONS } from '../../../contract/control/operations/families.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Family } from '../../../domain/family.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import { admitted } from '../releases/admitted.ts';
import type { UseCases } from '../use-case.ts';
import { setBaseline } from './baselines.ts';
import { compareVersions } from './compare-versions.ts';
import { assertComplete } from './contributions.ts';
import { familyBy, keepVersion, shownFamily, shownVersion, versionBy, withStanding } from './versions.ts';

export const FAMILIES: UseCases<typeof FAMILY_OPERATIONS> = {
  'family.open': openFamily,
  'family.list': async ({ books }, input) => {
    const { items, next } = await books.families.list(input);
    return { items: items.map(shownFamily), next };
  },
  'family.show': async (desk, { family }) => withStanding(desk, await familyBy(desk, family)),
  'family.change': changeFamily,
  'version.add': addVersion,
  'version.list': listVersions,
  'version.compare': compareVersions,
  'baseline.set': setBaseline,
};

async function openFamily(desk: Desk, input: ParsedInputOf<'family.open'>): Promise<OutputOf<'family.open'>> {
  const { books, now } = desk;
  const { name, owner } = input;
  await assertPerson(desk, owner);
  const { checks = [], reviewer = 'reviewer', candidate = null } = input.contribution;
  const { role = 'security', people = 2 } = input.baselineRule;
  const contribution = { checks, reviewer, candidate };
  await assertCandidate(desk, candidate);
  const family: Family = {
    name,
    owner,
    contribution,
    baselineRule: { role, people },
    baseline: null,
    createdAt: now.toISOString(),
  };
  if (!(await books.families.open(family))) throw new WeighbridgeError('family-exists', name);
  const rules = { contribution: JSON.stringify(contribution), baselineRule: JSON.stringify(family.baselineRule) };
  await record(desk, 'family.open', name, { owner, ...rules });
  return shownFamily(family);
}

async function changeFamily(desk: Desk, input: ParsedInputOf<'family.change'>): Promise<OutputOf<'family.change'>> {
  const before = await familyBy(desk, input.family);
  const { owner = before.owner } = input;
  if (owner !== before.owner) await assertPerson(desk, owner);
  const said = Object.fromEntries(Object.entries(input.contribution).filter(([, value]) => value !== undefined));
  const after: Family = { ...before, owner, contribution: { ...before.contribution, ...said } };
  await assertCandidate(desk, after.contribution.candidate);
  await desk.books.families.change(after);
  await record(desk, 'family.change', before.name, { owner, contribution: JSON.stringify(after.contribution) });
  return shownFamily(after);
}

async function addVersion(desk: Desk, input: ParsedInputOf<'version.add'>): Promise<OutputOf<'version.add'>> {
  const family = await familyBy(desk, input.family);
  const { version, forkOf = null } = input;
  const { request } = await admitted(desk, input.request);
  if (forkOf !== null) await versionBy(desk, family.name, forkOf);
  // Whoever leaves out what it was made from brings no less: only the first version has nothing to be held against.
  const earlier = await desk.books.families.versions(family.name, { limit: 1 });
  if (earlier.items.length > 0) await assertComplete(desk, family, request);
  return keepVersion(desk, { family: family.name, version, request: request.id, forkOf });
}

async function listVersions(desk: Desk, input: ParsedInputOf<'version.list'>): Promise<OutputOf<'version.list'>> {
  const { name } = await familyBy(desk, input.family);
  const { items, next } = await desk.books.families.versions(name, input);
  const shown = [];
  for (const one of items) shown.push(await shownVersion(desk, one));
  return { items: shown, next };
}

async function assertPerson({ books }: Desk, id: string): Promise<void> {
  const person = await books.people.byId(id);
  if (person === null || person.disabledAt !== null) throw new WeighbridgeError('person-not-found', id);
}

async function assertCandidate({ books }: Desk, channel: string | null): Promise<void> {
  if (channel !== null && (await books.releases.channel(channel)) === null)
    throw new WeighbridgeError('channel-not-found', channel);
}
