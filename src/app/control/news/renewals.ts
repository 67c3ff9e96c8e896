import type { Obligation } from '../../../domain/obligation.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { printable } from '../../../kernel/printable.ts';
import { type Clerk, type ControlParts, record } from '../parts.ts';
import { policyAnew } from '../policies/house-policies.ts';
import { channelsServing } from '../releases/channels-serving.ts';
import { type TellingDesk, tell } from '../telling/tell-owner.ts';

export type RenewingDesk = TellingDesk & { readonly parts: Pick<ControlParts, 'wake'> };

export interface Renewal {
  readonly request: string;
  readonly renewal: string;
  /** Where what was admitted before gets calls now. */
  readonly channels: string[];
  readonly isNew: boolean;
}

/** Why an admission is asked for anew. */
export interface Cause {
  /** Once for each. */
  readonly id: string;
  /** In words, for its owner. */
  readonly why: string;
  /** For whoever listens. */
  readonly about: Readonly<Record<string, string>>;
}

/**
 * Asks anew for what was admitted, for the same use and owner, who is told. The old decision stands until somebody revokes it.
 * Once for each cause, and not at all while an earlier renewal is still looked at or was admitted: that one goes on for it.
 * The request is to be locked.
 */
export async function renewOnce(desk: RenewingDesk, one: AdmissionRequest, cause: Cause): Promise<Renewal> {
  const { parts, books, now } = desk;
  const channels = await channelsServing(desk, one.id);
  const before = await books.requests.renewalOf(one.id, cause.id);
  if (before !== null) return { request: one.id, renewal: before, channels, isNew: false };
  const renewal = parts.mint.id();
  const anew = { state: 'vetting', dossier: null, outcome: null, failure: null, review: null } as const;
  const { id: policy, digest: policyDigest } = await policyAnew(books, one);
  await books.requests.add({ ...one, ...anew, policy, policyDigest, id: renewal, requestedAt: now.toISOString() });
  await books.requests.addRenewal({ request: one.id, cause: cause.id, renewal }, now);
  await books.jobs.queue({ id: parts.mint.id(), kind: 'vet', subject: renewal }, now);
  await record(desk, 'request.renew', renewal, { of: one.id, ...cause.about, owner: one.owner, channels });
  const where = channels.length === 0 ? 'It serves nowhere now.' : `It serves on ${channels.join(', ')}.`;
  await tell(desk, {
    person: one.owner,
    subject: `Weighbridge: ${one.reference} is asked for anew`,
    body: `${printable(one.reference)} is asked for anew: ${cause.why}\n${where}\n\nRequest: ${one.id}\nAsked for anew: ${renewal}\n`,
  });
  parts.wake();
  return { request: one.id, renewal, channels, isNew: true };
}

/** What is still to be done for a base is to be done for what was made from it. */
export async function inheritDuties(
  desk: Clerk & { readonly parts: Pick<ControlParts, 'mint'> },
  from: readonly Pick<AdmissionRequest, 'id'>[],
  to: Pick<AdmissionRequest, 'id' | 'owner'>,
): Promise<void> {
  const { parts, books, now } = desk;
  const duties: Obligation[] = [];
  for (const { id: base } of from) {
    if (base === to.id) continue;
    for (const one of await books.obligations.of(base)) {
      if (one.kind !== 'duty' || one.state === 'closed' || one.inheritedFrom !== null) continue;
      const own = { id: parts.mint.id(), request: to.id, owner: to.owner, inheritedFrom: base };
      const today = now.toISOString().slice(0, 10);
      const anew = { state: 'open', told: 'nothing', consequence: null, openedAt: now.toISOString() } as const;
      duties.push({ ...one, ...own, ...anew, due: one.due < today ? today : one.due });
    }
  }
  const added = await books.obligations.open(duties);
  if (added.length === 0) return;
  const bases = [...new Set(added.flatMap(({ inheritedFrom }) => inheritedFrom ?? []))];
  await record(desk, 'obligation.open', to.id, { owner: to.owner, duties: String(added.length), inheritedFrom: bases });
}
