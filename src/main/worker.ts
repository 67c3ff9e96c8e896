import { randomUUID } from 'node:crypto';
import { vetRequest, type WorkerParts } from '../app/control/vet-request.ts';

/** How long a job stays with a worker that says nothing; renewed at a third of it. Milliseconds. */
const LEASE = 60_000;
/** How often a worker looks when nobody wakes it. */
const POLL = 1_000;

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
  const loop = async (): Promise<void> => {
    while (!stopper.signal.aborted) {
      const worked = await workOnce(parts, name, stopper.signal).catch((error: unknown) => {
        log(`worker: ${error instanceof Error ? error.message : String(error)}`);
        return false;
      });
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

async function workOnce(parts: WorkerParts, name: string, signal: AbortSignal): Promise<boolean> {
  const until = (): Date => new Date(parts.clock.now().getTime() + LEASE);
  const job = await parts.store.takeJob(name, parts.clock.now(), until());
  if (job === null) return false;
  const renewing = setInterval(() => void parts.store.renewLease(job, name, until()).catch(() => {}), LEASE / 3);
  try {
    await vetRequest(parts, job, name, signal);
  } finally {
    clearInterval(renewing);
  }
  return true;
}
