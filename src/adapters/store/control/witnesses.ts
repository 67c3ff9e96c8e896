import { z } from 'zod';
import type { WitnessBook, WitnessedLog } from '../../../ports/control/witnesses.ts';
import { moment, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const LIST =
  'select id, url, key, size::text, failure, added_at from witnesses where ended_at is null order by witnesses.place';
const ADD = 'insert into witnesses (organisation, id, url, key, size, added_at) values ($1, $2, $3, $4, $5, $6)';
const ASKED = 'update witnesses set size = $2, failure = $3 where id = $1';
const END = 'update witnesses set ended_at = $2 where id = $1 and ended_at is null';
const LOG = 'select id, origin, key, size::text, note, added_at, ended_at from witnessed_logs';
const LOGS = `${LOG} order by witnessed_logs.place`;
const BY_ORIGIN = `${LOG} where origin = $1 for update`;
const ADD_LOG =
  'insert into witnessed_logs (organisation, id, origin, key, size, note, added_at) values ($1, $2, $3, $4, $5, $6, $7)';
const CHANGE_LOG = 'update witnessed_logs set size = $2, note = $3, ended_at = $4 where id = $1';

const witnessRow = z.object({
  id: z.string(),
  url: z.string(),
  key: z.string(),
  size: place,
  failure: z.string().nullable(),
  added_at: moment,
});
const logRow = z.object({
  id: z.string(),
  origin: z.string(),
  key: z.string(),
  size: place,
  note: z.string().nullable(),
  added_at: moment,
  ended_at: moment.nullable(),
});

export function witnessBook(sql: Sql, organisation: string): WitnessBook {
  return {
    list: async () =>
      (await sql.rows(witnessRow, LIST, [])).map(({ size, added_at, ...row }) => ({
        ...row,
        size: Number(size),
        addedAt: added_at,
      })),
    add: async ({ id, url, key, size, addedAt }) =>
      void (await sql.run(ADD, [organisation, id, url, key, size, addedAt])),
    asked: async (id, size, failure) => void (await sql.run(ASKED, [id, size, failure])),
    end: async (id, at) => (await sql.run(END, [id, at])) === 1,
    logs: async () => (await sql.rows(logRow, LOGS, [])).map(logIn),
    log: async (origin) => (await sql.rows(logRow, BY_ORIGIN, [origin])).map(logIn)[0] ?? null,
    addLog: async ({ id, origin, key, size, note, addedAt }) =>
      void (await sql.run(ADD_LOG, [organisation, id, origin, key, size, note, addedAt])),
    changeLog: async ({ id, size, note, endedAt }) => void (await sql.run(CHANGE_LOG, [id, size, note, endedAt])),
  };
}

function logIn({ id, origin, key, size, note, added_at, ended_at }: z.output<typeof logRow>): WitnessedLog {
  return { id, origin, key, size: Number(size), note, addedAt: added_at, endedAt: ended_at };
}
