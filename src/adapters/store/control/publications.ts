import { z } from 'zod';
import { OPENNESS, PAPER_KINDS, type Publication } from '../../../domain/openness.ts';
import type { PublicationBook } from '../../../ports/control/publications.ts';
import { beforeOf, digestText, moment, pageOf, place } from '../columns.ts';
import { rulingIn, rulingRow } from '../rulings.ts';
import type { Sql } from '../sql.ts';

const PUBLICATION = 'id, request, owner, level, audience, terms, proposal, withdrawn, opened_by, opened_at, place';
const OPEN = `insert into publications (organisation, id, request, owner, level, opened_by, opened_at)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;
const LIST = `select ${PUBLICATION} from publications where place < $1 order by place desc limit $2`;
const PEEK = `select ${PUBLICATION} from publications where id = $1`;
const BY_ID = `${PEEK} for update`;
const OF = `select ${PUBLICATION} from publications where request = $1`;
const WITHDRAWN = `select ${PUBLICATION} from publications where withdrawn is not null limit 1`;
const CHANGE = `update publications set level = $2, audience = $3, terms = $4, proposal = $5, withdrawn = $6 where id = $1`;
const ATTACH = `insert into publication_papers (organisation, publication, kind, digest, summary, person, attached_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;
const PAPERS = `select kind, digest, summary, person, attached_at from publication_papers where publication = $1 order by place`;
const RULE = `insert into publication_rulings (organisation, publication, proposed_at, person, role, ruling, reason, ruled_at, reading)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`;
const RULINGS = `select person, role, ruling, reason, ruled_at, reading from publication_rulings
  where publication = $1 and proposed_at = $2 order by place`;
const STATE = `insert into publication_statements (organisation, publication, envelope, stated_at) values ($1, $2, $3, $4)`;
const STATEMENT = `select envelope from publication_statements where publication = $1 order by place desc limit 1`;

const publicationRow = z.object({
  id: z.string(),
  request: z.string(),
  owner: z.string(),
  level: z.enum(OPENNESS),
  audience: z.string().nullable(),
  terms: z.string().nullable(),
  proposal: z.string().nullable(),
  withdrawn: z.string().nullable(),
  opened_by: z.string(),
  opened_at: moment,
  place,
});
const paperRow = z.object({
  kind: z.enum(PAPER_KINDS),
  digest: digestText,
  summary: z.string(),
  person: z.string(),
  attached_at: moment,
});
const openingRulingRow = rulingRow.extend({ reading: z.string() });
const envelopeRow = z.object({ envelope: z.string() });

export function publicationBook(sql: Sql, organisation: string): PublicationBook {
  return {
    open: async ({ id, request, owner, level, by, at }) =>
      (await sql.run(OPEN, [organisation, id, request, owner, level, by, at])) === 1,
    list: async (wanted) =>
      pageOf(await sql.rows(publicationRow, LIST, [beforeOf(wanted), wanted.limit + 1]), wanted, publicationIn),
    byId: async (id) => (await sql.rows(publicationRow, BY_ID, [id])).map(publicationIn)[0] ?? null,
    peek: async (id) => (await sql.rows(publicationRow, PEEK, [id])).map(publicationIn)[0] ?? null,
    of: async (request) => (await sql.rows(publicationRow, OF, [request])).map(publicationIn)[0] ?? null,
    anyWithdrawn: async () => (await sql.rows(publicationRow, WITHDRAWN, [])).length > 0,
    change: async ({ id, level, audience, terms, proposal, withdrawn }) =>
      void (await sql.run(CHANGE, [id, level, audience, terms, textOf(proposal), textOf(withdrawn)])),
    attach: async (publication, { kind, digest, summary, by, at }) =>
      void (await sql.run(ATTACH, [organisation, publication, kind, digest, summary, by, at])),
    papers: async (publication) =>
      (await sql.rows(paperRow, PAPERS, [publication])).map(({ person, attached_at, ...row }) => ({
        ...row,
        by: person,
        at: attached_at,
      })),
    rule: async (publication, proposedAt, { by, role, ruling, reason, at, reading }) =>
      (await sql.run(RULE, [organisation, publication, proposedAt, by, role, ruling, reason, at, reading])) === 1,
    rulings: async (publication, proposedAt) =>
      (await sql.rows(openingRulingRow, RULINGS, [publication, proposedAt])).map((row) => ({
        ...rulingIn(row),
        reading: row.reading,
      })),
    state: async (publication, envelope, at) => void (await sql.run(STATE, [organisation, publication, envelope, at])),
    statement: async (publication) => (await sql.rows(envelopeRow, STATEMENT, [publication]))[0]?.envelope ?? null,
  };
}

function textOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Proposals and withdrawals are written by us, from an input that was parsed. */
function publicationIn({ opened_by, opened_at, place: _place, ...row }: z.output<typeof publicationRow>): Publication {
  return {
    ...row,
    proposal: row.proposal === null ? null : (JSON.parse(row.proposal) as Publication['proposal']),
    withdrawn: row.withdrawn === null ? null : (JSON.parse(row.withdrawn) as Publication['withdrawn']),
    by: opened_by,
    at: opened_at,
  };
}
