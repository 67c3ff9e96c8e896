import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { admittedOffspringOf } from '../families/kin.ts';
import { inheritDuties, type RenewingDesk, renewOnce } from '../news/renewals.ts';
import { record, saidBy } from '../parts.ts';
import { channelsServing } from '../releases/channels-serving.ts';
import { standingOnSame } from '../requests/condemned.ts';
import { endComposites } from '../subjects/end-subject.ts';

/** Takes a decision back. Nothing that rests on it may serve from now on; who answers for it is told where it still does. */
export async function revokeDecision(
  desk: RenewingDesk,
  { request: id, reason }: ParsedInputOf<'decision.revoke'>,
  about: 'model' | 'signature' = 'model',
): Promise<OutputOf<'decision.revoke'>> {
  const { books, actor, now } = desk;
  const request = await books.requests.byId(id);
  if (request === null) throw new WeighbridgeError('request-not-found', id);
  if ((await books.requests.decision(id)) === null)
    throw new WeighbridgeError('not-decided', `${id} is ${request.state}`);
  if (!(await books.releases.revoke(id, actor.person.id, reason, now, about)))
    throw new WeighbridgeError('decision-revoked', id);
  const at = now.toISOString();
  const channels = await channelsServing(desk, id);
  const descendants = about === 'model' ? await renewDescendants(desk, request) : [];
  await endComposites(desk, id);
  const others = about === 'model' ? await servingSame(desk, id) : [];
  const same = others.map((one) => one.request);
  await record(desk, 'decision.revoke', id, { owner: request.owner, channels, same }, saidBy(desk, reason));
  return { request: id, revokedAt: at, channels, descendants, others };
}

/**
 * What was made from the revoked model was admitted on a foundation that is gone: each is asked for anew, for people to rule
 * on, and its owner told. The old decisions stand until somebody revokes them.
 */
async function renewDescendants(
  desk: RenewingDesk,
  revoked: AdmissionRequest,
): Promise<OutputOf<'decision.revoke'>['descendants']> {
  const { books } = desk;
  const descendants = (await admittedOffspringOf(books, revoked)).map(({ request }) => request);
  // All requests are locked before the log is: who holds the log waits for nobody.
  for (const { id } of descendants) await books.requests.byId(id);
  const cause = {
    id: `revoked:${revoked.id}`,
    why: 'what it was made from was revoked.',
    about: { revoked: revoked.id },
  };
  const renewed: OutputOf<'decision.revoke'>['descendants'] = [];
  for (const one of descendants) {
    const { request, renewal, channels } = await renewOnce(desk, one, cause);
    await inheritDuties(desk, [revoked], one);
    renewed.push({ request, renewal, channels });
  }
  return renewed;
}

/** Other decisions by which the same bytes serve. They are not locked: two that revoke each other's would wait for ever. */
async function servingSame(desk: RenewingDesk, request: string): Promise<OutputOf<'decision.revoke'>['others']> {
  const others: OutputOf<'decision.revoke'>['others'] = [];
  for (const other of await standingOnSame(desk.books, request)) {
    const channels = await channelsServing(desk, other);
    if (channels.length > 0) others.push({ request: other, channels });
  }
  return others;
}
