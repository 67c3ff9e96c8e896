import { z } from 'zod';
import { HOUSE_KINDS, type HousePolicy } from '../../../domain/house-policy.ts';
import type { HousePolicyBook } from '../../../ports/control/house-policies.ts';
import { beforeOf, digestText, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const PUT = `insert into house_policies (organisation, digest, kind, name, version, text, resolved, put_by, put_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`;
const POLICY = `select house_policies.digest, house_policies.kind, name, version, text, resolved, put_by, put_at, withdrawn_by, withdrawn_at,
  gone.reason, house_policies.place, waits.id as loosening, act, waits.reason as wanted_for, asked_by, asked_at from house_policies
  left join house_policy_withdrawals gone on gone.organisation = house_policies.organisation and gone.digest = house_policies.digest
  left join house_policy_loosenings waits on waits.organisation = house_policies.organisation and waits.digest = house_policies.digest`;
const BY_DIGEST = `${POLICY} where house_policies.digest = $1`;
const NEWEST = `${POLICY} where house_policies.kind = $1 and ($2::text is null or name = $2) and withdrawn_at is null
  and act is distinct from 'put' and house_policies.digest is distinct from $3::text
  order by house_policies.place desc limit 1`;
const LIST = `${POLICY} where house_policies.place < $1 and ($2::text is null or house_policies.kind = $2)
  order by house_policies.place desc limit $3`;
const WITHDRAW = `insert into house_policy_withdrawals (organisation, digest, withdrawn_by, withdrawn_at, reason)
  values ($1, $2, $3, $4, $5) on conflict do nothing`;
const LOCK = `select pg_advisory_xact_lock(hashtextextended('house_policies ' || $1, 0))`;
const WAITING = `${POLICY} where waits.kind = $1 and ($2::text is null or name = $2)`;
const BY_LOOSENING = `${POLICY} where waits.id = $1`;
const WAIT = `insert into house_policy_loosenings (organisation, id, kind, digest, act, reason, asked_by, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const SETTLE = 'delete from house_policy_loosenings where id = $1';
const REMINDER = `select coalesce(max((resolved::jsonb #>> '{followUp,remind}')::integer), 0) as days from house_policies
  where kind = 'AdmissionPolicy'`;

const policyRow = z.object({
  digest: digestText,
  kind: z.enum(HOUSE_KINDS),
  name: z.string(),
  version: z.number(),
  text: z.string(),
  resolved: z.string(),
  put_by: z.string(),
  put_at: moment,
  withdrawn_by: z.string().nullable(),
  withdrawn_at: moment.nullable(),
  reason: z.string().nullable(),
  place,
  loosening: z.string().nullable(),
  act: z.enum(['put', 'withdraw']).nullable(),
  wanted_for: z.string().nullable(),
  asked_by: z.string().nullable(),
  asked_at: moment.nullable(),
});
const reminderRow = z.object({ days: z.number() });

export function housePolicyBook(sql: Sql, organisation: string): HousePolicyBook {
  return {
    lock: async () => void (await sql.run(LOCK, [organisation])),
    put: async ({ digest, kind, name, version, text, resolved, by, at }) =>
      (await sql.run(PUT, [organisation, digest, kind, name, version, text, resolved, by, at])) === 1,
    byDigest: async (digest) => (await sql.rows(policyRow, BY_DIGEST, [digest])).map(policyIn)[0] ?? null,
    newest: async (kind, name, besides) =>
      (await sql.rows(policyRow, NEWEST, [kind, name, besides ?? null])).map(policyIn)[0] ?? null,
    waiting: async (kind, name) => (await sql.rows(policyRow, WAITING, [kind, name])).map(policyIn)[0] ?? null,
    byLoosening: async (id) => (await sql.rows(policyRow, BY_LOOSENING, [id])).map(policyIn)[0] ?? null,
    wait: async ({ digest, kind }, { id, act, by, at, reason }) =>
      void (await sql.run(WAIT, [organisation, id, kind, digest, act, reason, by, at])),
    settle: async (loosening) => void (await sql.run(SETTLE, [loosening])),
    list: async (wanted) =>
      pageOf(
        await sql.rows(policyRow, LIST, [beforeOf(wanted), wanted.kind ?? null, wanted.limit + 1]),
        wanted,
        policyIn,
      ),
    withdraw: async (digest, { by, at, reason }) =>
      (await sql.run(WITHDRAW, [organisation, digest, by, at, reason])) === 1,
    longestReminder: async () => (await sql.rows(reminderRow, REMINDER, []))[0]?.days ?? 0,
  };
}

function policyIn(row: z.output<typeof policyRow>): HousePolicy {
  const { digest, kind, name, version, text, resolved, put_by: by, put_at: at } = row;
  const { withdrawn_by, withdrawn_at, reason } = row;
  const withdrawn =
    withdrawn_by === null || withdrawn_at === null || reason === null
      ? null
      : { by: withdrawn_by, at: withdrawn_at, reason };
  return { digest, kind, name, version, text, resolved, by, at, withdrawn, waits: waitsIn(row) };
}

function waitsIn({ loosening: id, act, wanted_for: reason, asked_by: by, asked_at: at }: z.output<typeof policyRow>) {
  return id === null || act === null || by === null || at === null ? null : { id, act, by, at, reason };
}
