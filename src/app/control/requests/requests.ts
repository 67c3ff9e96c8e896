import type { REQUEST_OPERATIONS } from '../../../contract/control/operations/requests.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { referenceAsked } from '../../../domain/reference.ts';
import type { AdmissionRequest, RequestRuling } from '../../../domain/request.ts';
import { rulingsOn, settled } from '../../../domain/request.ts';
import { allOf, counts, demandInWords, missingFrom, type ReviewDemand, USUAL_REVIEW } from '../../../domain/review.ts';
import { UNSTATED_USE } from '../../../domain/use.ts';
import type { Vetting } from '../../../domain/vetting.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { assertProposable } from '../families/contributions.ts';
import type { Desk } from '../parts.ts';
import { record } from '../parts.ts';
import { policyForRequest, policyOf } from '../policies/house-policies.ts';
import { servedOutside } from '../publications/served-outside.ts';
import type { UseCases } from '../use-case.ts';
import { condemnedBy } from './condemned.ts';
import { settleRequest } from './decisions.ts';

export const REQUESTS: UseCases<typeof REQUEST_OPERATIONS> = {
  'request.open': openRequest,
  'request.list': listRequests,
  'request.show': showRequest,
  'request.cancel': cancelRequest,
  'request.rule': ruleOnRequest,
  'decision.show': showDecision,
};

type Shown = OutputOf<'request.open'>;

/** Writes the request down and has it vetted. */
async function openRequest(desk: Desk, input: ParsedInputOf<'request.open'>): Promise<Shown> {
  const { parts, books, actor, now } = desk;
  const reference = referenceAsked(input.reference);
  await parts.locate(actor.organisation, reference);
  const owner = await books.people.byId(input.owner);
  if (owner === null || owner.disabledAt !== null) throw new WeighbridgeError('person-not-found', input.owner);
  const { direction, role, team = null } = input;
  if (team !== null && (await books.teams.byId(team)) === null) throw new WeighbridgeError('team-not-found', team);
  const { contribution = null } = input;
  if (contribution !== null) await assertProposable(desk, contribution);
  // What is not said is assumed as it asks most of a licence.
  const said = Object.fromEntries(Object.entries(input.use).filter(([, value]) => value !== undefined));
  const use = { ...UNSTATED_USE, ...said };
  const policy = await policyForRequest(books, { direction, use }, input.policy);
  const request: AdmissionRequest = {
    id: parts.mint.id(),
    direction,
    reference,
    use,
    policy: policy.id,
    policyDigest: policy.digest,
    owner: owner.id,
    role,
    team,
    requestedBy: actor.person.id,
    requestedAt: now.toISOString(),
    state: 'vetting',
    dossier: null,
    outcome: null,
    failure: null,
    review: null,
  };
  await books.requests.add(request);
  if (contribution !== null) await books.families.propose({ ...contribution, request: request.id });
  await books.jobs.queue({ id: parts.mint.id(), kind: 'vet', subject: request.id }, now);
  const proposes = contribution === null ? {} : { ...contribution };
  const under = { policy: policy.id, policyDigest: policy.digest };
  await record(desk, 'request.open', request.id, { direction, owner: owner.id, role, ...under, ...proposes });
  parts.wake();
  return shown(request);
}

async function listRequests({ books }: Desk, input: ParsedInputOf<'request.list'>): Promise<OutputOf<'request.list'>> {
  const { items, next } = await books.requests.list(input);
  return { items: items.map(shown), next };
}

async function showRequest(
  desk: Desk,
  { request: id }: ParsedInputOf<'request.show'>,
): Promise<OutputOf<'request.show'>> {
  const progress = await desk.books.jobs.progress('vet', id);
  const request = await requestBy(desk, id);
  const running = await desk.books.evaluations.running(id);
  const evaluation = running && { id: running.id, evaluators: [...running.evaluators] };
  const against = [...(await againstIt(desk, request))];
  return { ...(await withRulings(desk, request)), progress, against, evaluation };
}

async function againstIt({ books, now }: Desk, request: AdmissionRequest): Promise<readonly string[]> {
  const { id, state, dossier, direction } = request;
  if (state !== 'review' || dossier === null) return [];
  const condemned = await condemnedBy(books, id, (await books.dossiers.newest(dossier)).dossier);
  const served = direction === 'publish' ? await servedOutside(books, request, now) : [];
  return [
    ...condemned,
    ...served.map(
      ({ channel, release }) =>
        `Outsiders are served these weights on ${channel} (release ${release}): withdraw it, or let them out.`,
    ),
  ];
}

/**
 * Gives up a request that is still being vetted. The job goes first: a worker that is done at the same moment locks it, and
 * then the request, too. What it found after that counts for nothing.
 */
