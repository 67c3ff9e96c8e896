import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';

export async function listIdentities(
  { books }: Desk,
  { person }: ParsedInputOf<'identity.list'>,
): Promise<OutputOf<'identity.list'>> {
  if ((await books.people.byId(person)) === null) throw new WeighbridgeError('person-not-found', person);
  return { items: [...(await books.identities.of(person))] };
}

export async function linkIdentity(
  desk: Desk,
  { person, issuer, subject }: ParsedInputOf<'identity.link'>,
): Promise<OutputOf<'identity.link'>> {
  const { books, now } = desk;
  if ((await books.people.byId(person)) === null) throw new WeighbridgeError('person-not-found', person);
  const linked = { issuer, subject, person, linkedAt: now.toISOString() };
  if (!(await books.identities.link(linked))) throw new WeighbridgeError('identity-linked', issuer);
  await record(desk, 'identity.link', person, { issuer }, { person, text: subject });
  return linked;
}

export async function unlinkIdentity(
  desk: Desk,
  { person, issuer, subject }: ParsedInputOf<'identity.unlink'>,
): Promise<OutputOf<'identity.unlink'>> {
  const { books, now } = desk;
  if ((await books.people.byId(person)) === null) throw new WeighbridgeError('person-not-found', person);
  if (!(await books.identities.unlink(person, issuer, subject)))
    throw new WeighbridgeError('identity-not-found', issuer);
  await books.people.shutOut(person, now);
  await record(desk, 'identity.unlink', person, { issuer }, { person, text: subject });
  return { unlinked: true };
}
