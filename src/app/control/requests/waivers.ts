import type { Envelope } from '../../../attest/dsse.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Decision } from '../../../domain/decision.ts';
import type { Obligation } from '../../../domain/obligation.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { decisionIn } from '../../admission.ts';
import { signWaiver } from '../../waive.ts';
import { signerNow } from '../keys/own-keys.ts';
import type { Desk } from '../parts.ts';
import { record } from '../parts.ts';

type Shown = OutputOf<'obligation.waive'>;

/** Signs that somebody answers for a finding until a day: the same statement as `weighbridge waive` writes. */
export async function waiveFinding(
  desk: Desk,
  before: Obligation,
  { reason, until }: ParsedInputOf<'obligation.waive'>,
): Promise<Shown> {
  const { parts, books, actor, now } = desk;
  const by = actor.person.id;
  const request = await books.requests.peek(before.request);
  if ([before.owner, request?.owner, request?.requestedBy].includes(by))
    throw new WeighbridgeError('own-request', before.request);
  const decision = await decisionOn(desk, before);
  assertWaivable(before, until, decision, now);
  const at = now.toISOString();
  const waiver = { target: before.target, owner: by, reason, until, issuedAt: at };
  const about = { name: decision.origin.name, manifest: decision.manifest };
  const envelope = await signWaiver(about, waiver, await signerNow(parts, books));
  await books.obligations.addWaiver({ obligation: before.id, by, until, at, envelope: JSON.stringify(envelope) });
  const after: Obligation = { ...before, state: 'accepted', due: until, told: 'nothing', consequence: null };
  await books.obligations.change(after);
  await record(desk, 'waiver.sign', before.id, { request: before.request, owner: before.owner, until });
  return withWaivers(desk, after);
}

async function decisionOn({ books }: Desk, { request }: Obligation): Promise<Decision> {
  const envelope = await books.requests.decision(request);
  if (envelope === null) throw new WeighbridgeError('waiver-refused', `${request} has no decision`);
  return decisionIn(JSON.parse(envelope) as Envelope);
}

function assertWaivable({ kind }: Obligation, until: string, { expiresAt }: Decision, now: Date): void {
  if (kind === 'duty') throw new WeighbridgeError('waiver-refused', 'a duty is done, and closed by what shows it');
  const today = now.toISOString().slice(0, 10);
  const read = new Date(`${until}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== until)
    throw new WeighbridgeError('waiver-refused', `${until} is no day`);
  if (until < today) throw new WeighbridgeError('waiver-refused', `${until} is over`);
  if (until > expiresAt.slice(0, 10))
    throw new WeighbridgeError('waiver-refused', `the decision expires at ${expiresAt}, and is asked for anew then`);
}

export async function withWaivers({ books }: Desk, obligation: Obligation): Promise<Shown> {
  const waivers = (await books.obligations.waivers(obligation.id)).map(({ by, until, at, envelope }) => ({
    by,
    until,
    at,
    envelope: JSON.parse(envelope) as Shown['waivers'][number]['envelope'],
  }));
  return { ...obligation, waivers };
}
