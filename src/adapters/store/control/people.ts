import { z } from 'zod';
import { type Person, ROLE_NAMES, SCOPES, type Token } from '../../../domain/people.ts';
import type { PeopleBook, Session } from '../../../ports/control/people.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const PERSON = 'id, email, name, roles, created_at, disabled_at, place';
const ADD = `insert into people (organisation, id, email, name, roles, created_at, password_hash)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (organisation, email) do nothing`;
const LIST = `select ${PERSON} from people where place < $1 order by place desc limit $2`;
const BY_ID = `select ${PERSON} from people where id = $1`;
const BY_EMAIL = `select ${PERSON}, password_hash from people where email = $1`;
const CHANGE = 'update people set roles = $2, disabled_at = $3 where id = $1';
const FORGET_PERSON = `update people set name = $2, email = $3, password_hash = '' where id = $1`;
const FORGET_FAILURES = 'delete from sign_in_failures where email = (select email from people where id = $1)';
const ADMINS = `select id from people where 'admin' = any(roles) and disabled_at is null order by id for update`;
const END_SESSIONS = 'delete from sessions where person = $1';
const END_TOKENS = 'update tokens set revoked_at = $2 where person = $1 and revoked_at is null';
const FAILURES = 'select count(*) as place from sign_in_failures where email = $1 and at > $2';
const LOCK_ADDRESS = 'select pg_advisory_xact_lock(7203003, hashtext($1 || $2))';
/** Those of a time that has yet to come were written while a clock was wrong: they keep nobody out until then. */
const FORGET = `delete from sign_in_failures where at <= $1 or at > $1::timestamptz + interval '1 hour'`;
const CLEAR = 'delete from sign_in_failures where email = $1';
const TAKE_BACK = `delete from sign_in_failures where ctid = (
  select ctid from sign_in_failures where email = $1 and at = $2 limit 1)`;
const ADD_FAILURE = 'insert into sign_in_failures (organisation, email, at) values ($1, $2, $3)';
const ADD_SESSION = `insert into sessions (organisation, hash, person, csrf, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`;
const SESSION = 'select hash, person, csrf, created_at, expires_at from sessions where hash = $1';
const END_SESSION = 'delete from sessions where hash = $1';
const TOKEN = 'id, person, name, scopes, created_at, expires_at, revoked_at, place';
const ADD_TOKEN = `insert into tokens (organisation, id, person, name, scopes, created_at, expires_at, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const TOKEN_BY_HASH = `select ${TOKEN} from tokens where hash = $1`;
const TOKENS = `select ${TOKEN} from tokens where person = $1 and place < $2 order by place desc limit $3`;
const REVOKE = `update tokens set revoked_at = coalesce(revoked_at, $3) where person = $1 and id = $2 returning ${TOKEN}`;

const personRow = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLE_NAMES)),
  created_at: moment,
  disabled_at: moment.nullable(),
  place,
});
const signInRow = personRow.extend({ password_hash: z.string() });
const sessionRow = z.object({
  hash: z.string(),
  person: z.string(),
  csrf: z.string(),
  created_at: moment,
  expires_at: moment,
});
const tokenRow = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  created_at: moment,
  expires_at: moment,
  revoked_at: moment.nullable(),
  place,
});
const idRow = z.object({ id: z.string() });
const countRow = z.object({ place });

export function peopleBook(sql: Sql, organisation: string): PeopleBook {
  return {
    add: async ({ id, email, name, roles, createdAt }, passwordHash) =>
      (await sql.run(ADD, [organisation, id, email, name, roles, createdAt, passwordHash])) === 1,
    list: async (wanted) =>
      pageOf(await sql.rows(personRow, LIST, [beforeOf(wanted), wanted.limit + 1]), wanted, personIn),
    byId: async (id) => (await sql.rows(personRow, BY_ID, [id])).map(personIn)[0] ?? null,
    byEmail: async (email) => {
      const [row] = await sql.rows(signInRow, BY_EMAIL, [email]);
      return row === undefined ? null : { person: personIn(row), passwordHash: row.password_hash };
    },
    change: async ({ id, roles, disabledAt }) => void (await sql.run(CHANGE, [id, roles, disabledAt])),
    forget: async ({ id, name, email }) => {
      await sql.run(FORGET_FAILURES, [id]);
      await sql.run(FORGET_PERSON, [id, name, email]);
    },
    countAdmins: async () => (await sql.rows(idRow, ADMINS, [])).length,
    shutOut: async (person, at) => {
      await sql.run(END_SESSIONS, [person]);
      await sql.run(END_TOKENS, [person, at]);
    },
    failuresSince: async (email, since) => {
      await sql.run(LOCK_ADDRESS, [organisation, email]);
      await sql.run(FORGET, [since]);
      return Number((await sql.rows(countRow, FAILURES, [email, since]))[0]?.place ?? 0);
    },
    clearFailures: async (email) => void (await sql.run(CLEAR, [email])),
    takeBackFailure: async (email, at) => void (await sql.run(TAKE_BACK, [email, at])),
    addFailure: async (email, at) => void (await sql.run(ADD_FAILURE, [organisation, email, at])),
    addSession: async ({ hash, person, csrf, createdAt, expiresAt }) =>
      void (await sql.run(ADD_SESSION, [organisation, hash, person, csrf, createdAt, expiresAt])),
    session: async (hash) => (await sql.rows(sessionRow, SESSION, [hash])).map(sessionIn)[0] ?? null,
    endSession: async (hash) => void (await sql.run(END_SESSION, [hash])),
    addToken: async ({ id, person, name, scopes, createdAt, expiresAt }, hash) =>
      void (await sql.run(ADD_TOKEN, [organisation, id, person, name, scopes, createdAt, expiresAt, hash])),
    tokenByHash: async (hash) => (await sql.rows(tokenRow, TOKEN_BY_HASH, [hash])).map(tokenIn)[0] ?? null,
    tokens: async (person, wanted) =>
      pageOf(await sql.rows(tokenRow, TOKENS, [person, beforeOf(wanted), wanted.limit + 1]), wanted, tokenIn),
    revokeToken: async (person, id, at) => (await sql.rows(tokenRow, REVOKE, [person, id, at])).map(tokenIn)[0] ?? null,
  };
}

function personIn({ id, email, name, roles, created_at, disabled_at }: z.output<typeof personRow>): Person {
  return { id, email, name, roles, createdAt: created_at, disabledAt: disabled_at };
}

function sessionIn({ created_at, expires_at, ...row }: z.output<typeof sessionRow>): Session {
  return { ...row, createdAt: created_at, expiresAt: expires_at };
}

function tokenIn({ id, person, name, scopes, ...row }: z.output<typeof tokenRow>): Token {
  return { id, person, name, scopes, createdAt: row.created_at, expiresAt: row.expires_at, revokedAt: row.revoked_at };
}
