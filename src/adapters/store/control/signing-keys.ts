import { z } from 'zod';
import type { SigningKeyBook } from '../../../ports/control/signing-keys.ts';
import { moment } from '../columns.ts';
import type { Sql } from '../sql.ts';

const ALL = 'select key_id, public_key, made_at, reason, ended_at from signing_keys order by place';
const LOCK = 'select pg_advisory_xact_lock(7203005)';
const ADD = `insert into signing_keys (organisation, key_id, public_key, made_at, reason, ended_at) values ($1, $2, $3, $4, $5, $6)`;
const END = `update signing_keys set reason = $2, ended_at = $3 where key_id = $1`;
/** Decisions on weights and on subjects alike. */
const ALL_DECISIONS = `(select request, envelope, decided_at from decisions
  union all select subject, envelope, decided_at from subject_decisions) as decided`;
/** All that is signed and kept for others to hold against us: decisions, and statements of what is out. */
const ALL_SIGNED = `(select request, envelope, decided_at from decisions
  union all select subject, envelope, decided_at from subject_decisions
  union all select publication, envelope, stated_at from publication_statements) as decided`;
const DECISIONS = `select envelope from ${ALL_SIGNED}
  where envelope::jsonb -> 'signatures' -> 0 ->> 'keyid' = $1 and ($2::timestamptz is null or decided_at < $2)
  order by decided_at, request`;
const STANDING = `select request from ${ALL_DECISIONS}
  where envelope::jsonb -> 'signatures' -> 0 ->> 'keyid' = $1 and decided_at >= $2
    and not exists (select from revocations where revocations.request = decided.request)
    and not exists (select from subjects where subjects.id = decided.request and revoked is not null)
  order by decided_at, request`;
const REVOKED = `select envelope, revoked_at as at from revocations
  join decisions on decisions.organisation = revocations.organisation and decisions.request = revocations.request
  union all select envelope, (revoked::jsonb ->> 'at')::timestamptz from subjects
  join subject_decisions on subject_decisions.organisation = subjects.organisation and subject_decisions.subject = subjects.id
  where revoked is not null
  union all select envelope, (withdrawn::jsonb ->> 'at')::timestamptz from publications
  join publication_statements on publication_statements.organisation = publications.organisation
    and publication_statements.publication = publications.id
  where stated_at < (withdrawn::jsonb ->> 'at')::timestamptz
  union all select envelope, revoked_at from publications
  join publication_statements on publication_statements.organisation = publications.organisation
    and publication_statements.publication = publications.id
  join revocations on revocations.organisation = publications.organisation and revocations.request = publications.request
  where withdrawn is null
  order by at, envelope`;
const WITHDRAWN = 'select release, withdrawn_at as at from withdrawals order by withdrawn_at, release';

const keyRow = z.object({
  key_id: z.string(),
  public_key: z.string(),
  made_at: moment.nullable(),
  reason: z.enum(['rotated', 'superseded', 'compromised']).nullable(),
  ended_at: moment.nullable(),
});
const envelopeRow = z.object({ envelope: z.string() });
const requestRow = z.object({ request: z.string() });
const revokedRow = z.object({ envelope: z.string(), at: moment });
const withdrawnRow = z.object({ release: z.string(), at: moment });

export function signingKeyBook(sql: Sql, organisation: string): SigningKeyBook {
  return {
    all: async () =>
      (await sql.rows(keyRow, ALL, [])).map(({ key_id, public_key, made_at, reason, ended_at }) => ({
        keyId: key_id,
        publicKey: public_key,
        madeAt: made_at,
        reason,
        endedAt: ended_at,
      })),
    lock: async () => void (await sql.run(LOCK, [])),
    add: async ({ keyId, publicKey, madeAt, reason, endedAt }) =>
      void (await sql.run(ADD, [organisation, keyId, publicKey, madeAt, reason, endedAt])),
    end: async (keyId, reason, at) => void (await sql.run(END, [keyId, reason, at])),
    decisionsBy: async (keyId, before) =>
      (await sql.rows(envelopeRow, DECISIONS, [keyId, before])).map(({ envelope }) => envelope),
    standingSince: async (keyId, since) =>
      (await sql.rows(requestRow, STANDING, [keyId, since])).map(({ request }) => request),
    revokedDecisions: () => sql.rows(revokedRow, REVOKED, []),
    withdrawnReleases: () => sql.rows(withdrawnRow, WITHDRAWN, []),
  };
}
