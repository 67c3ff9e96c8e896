import { z } from 'zod';
import { EVALUATION_STATES, type Evaluation } from '../../../domain/evaluation.ts';
import { OUTCOMES } from '../../../domain/verdict.ts';
import type { EvaluationBook } from '../../../ports/control/evaluations.ts';
import { beforeOf, digestText, moment, pageOf, place } from '../columns.ts';
import type { Sql } from '../sql.ts';

const EVALUATION =
  'id, request, evaluators, state, dossier_before, dossier, outcome, said_failed, failure, started_by, started_at, ended_at, place';
const ADD = `insert into evaluations (organisation, id, request, evaluators, state, dossier_before, started_by, started_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const BY_ID = `select ${EVALUATION} from evaluations where id = $1`;
const RUNNING = `select ${EVALUATION} from evaluations where request = $1 and state = 'running'`;
const END = `update evaluations set state = $2, dossier = $3, outcome = $4, failure = $5, ended_at = $6, said_failed = $7
  where id = $1 and state = 'running'`;
const DONE_ON = `select ${EVALUATION} from evaluations where state = 'done'
  and dossier in (select dossier from dossier_touches where key = $1) order by place desc`;
const PAGE = `select ${EVALUATION} from evaluations where request = $1 and place < $2 order by place desc limit $3`;

const evaluationRow = z.object({
  id: z.string(),
  request: z.string(),
  evaluators: z.string(),
  state: z.enum(EVALUATION_STATES),
  dossier_before: digestText,
  dossier: digestText.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  said_failed: z.string(),
  failure: z.string().nullable(),
  started_by: z.string(),
  started_at: moment,
  ended_at: moment.nullable(),
  place,
});

export function evaluationBook(sql: Sql, organisation: string): EvaluationBook {
  return {
    add: async ({ id, request, evaluators, state, before, by, at }) =>
      void (await sql.run(ADD, [organisation, id, request, JSON.stringify(evaluators), state, before, by, at])),
    byId: async (id) => (await sql.rows(evaluationRow, BY_ID, [id])).map(evaluationIn)[0] ?? null,
    running: async (request) => (await sql.rows(evaluationRow, RUNNING, [request])).map(evaluationIn)[0] ?? null,
    end: async ({ id, state, dossier, outcome, saidFailed, failure, endedAt }) =>
      void (await sql.run(END, [id, state, dossier, outcome, failure, endedAt, JSON.stringify(saidFailed)])),
    doneOn: async (key) => (await sql.rows(evaluationRow, DONE_ON, [key])).map(evaluationIn),
    page: async (request, wanted) =>
      pageOf(await sql.rows(evaluationRow, PAGE, [request, beforeOf(wanted), wanted.limit + 1]), wanted, evaluationIn),
  };
}

function evaluationIn(row: z.output<typeof evaluationRow>): Evaluation {
  const { id, request, state, dossier, outcome, failure } = row;
  // Written by us.
  const evaluators = JSON.parse(row.evaluators) as string[];
  const saidFailed = JSON.parse(row.said_failed) as string[];
  const when = { by: row.started_by, at: row.started_at, endedAt: row.ended_at };
  const came = { dossier, outcome, saidFailed, failure };
  return { id, request, evaluators, state, before: row.dossier_before, ...came, ...when };
}
