import type { EVALUATION_OPERATIONS } from '../../../contract/control/operations/evaluations.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Evaluation } from '../../../domain/evaluation.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Said, saidByEvaluators } from '../../asking-evaluators.ts';
import { type Desk, record } from '../parts.ts';
import type { UseCases } from '../use-case.ts';

export const EVALUATIONS: UseCases<typeof EVALUATION_OPERATIONS> = {
  'evaluation.start': startEvaluation,
  'evaluation.show': async ({ books, now }, { evaluation: id }) => {
    const progress = await books.jobs.progress('evaluate', id);
    const evaluation = await evaluationBy(books, id);
    return { ...shown(evaluation), progress, said: [...(await saidIn(books, evaluation, now))] };
  },
  'evaluation.list': async ({ books }, input) => {
    if ((await books.requests.peek(input.request)) === null)
      throw new WeighbridgeError('request-not-found', input.request);
    const { items, next } = await books.evaluations.page(input.request, input);
    return { items: items.map(shown), next };
  },
  'evaluation.cancel': cancelEvaluation,
};

/** Only before people have ruled to an end: what was decided was decided on what was known then. */
async function startEvaluation(
  desk: Desk,
  { request: id, ...input }: ParsedInputOf<'evaluation.start'>,
): Promise<OutputOf<'evaluation.start'>> {
  const { parts, books, actor, now } = desk;
  const request = await books.requests.byId(id);
  if (request === null) throw new WeighbridgeError('request-not-found', id);
  assertNotOwn(desk, request);
  const { state, reference, dossier } = request;
  if (state !== 'review' || dossier === null) throw new WeighbridgeError('not-evaluable', `${id} is ${state}`);
  if (/^(hf:|https:\/\/)/.test(reference))
    throw new WeighbridgeError('not-evaluable', `${reference} does not lie below the server’s folder of models`);
  const running = await books.evaluations.running(id);
  if (running !== null) throw new WeighbridgeError('evaluation-running', running.id);
  const evaluators = [...new Set(input.evaluators)];
  assertKnown(parts, evaluators);
  const evaluation: Evaluation = {
    id: parts.mint.id(),
    request: id,
    evaluators,
    state: 'running',
    before: dossier,
    dossier: null,
    outcome: null,
    saidFailed: [],
    failure: null,
    by: actor.person.id,
    at: now.toISOString(),
    endedAt: null,
  };
  await books.evaluations.add(evaluation);
  const job = { id: parts.mint.id(), kind: 'evaluate', subject: evaluation.id, needs: evaluators } as const;
  await books.jobs.queue(job, now);
  await record(desk, 'request.evaluate', id, { evaluation: evaluation.id, evaluators, dossier });
  parts.wake();
  return shown(evaluation);
}

/** Where workers are elsewhere, nobody here knows what they have: it waits for one. */
function assertKnown({ evaluators: known }: Desk['parts'], wanted: readonly string[]): void {
  if (known === null) return;
  const missing = wanted.filter((name) => !known.some((one) => one.name === name));
  if (missing.length === 0) return;
  const has = known.length === 0 ? 'none' : known.map(({ name }) => name).join(', ');
  throw new WeighbridgeError('evaluator-not-found', `${missing.join(', ')}; this server has ${has}`);
}

/** The job goes first, as with requests: a worker that is done at the same moment locks it, too. */
async function cancelEvaluation(
  desk: Desk,
  { evaluation: id }: ParsedInputOf<'evaluation.cancel'>,
): Promise<OutputOf<'evaluation.cancel'>> {
  const { books, now } = desk;
  const running = await books.jobs.cancel('evaluate', id);
  const evaluation = await evaluationBy(books, id);
  const request = await books.requests.peek(evaluation.request);
  if (request !== null) assertNotOwn(desk, request);
  if (!running || evaluation.state !== 'running')
    throw new WeighbridgeError('evaluation-over', `${id} is ${evaluation.state}`);
  const cancelled: Evaluation = { ...evaluation, state: 'cancelled', endedAt: now.toISOString() };
  await books.evaluations.end(cancelled);
  await record(desk, 'request.evaluated', evaluation.request, { evaluation: id, state: 'cancelled' });
  return shown(cancelled);
}

/** Who wants it admitted neither picks what is asked of it, nor ends what may speak against it. */
function assertNotOwn({ actor }: Desk, { id, requestedBy, owner }: AdmissionRequest): void {
  if ([requestedBy, owner].includes(actor.person.id)) throw new WeighbridgeError('own-request', id);
}

async function evaluationBy({ evaluations }: Desk['books'], id: string): Promise<Evaluation> {
  const evaluation = await evaluations.byId(id);
  if (evaluation === null) throw new WeighbridgeError('evaluation-not-found', id);
  return evaluation;
}

async function saidIn(
  { dossiers }: Desk['books'],
  { dossier, evaluators }: Evaluation,
  now: Date,
): Promise<readonly Said[]> {
  if (dossier === null) return [];
  const said = saidByEvaluators((await dossiers.newest(dossier)).dossier, now);
  return said.filter(({ evaluator }) => evaluators.includes(evaluator));
}

function shown(evaluation: Evaluation): OutputOf<'evaluation.start'> {
  const { evaluators, saidFailed } = evaluation;
  return { ...evaluation, evaluators: [...evaluators], saidFailed: [...saidFailed] };
}
