import { z } from 'zod';
import type { Subject, SubjectRequest } from '../../../domain/subject.ts';
import type { IntendedUse } from '../../../domain/use.ts';
import type { SubjectBook } from '../../../ports/control/subjects.ts';
import { beforeOf, digestText, moment, pageOf, place } from '../columns.ts';
import { tellReleases } from '../release-changes.ts';
import { rulingIn, rulingRow } from '../rulings.ts';
import type { Sql } from '../sql.ts';

const SUBJECT = 'id, subject, digest, use_text, owner, requested_by, requested_at, expires_at, state, revoked, place';
const ADD = `insert into subjects (organisation, id, subject, digest, use_text, owner, requested_by, requested_at, expires_at, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const LIST = `select ${SUBJECT} from subjects where place < $1 order by place desc limit $2`;
const PEEK = `select ${SUBJECT} from subjects where id = $1`;
const BY_ID = `${PEEK} for update`;
const HAS_PART = `from subjects where subject::jsonb -> 'parts' @> jsonb_build_array(jsonb_build_object('id', $1::text)) order by id`;
const CONTAINING = `select ${SUBJECT} ${HAS_PART} for update`;
const IDS_CONTAINING = `select id ${HAS_PART}`;
const CHANGE = 'update subjects set state = $2, revoked = $3 where id = $1';
const RULE = `insert into subject_rulings (organisation, subject, person, role, ruling, reason, ruled_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;
const RULINGS = 'select person, role, ruling, reason, ruled_at from subject_rulings where subject = $1 order by place';
const DECIDE = 'insert into subject_decisions (organisation, subject, envelope, decided_at) values ($1, $2, $3, $4)';
const DECISION = 'select envelope from subject_decisions where subject = $1';

const subjectRow = z.object({
  id: z.string(),
  subject: z.string(),
  digest: digestText,
  use_text: z.string(),
  owner: z.string(),
  requested_by: z.string(),
  requested_at: moment,
  expires_at: moment,
  state: z.enum(['review', 'admitted', 'denied']),
  revoked: z.string().nullable(),
  place,
});
const idRow = z.object({ id: z.string() });
const envelopeRow = z.object({ envelope: z.string() });

export function subjectBook(sql: Sql, organisation: string): SubjectBook {
  return {
    add: async ({ id, subject, digest, use, owner, requestedBy, requestedAt, expiresAt, state }) => {
      const texts = [JSON.stringify(subject), digest, JSON.stringify(use)];
      await sql.run(ADD, [organisation, id, ...texts, owner, requestedBy, requestedAt, expiresAt, state]);
    },
    list: async (wanted) =>
      pageOf(await sql.rows(subjectRow, LIST, [beforeOf(wanted), wanted.limit + 1]), wanted, subjectIn),
    byId: async (id) => (await sql.rows(subjectRow, BY_ID, [id])).map(subjectIn)[0] ?? null,
    peek: async (id) => (await sql.rows(subjectRow, PEEK, [id])).map(subjectIn)[0] ?? null,
    idsContaining: async (part) => (await sql.rows(idRow, IDS_CONTAINING, [part])).map(({ id }) => id),
    containing: async (part) => (await sql.rows(subjectRow, CONTAINING, [part])).map(subjectIn),
    change: async ({ id, state, revoked }) => {
      await sql.run(CHANGE, [id, state, revoked === null ? null : JSON.stringify(revoked)]);
      if (revoked !== null) await tellReleases(sql, organisation);
    },
    rule: async (id, { by, role, ruling, reason, at }) =>
      (await sql.run(RULE, [organisation, id, by, role, ruling, reason, at])) === 1,
    rulings: async (id) => (await sql.rows(rulingRow, RULINGS, [id])).map(rulingIn),
    decide: async (id, envelope, at) => void (await sql.run(DECIDE, [organisation, id, envelope, at])),
    decision: async (id) => (await sql.rows(envelopeRow, DECISION, [id]))[0]?.envelope ?? null,
  };
}

/** Documents are written by us, from an input that was parsed. */
function subjectIn(row: z.output<typeof subjectRow>): SubjectRequest {
  const { id, digest, owner, state } = row;
  return {
    id,
    subject: JSON.parse(row.subject) as Subject,
    digest,
    use: JSON.parse(row.use_text) as IntendedUse,
    owner,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
    state,
    revoked: row.revoked === null ? null : (JSON.parse(row.revoked) as SubjectRequest['revoked']),
  };
}
