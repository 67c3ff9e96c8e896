import { isMainThread, Worker } from 'node:worker_threads';
import type { StallWatch, Watched } from '../../ports/stall-watch.ts';

export interface StallWatchOptions {
  /** Where the code of the watching thread lies. */
  readonly code: URL;
  /** How long nothing may come on. */
  readonly milliseconds: number;
  /** Where the thread is to come up at once, beside what is loaded meanwhile, and not with the first work: called when it is there. */
  readonly onReady?: () => void;
}

/** What the watching thread is told at its start. */
export interface StallTask {
  /** One number, which changes whenever this thread came on. */
  readonly beats: Int32Array;
  readonly milliseconds: number;
}

/**
 * Watches the main thread from another, which starts with the first work: that one ends what runs here by the inspector's
 * `Runtime.terminateExecution` (Chrome DevTools Protocol), which needs nothing of this thread. In other threads nothing is
 * watched: whoever started them gave them a deadline.
 */
export function createStallWatch({ code, milliseconds, onReady }: StallWatchOptions): StallWatch {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const beat = (): void => void Atomics.add(beats, 0, 1);
  const waiting = new Set<() => void>();
  const start = (): Worker => started(code, { beats, milliseconds }, waiting);
  let worker = onReady === undefined || !isMainThread ? null : start();
  worker?.once('online', () => onReady?.()).unref();
  let ticks: NodeJS.Timeout | undefined;

  const begin = (onStall: () => void): void => {
    beat();
    waiting.add(onStall);
    if (waiting.size > 1) return;
    // The event loop turns: however long a single file takes, others may be waiting for the network.
    ticks = setInterval(beat, TICK_MILLISECONDS).unref();
    worker ??= start();
    // What runs may be all that keeps the process alive, and is ended a moment before word of that comes.
    worker.ref();
    worker.postMessage('watch');
  };
  const end = (onStall: () => void): void => {
    if (!waiting.delete(onStall) || waiting.size > 0) return;
    clearInterval(ticks);
    worker?.postMessage('rest');
    worker?.unref();
  };

  return {
    watch: async <T>(work: (beat: () => void) => Promise<T>): Promise<Watched<T>> => {
      if (!isMainThread) return { kind: 'done', value: await work(() => {}) };
      let onStall = (): void => {};
      const stalled = new Promise<Watched<T>>((resolve) => {
        onStall = () => resolve({ kind: 'stalled' });
      });
      begin(onStall);
      try {
        return await Promise.race([done(work(beat)), stalled]);
      } finally {
        end(onStall);
      }
    },
  };
}

/** Often enough, and too seldom to be felt. */
const TICK_MILLISECONDS = 250;

async function done<T>(work: Promise<T>): Promise<Watched<T>> {
  return { kind: 'done', value: await work };
}

function started(code: URL, task: StallTask, waiting: ReadonlySet<() => void>): Worker {
  const worker = new Worker(code, { workerData: task, argv: [], env: {}, execArgv: [], stdout: true, stderr: true });
  worker.on('message', () => {
    for (const onStall of waiting) onStall();
  });
  // Without it nothing is watched, and everything else is as it was.
  worker.on('error', () => {});
  return worker;
}
