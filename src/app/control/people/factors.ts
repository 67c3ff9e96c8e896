import { randomBytes } from 'node:crypto';
import type { FACTOR_OPERATIONS } from '../../../contract/control/operations/factors.ts';
import type { OutputOf } from '../../../contract/control/operations.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Factor } from '../../../ports/control/factors.ts';
import type { Books } from '../../../ports/control-store.ts';
import { type Desk, record } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { hashOf } from './secrets.ts';
import { base32, stepOf } from './totp.ts';
import { assertMayTry } from './tries.ts';

export const FACTORS: UseCases<typeof FACTOR_OPERATIONS> = {
  'factor.enrol': enrol,
  'factor.confirm': confirm,
  'factor.remove': remove,
  'factor.reset': async (desk, { person }) => {
    if ((await desk.books.people.byId(person)) === null) throw new WeighbridgeError('person-not-found', person);
    const removed = await desk.books.factors.remove(person);
    await desk.books.people.shutOut(person, desk.now);
    await record(desk, 'factor.reset', person);
    return { removed };
  },
};

/** Codes for the day on which the phone is lost. */
const RECOVERY_CODES = 10;

async function enrol(desk: Desk): Promise<OutputOf<'factor.enrol'>> {
  const { books, actor } = desk;
  if ((await books.factors.of(actor.person.id))?.confirmedAt != null)
    throw new WeighbridgeError('factor-exists', actor.person.id);
  // 160 bits, as RFC 4226 recommends.
  const secret = randomBytes(20);
  await books.factors.put({ person: actor.person.id, secret, confirmedAt: null, lastStep: 0, recovery: [] });
  await record(desk, 'factor.enrol', actor.person.id);
  const label = encodeURIComponent(`Weighbridge ${actor.organisation}:${actor.person.email}`);
  return { secret: base32(secret), uri: `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Weighbridge` };
}

async function confirm(desk: Desk, { code }: { readonly code: string }): Promise<OutputOf<'factor.confirm'>> {
  const { parts, books, actor, now } = desk;
  const factor = await factorOf(desk);
  if (factor.confirmedAt !== null) throw new WeighbridgeError('factor-exists', actor.person.id);
  await assertMayTry(parts, actor.organisation, actor.person.email, now);
  const step = stepOf(factor.secret, code, now, factor.lastStep);
  if (step === null) throw new WeighbridgeError('code-refused', 'it is not what your app should show now');
  await books.people.clearFailures(actor.person.email);
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  const recovery = recoveryCodes.map(hashOf);
  await books.factors.put({ ...factor, confirmedAt: now.toISOString(), lastStep: step, recovery });
  await record(desk, 'factor.confirm', actor.person.id);
  return { recoveryCodes };
}

async function remove(desk: Desk, { code }: { readonly code: string }): Promise<OutputOf<'factor.remove'>> {
  const { parts, books, actor, now } = desk;
  const factor = await factorOf(desk);
  await assertMayTry(parts, actor.organisation, actor.person.email, now);
  if (!(await useCode(books, factor, code, now)))
    throw new WeighbridgeError('code-refused', 'it is wrong, or was used');
  await books.people.clearFailures(actor.person.email);
  await books.factors.remove(actor.person.id);
  await record(desk, 'factor.remove', actor.person.id);
  return { removed: true };
}

async function factorOf({ books, actor }: Desk): Promise<Factor> {
  const factor = await books.factors.of(actor.person.id);
  if (factor === null) throw new WeighbridgeError('factor-not-found', actor.person.id);
  return factor;
}

/** Whether the code is right; then it is used up. */
export async function useCode({ factors }: Books, factor: Factor, code: string, now: Date): Promise<boolean> {
  const step = stepOf(factor.secret, code, now, factor.lastStep);
  if (step !== null) {
    await factors.put({ ...factor, lastStep: step });
    return true;
  }
  const hash = hashOf(code);
  if (!factor.recovery.includes(hash)) return false;
  await factors.put({ ...factor, recovery: factor.recovery.filter((left) => left !== hash) });
  return true;
}

/** 50 bits: more than ten tries in a quarter of an hour will ever find. */
function recoveryCode(): string {
  const text = base32(randomBytes(7)).toLowerCase().slice(0, 10);
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
