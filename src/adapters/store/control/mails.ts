import { z } from 'zod';
import type { MailBook } from '../../../ports/control/mails.ts';
import type { Sql } from '../sql.ts';

const ADD = 'insert into mails (organisation, id, person, subject, body, queued_at) values ($1, $2, $3, $4, $5, $6)';
const BY_ID = 'select id, person, subject, body from mails where id = $1';
const REMOVE = 'delete from mails where id = $1';

const mailRow = z.object({ id: z.string(), person: z.string(), subject: z.string(), body: z.string() });

export function mailBook(sql: Sql, organisation: string): MailBook {
  return {
    add: async ({ id, person, subject, body }, at) =>
      void (await sql.run(ADD, [organisation, id, person, subject, body, at])),
    byId: async (id) => (await sql.rows(mailRow, BY_ID, [id]))[0] ?? null,
    remove: async (id) => void (await sql.run(REMOVE, [id])),
  };
}
