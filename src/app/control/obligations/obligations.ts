import type { OBLIGATION_OPERATIONS } from '../../../contract/control/operations/obligations.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Obligation } from '../../../domain/obligation.ts';
import { RULING_ROLES } from '../../../domain/people.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { record } from '../parts.ts';
import { waiveFinding, withWaivers } from '../requests/waivers.ts';
import { pageOf } from '../shown.ts';
import { tellOwner } from '../telling/tell-owner.ts';
import type { UseCases } from '../use-case.ts';
import { assertGone } from './proofs.ts';

export const OBLIGATIONS: UseCases<typeof OBLIGATION_OPERATIONS> = {
  'obligation.list': async ({ books }, wanted) => pageOf(await books.obligations.list(wanted), (one) => one),
  'obligation.show': async (desk, { obligation }) => {
    const found = await desk.books.obligations.byId(obligation);
    if (found === null) throw new WeighbridgeError('obligation-not-found', obligation);
    return withWaivers(desk, found);
  },
  'obligation.assign': assign,
  'obligation.close': close,
  'obligation.waive': async (desk, input) => waiveFinding(desk, await standing(desk, input.obligation), input),
};

async function assign(
  desk: Desk,
  { obligation: id, owner }: ParsedInputOf<'obligation.assign'>,
): Promise<OutputOf<'obligation.assign'>> {
  const { books } = desk;
  const before = await standing(desk, id);
  const person = await books.people.byId(owner);
  if (person === null || person.disabledAt !== null) throw new WeighbridgeError('person-not-found', owner);
  if (before.owner === owner) return before;
  const after: Obligation = { ...before, owner };
  await books.obligations.change(after);
  await record(desk, `${after.kind}.assign`, id, { request: after.request, owner });
  await tellOwner(desk, after, 'assigned');
  return after;
}

/** Closing what lapsed lets the model go on; a release that was withdrawn for it stays so. */
async function close(
  desk: Desk,
  { obligation: id, proof }: ParsedInputOf<'obligation.close'>,
): Promise<OutputOf<'obligation.close'>> {
  const { books, actor, now } = desk;
  const before = await standing(desk, id);
  await assertMayClose(desk, before, proof.kind);
  if (proof.kind === 'dossier') await assertGone(desk, before, proof.dossier);
  const closing = { proof, by: actor.person.id, at: now.toISOString() };
  const after: Obligation = { ...before, state: 'closed', closing };
  await books.obligations.change(after);
  const shows = proof.kind === 'dossier' ? proof.dossier : proof.digest;
  await record(desk, `${after.kind}.close`, id, { request: after.request, proof: proof.kind, shows });
  return after;
}

/** A dossier speaks for itself; that a document does is for whoever does not answer for the model, where it is a finding. */
async function assertMayClose(
  { books, actor: { person } }: Desk,
  { kind, owner, request: id }: Obligation,
  proof: 'dossier' | 'document',
): Promise<void> {
  const rules = RULING_ROLES.some((role) => person.roles.includes(role));
  if (!rules && person.id !== owner)
    throw new WeighbridgeError('not-permitted', 'its owner closes it, and whoever may rule');
  if (kind === 'duty' || proof === 'dossier') return;
  const request = await books.requests.peek(id);
  const own = [owner, request?.owner, request?.requestedBy].includes(person.id);
  if (!rules || own) throw new WeighbridgeError('not-permitted', 'a document closes a finding for somebody else only');
}

async function standing({ books }: Desk, id: string): Promise<Obligation> {
  const found = await books.obligations.byId(id);
  if (found === null) throw new WeighbridgeError('obligation-not-found', id);
  if (found.state === 'closed') throw new WeighbridgeError('obligation-closed', id);
  return found;
}
