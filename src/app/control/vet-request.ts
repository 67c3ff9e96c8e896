import type { Caller } from '../../contract/caller.ts';
import type { VetInput, WantedPolicy } from '../../contract/vetting.ts';
import type { Weighbridge } from '../../contract/weighbridge.ts';
import type { AdmissionRequest } from '../../domain/request.ts';
import { USUAL_REVIEW } from '../../domain/review.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Job } from '../../ports/control/jobs.ts';
import type { Books } from '../../ports/control-store.ts';
import { condemnedBy } from './condemned.ts';
import { settleRequest } from './decisions.ts';
import { rulesOf } from './house-policies.ts';
import { keptIn } from './kept.ts';
import type { ControlParts } from './parts.ts';
import { record, WORKER } from './parts.ts';

/** A job that killed two workers is not given to a third; and the world gets as many chances to mend itself. */
const TRIES = 3;
/** Before the second try; four times that before the third. Milliseconds: a hub that is busy says so for seconds. */
const DELAY = 5_000;

export interface WorkerParts extends ControlParts {
  readonly vet: (input: VetInput, caller: Caller) => Promise<Vetting>;
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
    const failure = result.kind === 'failed' ? result.why : null;
    if (!(await books.jobs.finish(job, worker, failure)) || request === null) return;
    if (result.kind === 'failed') await fail(parts, books, request, result.why);
    else await conclude(parts, books, request, result.vetting);
  });
}

type Result =
  | { readonly kind: 'vetted'; readonly vetting: Vetting }
  /** The world stood in the way; it may not the next time. */
  | { readonly kind: 'later' }
  | { readonly kind: 'failed'; readonly why: string };

interface Vetted {
  readonly job: Job;
  readonly request: AdmissionRequest | null;
  readonly policy: WantedPolicy | null;
}

async function vetted(parts: WorkerParts, { job, request, policy }: Vetted, caller: Caller): Promise<Result> {
  if (request === null) return { kind: 'failed', why: 'there is no such request' };
  if (job.tries > TRIES) return { kind: 'failed', why: `the worker died ${TRIES} times while it vetted this` };
  let reference = request.reference;
  try {
    reference = await parts.locate(job.organisation, request.reference);
    const vetting = await parts.vet(
      {
        reference,
        policy,
        use: null,
        useFlags: request.use,
        downloadTo: null,
        sign: null,
        keep: false,
        kept: keptIn(parts.store, job.organisation),
      },
      caller,
    );
    // Where the server keeps its models is nobody's business.
    const actions = vetting.actions.map(({ text, command }) => ({
      text,
      command: command?.replaceAll(reference, request.reference) ?? null,
    }));
    return { kind: 'vetted', vetting: { ...vetting, reference: request.reference, actions } };
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) return { kind: 'failed', why: 'a fault of ours' };
    if (error.kind === 'world' && job.tries < TRIES) return { kind: 'later' };
    return { kind: 'failed', why: `${error.message.replaceAll(reference, request.reference)} [${error.code}]` };
  }
}

async function conclude(parts: WorkerParts, books: Books, request: AdmissionRequest, vetting: Vetting): Promise<void> {
  const now = parts.clock.now();
  const { outcome } = vetting.verdict;
  await books.dossiers.keep(vetting);
  const desk = { parts, books, now, actor: WORKER };
  await record(desk, 'request.vet', request.id, { dossier: vetting.dossier.digest, outcome });
  if (vetting.dossier.artifact.manifest === null && outcome !== 'deny') {
    return fail(parts, books, request, 'not every file has a known SHA-256, so that nothing could be bound to it');
  }
  // A proposed fork is for its family's reviewer, whatever the policy says.
  const proposed = (await books.families.contribution(request.id)) !== null;
  // Nor does a policy alone bring back what people took away.
  const condemned = (await condemnedBy(books, vetting.dossier)).length > 0;
  const held = proposed || condemned;
  if (outcome === 'review' || (outcome === 'admit' && held)) {
    // What the policy would admit by itself takes the family's reviewer alone.
    const usual = outcome === 'admit' && !condemned ? { roles: [], people: 1 } : USUAL_REVIEW;
    const review = vetting.verdict.review ?? usual;
    return books.requests.settle({ ...request, state: 'review', dossier: vetting.dossier.digest, outcome, review });
  }
  if (vetting.dossier.artifact.manifest === null) {
    return books.requests.settle({ ...request, state: 'denied', dossier: vetting.dossier.digest, outcome });
  }
  await settleRequest(desk, { request, vetting, state: outcome === 'admit' ? 'admitted' : 'denied', rulings: [] });
}

async function fail(parts: WorkerParts, books: Books, request: AdmissionRequest, why: string): Promise<void> {
  await books.requests.settle({ ...request, state: 'failed', failure: why.replaceAll('\0', '\uFFFD').slice(0, 2000) });
  await record({ books, now: parts.clock.now(), actor: WORKER }, 'request.fail', request.id);
}
