import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Pace, StallWatch, Watched } from '../../ports/stall-watch.ts';
import { passed, workedLately } from '../process/worked.ts';
import { within } from './within.ts';

export interface StallWatchOptions {
  /** Where the code of the watching thread lies. */
  readonly code: URL;
  /** How long nothing may come on. */
  readonly milliseconds: number;
  /** Called when what goes on takes longer than most does, once or more often. */
  readonly onLong?: () => void;
}

/** What the watching thread is told at its start. */
export interface StallTask {
  /** One number, which changes whenever this thread came on. */
  readonly beats: Int32Array;
  readonly milliseconds: number;
}

/**
 * Watches the main thread, in stretches as short as nobody feels: each runs under Node's own watch over scripts, and between
 * them the event loop turns. What waits for more than the next stretch comes on outside of these: from then on
 * another thread watches, which ends what runs here by the inspector's `Runtime.terminateExecution` (Chrome DevTools
 * Protocol), and needs nothing of this thread. Starting it takes as long as reading a hundred small files. In other threads
 * nothing is watched beyond stretches: whoever started them gave them a deadline.
 */
export function createStallWatch({ code, milliseconds, onLong = () => {} }: StallWatchOptions): StallWatch {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const waiting = new Set<() => void>();
  let worker: Worker | null = null;
  let ticks: NodeJS.Timeout | undefined;
  /** The one that runs, or the last one while the next is on its way. Null where another thread watches, or nothing is watched. */
  let stretch: Stretch | null = null;
  /** Comes with the first stretch, while that is on its way. */
  let begins: Promise<void> | null = null;
  /** Pieces of work that may hang, since the last one that was ended. */
  let [underWay, ended] = [0, 0];
  let begun: number | null = null;

  const tick = (): void => void Atomics.add(beats, 0, 1);
  const beat = (): Promise<void> | null => {
    tick();
    if (stretch === null) return null;
    if (stretch.runs && workedLately() <= stretch.until && passed() <= stretch.end) return null;
    stretch.isAwaited = true;
    return stretch.next;
  };
  const turn = async (): Promise<void> => {
    await (stretch === null ? new Promise<void>((resolve) => setImmediate(resolve)) : beat());
  };
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    const since = ended;
    underWay += 1;
    try {
      return await work();
    } finally {
      if (since === ended) underWay -= 1;
    }
  };
  const stalled = (): void => {
    // What was ended says nothing more of itself, and what waits still is of no concern.
    [underWay, ended] = [0, ended + 1];
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

  const drain = drainOf(process);
  /** Runs what `resume` lets go on, with all that waits for its turn. */
  const run = (resume: () => void): void => {
    const own = stretchOf(milliseconds);
    [stretch, begins] = [own, null];
    begun ??= workedLately();
    if (workedLately() - begun > SHORT_MILLISECONDS) onLong();
    const outcome = within(milliseconds, () => {
      resume();
      drain?.();
    });
    own.runs = false;
    // Whatever waits for something else comes on outside of stretches.
    if (outcome.kind === 'done' && waiting.size > 0 && underWay === 0 && own.isAwaited) {
      setImmediate(run, own.goOn);
      return;
    }
    stretch = null;
    if (outcome.kind === 'ended') stalled();
    else if (waiting.size > 0) watchApart();
    own.goOn();
  };
  const begin = async (onStall: () => void): Promise<void> => {
    waiting.add(onStall);
    if (stretch === null && worker === null && drain !== null && waiting.size === 1)
      begins ??= new Promise<void>((resume) => setImmediate(run, resume));
    if (begins !== null) await begins;
    else if (stretch !== null) await beat();
    else if (waiting.size === 1) watchApart();
  };
  const end = (onStall: () => void): void => {
    if (!waiting.delete(onStall) || waiting.size > 0) return;
    if (stretch?.runs === false) stretch = null;
    clearInterval(ticks);
    ticks = undefined;
    worker?.postMessage('rest');
    worker?.unref();
  };

  return {
    watch: async <T>(work: (pace: Pace) => Promise<T>): Promise<Watched<T>> => {
      let onStall = (): void => {};
      const ended = new Promise<Watched<T>>((resolve) => {
        onStall = () => resolve({ kind: 'stalled' });
      });
      try {
        await begin(onStall);
        return await Promise.race([done(work({ beat, during, turn })), ended]);
      } finally {
        end(onStall);
      }
    },
  };
}

interface Stretch {
  /** Whether it runs still. */
  runs: boolean;
  /** By the processor's time, and by the clock. */
  readonly until: number;
  readonly end: number;
  /** Comes with the next stretch; whether anybody waits for that. */
  readonly next: Promise<void>;
  readonly goOn: () => void;
  isAwaited: boolean;
}

function stretchOf(milliseconds: number): Stretch {
  let goOn = (): void => {};
  const next = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const until = workedLately() + STRETCH_MILLISECONDS;
  return { runs: true, until, end: passed() + milliseconds / 4, next, goOn, isAwaited: false };
}

/** Of the processor's time: a stretch costs a tenth of a millisecond, and whoever waits for the event loop feels none. */
const STRETCH_MILLISECONDS = 100;

/** Of the processor's time: most scans take no longer. */
const SHORT_MILLISECONDS = 500;

/**
 * Runs what waits for its turn, at once. Node's own name for it is meant for nobody, and may go: without it the thread is
 * there from the beginning.
 */
function drainOf(node: NodeJS.Process): (() => void) | null {
  const { _tickCallback: drain } = node as { readonly _tickCallback?: unknown };
  return typeof drain === 'function' ? () => void drain.call(node) : null;
}

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
