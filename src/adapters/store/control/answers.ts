import { z } from 'zod';
import type { AnswerBook } from '../../../ports/control/answers.ts';
import type { Sql } from '../sql.ts';

// A second call under the same key waits here until the first is done with its transaction.
const CLAIM = `insert into answers (organisation, person, key, operation, input, answered_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (organisation, person, key) do nothing`;
const FOUND = 'select operation, input, output from answers where person = $1 and key = $2';
const KEEP = 'update answers set output = $3 where person = $1 and key = $2';

const answerRow = z.object({ operation: z.string(), input: z.string(), output: z.string().nullable() });

export function answerBook(sql: Sql, organisation: string): AnswerBook {
  return {
    claim: async ({ person, key, operation }, input, at) => {
      if ((await sql.run(CLAIM, [organisation, person, key, operation, input, at])) === 1) return null;
      const [row] = await sql.rows(answerRow, FOUND, [person, key]);
      return row === undefined ? null : { ...row, output: JSON.parse(row.output ?? 'null') as unknown };
    },
    keep: async ({ person, key }, output) => void (await sql.run(KEEP, [person, key, JSON.stringify(output)])),
  };
}
