import { z } from 'zod';
import type { FactorBook } from '../../../ports/control/factors.ts';
import { moment, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const OF = 'select person, secret, confirmed_at, last_step, recovery from second_factors where person = $1 for update';
const PUT = `insert into second_factors (organisation, person, secret, confirmed_at, last_step, recovery)
  values ($1, $2, $3, $4, $5, $6) on conflict (organisation, person) do update
  set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step, recovery = excluded.recovery`;
const REMOVE = 'delete from second_factors where person = $1';

const factorRow = z.object({
  person: z.string(),
  secret: z.instanceof(Uint8Array),
  confirmed_at: moment.nullable(),
  last_step: place,
  recovery: z.array(z.string()),
});

export function factorBook(sql: Sql, organisation: string): FactorBook {
  return {
    of: async (person) => {
      const [row] = await sql.rows(factorRow, OF, [person]);
      if (row === undefined) return null;
      const { confirmed_at, last_step, ...rest } = row;
      return { ...rest, confirmedAt: confirmed_at, lastStep: Number(last_step) };
    },
    put: async ({ person, secret, confirmedAt, lastStep, recovery }) =>
      void (await sql.run(PUT, [organisation, person, secret, confirmedAt, lastStep, recovery])),
    remove: async (person) => (await sql.run(REMOVE, [person])) === 1,
  };
}
