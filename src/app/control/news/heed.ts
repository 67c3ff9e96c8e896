import type { Revetted } from '../../../contract/dossiers.ts';
import { findingsIn } from '../../../domain/dossier.ts';
import { identityOf } from '../../../domain/finding.ts';
import type { Incident } from '../../../domain/incident.ts';
import { FOREBEAR } from '../../../domain/kin.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { outcomeRank, type Verdict } from '../../../domain/verdict.ts';
import type { Digest } from '../../../kernel/digest.ts';
import type { Books } from '../../../ports/control-store.ts';
import { admittedOffspringOf, type Kin } from '../families/kin.ts';
import { openObligations } from '../obligations/open-obligations.ts';
import { whyStillThere } from '../obligations/proofs.ts';
import { record, WORKER } from '../parts.ts';
import { policyOf, rulesOf } from '../policies/house-policies.ts';
import { channelsServing } from '../releases/channels-serving.ts';
import type { WorkerParts } from '../requests/vet-request.ts';
import { announce } from './incidents.ts';
import { inheritDuties, type RenewingDesk, renewOnce } from './renewals.ts';

/** What comes of news about one admission, and about what was made from it. */
export async function heed(
  parts: WorkerParts,
  organisation: string,
  request: AdmissionRequest,
  news: Revetted,
): Promise<void> {
  const policy = await parts.store.within(organisation, (books) => rulesOf(books, request));
  const { verdict } = await parts.judge({ policy, dossier: news.after.dossier, on: null });
  const within = <Answer>(work: (desk: RenewingDesk) => Promise<Answer>): Promise<Answer> =>
    parts.store.within(organisation, (books) => work({ parts, books, actor: WORKER, now: parts.clock.now() }));
  for (const one of await within(({ books }) => gone(books, request, news)))
    await within((desk) => closeGone(desk, one, news.after.dossier.digest));
  if (news.after.dossier.digest === news.before.dossier.digest || !isWorse(request, verdict, news)) return;
  if (!(await within((desk) => answerFor(desk, request, verdict, news)))) return;
  const line = await within(({ books }) => admittedOffspringOf(books, request));
  // What was asked for since then was vetted by the same news.
  for (const kin of line.filter(({ request: { requestedAt } }) => requestedAt < news.after.vettedAt))
    await within((desk) => passOn(desk, request, kin, news));
}

/** Against what was decided on. A note is no news. */
function isWorse({ outcome }: AdmissionRequest, verdict: Verdict, { before, after, findingsAdded }: Revetted): boolean {
  const added = findingsIn(after.dossier).filter((one) => findingsAdded.includes(identityOf(one)));
  const duties = new Set(before.verdict.duties.map(({ id }) => id));
  return (
    outcomeRank(verdict.outcome) > outcomeRank(outcome ?? 'admit') ||
    added.some(({ says }) => says !== 'note') ||
    verdict.duties.some(({ id }) => !duties.has(id))
  );
}

/** Findings that whoever found them has looked for again and does not find. */
async function gone(books: Books, { id }: AdmissionRequest, { after }: Revetted): Promise<readonly string[]> {
  const left = (await books.obligations.of(id)).filter(({ kind, state }) => kind === 'finding' && state !== 'closed');
  return left.filter((one) => whyStillThere(one, after.dossier) === null).map((one) => one.id);
}

async function closeGone(desk: RenewingDesk, id: string, dossier: Digest): Promise<void> {
  const { books, now } = desk;
  const one = await books.obligations.byId(id);
  if (one === null || one.state === 'closed') return;
  const closing = { proof: { kind: 'dossier', dossier }, by: WORKER.person.id, at: now.toISOString() } as const;
  await books.obligations.change({ ...one, state: 'closed', closing });
  await record(desk, 'finding.close', id, { request: one.request, proof: 'dossier', shows: dossier });
}

/** False where the decision does not stand any more. */
async function answerFor(
  desk: RenewingDesk,
  { id }: AdmissionRequest,
  verdict: Verdict,
  { after }: Revetted,
): Promise<boolean> {
  const { books } = desk;
  const request = await books.requests.byId(id);
  if (request?.state !== 'admitted') return false;
  if ((await books.releases.revokedAt(id)) !== null) return false;
  const { followUp } = await policyOf(books, request);
  const renewal = await renewOnce(desk, request, causeOf(after, 'what is known of it has changed.'));
  const opened = await openObligations(desk, { request, dossier: after.dossier, verdict, followUp });
  if (renewal.isNew || opened.length > 0) {
    const rules = [...new Set(opened.map(({ text }) => text.split(/[: ]/)[0] ?? ''))].slice(0, 20);
    const channels = await channelsServing(desk, id);
    const about = { owner: request.owner, outcome: verdict.outcome, found: rules, channels, renewal: renewal.renewal };
    await record(desk, 'dossier.change', after.dossier.digest, { request: id, ...about });
  }
  if (verdict.outcome === 'deny') await openFor(desk, request, after);
  return true;
}

function causeOf({ dossier: { digest } }: Revetted['after'], why: string) {
  return { id: `news:${digest}`, why, about: { dossier: digest } };
}

async function openFor(desk: RenewingDesk, request: AdmissionRequest, { dossier }: Revetted['after']): Promise<void> {
  const incident: Incident = {
    id: desk.parts.mint.id(),
    request: request.id,
    title: `The policy ${request.policy} denies it by what is known now`,
    state: 'open',
    cause: `news:${dossier.digest}`,
    openedBy: WORKER.person.id,
    openedAt: desk.now.toISOString(),
    closedBy: null,
    closedAt: null,
  };
  if (await desk.books.incidents.open(incident)) await announce(desk, incident, request);
}

async function passOn(
  desk: RenewingDesk,
  base: AdmissionRequest,
  { request: { id }, how }: Kin,
  { after }: Revetted,
): Promise<void> {
  const one = await desk.books.requests.byId(id);
  if (one?.state !== 'admitted') return;
  await renewOnce(
    desk,
    one,
    causeOf(after, `what is known of ${base.reference}, which ${FOREBEAR[how]}, has changed.`),
  );
  await inheritDuties(desk, [base], one);
}
