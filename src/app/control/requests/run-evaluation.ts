import type { Caller } from '../../../contract/caller.ts';
import type { Evaluation } from '../../../domain/evaluation.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Vetting } from '../../../domain/vetting.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import type { Books } from '../../../ports/control-store.ts';
import { saidByEvaluators } from '../../asking-evaluators.ts';
import { record, WORKER } from '../parts.ts';
import { rulesOf } from '../policies/house-policies.ts';
import { concludeVetting } from './conclude-vetting.ts';
import { keptIn } from './kept.ts';
import { vetHere } from './vet-here.ts';
import type { WorkerParts } from './vet-request.ts';

/** Evaluators run for hours: what killed two workers is not given to a third. */
const TRIES = 2;

type Result =
  | { readonly kind: 'vetted'; readonly vetting: Vetting }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Vets a request's model again, with what evaluators say of it, and lets the policy rule on that; what they said before
 * stands until they are run again, that the model failed for good. Whatever fails leaves the request as it was. What comes of it is written in one
 * transaction, and only while the job is still this worker's.
 */
export async function runEvaluation(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const { store, clock } = parts;
  const evaluation = await store.within(job.organisation, ({ evaluations }) => evaluations.byId(job.subject));
  const result =
    evaluation === null ? failed('there is no such evaluation') : await evaluated(parts, { job, evaluation }, caller);
  if (caller.signal.aborted) return;
  await store.within(job.organisation, async (books) => {
    const failure = result.kind === 'failed' ? result.why : null;
    if (!(await books.jobs.finish(job, worker, failure)) || evaluation === null) return;
    const ended = await concluded(parts, books, { evaluation, result });
    const now = clock.now();
    await books.evaluations.end({ ...ended, endedAt: now.toISOString() });
    const { id, request, state, dossier, outcome, saidFailed, failure: why } = ended;
    const came = { evaluation: id, state, dossier, outcome, saidFailed, ...(why === null ? {} : { why }) };
    await record({ books, now, actor: WORKER }, 'request.evaluated', request, came);
  });
}

async function evaluated(
  parts: WorkerParts,
  { job, evaluation }: { readonly job: Job; readonly evaluation: Evaluation },
  caller: Caller,
): Promise<Result> {
  if (job.tries > TRIES) return failed(`the worker died ${TRIES} times while it evaluated this`);
  const { organisation } = job;
  const runs = (parts.evaluators ?? []).filter(({ name }) => evaluation.evaluators.includes(name));
  if (runs.length < evaluation.evaluators.length) return failed('this worker does not have all of its evaluators');
  const [request, policy] = await parts.store.within(organisation, async (books) => {
    const one = await books.requests.peek(evaluation.request);
    return [one, one === null ? null : await rulesOf(books, one)] as const;
  });
  if (request === null || isOvertaken(request, evaluation)) return OVERTAKEN;
  const before = await keptIn(parts.store, organisation).newest(evaluation.before).catch(asText);
  if (typeof before === 'string') return failed(before);
  const { manifest } = before.dossier.artifact;
  if (manifest === null) return failed('not every file of it has a known SHA-256');
  const evaluate = { runs, manifest };
  const result = await vetHere(parts, { organisation, request, policy, evaluate }, caller);
  if (result.kind !== 'vetted') return failed(result.why);
  if (result.vetting.dossier.artifact.manifest !== manifest)
    return failed('its files changed since it was vetted: ask for it anew');
  return result;
}

/** While the evaluators ran, people may have ruled to an end. */
function isOvertaken({ state, dossier }: AdmissionRequest, { before }: Evaluation): boolean {
  return state !== 'review' || dossier !== before;
}

async function concluded(
  parts: WorkerParts,
  books: Books,
  { evaluation, result }: { readonly evaluation: Evaluation; readonly result: Result },
): Promise<Evaluation> {
  const request = await books.requests.byId(evaluation.request);
  const came = request === null || isOvertaken(request, evaluation) ? OVERTAKEN : result;
  if (request === null || came.kind === 'failed') {
    const why = came.kind === 'failed' ? came.why : OVERTAKEN.why;
    return { ...evaluation, state: 'failed', failure: why.replaceAll('\0', '\uFFFD').slice(0, 2000) };
  }
  await books.dossiers.keep(came.vetting);
  await concludeVetting(parts, books, { request, vetting: came.vetting });
  const { dossier, verdict } = came.vetting;
  const saidFailed = saidByEvaluators(dossier, parts.clock.now())
    .filter(
      ({ result, but, evaluator }) =>
        result === 'failed' && but !== 'earlier' && evaluation.evaluators.includes(evaluator),
    )
    .map(({ evaluator }) => evaluator);
  return { ...evaluation, state: 'done', dossier: dossier.digest, outcome: verdict.outcome, saidFailed };
}

function failed(why: string) {
  return { kind: 'failed', why } as const;
}

const OVERTAKEN = failed('the request was decided meanwhile');

function asText(error: unknown): string {
  return error instanceof WeighbridgeError ? `${error.message} [${error.code}]` : 'a fault of ours';
}
