import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { allowsMore, asksLess } from '../../../domain/house-change.ts';
import { type HouseLoosening, type HousePolicy, namesPolicy, placeOf } from '../../../domain/house-policy.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Books } from '../../../ports/control-store.ts';
import { type Desk, record, saidBy } from '../parts.ts';
import { gatesUnder } from '../publications/openness-gates.ts';
import { choicesUnder } from './house-policies.ts';
import { shownHousePolicy } from './shown-house-policy.ts';

/**
 * Whether the house may be laxer with `after` in force in this place than with `before`; null: with nothing there. Which of two
 * policies is laxer depends on the model: any other version of one that requesters may name counts.
 */
export async function loosens(
  { housePolicies }: Books,
  { kind, name }: Pick<HousePolicy, 'kind' | 'name'>,
  before: HousePolicy | null,
  after: HousePolicy | null,
): Promise<boolean> {
  switch (kind) {
    case 'PolicyChoice':
      return allowsMore(choicesUnder(before), choicesUnder(after));
    case 'OpennessPolicy':
      return asksLess(gatesUnder(before), gatesUnder(after));
    case 'AdmissionPolicy': {
      if (after === null || after.digest === before?.digest) return false;
      // Whoever confirms a choice has seen its policies as they are now.
      const choices = [
        await housePolicies.newest('PolicyChoice', null),
        await housePolicies.waiting('PolicyChoice', null),
      ];
      return choices.some((kept) => kept !== null && namesPolicy(choicesUnder(kept), name));
    }
  }
}

/** Has it wait for a second person. */
export async function wait(
  desk: Desk,
  policy: HousePolicy,
  { act, reason }: Pick<HouseLoosening, 'act' | 'reason'>,
): Promise<HousePolicy> {
  const { parts, books, actor, now } = desk;
  const waits: HouseLoosening = { id: parts.mint.id(), act, by: actor.person.id, at: now.toISOString(), reason };
  await books.housePolicies.wait(policy, waits);
  await record(desk, 'policy.loosen', policy.digest, about(policy, waits), saidBy(desk, reason));
  return { ...policy, waits };
}

/** What waits in a place was asked of a house as it was: a second person would confirm what they were never shown. */
export async function overtake(desk: Desk, by: Pick<HousePolicy, 'kind' | 'name' | 'digest'>): Promise<void> {
  const waiting = await desk.books.housePolicies.waiting(...placeOf(by));
  if (waiting !== null) await drop(desk, waiting, `Overtaken by ${by.digest}.`);
}

/** A second person's word, or an end of it: whoever asked may drop what they asked for, and never confirm it. */
export async function confirmLoosening(
  desk: Desk,
  { loosening: id, confirm }: ParsedInputOf<'policy.confirm'>,
): Promise<OutputOf<'policy.confirm'>> {
  const { books, actor, now } = desk;
  await books.housePolicies.lock();
  const policy = await books.housePolicies.byLoosening(id);
  const waits = policy?.waits ?? null;
  if (policy === null || waits === null)
    throw new WeighbridgeError('loosening-not-found', id, {
      remedy: 'See what waits, and what became of it: weighbridge policy list.',
    });
  if (!confirm) return shownHousePolicy(await drop(desk, policy, 'Dropped before it held.'));
  if (waits.by === actor.person.id)
    throw new WeighbridgeError('own-loosening', id, {
      remedy: 'Have somebody else confirm it, an admin or security. If there is nobody: weighbridge people add.',
    });
  await books.housePolicies.settle(id);
  const withdrawn =
    waits.act === 'put' ? null : { by: waits.by, at: now.toISOString(), reason: waits.reason ?? 'Not said.' };
  if (withdrawn !== null) await books.housePolicies.withdraw(policy.digest, withdrawn);
  await record(desk, 'policy.loosened', policy.digest, { ...about(policy, waits), askedBy: waits.by });
  return shownHousePolicy({ ...policy, waits: null, withdrawn });
}

/** A version that never held is withdrawn with it: what is wanted again is put as another version. */
export async function drop(desk: Desk, policy: HousePolicy, why: string): Promise<HousePolicy> {
  const { books, actor, now } = desk;
  const { waits } = policy;
  if (waits === null) return policy;
  await books.housePolicies.settle(waits.id);
  await record(desk, 'policy.loosening-dropped', policy.digest, { ...about(policy, waits), askedBy: waits.by });
  if (waits.act === 'withdraw') return { ...policy, waits: null };
  const withdrawn = { by: actor.person.id, at: now.toISOString(), reason: why };
  await books.housePolicies.withdraw(policy.digest, withdrawn);
  return { ...policy, waits: null, withdrawn };
}

function about({ kind, name, version }: HousePolicy, { id, act }: HouseLoosening) {
  return { kind, name, version: String(version), loosening: id, wants: act };
}
