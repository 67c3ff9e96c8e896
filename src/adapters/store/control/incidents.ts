import { z } from 'zod';
import type { Incident } from '../../../domain/incident.ts';
import type { IncidentBook } from '../../../ports/control/incidents.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const INCIDENT = 'id, request, title, state, cause, opened_by, opened_at, closed_by, closed_at, place';
const OPEN = `insert into incidents (organisation, id, request, title, state, cause, opened_by, opened_at)
  values ($1, $2, $3, $4, 'open', $5, $6, $7) on conflict do nothing`;
const LIST = `select ${INCIDENT} from incidents where place < $1 and ($2::text is null or state = $2) order by place desc limit $3`;
const OF = `select ${INCIDENT} from incidents where request = any($1) order by place desc`;
const BY_ID = `select ${INCIDENT} from incidents where id = $1 for update`;
const CLOSE = `update incidents set state = 'closed', closed_by = $2, closed_at = $3 where id = $1`;
const NOTES = 'select noted_by, noted_at, text from incident_notes where incident = $1 order by place';
const NOTE =
  'insert into incident_notes (organisation, incident, noted_by, noted_at, text) values ($1, $2, $3, $4, $5)';

const incidentRow = z.object({
  id: z.string(),
  request: z.string(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  cause: z.string().nullable(),
  opened_by: z.string(),
  opened_at: moment,
  closed_by: z.string().nullable(),
  closed_at: moment.nullable(),
  place,
});
const noteRow = z.object({ noted_by: z.string(), noted_at: moment, text: z.string() });

export function incidentBook(sql: Sql, organisation: string): IncidentBook {
  return {
    open: async ({ id, request, title, cause, openedBy, openedAt }) =>
      (await sql.run(OPEN, [organisation, id, request, title, cause, openedBy, openedAt])) === 1,
    list: async (wanted) => {
      const values = [beforeOf(wanted), wanted.state ?? null, wanted.limit + 1];
      return pageOf(await sql.rows(incidentRow, LIST, values), wanted, incidentIn);
    },
    of: async (requests) => (await sql.rows(incidentRow, OF, [[...requests]])).map(incidentIn),
    byId: async (id) => (await sql.rows(incidentRow, BY_ID, [id])).map(incidentIn)[0] ?? null,
    close: async (id, by, at) => void (await sql.run(CLOSE, [id, by, at])),
    notes: async (incident) =>
      (await sql.rows(noteRow, NOTES, [incident])).map(({ noted_by, noted_at, text }) => ({
        by: noted_by,
        at: noted_at,
        text,
      })),
    note: async (incident, { by, at, text }) => void (await sql.run(NOTE, [organisation, incident, by, at, text])),
  };
}

function incidentIn(row: z.output<typeof incidentRow>): Incident {
  const { id, request, title, state, cause } = row;
  const opened = { openedBy: row.opened_by, openedAt: row.opened_at };
  return { id, request, title, state, cause, ...opened, closedBy: row.closed_by, closedAt: row.closed_at };
}
