import { randomUUID } from 'node:crypto';
import type { WorkerParts } from '../app/control/requests/vet-request.ts';
import { PERIODS, workOn } from '../app/control/work-on.ts';
import type { Progress } from '../contract/progress.ts';
import type { Job, JobProgress } from '../ports/control/jobs.ts';

/** How long a job stays with a worker that says nothing. Milliseconds. */
const LEASE = 60_000;
/** How often a worker shows that it lives and how far it is, and learns that its job was cancelled. */
const SIGN = 1_000;
/** How often a worker looks when nobody wakes it. */
const POLL = 1_000;
/** How often it looks whether it is time for what is done at its time. Milliseconds. */
const PERIODIC = 60_000;

export interface Worker {
  wake(): void;
  /** Ends when the job under way was given up; its lease runs out and another takes it. */
  stop(): Promise<void>;
}

/** Takes jobs one after the other. */
export function startWorker(parts: WorkerParts, log: (line: string) => void): Worker {
  const name = randomUUID();
  const stopper = new AbortController();
  let wake = (): void => {};
  let looked = Number.NEGATIVE_INFINITY;
  const queuePeriodic = async (): Promise<void> => {
    const now = parts.clock.monotonic();
    if (now - looked < PERIODIC) return;
    looked = now;
    await parts.store.queuePeriodic(PERIODS).catch(told);
  };
  const told = (error: unknown): false => {
    log(`worker: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  };
  const loop = async (): Promise<void> => {
    while (!stopper.signal.aborted) {
      await queuePeriodic();
      const worked = await workOnce(parts, name, stopper.signal).catch(told);
      if (worked || stopper.signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const ended = loop();
  return {
    // Who wakes us has yet to commit.
    wake: () => void setTimeout(() => wake(), 20),
    stop: async () => {
      stopper.abort();
      wake();
      await ended;
    },
  };
}

async function workOnce(parts: WorkerParts, name: string, stopped: AbortSignal): Promise<boolean> {
  const job = await parts.store.takeJob(
    name,
    LEASE,
    (parts.evaluators ?? []).map((one) => one.name),
  );
  if (job === null) return false;
  const lost = new AbortController();
  const { progress, now } = noted();
  const living = setInterval(() => void showLife(parts, job, name, now(), lost), SIGN);
  try {
    await workOn(parts, job, name, { signal: AbortSignal.any([stopped, lost.signal]), progress });
  } finally {
    clearInterval(living);
  }
  return true;
}

/** Nothing is given up because the database did not answer once: the lease says when it is too late. */
async function showLife(
  { store }: WorkerParts,
  job: Job,
  name: string,
  progress: JobProgress | null,
  lost: AbortController,
): Promise<void> {
  const mine = await store.renewLease(job, name, LEASE, progress).catch(() => true);
  if (!mine) lost.abort();
}

/** Keeps how far the work is, for the next sign of life. */
function noted(): { readonly progress: Progress; readonly now: () => JobProgress | null } {
  let state: JobProgress | null = null;
  let step = 'resolve';
  return {
    now: () => state,
    progress: {
      start: (next) => {
        step = next;
        state = { step, done: 0, total: 0, unit: 'files' };
      },
      update: ({ done, total, unit, note }) => {
        state = { step, done, total, unit, note };
      },
      notice: () => {},
      end: () => {},
    },
  };
}
