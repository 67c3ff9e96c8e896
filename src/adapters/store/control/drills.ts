import { z } from 'zod';
import { DRILL_STATES, type Drill, type DrillStep } from '../../../domain/drill.ts';
import type { DrillBook } from '../../../ports/control/drills.ts';
import { beforeOf, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const DRILL = 'id, channel, release, state, steps, started_by, started_at, ended_at, place';
const ADD = `insert into drills (organisation, id, channel, release, state, steps, started_by, started_at, ended_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const BY_ID = `select ${DRILL} from drills where id = $1`;
const END = `update drills set release = $2, state = $3, steps = $4, ended_at = $5 where id = $1 and ended_at is null`;
const PAGE = `select ${DRILL} from drills where channel = $1 and place < $2 order by place desc limit $3`;
const LAST = `select ${DRILL} from drills where channel = $1 and ended_at is not null order by place desc limit 1`;

const drillRow = z.object({
  id: z.string(),
  channel: z.string(),
  release: z.string().nullable(),
  state: z.enum(DRILL_STATES),
  steps: z.string(),
  started_by: z.string(),
  started_at: moment,
  ended_at: moment.nullable(),
  place,
});

export function drillBook(sql: Sql, organisation: string): DrillBook {
  return {
    add: async ({ id, channel, release, state, steps, by, at, endedAt }) =>
      void (await sql.run(ADD, [organisation, id, channel, release, state, JSON.stringify(steps), by, at, endedAt])),
    byId: async (id) => (await sql.rows(drillRow, BY_ID, [id])).map(drillIn)[0] ?? null,
    end: async ({ id, release, state, steps, endedAt }) =>
      void (await sql.run(END, [id, release, state, JSON.stringify(steps), endedAt])),
    page: async (channel, wanted) =>
      pageOf(await sql.rows(drillRow, PAGE, [channel, beforeOf(wanted), wanted.limit + 1]), wanted, drillIn),
    last: async (channel) => (await sql.rows(drillRow, LAST, [channel])).map(drillIn)[0] ?? null,
  };
}

function drillIn({ steps, started_by, started_at, ended_at, ...row }: z.output<typeof drillRow>): Drill {
  const { id, channel, release, state } = row;
  // Written by us.
  const parsed = JSON.parse(steps) as DrillStep[];
  return { id, channel, release, state, steps: parsed, by: started_by, at: started_at, endedAt: ended_at };
}
