import { email as emailShape, line } from '../../../contract/control/shapes.ts';
import { type GroupGrant, type GroupMapping, grantOf, teamsIn } from '../../../domain/group-mapping.ts';
import type { Person } from '../../../domain/people.ts';
import type { ErrorCode } from '../../../kernel/errors.ts';
import type { Identity } from '../../../ports/identity-provider.ts';
import { type Desk, record } from '../parts.ts';

/** Who signs in, or why nobody does. A refusal is a value: what it takes away stays taken away. */
export type Admitted =
  | { readonly kind: 'person'; readonly person: Person }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly detail: string;
      readonly about: Readonly<Record<string, string>>;
    };

type Door = Pick<Desk, 'parts' | 'books' | 'now'>;

/** Who acts where the identity provider's groups do. */
const PROVIDER = { person: { id: 'sso' } };

/**
 * The person an identity is, made at its first sign-in; roles and teams become what the groups say today. Nobody is found
 * by an address: whoever may give out an address at the provider would be whoever has it here.
 */
export async function admitIdentity(door: Door, mapping: GroupMapping, identity: Identity): Promise<Admitted> {
  const { books } = door;
  const grant = grantOf(mapping, identity.groups);
  const id = await books.identities.personOf(identity.issuer, identity.subject);
  const known = id === null ? null : await books.people.byId(id);
  if (known === null) return grant === null ? notAMember(identity) : firstSignIn(door, mapping, grant, identity);
  if (known.disabledAt !== null) return refused('sso-refused', 'this account is shut out', { person: known.id });
  const person = await withRoles(door, known, grant?.roles ?? []);
  if (person === null) return refused('last-admin', 'your groups no longer make you one', { person: known.id });
  await joinTeams(door, mapping, person, grant?.teams ?? []);
  if (grant !== null) return { kind: 'person', person };
  await books.people.shutOut(person.id, door.now);
  return notAMember(identity, { person: person.id });
}

async function firstSignIn(
  door: Door,
  mapping: GroupMapping,
  { roles, teams }: GroupGrant,
  { issuer, subject, email, name }: Identity,
): Promise<Admitted> {
  const { parts, books, now } = door;
  const address = emailShape.safeParse(email);
  if (!address.success) return refused('sso-refused', 'the provider gives no verified e-mail address', {});
  const id = parts.mint.id();
  const at = now.toISOString();
  const called = line(200).safeParse(name);
  const shown = called.success ? called.data : address.data;
  const person: Person = { id, email: address.data, name: shown, roles, createdAt: at, disabledAt: null };
  // No password hashes to nothing: they sign in at the provider alone.
  if (!(await books.people.add(person, ''))) return refused('sso-address-taken', 'it has not signed in this way', {});
  await books.identities.link({ issuer, subject, person: id, linkedAt: at });
  const clerk = { books, now, actor: PROVIDER };
  await record(clerk, 'person.add', id, { roles: [...roles] }, { person: id, text: `${shown} <${address.data}>` });
  await record(clerk, 'identity.link', id, { issuer }, { person: id, text: subject });
  await joinTeams(door, mapping, person, teams);
  return { kind: 'person', person };
}

/** Null when nobody would be left who keeps people. */
async function withRoles({ books, now }: Door, before: Person, roles: Person['roles']): Promise<Person | null> {
  if (before.roles.length === roles.length && roles.every((role) => before.roles.includes(role))) return before;
  const leaves = before.roles.includes('admin') && !roles.includes('admin');
  // Counting locks the rows of the admins: nobody else can leave at the same time.
  if (leaves && (await books.people.countAdmins()) <= 1) return null;
  const after: Person = { ...before, roles };
  await books.people.change(after);
  await record({ books, now, actor: PROVIDER }, 'person.change', after.id, { roles: [...roles], disabledAt: null });
  return after;
}

/** A team that groups decide about is made when its first member comes. */
async function joinTeams(
  { parts, books, now }: Door,
  mapping: GroupMapping,
  { id }: Person,
  wanted: readonly string[],
): Promise<void> {
  const clerk = { books, now, actor: PROVIDER };
  for (const name of teamsIn(mapping)) {
    const belongs = wanted.includes(name);
    const team = await books.teams.byName(name);
    if (team === null) {
      if (!belongs) continue;
      const made = { id: parts.mint.id(), name, members: [id], createdAt: now.toISOString() };
      if (await books.teams.add(made)) await record(clerk, 'team.add', made.id, { members: [id] });
      continue;
    }
    if (team.members.includes(id) === belongs) continue;
    const members = belongs ? [...team.members, id].sort() : team.members.filter((member) => member !== id);
    await books.teams.change({ ...team, members });
    await record(clerk, 'team.change', team.id, { members });
  }
}

function notAMember({ groups }: Identity, about: Readonly<Record<string, string>> = {}): Admitted {
  const detail =
    groups.length === 0 ? 'the provider names no group of yours' : `of ${groups.length} groups none is mapped`;
  return refused('sso-not-a-member', detail, about);
}

function refused(code: ErrorCode, detail: string, about: Readonly<Record<string, string>>): Admitted {
  return { kind: 'refused', code, detail, about };
}
