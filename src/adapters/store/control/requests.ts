import { z } from 'zod';
import { type AdmissionRequest, DIRECTIONS, REQUEST_STATES, STANDINGS } from '../../../domain/request.ts';
import type { ReviewDemand } from '../../../domain/review.ts';
import type { IntendedUse } from '../../../domain/use.ts';
import { OUTCOMES } from '../../../domain/verdict.ts';
import type { Digest } from '../../../kernel/digest.ts';
import type { RequestBook } from '../../../ports/control/requests.ts';
import { beforeOf, digestText, moment, pageOf, place } from '../columns.ts';
import { rulingIn, rulingRow } from '../rulings.ts';
import type { Sql } from '../sql.ts';

const REQUEST =
  'id, direction, reference, use_text, policy, owner, role, team, requested_by, requested_at, state, dossier, outcome, failure, review_text, policy_digest, place';
const ADD = `insert into requests (organisation, id, direction, reference, use_text, policy, owner, role, requested_by, requested_at, state, team,
  policy_digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const LIST = `select ${REQUEST} from requests where place < $1 and ($2::text is null or state = $2) and ($3::text is null or team = $3) order by place desc limit $4`;
const BY_ID = `select ${REQUEST} from requests where id = $1 for update`;
const PEEK = `select ${REQUEST} from requests where id = $1`;
const MADE_HERE = 'select distinct dossier from requests where dossier = any($1)';
const ADMITTED_ON = `select ${REQUEST} from requests where dossier = any($1) and state = 'admitted'
  and not exists (select from revocations where revocations.request = requests.id) order by place`;
const ADMITTED = `select ${REQUEST} from requests where state = 'admitted' and dossier is not null
  and not exists (select from revocations where revocations.request = requests.id) order by place`;
const DECIDED_ON = `select ${REQUEST} from requests where dossier = any($1) and state = 'admitted' order by place`;
const VETTED_ON = `select ${REQUEST} from requests where dossier = any($1) and state in ('review', 'admitted', 'denied') order by place`;
const DENIED_ON = `select ${REQUEST} from requests where dossier = any($1) and state = 'denied'
  and exists (select from rulings where rulings.request = requests.id and rulings.dossier = requests.dossier and ruling = 'denied') order by place`;
const RENEWAL = `select renewal from renewals where renewal = $1 and cause = $2
  union all
  (select renewal from renewals join requests on id = renewal where request = $1 and (cause = $2 or state in ('vetting', 'review')
  or state = 'admitted' and not exists (select from revocations where revocations.request = renewal)) order by place desc)
  limit 1`;
const ADD_RENEWAL = `insert into renewals (organisation, request, cause, renewal, renewed_at) values ($1, $2, $3, $4, $5)`;
const SETTLE =
  'update requests set state = $2, dossier = $3, outcome = $4, failure = $5, review_text = $6, policy_digest = $7 where id = $1';
const RULINGS = 'select person, role, ruling, reason, dossier, ruled_at from rulings where request = $1 order by place';
const ADD_RULING = `insert into rulings (organisation, request, person, role, ruling, reason, dossier, ruled_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const DECISION = 'select envelope from decisions where request = $1';
const ADD_DECISION = `insert into decisions (organisation, request, ruling, envelope, decided_at) values ($1, $2, $3, $4, $5)`;

const requestRow = z.object({
  id: z.string(),
  direction: z.enum(DIRECTIONS),
  reference: z.string(),
  use_text: z.string(),
  policy: z.string(),
  owner: z.string(),
  role: z.enum(STANDINGS),
  team: z.string().nullable(),
  requested_by: z.string(),
  requested_at: moment,
  state: z.enum(REQUEST_STATES),
  dossier: digestText.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  failure: z.string().nullable(),
  review_text: z.string().nullable(),
  policy_digest: digestText.nullable(),
  place,
});
const requestRulingRow = rulingRow.extend({ dossier: digestText });
const dossierRow = z.object({ dossier: digestText });
const renewalRow = z.object({ renewal: z.string() });
const envelopeRow = z.object({ envelope: z.string() });

export function requestBook(sql: Sql, organisation: string): RequestBook {
  const on = async (query: string, dossiers: readonly Digest[]): Promise<readonly AdmissionRequest[]> =>
    dossiers.length === 0 ? [] : (await sql.rows(requestRow, query, [[...dossiers]])).map(requestIn);
  return {
    add: async ({ id, direction, reference, use, policy, owner, role, requestedBy, requestedAt, ...rest }) =>
      void (await sql.run(ADD, [
        organisation,
        id,
        direction,
        reference,
        JSON.stringify(use),
        policy,
        owner,
        role,
        requestedBy,
        requestedAt,
        rest.state,
        rest.team,
        rest.policyDigest,
      ])),
    list: async (wanted) =>
      pageOf(
        await sql.rows(requestRow, LIST, [
          beforeOf(wanted),
          wanted.state ?? null,
          wanted.team ?? null,
          wanted.limit + 1,
        ]),
        wanted,
        requestIn,
      ),
    byId: async (id) => (await sql.rows(requestRow, BY_ID, [id])).map(requestIn)[0] ?? null,
    peek: async (id) => (await sql.rows(requestRow, PEEK, [id])).map(requestIn)[0] ?? null,
    madeHere: async (dossiers) =>
      new Set((await sql.rows(dossierRow, MADE_HERE, [[...dossiers]])).map(({ dossier }) => dossier)),
    admittedOn: (dossiers) => on(ADMITTED_ON, dossiers),
    admitted: async () => (await sql.rows(requestRow, ADMITTED, [])).map(requestIn),
    decidedOn: (dossiers) => on(DECIDED_ON, dossiers),
    vettedOn: (dossiers) => on(VETTED_ON, dossiers),
    deniedOn: (dossiers) => on(DENIED_ON, dossiers),
    renewalOf: async (request, cause) => (await sql.rows(renewalRow, RENEWAL, [request, cause]))[0]?.renewal ?? null,
    addRenewal: async ({ request, cause, renewal }, at) =>
      void (await sql.run(ADD_RENEWAL, [organisation, request, cause, renewal, at])),
    settle: async ({ id, state, dossier, outcome, failure, review, policyDigest }) =>
      void (await sql.run(SETTLE, [
        id,
        state,
        dossier,
        outcome,
        failure,
        review && JSON.stringify(review),
        policyDigest,
      ])),
    rulings: async (request) =>
      (await sql.rows(requestRulingRow, RULINGS, [request])).map((row) => ({ ...rulingIn(row), dossier: row.dossier })),
    addRuling: async (request, { by, role, ruling, reason, dossier, at }) =>
      void (await sql.run(ADD_RULING, [organisation, request, by, role, ruling, reason, dossier, at])),
    decision: async (request) => (await sql.rows(envelopeRow, DECISION, [request]))[0]?.envelope ?? null,
    addDecision: async (request, ruling, envelope, at) =>
      void (await sql.run(ADD_DECISION, [organisation, request, ruling, envelope, at])),
  };
}

function requestIn(row: z.output<typeof requestRow>): AdmissionRequest {
  const { id, direction, reference, policy, owner, role, team, state, dossier, outcome, failure } = row;
  // Written by us, from an input that was parsed.
  const use = JSON.parse(row.use_text) as IntendedUse;
  const policyDigest = row.policy_digest;
  const when = { policyDigest, requestedBy: row.requested_by, requestedAt: row.requested_at };
  const review = row.review_text === null ? null : (JSON.parse(row.review_text) as ReviewDemand);
  return {
    id,
    direction,
    reference,
    use,
    policy,
    owner,
    role,
    team,
    ...when,
    state,
    dossier,
    outcome,
    failure,
    review,
  };
}
