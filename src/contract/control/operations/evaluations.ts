import { z } from 'zod';
import { EVALUATION_STATES, SAID_BUT } from '../../../domain/evaluation.ts';
import { EVALUATOR_NAME } from '../../../domain/evaluator.ts';
import { OUTCOMES } from '../../../domain/verdict.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const evaluatorName = z.string().regex(EVALUATOR_NAME, 'is no name of an evaluator, as in harm-suite');

const evaluation = z.object({
  id: shape.id,
  request: shape.id,
  evaluators: z.array(z.string()),
  state: z.enum(EVALUATION_STATES),
  /** What the request rested on when it began. */
  before: shape.digest,
  /** What it rests on since; rulings on another are void. */
  dossier: shape.digest.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  /** Those of its evaluators that said that the model failed: no later answer of theirs takes it back. */
  saidFailed: z.array(z.string()),
  failure: z.string().nullable(),
  by: shape.id,
  at: shape.instant,
  endedAt: shape.instant.nullable(),
});

/** Running an operator's evaluators on a model that people are to rule on. */
export const EVALUATION_OPERATIONS = {
  'evaluation.start': {
    summary: 'Have evaluators run on a request in review; what they say is evidence in its next dossier',
    method: 'POST',
    path: '/v1/requests/:request/evaluations',
    who: ['reviewer', 'security', 'release-manager', 'admin'],
    scope: 'request',
    input: z.strictObject({ request: shape.id, evaluators: z.array(evaluatorName).min(1).max(20) }),
    output: evaluation,
    errors: ['request-not-found', 'own-request', 'not-evaluable', 'evaluation-running', 'evaluator-not-found'],
  },
  'evaluation.show': {
    summary: 'An evaluation, how far it is, and what came of it',
    method: 'GET',
    path: '/v1/evaluations/:evaluation',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ evaluation: shape.id }),
    /** No progress while it runs: it waits for a worker that has its evaluators. */
    output: evaluation.extend({
      progress: shape.progress,
      /** What each evaluator said; empty while nothing came of it. A report of issues neither passes nor fails by itself. */
      said: z.array(
        z.object({
          evaluator: z.string(),
          result: z.enum(['passed', 'failed']).nullable(),
          /** Why it does not simply stand. `earlier`: it failed before, and passes now. */
          but: z.enum(SAID_BUT).nullable(),
          text: z.string(),
        }),
      ),
    }),
    errors: ['evaluation-not-found'],
  },
  'evaluation.list': {
    summary: 'A request’s evaluations, newest first',
    method: 'GET',
    path: '/v1/requests/:request/evaluations',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ request: shape.id, ...shape.page }),
    output: shape.listOf(evaluation),
    errors: ['request-not-found'],
  },
  'evaluation.cancel': {
    summary: 'Give up an evaluation; nothing comes of it',
    method: 'POST',
    path: '/v1/evaluations/:evaluation/cancel',
    who: ['reviewer', 'security', 'release-manager', 'admin'],
    scope: 'request',
    input: z.strictObject({ evaluation: shape.id }),
    output: evaluation,
    errors: ['evaluation-not-found', 'own-request', 'evaluation-over'],
  },
} as const satisfies Record<string, Operation>;
