import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { StallWatch, Watched } from '../../ports/stall-watch.ts';
import { passed, workedLately } from '../process/worked.ts';
import { within } from './within.ts';

export interface StallWatchOptions {
  /** Where the code of the watching thread lies. */
  readonly code: URL;
  /** How long nothing may come on. */
  readonly milliseconds: number;
  /** Called before the thread is started: what goes on takes longer than most does. */
  readonly onLong?: () => void;
}

/** What the watching thread is told at its start. */
export interface StallTask {
  /** One number, which changes whenever this thread came on. */
  readonly beats: Int32Array;
  readonly milliseconds: number;
}

/**
 * Watches the main thread from another: that one ends what runs here by the inspector's `Runtime.terminateExecution` (Chrome
 * DevTools Protocol), which needs nothing of this thread. Starting it takes as long as reading a hundred small files, so
 * that the first work begins under Node's own watch over scripts, and the thread is there for what is not done soon. In
 * other threads nothing is watched beyond that: whoever started them gave them a deadline.
 */
export function createStallWatch({ code, milliseconds, onLong = () => {} }: StallWatchOptions): StallWatch {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const waiting = new Set<() => void>();
  let worker: Worker | null = null;
  let ticks: NodeJS.Timeout | undefined;
  /** The first stretch of the first work. */
  let first: FirstStretch | null = null;

  const tick = (): void => void Atomics.add(beats, 0, 1);
  const beat = (): Promise<void> | null => {
    tick();
    return first !== null && (workedLately() > first.until || passed() > first.end) ? first.over : null;
  };
  const stalled = (): void => {
    for (const onStall of waiting) onStall();
  };
  const watchApart = (): void => {
    // A short scan needs nothing of threads, and loads nothing of them.
    const { isMainThread, Worker } = process.getBuiltinModule('node:worker_threads');
    if (!isMainThread) return;
    tick();
    // The event loop turns: however long a single file takes, others may be waiting for the network.
    ticks ??= setInterval(tick, TICK_MILLISECONDS).unref();
    if (worker === null) {
      onLong();
      worker = started(new Worker(code, optionsFor({ beats, milliseconds })), stalled);
    }
    // What runs may be all that keeps the process alive, and is ended a moment before word of that comes.
    worker.ref();
    worker.postMessage('watch');
  };
  /** Comes back within the first stretch, and only where there is one. */
  const firstStretch = (drain: () => void): Promise<void> =>
    new Promise((begun) => {
      let ended = (): void => {};
      const over = new Promise<void>((resolve) => {
        ended = resolve;
      });
      setImmediate(() => {
        first = { over, until: workedLately() + FIRST_MILLISECONDS, end: passed() + milliseconds / 4 };
        const outcome = within(milliseconds, () => {
          begun();
          drain();
        });
        first = null;
        if (outcome.kind === 'ended') stalled();
        else if (waiting.size > 0) watchApart();
        ended();
      });
    });
  let begins: Promise<void> | null = null;
  const begin = async (onStall: () => void): Promise<void> => {
    waiting.add(onStall);
    const drain = drainOf(process);
    if (begins === null && drain !== null) begins = firstStretch(drain);
    else if (waiting.size === 1) watchApart();
    await begins;
  };
  const end = (onStall: () => void): void => {
    if (!waiting.delete(onStall) || waiting.size > 0) return;
    clearInterval(ticks);
    ticks = undefined;
    worker?.postMessage('rest');
    worker?.unref();
  };

  return {
    watch: async <T>(work: (beat: () => Promise<void> | null) => Promise<T>): Promise<Watched<T>> => {
      let onStall = (): void => {};
      const ended = new Promise<Watched<T>>((resolve) => {
        onStall = () => resolve({ kind: 'stalled' });
      });
      try {
        await begin(onStall);
        return await Promise.race([done(work(beat)), ended]);
      } finally {
        end(onStall);
      }
    },
  };
}

/**
 * Runs what waits for its turn, at once. Node's own name for it is meant for nobody, and may go: without it the thread is
 * there from the beginning.
 */
function drainOf(node: NodeJS.Process): (() => void) | null {
  const { _tickCallback: drain } = node as { readonly _tickCallback?: unknown };
  return typeof drain === 'function' ? () => void drain.call(node) : null;
}

interface FirstStretch {
  readonly over: Promise<void>;
  /** By the processor's time, and by the clock. */
  readonly until: number;
  readonly end: number;
}

/** Of the processor's time: what takes no longer is done before a thread would have paid for itself. */
const FIRST_MILLISECONDS = 500;

/** Often enough, and too seldom to be felt. */
const TICK_MILLISECONDS = 250;

async function done<T>(work: Promise<T>): Promise<Watched<T>> {
  return { kind: 'done', value: await work };
}

function optionsFor(task: StallTask): WorkerOptions {
  return { workerData: task, argv: [], env: {}, execArgv: [], stdout: true, stderr: true };
}

function started(worker: Worker, onStall: () => void): Worker {
  worker.on('message', onStall);
  // Without it nothing is watched, and everything else is as it was.
  worker.on('error', () => {});
  return worker;
}
