import type { JobBook } from '../../../ports/control/jobs.ts';
import type { Sql } from '../sql.ts';

const QUEUE = `insert into jobs (organisation, id, kind, subject, state, queued_at) values ($1, $2, $3, $4, 'waiting', $5)
  on conflict (organisation, kind, subject) do nothing`;
const FINISH = `update jobs set state = $3, failure = $4, leased_until = null where id = $1 and worker = $2 and state = 'running'`;

export function jobBook(sql: Sql, organisation: string): JobBook {
  return {
    queue: async ({ id, kind, subject }, at) => void (await sql.run(QUEUE, [organisation, id, kind, subject, at])),
    finish: async (job, worker, failure) =>
      (await sql.run(FINISH, [job.id, worker, failure === null ? 'done' : 'failed', failure])) === 1,
  };
}
