import type { Call } from '../../contract/control/caller.ts';
import { OPERATIONS } from '../../contract/control/operations.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Books } from '../../ports/control-store.ts';
import type { Actor } from './parts.ts';
import { hashOf } from './people/secrets.ts';

/** Who makes the call; null when its session or token does not count, or no longer does. */
export async function actorOf(
  { people }: Books,
  organisation: string,
  { name, credentials }: Call,
  now: Date,
): Promise<Actor | null> {
  if (credentials.kind === 'none') return null;
  if (credentials.kind === 'token') {
    const token = await people.tokenByHash(hashOf(credentials.token));
    if (token === null || token.revokedAt !== null || !holdsNow(token, now)) return null;
    const person = await people.byId(token.person);
    if (person === null || person.disabledAt !== null) return null;
    return { organisation, person, scopes: token.scopes, session: null };
  }
  const session = await people.session(hashOf(credentials.session));
  if (session === null || !holdsNow(session, now)) return null;
  // A browser sends its cookie with whatever a foreign page makes it send; that page cannot know this.
  if (OPERATIONS[name].method !== 'GET' && credentials.csrf !== session.csrf)
    throw new WeighbridgeError('unauthenticated', 'the CSRF token of the session is missing (x-csrf-token)');
  const person = await people.byId(session.person);
  if (person === null || person.disabledAt !== null) return null;
  return { organisation, person, scopes: null, session: session.hash };
}

/** By so much the clocks of two servers may differ. Milliseconds. */
const SKEW = 5 * 60 * 1000;

/** What was made at a time that has yet to come was made while a clock was wrong, or it is wrong now: then nothing is sure to have ended. */
function holdsNow(
  { createdAt, expiresAt }: { readonly createdAt: string; readonly expiresAt: string },
  now: Date,
): boolean {
  return now.getTime() < Date.parse(expiresAt) && Date.parse(createdAt) <= now.getTime() + SKEW;
}
