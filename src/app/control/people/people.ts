import type { PERSON_OPERATIONS } from '../../../contract/control/operations/people.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Person } from '../../../domain/people.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { record } from '../parts.ts';
import { pageOf, shownPerson } from '../shown.ts';
import type { UseCases } from '../use-case.ts';

export const PEOPLE: UseCases<typeof PERSON_OPERATIONS> = {
  'person.list': listPeople,
  'person.add': addPerson,
  'person.change': changePerson,
  'person.erase': erasePerson,
};

async function listPeople({ books }: Desk, input: ParsedInputOf<'person.list'>): Promise<OutputOf<'person.list'>> {
  return pageOf(await books.people.list(input), shownPerson);
}

async function addPerson(desk: Desk, input: ParsedInputOf<'person.add'>): Promise<OutputOf<'person.add'>> {
  const { parts, books, now } = desk;
  const { email, name, roles, password } = input;
  const id = parts.mint.id();
  const person: Person = { id, email, name, roles, createdAt: now.toISOString(), disabledAt: null };
  if (!(await books.people.add(person, await parts.passwords.hash(password))))
    throw new WeighbridgeError('person-exists', email);
  await record(desk, 'person.add', id, { roles }, { person: id, text: `${name} <${email}>` });
  return shownPerson(person);
}

async function changePerson(
  desk: Desk,
  { person: id, roles, disabled }: ParsedInputOf<'person.change'>,
): Promise<OutputOf<'person.change'>> {
  const { books, now } = desk;
  await books.people.countAdmins();
  const before = await books.people.byId(id);
  if (before === null) throw new WeighbridgeError('person-not-found', id);
  const disabledAt = disabled === undefined ? before.disabledAt : disabled ? now.toISOString() : null;
  const after: Person = { ...before, roles: roles ?? before.roles, disabledAt };
  await books.people.change(after);
  // The rows of the admins are locked since the first count: nobody else can leave at the same time.
  if ((await books.people.countAdmins()) === 0) throw new WeighbridgeError('last-admin', id);
  if (disabled === true) await books.people.shutOut(id, now);
  await record(desk, 'person.change', id, { roles: after.roles, disabledAt });
  return shownPerson(after);
}

/**
 * Forgets who somebody was: their name and address, and every text about them in the log, whose key is destroyed. What they
 * did stays, under an id that says nothing, and the log's proofs hold as before.
 */
async function erasePerson(
  desk: Desk,
  { person: id }: ParsedInputOf<'person.erase'>,
): Promise<OutputOf<'person.erase'>> {
  const { books, now } = desk;
  const before = await books.people.byId(id);
  if (before === null) throw new WeighbridgeError('person-not-found', id);
  const disabledAt = before.disabledAt ?? now.toISOString();
  const after: Person = { ...before, name: 'erased', email: `${id}@erased.invalid`, roles: [], disabledAt };
  await books.people.change(after);
  if ((await books.people.countAdmins()) === 0) throw new WeighbridgeError('last-admin', id);
  await books.people.forget(after);
  await books.people.shutOut(id, now);
  await books.identities.forget(id);
  await books.audit.forgetPerson(id);
  await record(desk, 'person.erase', id);
  return shownPerson(after);
}
