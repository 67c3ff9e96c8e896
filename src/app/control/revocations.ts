import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import { serving } from '../../domain/release.ts';
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
  await record(desk, 'decision.revoke', id, { owner: request.owner, channels }, saidBy(desk, reason));
  return { request: id, revokedAt: at, channels };
}

/** Where what a request admitted gets calls now. */
export async function channelsServing({ books }: Pick<Desk, 'books'>, request: string): Promise<string[]> {
  const channels = new Set((await books.releases.restingOn(request)).map(({ channel }) => channel));
  const serves: string[] = [];
  for (const channel of channels)
    if (serving(await books.releases.of(channel)).some((one) => one.request === request)) serves.push(channel);
  return serves.sort();
}