async function cancelRequest(
  desk: Desk,
  { request: id }: ParsedInputOf<'request.cancel'>,
): Promise<OutputOf<'request.cancel'>> {
  const { books, actor } = desk;
  const running = await books.jobs.cancel('vet', id);
  const request = await requestBy(desk, id);
  const { id: by, roles } = actor.person;
  if (by !== request.requestedBy && by !== request.owner && !roles.includes('admin'))
    throw new WeighbridgeError('not-permitted', 'who asked, who answers for it, and admins cancel it');
  if (!running || request.state !== 'vetting')
    throw new WeighbridgeError('not-in-vetting', `${id} is ${request.state}`);
  const cancelled: AdmissionRequest = { ...request, state: 'cancelled' };
  await books.requests.settle(cancelled);
  await record(desk, 'request.cancel', id);
  return shown(cancelled);
}

/**
 * One person's ruling. A verdict of `review` alone is for people; nobody rules twice, nor on what they asked for or answer
 * for, nor in the name of a role they do not have. The ruling that settles the request has the decision signed.
 */
async function ruleOnRequest(desk: Desk, input: ParsedInputOf<'request.rule'>): Promise<OutputOf<'request.rule'>> {
  const { books, actor, now } = desk;
  const request = await requestBy(desk, input.request);
  const { id: by, roles } = actor.person;
  if (request.state !== 'review') throw new WeighbridgeError('not-in-review', `${request.id} is ${request.state}`);
  if (by === request.requestedBy || by === request.owner) throw new WeighbridgeError('own-request', request.id);
  if (!roles.includes(input.role)) throw new WeighbridgeError('role-not-held', input.role);
  if (request.dossier !== input.dossier) throw new WeighbridgeError('dossier-stale', input.dossier);
  // What was said of an earlier dossier is void: whoever said it may say it again.
  const before = rulingsOn(input.dossier, await books.requests.rulings(request.id));
  if (before.some((one) => one.by === by)) throw new WeighbridgeError('ruled-already', request.id);
  const demand = await demandOn(desk, request);
  const missing = missingFrom(demand, before);
  if (input.ruling === 'admitted' && !counts(missing, input.role))
    throw new WeighbridgeError('role-not-asked', `${request.id} waits for ${demandInWords(missing)}`);
  const { role, ruling: said, reason, dossier } = input;
  const ruling: RequestRuling = { by, role, ruling: said, reason, dossier, at: now.toISOString() };
  await books.requests.addRuling(request.id, ruling);
  await record(desk, 'request.rule', request.id, { role, ruling: said, dossier });
  const rulings = [...before, ruling];
  const state = settled(rulings, demand);
  if (state === null) return withRulings(desk, request);
  const vetting = await ruledBy(desk, request, await books.dossiers.newest(input.dossier));
  const whole = { ...request, review: demand };
  return withRulings(desk, await settleRequest(desk, { request: whole, vetting, state, rulings }));
}

/** Who must rule. A proposed fork waits for its family's reviewer, whatever the policy says. */
async function demandOn({ books }: Desk, { id, review }: AdmissionRequest): Promise<ReviewDemand> {
  const asked = review ?? USUAL_REVIEW;
  const proposed = await books.families.contribution(id);
  const family = proposed === null ? null : await books.families.byName(proposed.family);
  return family === null ? asked : allOf([asked, { roles: [family.contribution.reviewer], people: 1 }]);
}

/** The newest vetting of a dossier may be by the policy of another request: what is signed is what this one's says. */
async function ruledBy({ parts, books }: Desk, request: AdmissionRequest, vetting: Vetting): Promise<Vetting> {
  const policy = await policyOf(books, request);
  if (vetting.policy.digest === policy.digest) return vetting;
  const { verdict } = await parts.judge({ policy: { kind: 'stored', policy }, dossier: vetting.dossier, on: null });
  return { ...vetting, verdict };
}

/** The signed decision, as it was signed. */
async function showDecision(
  desk: Desk,
  { request: id }: ParsedInputOf<'decision.show'>,
): Promise<OutputOf<'decision.show'>> {
  const { state } = await requestBy(desk, id);
  const envelope = await desk.books.requests.decision(id);
  if (envelope === null) throw new WeighbridgeError('not-decided', `${id} is ${state}`);
  return JSON.parse(envelope) as OutputOf<'decision.show'>;
}

async function requestBy({ books }: Desk, id: string): Promise<AdmissionRequest> {
  const request = await books.requests.byId(id);
  if (request === null) throw new WeighbridgeError('request-not-found', id);
  return request;
}

async function withRulings(desk: Desk, request: AdmissionRequest): Promise<OutputOf<'request.rule'>> {
  const all = await desk.books.requests.rulings(request.id);
  const counting = rulingsOn(request.dossier, all);
  const rulings = all.map((one) => ({ ...one, void: !counting.includes(one) }));
  const demand = request.state === 'review' ? await demandOn(desk, request) : null;
  const missing = demand === null ? null : shownDemand(missingFrom(demand, counting));
  return { ...shown({ ...request, review: demand ?? request.review }), rulings, missing };
}

function shown(request: AdmissionRequest): Shown {
  const { use, review } = request;
  return { ...request, use: { ...use, regions: [...use.regions] }, review: review && shownDemand(review) };
}

function shownDemand({ roles, people }: ReviewDemand) {
  return { roles: [...roles], people };
}
