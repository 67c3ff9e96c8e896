import { availableParallelism } from 'node:os';
import type { Json } from '../../kernel/json.ts';
import type { IsolatedEntry, IsolatedOutcome, Isolation, IsolationLimits } from '../../ports/isolation.ts';
import { IsolatedWorker } from './isolated-worker.ts';

export interface WorkerIsolationOptions {
  /** Where the code of each entry lies: a `file:` or `data:` URL of a module that calls `serveIsolated`. */
  readonly entries: Readonly<Partial<Record<IsolatedEntry, URL>>>;
  /** Workers of one entry and heap at a time; runs beyond wait. */
  readonly size?: number;
}

export interface WorkerIsolation extends Isolation {
  /** Starts a worker ahead of its first run, so that loading its code overlaps with other work. */
  warm(entry: IsolatedEntry, limits: Pick<IsolationLimits, 'heapMiB'>): void;
}

/**
 * Isolation by worker threads: a heap of its own and an end by force, in the same process. It keeps code from hanging or
 * filling the process; it is no wall against code that means harm. Workers start on demand, are reused, and do not keep
 * the process alive while they are idle.
 */
export function createWorkerIsolation({
  entries,
  size = availableParallelism(),
}: WorkerIsolationOptions): WorkerIsolation {
  const pools = new Map<string, Pool>();
  let closed = false;
  const poolOf = (entry: IsolatedEntry, heapMiB: number): Pool => {
    const key = `${entry} ${heapMiB}`;
    const code = entries[entry];
    if (code === undefined) throw new RangeError(`nobody said where the code of ${entry} lies`);
    const pool = pools.get(key) ?? new Pool(() => new IsolatedWorker(code, heapMiB), size);
    pools.set(key, pool);
    return pool;
  };
  return {
    run: async (entry, input, { milliseconds, heapMiB }) =>
      closed ? CLOSED : poolOf(entry, heapMiB).run(input, milliseconds),
    warm: (entry, { heapMiB }) => {
      if (!closed) poolOf(entry, heapMiB).warm();
    },
    close: async () => {
      closed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

const CLOSED: IsolatedOutcome = { kind: 'died', reason: 'crash', message: 'the isolation was closed' };

/** Workers of one kind. A worker that died is forgotten; the next run starts another. */
class Pool {
  readonly #start: () => IsolatedWorker;
  readonly #size: number;
  readonly #idle: IsolatedWorker[] = [];
  readonly #all = new Set<IsolatedWorker>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(start: () => IsolatedWorker, size: number) {
    this.#start = start;
    this.#size = size;
  }

  warm(): void {
    if (this.#all.size === 0) this.#idle.push(this.#started());
  }

  async run(input: Json, milliseconds: number): Promise<IsolatedOutcome> {
    const worker = await this.#take();
    if (worker === undefined) return CLOSED;
    const outcome = await worker.run(input, milliseconds);
    if (outcome.kind === 'done' && !this.#closed) this.#idle.push(worker);
    else this.#all.delete(worker);
    this.#waiting.shift()?.();
    return outcome;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#all].map((worker) => worker.end()));
    this.#all.clear();
  }

  async #take(): Promise<IsolatedWorker | undefined> {
    while (!this.#closed) {
      const worker = this.#idle.pop() ?? (this.#all.size < this.#size ? this.#started() : undefined);
      if (worker !== undefined) return worker;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    return undefined;
  }

  #started(): IsolatedWorker {
    const worker = this.#start();
    this.#all.add(worker);
    return worker;
  }
}
