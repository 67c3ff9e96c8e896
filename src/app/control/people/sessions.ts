import type { SESSION_OPERATIONS } from '../../../contract/control/operations/sessions.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Person } from '../../../domain/people.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { signerNow } from '../keys/own-keys.ts';
import type { ControlParts, Desk } from '../parts.ts';
import { record } from '../parts.ts';
import { writeRefusal } from '../refusals.ts';
import { shownPerson } from '../shown.ts';
import type { UseCases } from '../use-case.ts';
import { useCode } from './factors.ts';
import { FIRST_ORGANISATION } from './found.ts';
import { hashOf, secretFor } from './secrets.ts';
import { countTry } from './tries.ts';

export const SESSIONS: UseCases<typeof SESSION_OPERATIONS> = {
  'session.open': openSession,
  'session.close': closeSession,
  'me.show': showMe,
  'key.show': showKey,
};

/** A working day. */
const SESSION = 12 * 60 * 60 * 1000;

/**
 * Signs somebody in. Each try is counted before the password is looked at, so that tries at the same time do not pass
 * together; and a password is always hashed, so that time does not tell who exists.
 */
async function openSession(
  parts: ControlParts,
  { organisation, email, password, code }: ParsedInputOf<'session.open'>,
): Promise<OutputOf<'session.open'>> {
  const now = parts.clock.now();
  const known = await tried(parts, organisation, email, now);
  const matches = await parts.passwords.matches(known?.passwordHash ?? NOBODY, password);
  if (known === null || !matches || known.person.disabledAt !== null) {
    if (known !== null) await refused(parts, organisation, known.person.id, now);
    throw new WeighbridgeError('sign-in-refused', `${email} in ${organisation}`);
  }
  const opened = await parts.store.within(organisation, async (books) => {
    const factor = await books.factors.of(known.person.id);
    if (factor !== null && factor.confirmedAt !== null) {
      // Only who knows the password is told that there is more; and each try of a code counts as one of a password.
      if (code === undefined) throw new WeighbridgeError('code-wanted', email);
      if (!(await useCode(books, factor, code, now))) return null;
    }
    await books.people.clearFailures(email);
    return newSession({ parts, books, now }, organisation, known.person);
  });
  if (opened !== null) return opened;
  await refused(parts, organisation, known.person.id, now);
  throw new WeighbridgeError('sign-in-refused', `${email} in ${organisation}`);
}

/** Who has the address, once the try is counted. Where a known one must wait, that is written down. */
async function tried(parts: ControlParts, organisation: string, email: string, now: Date) {
  try {
    return await parts.store.within(organisation, async (books) => {
      await countTry(books, email, now);
      return books.people.byEmail(email);
    });
  } catch (error) {
    const waits = error instanceof WeighbridgeError && error.code === 'sign-in-paused';
    const known = waits ? await parts.store.within(organisation, ({ people }) => people.byEmail(email)) : null;
    if (waits && known !== null) {
      const about = { person: known.person.id };
      await writeRefusal(parts, organisation, { actor: null, operation: 'session.open', code: error.code, about });
    }
    throw error;
  }
}

/** A session that nobody had before: whatever cookie was planted, it is not this one. */
export async function newSession(
  { parts, books, now }: Pick<Desk, 'parts' | 'books' | 'now'>,
  organisation: string,
  person: Person,
): Promise<OutputOf<'session.open'>> {
  const session = secretFor('session', organisation, parts.mint.secret());
  const csrf = parts.mint.secret();
  const expiresAt = new Date(now.getTime() + SESSION).toISOString();
  const createdAt = now.toISOString();
  await books.people.addSession({ hash: hashOf(session), person: person.id, csrf, createdAt, expiresAt });
  await record({ books, actor: { person }, now }, 'session.open', person.id);
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

async function showKey(parts: ControlParts): Promise<OutputOf<'key.show'>> {
  const signer = await parts.store.within(FIRST_ORGANISATION, (books) => signerNow(parts, books));
  return { keyId: signer.keyId, publicKey: signer.publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** A hash of nothing anybody knows, with the same cost as the others. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
