import type { CONTRIBUTION_OPERATIONS } from '../../../contract/control/operations/contributions.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { type Contribution, type Family, type RequiredCheck, requiredChecks } from '../../../domain/family.ts';
import { type AdmissionRequest, rulingsOn } from '../../../domain/request.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { admitted } from '../releases/admitted.ts';
import { channelBy } from '../releases/channels.ts';
import { promote } from '../releases/releases.ts';
import type { UseCases } from '../use-case.ts';
import { familyBy, keepVersion, versionBy } from './versions.ts';

export const CONTRIBUTIONS: UseCases<typeof CONTRIBUTION_OPERATIONS> = {
  'contribution.list': listContributions,
  'contribution.show': showContribution,
  'contribution.accept': acceptContribution,
};

/** Throws unless the family has what the fork is made from, and has no version of its name. */
export async function assertProposable(
  desk: Desk,
  { family, version, forkOf }: Pick<Contribution, 'family' | 'version' | 'forkOf'>,
): Promise<void> {
  const { name } = await familyBy(desk, family);
  await versionBy(desk, name, forkOf);
  if ((await desk.books.families.version(name, version)) !== null)
    throw new WeighbridgeError('version-exists', `${name} ${version}`);
}

/** Throws `contribution-incomplete` while a version after the first lacks something that its family asks for. */
export async function assertComplete(desk: Desk, family: Family, request: AdmissionRequest): Promise<void> {
  const lacks = lacking(request, family, await checksOf(desk, family, request), await reviewed(desk, family, request));
  if (lacks.length > 0) throw new WeighbridgeError('contribution-incomplete', lacks.join('; ').slice(0, 2000));
}

async function listContributions(
  desk: Desk,
  input: ParsedInputOf<'contribution.list'>,
): Promise<OutputOf<'contribution.list'>> {
  const { name } = await familyBy(desk, input.family);
  const { items, next } = await desk.books.families.contributions(name, input);
  const shown = [];
  for (const one of items) shown.push(await shownContribution(desk, one, await requestOf(desk, one)));
  return { items: shown, next };
}

async function showContribution(
  desk: Desk,
  { request: id }: ParsedInputOf<'contribution.show'>,
): Promise<OutputOf<'contribution.show'>> {
  const proposed = await contributionBy(desk, id);
  const family = await familyBy(desk, proposed.family);
  const request = await requestOf(desk, proposed);
  const checks = await checksOf(desk, family, request);
  const shown = await shownContribution(desk, proposed, request);
  const lacks = shown.accepted ? [] : lacking(request, family, checks, await reviewed(desk, family, request));
  return { ...shown, checks: [...checks], lacks };
}

/** The family is locked first, then the channel, then the request: whoever promotes locks in the same order. */
async function acceptContribution(
  desk: Desk,
  { request: id }: ParsedInputOf<'contribution.accept'>,
): Promise<OutputOf<'contribution.accept'>> {
  const { family: name, version, forkOf } = await contributionBy(desk, id);
  const family = await familyBy(desk, name);
  const { candidate } = family.contribution;
  if (candidate !== null) await channelBy(desk, candidate);
  const { request } = await admitted(desk, id);
  await assertComplete(desk, family, request);
  const kept = await keepVersion(desk, { family: name, version, request: id, forkOf });
  const why = `Fork of ${name} ${forkOf}, accepted as ${version}.`;
  const release =
    candidate === null ? null : await promote(desk, { channel: candidate, request: id, share: 100, reason: why });
  return { ...kept, release };
}

async function checksOf(
  { books }: Desk,
  { contribution }: Family,
  { dossier }: AdmissionRequest,
): Promise<readonly RequiredCheck[]> {
  if (dossier === null) return [];
  return requiredChecks(contribution, (await books.dossiers.newest(dossier)).dossier);
}

async function reviewed(
  { books }: Desk,
  { contribution }: Family,
  { id, dossier }: AdmissionRequest,
): Promise<boolean> {
  const rulings = rulingsOn(dossier, await books.requests.rulings(id));
  return rulings.some(({ role, ruling }) => role === contribution.reviewer && ruling === 'admitted');
}

function lacking(
  { state }: AdmissionRequest,
  { contribution }: Family,
  checks: readonly RequiredCheck[],
  isReviewed: boolean,
): string[] {
  return [
    ...checks.filter(({ met }) => !met).map(({ check, why }) => `${check} ${why}`),
    ...(isReviewed ? [] : [`nobody admitted it as ${contribution.reviewer}`]),
    ...(state === 'admitted' ? [] : [`its request is ${state}`]),
  ];
}

async function contributionBy({ books }: Desk, request: string): Promise<Contribution> {
  const proposed = await books.families.contribution(request);
  if (proposed === null) throw new WeighbridgeError('contribution-not-found', request);
  return proposed;
}

async function requestOf({ books }: Desk, { request: id }: Contribution): Promise<AdmissionRequest> {
  const request = await books.requests.byId(id);
  if (request === null) throw new WeighbridgeError('contribution-not-found', id);
  return request;
}

async function shownContribution({ books }: Desk, proposed: Contribution, { state }: AdmissionRequest) {
  const accepted = (await books.families.versionOn(proposed.family, proposed.request)) !== null;
  return { ...proposed, state, accepted };
}
