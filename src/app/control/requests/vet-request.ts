import type { Caller } from '../../../contract/caller.ts';
import type { WantedPolicy } from '../../../contract/vetting.ts';
import type { Weighbridge } from '../../../contract/weighbridge.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import { record, WORKER } from '../parts.ts';
import { rulesOf } from '../policies/house-policies.ts';
import { concludeVetting, failRequest } from './conclude-vetting.ts';
import { type VettingParts, vetHere } from './vet-here.ts';

/** A job that killed two workers is not given to a third; and the world gets as many chances to mend itself. */
const TRIES = 3;
/** Before the second try; four times that before the third. Milliseconds: a hub that is busy says so for seconds. */
const DELAY = 5_000;

export interface WorkerParts extends VettingParts {
  readonly revet: Weighbridge['revetOne'];
  /** Hashes a folder against a decision. */
  readonly hold: Weighbridge['holdFolder'];
  /** Brings what is known of the world up to date, where somebody said so: nothing is asked of anybody unless told to. */
  readonly refresh: (caller: Caller) => Promise<void>;
}

/**
 * Vets what a request asks for, and lets the policy rule. What comes of it is written in one transaction, and only while
 * the job is still this worker's: however often a job is tried, its effects are recorded once.
 */
export async function vetRequest(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const [request, policy] = await parts.store.within(job.organisation, async (books) => {
    const one = await books.requests.byId(job.subject);
    return [one, one === null ? null : await rulesOf(books, one)] as const;
  });
  const result = await vetted(parts, { job, request, policy }, caller);
  if (caller.signal.aborted) return;
  await parts.store.within(job.organisation, async (books) => {
    if (result.kind === 'later') {
      await books.jobs.postpone(job, worker, DELAY * 4 ** (job.tries - 1));
      return;
    }
    const failure = result.kind === 'vetted' ? null : result.why;
    if (!(await books.jobs.finish(job, worker, failure)) || request === null) return;
    if (result.kind !== 'vetted') return failRequest(parts, books, { request, why: result.why });
    const { vetting } = result;
    await books.dossiers.keep(vetting);
    const about = { dossier: vetting.dossier.digest, outcome: vetting.verdict.outcome };
    await record({ books, now: parts.clock.now(), actor: WORKER }, 'request.vet', request.id, about);
    await concludeVetting(parts, books, { request, vetting });
  });
}

/** The world may not stand in the way the next time. */
type Result = Awaited<ReturnType<typeof vetHere>> | { readonly kind: 'later' };

interface Vetted {
  readonly job: Job;
  readonly request: AdmissionRequest | null;
  readonly policy: WantedPolicy | null;
}

async function vetted(parts: WorkerParts, { job, request, policy }: Vetted, caller: Caller): Promise<Result> {
  if (request === null) return { kind: 'failed', why: 'there is no such request' };
  if (job.tries > TRIES) return { kind: 'failed', why: `the worker died ${TRIES} times while it vetted this` };
  const result = await vetHere(parts, { organisation: job.organisation, request, policy }, caller);
  return result.kind === 'world' && job.tries < TRIES ? { kind: 'later' } : result;
}
