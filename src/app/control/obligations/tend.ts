import type { Caller } from '../../../contract/caller.ts';
import { consequenceOf, dayAfter, nextStep, type Obligation } from '../../../domain/obligation.ts';
import type { FollowUp } from '../../../domain/policy.ts';
import { serving } from '../../../domain/release.ts';
import { builtInPolicy, PROFILE_IDS } from '../../../policy/profiles.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import type { Books } from '../../../ports/control-store.ts';
import { heedEndedKeys } from '../keys/ended-keys.ts';
import { type Clerk, type ControlParts, record, WORKER } from '../parts.ts';
import { policyOf } from '../policies/house-policies.ts';
import { writeFoldedRefusals } from '../refusals.ts';
import { channelsServing } from '../releases/channels-serving.ts';
import { bringBack } from '../releases/releases.ts';
import type { WorkerParts } from '../requests/vet-request.ts';
import { tellOwner } from '../telling/tell-owner.ts';

/**
 * Looks after what admissions left open: owners are reminded before a day and on it, and what the policy lets come of what
 * lapsed, comes of it. Each step is its own transaction, and leaves what keeps it from being done again: however often
 * this runs, and on however many machines, each is done once.
 */
export async function tendObligations(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const { store, clock } = parts;
  const { organisation } = job;
  const longest = await store.within(organisation, longestReminder);
  const until = dayAfter(clock.now().toISOString().slice(0, 10), longest);
  for (const id of await store.within(organisation, ({ obligations }) => obligations.dueBy(until))) {
    if (caller.signal.aborted) return;
    await store.within(organisation, (books) => tend({ parts, books, actor: WORKER, now: clock.now() }, id));
  }
  await heedEndedKeys(parts, organisation);
  await writeFoldedRefusals(parts, organisation);
  await store.within(organisation, ({ jobs }) => jobs.finish(job, worker, null));
}

async function longestReminder({ housePolicies }: Books): Promise<number> {
  return Math.max(await housePolicies.longestReminder(), ...PROFILE_IDS.map((id) => builtInPolicy(id).followUp.remind));
}

type TendingDesk = Clerk & { readonly parts: Pick<ControlParts, 'mint' | 'mailer'> };

async function tend(desk: TendingDesk, id: string): Promise<void> {
  const { books, now } = desk;
  const obligation = await books.obligations.byId(id);
  // Not locked: a channel is locked before its request, and a lapse may yet lock channels.
  const request = obligation === null ? null : await books.requests.peek(obligation.request);
  if (obligation === null || request === null) return;
  const { followUp } = await policyOf(books, request);
  const step = nextStep(obligation, followUp, now.toISOString().slice(0, 10));
  if (step === null) return;
  if (step === 'lapse') return lapse(desk, obligation, followUp);
  await books.obligations.change({ ...obligation, told: step });
  const { owner, due, kind } = obligation;
  await record(desk, `${kind}.remind`, id, { request: request.id, owner, due, when: step });
  await tellOwner(desk, obligation, step);
}

async function lapse(desk: TendingDesk, before: Obligation, followUp: FollowUp): Promise<void> {
  const consequence = consequenceOf(before, followUp);
  const after: Obligation = { ...before, state: 'lapsed', consequence };
  const channels = await channelsServing(desk, before.request);
  if (consequence === 'withdraw') for (const channel of channels) await takeOff(desk, channel, before);
  await desk.books.obligations.change(after);
  const { id, kind, request, owner, due } = before;
  await record(desk, `${kind}.lapse`, id, { request, owner, due, consequence, channels });
  await tellOwner(desk, { ...before, consequence }, 'lapse');
}

/** Nothing of the request serves there any more; where nothing else may, nothing does. */
async function takeOff(desk: TendingDesk, channel: string, { request, id }: Obligation): Promise<void> {
  const { books, now } = desk;
  const reason = `Obligation ${id} lapsed.`;
  await books.releases.channel(channel);
  const releases = await books.releases.of(channel);
  // Somebody may have gone back since we looked.
  if (!serving(releases).some((one) => one.request === request)) return;
  for (const release of releases.filter((one) => one.request === request)) {
    if (!(await books.releases.withdraw(release.id, WORKER.person.id, reason, now))) continue;
    await record(desk, 'release.withdraw', release.id, { channel, obligation: id });
  }
  await bringBack(desk, channel, reason);
}
