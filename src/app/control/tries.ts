import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Books } from '../../ports/control-store.ts';
import type { ControlParts } from './parts.ts';

/** Tries of one address in a quarter of an hour that failed, before it must wait. */
const FAILURES = 10;
const WINDOW = 15 * 60 * 1000;

/** Counts a try before it is looked at, so that tries at the same time do not pass together. Throws `sign-in-paused`. */
export async function countTry({ people }: Books, email: string, now: Date): Promise<void> {
  if ((await people.failuresSince(email, new Date(now.getTime() - WINDOW))) >= FAILURES)
    throw new WeighbridgeError('sign-in-paused', email);
  await people.addFailure(email, now);
}

/** The same in a transaction of its own, which stays when the try fails. */
export async function assertMayTry(
  { store }: Pick<ControlParts, 'store'>,
  organisation: string,
  email: string,
  now: Date,
): Promise<void> {
  await store.within(organisation, (books) => countTry(books, email, now));
}
