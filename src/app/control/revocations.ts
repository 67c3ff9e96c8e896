import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import { serving } from '../../domain/release.ts';
import type { AdmissionRequest } from '../../domain/request.ts';
import { baseKey } from '../../domain/touch.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Desk } from './parts.ts';
import { record, saidBy } from './parts.ts';

/** Takes a decision back. Nothing that rests on it may serve from now on; who answers for it is told where it still does. */
export async function revokeDecision(
  desk: Desk,
  { request: id, reason }: ParsedInputOf<'decision.revoke'>,
): Promise<OutputOf<'decision.revoke'>> {
  const { books, actor, now } = desk;
  const request = await books.requests.byId(id);
  if (request === null) throw new WeighbridgeError('request-not-found', id);
  if ((await books.requests.decision(id)) === null)
    throw new WeighbridgeError('not-decided', `${id} is ${request.state}`);
  if (!(await books.releases.revoke(id, actor.person.id, reason, now)))
    throw new WeighbridgeError('decision-revoked', id);
  const at = now.toISOString();
  const channels = await channelsServing(desk, id);
  const descendants = await renewDescendants(desk, request);
  await record(desk, 'decision.revoke', id, { owner: request.owner, channels }, saidBy(desk, reason));
  return { request: id, revokedAt: at, channels, descendants };
}

/** Where what a request admitted gets calls now. */
export async function channelsServing({ books }: Pick<Desk, 'books'>, request: string): Promise<string[]> {
  const channels = new Set((await books.releases.restingOn(request)).map(({ channel }) => channel));
  const serves: string[] = [];
  for (const channel of channels)
    if (serving(await books.releases.of(channel)).some((one) => one.request === request)) serves.push(channel);
  return serves.sort();
}

/**
 * What names the revoked model as its base, by its card or by its weights, was admitted on a foundation that is gone: each is
 * asked for anew, for the same use and owner, and its owner is told. The old decisions stand until somebody revokes them.
 */
async function renewDescendants(
  desk: Desk,
  revoked: AdmissionRequest,
): Promise<OutputOf<'decision.revoke'>['descendants']> {
  const { parts, books, now } = desk;
  if (revoked.dossier === null) return [];
  const { dossier } = await books.dossiers.newest(revoked.dossier);
  const keys = [dossier.artifact.origin.name, revoked.reference.replace(/^hf:|@.*$/g, '')].map(baseKey);
  const descendants = [];
  for (const one of await books.requests.admittedOn(await books.dossiers.touching(keys))) {
    const renewal = parts.mint.id();
    const anew = { state: 'vetting', dossier: null, outcome: null, failure: null } as const;
    await books.requests.add({ ...one, ...anew, id: renewal, requestedAt: now.toISOString() });
    await books.jobs.queue({ id: parts.mint.id(), kind: 'vet', subject: renewal }, now);
    const channels = await channelsServing(desk, one.id);
    await record(desk, 'request.renew', renewal, { of: one.id, revoked: revoked.id, owner: one.owner, channels });
    descendants.push({ request: one.id, renewal, channels });
  }
  parts.wake();
  return descendants;
}
