import { z } from 'zod';
import { SEVERITIES } from '../../../domain/finding.ts';
import { type Closing, OBLIGATION_KINDS, OBLIGATION_STATES, type Obligation } from '../../../domain/obligation.ts';
import { CONSEQUENCES } from '../../../domain/policy.ts';
import type { ObligationBook } from '../../../ports/control/obligations.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const OBLIGATION =
  'id, request, kind, target, text, rule, severity, owner, due, state, told, consequence, inherited_from, opened_at, closing, place';
const OPEN = `insert into obligations (organisation, id, request, kind, target, text, rule, severity, owner, due, state, told, inherited_from, opened_at)
  select $1::text, * from jsonb_to_recordset($2::jsonb) as new(id text, request text, kind text, target text, text text, rule text, severity text,
    owner text, due text, state text, told text, "inheritedFrom" text, "openedAt" timestamptz)
  on conflict do nothing returning id`;
const LIST = `select ${OBLIGATION} from obligations where place < $1 and ($2::text is null or state = $2) and ($3::text is null or kind = $3)
  and ($4::text is null or owner = $4) and ($5::text is null or request = $5) order by place desc limit $6`;
const BY_ID = `select ${OBLIGATION} from obligations where id = $1 for update`;
const OF = `select ${OBLIGATION} from obligations where request = $1 order by place`;
const CHANGE =
  'update obligations set owner = $2, due = $3, state = $4, told = $5, consequence = $6, closing = $7 where id = $1';
const DUE = `select id from obligations where state in ('open', 'accepted') and due <= $1
  and not exists (select from revocations where revocations.request = obligations.request) order by due, place`;
const ADD_WAIVER = `insert into waivers (organisation, obligation, waived_by, until, waived_at, envelope) values ($1, $2, $3, $4, $5, $6)`;
const WAIVERS =
  'select obligation, waived_by, until, waived_at, envelope from waivers where obligation = $1 order by place desc';

const idRow = z.object({ id: z.string() });
const obligationRow = z.object({
  id: z.string(),
  request: z.string(),
  kind: z.enum(OBLIGATION_KINDS),
  target: z.string(),
  text: z.string(),
  rule: z.string().nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  owner: z.string(),
  due: z.string(),
  state: z.enum(OBLIGATION_STATES),
  told: z.enum(['nothing', 'soon', 'today']),
  consequence: z.enum(CONSEQUENCES).nullable(),
  inherited_from: z.string().nullable(),
  opened_at: moment,
  closing: z.string().nullable(),
  place,
});
const waiverRow = z.object({
  obligation: z.string(),
  waived_by: z.string(),
  until: z.string(),
  waived_at: moment,
  envelope: z.string(),
});

export function obligationBook(sql: Sql, organisation: string): ObligationBook {
  return {
    open: async (obligations) => {
      const rows = JSON.stringify(
        obligations.map((one) => ({ ...one, text: storable(one.text), target: storable(one.target) })),
      );
      const added = new Set((await sql.rows(idRow, OPEN, [organisation, rows])).map(({ id }) => id));
      return obligations.filter(({ id }) => added.has(id));
    },
    list: async (wanted) => {
      const { state = null, kind = null, owner = null, request = null } = wanted;
      const values = [beforeOf(wanted), state, kind, owner, request, wanted.limit + 1];
      return pageOf(await sql.rows(obligationRow, LIST, values), wanted, obligationIn);
    },
    byId: async (id) => (await sql.rows(obligationRow, BY_ID, [id])).map(obligationIn)[0] ?? null,
    of: async (request) => (await sql.rows(obligationRow, OF, [request])).map(obligationIn),
    change: async ({ id, owner, due, state, told, consequence, closing }) => {
      const closed = closing === null ? null : JSON.stringify(closing);
      await sql.run(CHANGE, [id, owner, due, state, told, consequence, closed]);
    },
    dueBy: async (day) => (await sql.rows(idRow, DUE, [day])).map(({ id }) => id),
    addWaiver: async ({ obligation, by, until, at, envelope }) =>
      void (await sql.run(ADD_WAIVER, [organisation, obligation, by, until, at, envelope])),
    waivers: async (obligation) =>
      (await sql.rows(waiverRow, WAIVERS, [obligation])).map(({ waived_by, waived_at, ...row }) => ({
        ...row,
        by: waived_by,
        at: waived_at,
      })),
  };
}

/** What PostgreSQL's text cannot hold: U+0000, and halves of characters. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

function obligationIn(row: z.output<typeof obligationRow>): Obligation {
  const { id, request, kind, target, text, rule, severity, owner, due, state, told, consequence } = row;
  // Written by us, from an input that was parsed.
  const closing = row.closing === null ? null : (JSON.parse(row.closing) as Closing);
  const whence = { inheritedFrom: row.inherited_from, openedAt: row.opened_at };
  return { id, request, kind, target, text, rule, severity, owner, due, state, told, consequence, ...whence, closing };
}
