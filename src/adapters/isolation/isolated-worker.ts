import type { Worker } from 'node:worker_threads';
import { startDeadline } from '../../kernel/deadline.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { IsolatedOutcome } from '../../ports/isolation.ts';
import { workedBy } from '../process/worked.ts';

type Died = Extract<IsolatedOutcome, { kind: 'died' }>;

/** Loading code is ours to answer for, not the input's; a machine under heavy load takes seconds. */
const START_MILLISECONDS = 30_000;

/** New objects live here until they are known to stay; small, since answers are. */
const YOUNG_MIB = 16;

/** One worker thread that answers one input at a time. */
export class IsolatedWorker {
  readonly #worker: Worker;
  readonly #loaded: Promise<void>;
  readonly #died: Promise<Died>;
  #onLoaded: () => void = () => {};
  /** What the system calls the thread, where it keeps account of it. */
  #thread: string | null = null;
  #onAnswer: (outcome: IsolatedOutcome) => void = () => {};

  constructor(code: URL, heapMiB: number) {
    // Loaded with the first thread: most calls start none.
    const threads = process.getBuiltinModule('node:worker_threads');
    this.#worker = new threads.Worker(code, {
      // Nothing of ours: no environment, no loader flags, no way to write on our terminal.
      argv: [],
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    this.#worker.on('message', (message: unknown) => this.#hear(message));
    this.#loaded = new Promise((resolve) => {
      this.#onLoaded = resolve;
    });
    this.#died = new Promise((resolve) => {
      this.#worker.on('error', (error: unknown) =>
        resolve(died(isOutOfMemory(error) ? 'memory' : 'crash', messageOf(error))),
      );
      this.#worker.on('exit', (code) => resolve(died('crash', `it ended with code ${code}`)));
    });
    // Only now: listening would keep the process alive again.
    this.#worker.unref();
  }

  /**
   * Never rejects. After `died` the worker is gone. The deadline counts from when its code is loaded, and what the thread
   * worked or waited for, not the time in which others had the processor (`startDeadline`).
   */
  async run(input: Json, milliseconds: number): Promise<IsolatedOutcome> {
    this.#worker.ref();
    const outcome = (await this.#within(START_MILLISECONDS, this.#loaded)) ?? (await this.#ask(input, milliseconds));
    this.#worker.unref();
    if (outcome.kind === 'died') await this.end();
    return outcome;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(input: Json, milliseconds: number): Promise<IsolatedOutcome> {
    const answer = new Promise<IsolatedOutcome>((resolve) => {
      this.#onAnswer = resolve;
    });
    this.#worker.postMessage(input);
    return this.#within(milliseconds, answer);
  }

  #hear(message: unknown): void {
    if (!isJsonObject(message)) return;
    if (message.kind === 'ready') {
      this.#thread = typeof message.thread === 'string' ? message.thread : null;
      this.#onLoaded();
    }
    if (message.kind === 'done') this.#onAnswer({ kind: 'done', output: message.output ?? null });
    if (message.kind === 'failed')
      this.#onAnswer(died('crash', typeof message.message === 'string' ? message.message : 'it broke'));
  }

  async #within<T>(milliseconds: number, work: Promise<T>): Promise<T | Died> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = startDeadline(milliseconds, { now: () => performance.now(), worked: this.#worked() });
    const late = new Promise<Died>((resolve) => {
      const look = (): void => {
        if (deadline.isOver()) resolve(died('deadline', `no end after ${milliseconds} ms`));
        else timer = setTimeout(look, deadline.left() + 1);
      };
      look();
    });
    const first = await Promise.race([work, this.#died, late]);
    clearTimeout(timer);
    return first;
  }

  /** While it is loaded, nobody knows yet which thread it is. */
  #worked(): (() => number) | undefined {
    const thread = this.#thread;
    if (thread === null || workedBy(thread) === null) return undefined;
    return () => this.#worker.performance.eventLoopUtilization().idle + (workedBy(thread) ?? Number.POSITIVE_INFINITY);
  }
}

function died(reason: Died['reason'], message: string): Died {
  return { kind: 'died', reason, message };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
