import { z } from 'zod';
import type { IdentityBook } from '../../../ports/control/identities.ts';
import { moment } from '../columns.ts';
import type { Sql } from '../sql.ts';

const LOCK = 'select pg_advisory_xact_lock(7203004, hashtext($1 || $2 || $3))';
const PERSON_OF = 'select person from identities where issuer = $1 and subject = $2';
const LINK = `insert into identities (organisation, issuer, subject, person, linked_at) values ($1, $2, $3, $4, $5)
  on conflict do nothing`;
const OF =
  'select issuer, subject, person, linked_at from identities where person = $1 order by linked_at, issuer, subject';
const UNLINK = 'delete from identities where person = $1 and issuer = $2 and subject = $3';
const FORGET = 'delete from identities where person = $1';

const personRow = z.object({ person: z.string() });
const linkRow = z.object({ issuer: z.string(), subject: z.string(), person: z.string(), linked_at: moment });

export function identityBook(sql: Sql, organisation: string): IdentityBook {
  return {
    personOf: async (issuer, subject) => {
      await sql.run(LOCK, [organisation, issuer, subject]);
      return (await sql.rows(personRow, PERSON_OF, [issuer, subject]))[0]?.person ?? null;
    },
    link: async ({ issuer, subject, person, linkedAt }) =>
      (await sql.run(LINK, [organisation, issuer, subject, person, linkedAt])) === 1,
    of: async (person) =>
      (await sql.rows(linkRow, OF, [person])).map(({ linked_at, ...row }) => ({ ...row, linkedAt: linked_at })),
    unlink: async (person, issuer, subject) => (await sql.run(UNLINK, [person, issuer, subject])) === 1,
    forget: async (person) => void (await sql.run(FORGET, [person])),
  };
}
