import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Books } from '../../../ports/control-store.ts';
import type { ControlParts } from '../parts.ts';
import { FIRST_ORGANISATION } from './found.ts';

/** Tries from one place in as long: so many people sit behind one address, and so many guesses are no accident. */
const FAILURES_FROM_SOURCE = 100;
/** Tries of one address in a quarter of an hour that failed, before it must wait. */
const FAILURES = 10;
const WINDOW = 15 * 60 * 1000;

/** Counts a try before it is looked at, so that tries at the same time do not pass together. Throws `sign-in-paused`. */
export async function countTry({ people }: Books, email: string, now: Date, most = FAILURES): Promise<void> {
  if ((await people.failuresSince(email, new Date(now.getTime() - WINDOW))) >= most)
    throw new WeighbridgeError('sign-in-paused', email);
  await people.addFailure(email, now);
}

/**
 * A sign-in from an address: who tries one password on many people has no account that fails often, and one address. What
 * succeeds does not count, and takes nothing else back: whoever has an account of their own guesses no longer for that. The
 * answer is that of an account that must wait. Throws `sign-in-paused`.
 */
export async function tryFrom<Answer>(
  { store, clock }: Pick<ControlParts, 'store' | 'clock'>,
  source: string | undefined,
  signIn: () => Promise<Answer>,
): Promise<Answer> {
  if (source === undefined) return signIn();
  // No address of a person has a space, and all organisations have their sign-in in one place.
  const key = `source ${blockOf(source)}`;
  const now = clock.now();
  const forget = () => store.within(FIRST_ORGANISATION, ({ people }) => people.takeBackFailure(key, now));
  await store.within(FIRST_ORGANISATION, (books) => countTry(books, key, now, FAILURES_FROM_SOURCE));
  try {
    const answer = await signIn();
    await forget();
    return answer;
  } catch (error) {
    // The password was right.
    if (error instanceof WeighbridgeError && error.code === 'code-wanted') await forget();
    throw error;
  }
}

/** One house has a whole /64 of IPv6. */
function blockOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const [left, right] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
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
