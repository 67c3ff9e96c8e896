import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import type { Person, Token } from '../../domain/people.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Page } from '../../ports/control-store.ts';
import type { Desk } from './parts.ts';
import { record } from './parts.ts';
import { hashOf, secretFor } from './secrets.ts';

const DAY = 24 * 60 * 60 * 1000;

export async function showMe({ actor }: Desk): Promise<OutputOf<'me.show'>> {
  return { ...plain(actor.person), organisation: actor.organisation };
}

export async function listPeople(
  { books }: Desk,
  input: ParsedInputOf<'person.list'>,
): Promise<OutputOf<'person.list'>> {
  return pageOf(await books.people.list(input), plain);
}

export async function addPerson(desk: Desk, input: ParsedInputOf<'person.add'>): Promise<OutputOf<'person.add'>> {
  const { parts, books, now } = desk;
  const { email, name, roles, password } = input;
  const id = parts.mint.id();
  const person: Person = { id, email, name, roles, createdAt: now.toISOString(), disabledAt: null };
  if (!(await books.people.add(person, await parts.passwords.hash(password))))
    throw new WeighbridgeError('person-exists', email);
  await record(desk, 'person.add', id, { roles });
  return plain(person);
}

export async function changePerson(
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
  return plain(after);
}

export async function listTokens(
  { books, actor }: Desk,
  input: ParsedInputOf<'token.list'>,
): Promise<OutputOf<'token.list'>> {
  return pageOf(await books.people.tokens(actor.person.id, input), plainToken);
}

export async function addToken(desk: Desk, input: ParsedInputOf<'token.add'>): Promise<OutputOf<'token.add'>> {
  const { parts, books, actor, now } = desk;
  const beyond = input.scopes.find((scope) => actor.scopes !== null && !actor.scopes.includes(scope));
  if (beyond !== undefined) throw new WeighbridgeError('scope-exceeded', beyond);
  const secret = secretFor('token', actor.organisation, parts.mint.secret());
  const token: Token = {
    id: parts.mint.id(),
    person: actor.person.id,
    name: input.name,
    scopes: input.scopes,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + input.days * DAY).toISOString(),
    revokedAt: null,
  };
  await books.people.addToken(token, hashOf(secret));
  await record(desk, 'token.add', token.id, { scopes: token.scopes });
  return { ...plainToken(token), secret };
}

export async function revokeToken(
  desk: Desk,
  { token: id }: ParsedInputOf<'token.revoke'>,
): Promise<OutputOf<'token.revoke'>> {
  const token = await desk.books.people.revokeToken(desk.actor.person.id, id, desk.now);
  if (token === null) throw new WeighbridgeError('token-not-found', id);
  await record(desk, 'token.revoke', id);
  return plainToken(token);
}

function pageOf<Item, Shown>({ items, next }: Page<Item>, show: (item: Item) => Shown) {
  return { items: items.map(show), next };
}

function plain(person: Person): OutputOf<'person.add'> {
  return { ...person, roles: [...person.roles] };
}

function plainToken(token: Token): OutputOf<'token.revoke'> {
  return { ...token, scopes: [...token.scopes] };
}
