import type { Caller } from '../../contract/caller.ts';
import type { Job, Period } from '../../ports/control/jobs.ts';
import { checkpointLog } from './audit/checkpoint-log.ts';
import { heedNews } from './news/news.ts';
import { tendObligations } from './obligations/tend.ts';
import { runDrill } from './releases/run-drill.ts';
import { runEvaluation } from './requests/run-evaluation.ts';
import { vetRequest, type WorkerParts } from './requests/vet-request.ts';
import { sendMail } from './telling/send-mail.ts';

type Work = (parts: WorkerParts, job: Job, worker: string, caller: Caller) => Promise<void>;

/** Every kind of job. What keeps a job from counting twice is each one's own. */
const WORK: Readonly<Record<Job['kind'], Work>> = {
  vet: vetRequest,
  mail: sendMail,
  tend: tendObligations,
  revet: heedNews,
  checkpoint: checkpointLog,
  drill: runDrill,
  evaluate: runEvaluation,
};

/** What every organisation has done at its time. A day's end, and a key that another organisation ended, are noticed within ten minutes. */
export const PERIODS: readonly Period[] = [
  // What is rewritten before it is signed is rewritten unseen: so often it is.
  { kind: 'checkpoint', seconds: 600 },
  { kind: 'tend', seconds: 600 },
  { kind: 'revet', seconds: 24 * 3600 },
];

/** What is done at its time is given up after so many tries: its time comes again. */
const TRIES = 5;

export async function workOn(...[parts, job, worker, caller]: Parameters<Work>): Promise<void> {
  const periodic = PERIODS.some(({ kind }) => kind === job.kind);
  if (!periodic || job.tries <= TRIES) return WORK[job.kind](parts, job, worker, caller);
  await parts.store.within(job.organisation, ({ jobs }) => jobs.finish(job, worker, `it failed ${TRIES} times`));
}
