import { z } from 'zod';
import type { JobBook, JobProgress } from '../../../ports/control/jobs.ts';
import type { Sql } from '../sql.ts';

const QUEUE = `insert into jobs (organisation, id, kind, subject, state, queued_at, needs) values ($1, $2, $3, $4, 'waiting', $5, $6)
  on conflict (organisation, kind, subject) do nothing`;
const MINE = `id = $1 and worker = $2 and state = 'running'`;
const FINISH = `update jobs set state = $3, failure = $4, leased_until = null, progress = null where ${MINE}`;
const POSTPONE = `update jobs set state = 'waiting', leased_until = null, progress = null,
  not_before = now() + $3 * interval '1 millisecond' where ${MINE}`;
const CANCEL = `update jobs set state = 'cancelled', leased_until = null, progress = null
  where kind = $1 and subject = $2 and state in ('waiting', 'running')`;
const PROGRESS = `select progress from jobs where kind = $1 and subject = $2 and state = 'running'`;

const progressShape: z.ZodType<JobProgress> = z.object({
  step: z.string(),
  done: z.number(),
  total: z.number(),
  unit: z.enum(['bytes', 'files', 'programs']),
  note: z.string().optional(),
});
const progressRow = z.object({ progress: z.string().nullable() });

export function jobBook(sql: Sql, organisation: string): JobBook {
  return {
    queue: async ({ id, kind, subject, needs = [] }, at) =>
      void (await sql.run(QUEUE, [organisation, id, kind, subject, at, [...needs]])),
    finish: async (job, worker, failure) =>
      (await sql.run(FINISH, [job.id, worker, failure === null ? 'done' : 'failed', failure])) === 1,
    postpone: async (job, worker, delay) => (await sql.run(POSTPONE, [job.id, worker, delay])) === 1,
    cancel: async (kind, subject) => (await sql.run(CANCEL, [kind, subject])) === 1,
    progress: async (kind, subject) => {
      const [row] = await sql.rows(progressRow, PROGRESS, [kind, subject]);
      return row?.progress == null ? null : progressShape.parse(JSON.parse(row.progress));
    },
  };
}
