import { z } from 'zod';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Json } from '../../../kernel/json.ts';
import type { AuditBook, AuditEntry } from '../../../ports/control/audit.ts';
import type { Sql } from '../sql.ts';

/** Reading the last place and then adding forks a log, unless one writer at a time does both. */
const ALONE = `select pg_advisory_xact_lock(7203002, hashtext($1))::text`;
const NEXT = 'select coalesce(max(position) + 1, 0)::text as position from audit_entries';
const APPEND = 'insert into audit_entries (organisation, position, entry) values ($1, $2, $3)';
const SINCE =
  'select position::text, entry from audit_entries where position >= $1 order by audit_entries.position limit $2';

const nextRow = z.object({ position: z.string() });
const entryRow = z.object({ position: z.string(), entry: z.string() });

/** Entries as canonical JSON: their UTF-8 is what the log's hashes are over. */
export function auditBook(sql: Sql, organisation: string): AuditBook {
  return {
    append: async (entry: AuditEntry) => {
      await sql.run(ALONE, [organisation]);
      const [next] = await sql.rows(nextRow, NEXT, []);
      await sql.run(APPEND, [organisation, next?.position ?? '0', canonicalJson(entry as unknown as Json)]);
    },
    since: async (position, limit) =>
      (await sql.rows(entryRow, SINCE, [position, limit])).map((row) => ({
        position: Number(row.position),
        entry: row.entry,
      })),
  };
}
