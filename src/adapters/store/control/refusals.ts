import { z } from 'zod';
import type { RefusalBook, RefusalKey } from '../../../ports/control/refusals.ts';
import { moment } from '../columns.ts';
import type { Sql } from '../sql.ts';

const MINUTE = 60 * 1000;
/** Kinds of refusals that one actor has lines for in a minute; what goes beyond shares one. */
const KINDS = 30;

const LOCK = 'select pg_advisory_xact_lock(7203007, hashtext($1 || $2))';
const OF = 'select operation, code, about, since, folded from refusals where actor = $1';
const PUT = `insert into refusals (organisation, actor, operation, code, about, since, folded) values ($1, $2, $3, $4, $5, $6, 0)
  on conflict (organisation, actor, operation, code, about) do update set since = excluded.since, folded = 0`;
const FOLD = 'update refusals set folded = folded + 1 where actor = $1 and operation = $2 and code = $3 and about = $4';
/** What is to come was counted while a clock was wrong. */
const OVERDUE = `delete from refusals where since <= $1 or since > $1::timestamptz + interval '1 hour'
  returning actor, operation, code, about, folded`;

const kindRow = z.object({
  operation: z.string(),
  code: z.string(),
  about: z.string(),
  since: moment,
  folded: z.number(),
});
const foldedRow = kindRow.omit({ since: true }).extend({ actor: z.string() });

export function refusalBook(sql: Sql, organisation: string): RefusalBook {
  return {
    note: async (key, now) => {
      await sql.run(LOCK, [organisation, key.actor]);
      const kinds = await sql.rows(kindRow, OF, [key.actor]);
      const isRecent = ({ since }: { readonly since: string }) => Math.abs(now.getTime() - Date.parse(since)) < MINUTE;
      const find = ({ operation, code, about }: RefusalKey) =>
        kinds.find((one) => one.operation === operation && one.code === code && one.about === about);
      const crowded = kinds.filter(isRecent).length >= KINDS && find(key) === undefined;
      const several = { ...key, operation: 'several', code: 'several', about: '' };
      const { actor, operation, code, about } = crowded ? several : key;
      const before = find({ actor, operation, code, about });
      if (before !== undefined && isRecent(before)) {
        await sql.run(FOLD, [actor, operation, code, about]);
        return null;
      }
      await sql.run(PUT, [organisation, actor, operation, code, about, now]);
      return { actor, operation, code, about, folded: before?.folded ?? 0 };
    },
    overdue: async (before) => (await sql.rows(foldedRow, OVERDUE, [before])).filter(({ folded }) => folded > 0),
  };
}
