import { z } from 'zod';
import type { BlobStore } from '../../ports/blob-store.ts';
import { JOB_KINDS } from '../../ports/control/jobs.ts';
import type { Books, ControlStore } from '../../ports/control-store.ts';
import { answerBook } from './control/answers.ts';
import { auditBook } from './control/audit.ts';
import { drillBook } from './control/drills.ts';
import { evaluationBook } from './control/evaluations.ts';
import { factorBook } from './control/factors.ts';
import { familyBook } from './control/families.ts';
import { gatewayNodeBook } from './control/gateway-nodes.ts';
import { housePolicyBook } from './control/house-policies.ts';
import { identityBook } from './control/identities.ts';
import { incidentBook } from './control/incidents.ts';
import { jobBook } from './control/jobs.ts';
import { mailBook } from './control/mails.ts';
import { obligationBook } from './control/obligations.ts';
import { peopleBook } from './control/people.ts';
import { publicationBook } from './control/publications.ts';
import { refusalBook } from './control/refusals.ts';
import { releaseBook } from './control/releases.ts';
import { requestBook } from './control/requests.ts';
import { signingKeyBook } from './control/signing-keys.ts';
import { subjectBook } from './control/subjects.ts';
import { teamBook } from './control/teams.ts';
import { webhookBook } from './control/webhooks.ts';
import { witnessBook } from './control/witnesses.ts';
import { dossierTable } from './dossier-table.ts';
import { keptVettings } from './kept-vettings.ts';
import type { Database, Sql } from './sql.ts';

const FOUND = 'insert into organisations (organisation, name, created_at) values ($1, $1, $2) on conflict do nothing';
const ALONE = 'select pg_advisory_xact_lock(hashtext($1), hashtext($2))';
/** One statement takes it: of two workers, the second skips what the first has locked. */
const LEASE = `now() + $2 * interval '1 millisecond'`;
const TAKE = `update jobs set state = 'running', worker = $1, leased_until = ${LEASE}, tries = tries + 1
  where (organisation, id) = (
    select organisation, id from jobs
    where kind = any($3) and case when needs = '{}' then true else needs <@ $4 end and ((state = 'waiting' and (not_before is null or not_before <= now()))
      or (state = 'running' and leased_until < now()))
    order by queued_at limit 1 for update skip locked
  )
  returning organisation, id, kind, subject, tries`;
const RENEW = `update jobs set leased_until = ${LEASE}, progress = $5
  where worker = $1 and organisation = $3 and id = $4 and state = 'running'`;

/** Named by the beginning of its stretch, so that it is queued once, however many ask and whatever their own clocks say. */
const PERIODIC = `insert into jobs (organisation, id, kind, subject, state, queued_at)
  select organisation, gen_random_uuid()::text, kind,
    to_char(to_timestamp(floor(extract(epoch from now()) / seconds) * seconds) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'waiting', now()
  from organisations cross join unnest($1::text[], $2::integer[]) as period (kind, seconds)
  on conflict (organisation, kind, subject) do nothing`;
/** Those that are over are kept as long as somebody may ask what came of them. */
const FORGET_PERIODIC = `delete from jobs where kind = any($1) and state in ('done', 'failed') and queued_at < now() - interval '14 days'`;

/** Nothing is put off for so long (PATIENCE): a time further away was written while a clock was wrong. Milliseconds. */
const FAR = 24 * 60 * 60 * 1000;

const TAKE_WEBHOOK = `update webhooks set leased_until = $2
  where (organisation, id) = (
    select organisation, id from webhooks
    where state = 'active' and (next_at <= $1 or next_at > $3) and (leased_until is null or leased_until < $1 or leased_until > $3)
    order by next_at limit 1 for update skip locked
  )
  returning organisation, id`;

const dueRow = z.object({ organisation: z.string(), id: z.string() });
const jobRow = z.object({
  organisation: z.string(),
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  subject: z.string(),
  tries: z.number(),
});

/** `blobs`: where large documents go; without it they lie in their rows. */
export function controlStoreOn(database: Database, blobs: BlobStore | null = null): ControlStore {
  const large = { blobs, kept: keptVettings() };
  return {
    within: (organisation, work) =>
      database.transaction({ organisation }, (sql) => work(booksOf(sql, organisation, large))),
    takeJob: (worker, lease, has = []) =>
      database.transaction(
        'worker',
        async (sql) => (await sql.rows(jobRow, TAKE, [worker, lease, [...JOB_KINDS], [...has]]))[0] ?? null,
      ),
    renewLease: (job, worker, lease, progress) =>
      database.transaction(
        'worker',
        async (sql) =>
          (await sql.run(RENEW, [
            worker,
            lease,
            job.organisation,
            job.id,
            progress === null ? null : JSON.stringify(progress),
          ])) === 1,
      ),
    queuePeriodic: (periods) =>
      database.transaction('worker', async (sql) => {
        const kinds = periods.map(({ kind }) => kind);
        await sql.run(PERIODIC, [kinds, periods.map(({ seconds }) => seconds)]);
        await sql.run(FORGET_PERIODIC, [kinds]);
      }),
    takeWebhook: (now, leasedUntil) =>
      database.transaction(
        'worker',
        async (sql) =>
          (await sql.rows(dueRow, TAKE_WEBHOOK, [now, leasedUntil, new Date(now.getTime() + FAR)]))[0] ?? null,
      ),
  };
}

function booksOf(sql: Sql, organisation: string, large: Parameters<typeof dossierTable>[2]): Books {
  return {
    found: async (at) => (await sql.run(FOUND, [organisation, at])) === 1,
    alone: async (name) => void (await sql.run(ALONE, [`alone ${organisation}`, name])),
    people: peopleBook(sql, organisation),
    requests: requestBook(sql, organisation),
    releases: releaseBook(sql, organisation),
    obligations: obligationBook(sql, organisation),
    incidents: incidentBook(sql, organisation),
    mails: mailBook(sql, organisation),
    families: familyBook(sql, organisation),
    publications: publicationBook(sql, organisation),
    subjects: subjectBook(sql, organisation),
    drills: drillBook(sql, organisation),
    evaluations: evaluationBook(sql, organisation),
    gatewayNodes: gatewayNodeBook(sql, organisation),
    jobs: jobBook(sql, organisation),
    housePolicies: housePolicyBook(sql, organisation),
    dossiers: dossierTable(sql, organisation, large),
    teams: teamBook(sql, organisation),
    webhooks: webhookBook(sql, organisation),
    factors: factorBook(sql, organisation),
    identities: identityBook(sql, organisation),
    signingKeys: signingKeyBook(sql, organisation),
    answers: answerBook(sql, organisation),
    refusals: refusalBook(sql, organisation),
    audit: auditBook(sql, organisation),
    witnesses: witnessBook(sql, organisation),
  };
}
