import { z } from 'zod';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { Books, ControlStore } from '../../ports/control-store.ts';
import { answerBook } from './control/answers.ts';
import { auditBook } from './control/audit.ts';
import { jobBook } from './control/jobs.ts';
import { peopleBook } from './control/people.ts';
import { requestBook } from './control/requests.ts';
import { teamBook } from './control/teams.ts';
import { dossierTable } from './dossier-table.ts';
import type { Database, Sql } from './sql.ts';

const FOUND = 'insert into organisations (organisation, name, created_at) values ($1, $1, $2) on conflict do nothing';
/** One statement takes it: of two workers, the second skips what the first has locked. */
const TAKE = `update jobs set state = 'running', worker = $1, leased_until = $3, tries = tries + 1
  where (organisation, id) = (
    select organisation, id from jobs
    where state = 'waiting' or (state = 'running' and leased_until < $2)
    order by queued_at limit 1 for update skip locked
  )
  returning organisation, id, kind, subject, tries`;
const RENEW = `update jobs set leased_until = $4 where organisation = $1 and id = $2 and worker = $3 and state = 'running'`;

const jobRow = z.object({
  organisation: z.string(),
  id: z.string(),
  kind: z.literal('vet'),
  subject: z.string(),
  tries: z.number(),
});

/** `blobs`: where large documents go; without it they lie in their rows. */
export function controlStoreOn(database: Database, blobs: BlobStore | null = null): ControlStore {
  return {
    within: (organisation, work) =>
      database.transaction({ organisation }, (sql) => work(booksOf(sql, organisation, blobs))),
    takeJob: (worker, now, leasedUntil) =>
      database.transaction(
        'worker',
        async (sql) => (await sql.rows(jobRow, TAKE, [worker, now, leasedUntil]))[0] ?? null,
      ),
    renewLease: (job, worker, leasedUntil) =>
      database.transaction(
        'worker',
        async (sql) => (await sql.run(RENEW, [job.organisation, job.id, worker, leasedUntil])) === 1,
      ),
  };
}

function booksOf(sql: Sql, organisation: string, blobs: BlobStore | null): Books {
  return {
    found: async (at) => (await sql.run(FOUND, [organisation, at])) === 1,
    people: peopleBook(sql, organisation),
    requests: requestBook(sql, organisation),
    jobs: jobBook(sql, organisation),
    dossiers: dossierTable(sql, organisation, blobs),
    teams: teamBook(sql, organisation),
    answers: answerBook(sql, organisation),
    audit: auditBook(sql, organisation),
  };
}
