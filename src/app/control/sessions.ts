import type { SESSION_OPERATIONS } from '../../contract/control/operations/sessions.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { ControlParts, Desk } from './parts.ts';
import { record } from './parts.ts';
import { hashOf, secretFor } from './secrets.ts';
import { shownPerson } from './shown.ts';
import type { UseCases } from './use-case.ts';

export const SESSIONS: UseCases<typeof SESSION_OPERATIONS> = {
  'session.open': openSession,
  'session.close': closeSession,
  'me.show': showMe,
  'key.show': showKey,
};

/** Failed sign-ins of one address in a quarter of an hour, before it must wait. */
const FAILURES = 10;
const WINDOW = 15 * 60 * 1000;
/** A working day. */
const SESSION = 12 * 60 * 60 * 1000;

/**
 * Signs somebody in. Each try is counted before the password is looked at, so that tries at the same time do not pass
 * together; and a password is always hashed, so that time does not tell who exists.
 */
async function openSession(
  parts: ControlParts,
  { organisation, email, password }: ParsedInputOf<'session.open'>,
): Promise<OutputOf<'session.open'>> {
  const now = parts.clock.now();
  const known = await parts.store.within(organisation, async ({ people }) => {
    if ((await people.failuresSince(email, new Date(now.getTime() - WINDOW))) >= FAILURES)
      throw new WeighbridgeError('sign-in-paused', email);
    await people.addFailure(email, now);
    return people.byEmail(email);
  });
  const matches = await parts.passwords.matches(known?.passwordHash ?? NOBODY, password);
  if (known === null || !matches || known.person.disabledAt !== null) {
    if (known !== null) await refused(parts, organisation, known.person.id, now);
    throw new WeighbridgeError('sign-in-refused', `${email} in ${organisation}`);
  }
  const session = secretFor('session', organisation, parts.mint.secret());
  const csrf = parts.mint.secret();
  const expiresAt = new Date(now.getTime() + SESSION).toISOString();
  const { person } = known;
  await parts.store.within(organisation, async (books) => {
    await books.people.clearFailures(email);
    await books.people.addSession({
      hash: hashOf(session),
      person: person.id,
      csrf,
      createdAt: now.toISOString(),
      expiresAt,
    });
    await record({ books, actor: known, now }, 'session.open', person.id);
  });
  return { session, csrf, person: { ...person, roles: [...person.roles] }, expiresAt };
}

async function refused(parts: ControlParts, organisation: string, person: string, now: Date): Promise<void> {
  await parts.store.within(organisation, (books) =>
    books.audit.append({ at: now.toISOString(), actor: 'nobody', act: 'session.refused', subject: person, detail: {} }),
  );
}

async function closeSession({ books, actor, ...desk }: Desk): Promise<OutputOf<'session.close'>> {
  if (actor.session === null) return { closed: false };
  await books.people.endSession(actor.session);
  await record({ books, actor, ...desk }, 'session.close', actor.person.id);
  return { closed: true };
}

async function showMe({ actor }: Desk): Promise<OutputOf<'me.show'>> {
  return { ...shownPerson(actor.person), organisation: actor.organisation };
}

async function showKey({ signer }: ControlParts): Promise<OutputOf<'key.show'>> {
  return { keyId: signer.keyId, publicKey: signer.publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** A hash of nothing anybody knows, with the same cost as the others. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
