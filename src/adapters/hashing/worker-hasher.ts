import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { FileToHash, Hasher, HashOptions } from '../../ports/hasher.ts';
import { type HashedFile, hashFile, hashSteps } from './hash-file.ts';

/** Below this a thread costs more to start than it saves (about 40 ms, in which 50 MB are hashed). */
const THREADS_FROM = 32 * 1024 * 1024;

/** What a thread is sent, one file at a time. */
export interface HashTask {
  readonly path: string;
  readonly size: number;
}

/** What it answers. */
export type HashReport =
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'file'; readonly result: HashedFile };

/**
 * Hashes on as many threads as the machine has processors; `workerFile` is the code that runs in each. `alone`: nobody else
 * waits for this thread, so that one file is hashed in it, which needs no other.
 */
export function createWorkerHasher(workerFile: URL, alone = false): Hasher {
  return {
    hash: async (files, options) => {
      const total = files.reduce((sum, { size }) => sum + size, 0);
      const [only, ...others] = files;
      if (total < THREADS_FROM) await hashHere(files, options);
      else if (alone && only !== undefined && others.length === 0) await hashInTurns(only, options);
      else await hashInThreads(workerFile, files, options);
    },
  };
}

async function hashHere(files: readonly FileToHash[], options: HashOptions): Promise<void> {
  const block = Buffer.allocUnsafe(256 * 1024);
  for (const [at, file] of files.entries()) {
    // Every so often, so that ^C is heard among a hundred thousand small files.
    if (at % 256 === 255) await new Promise(setImmediate);
    options.signal.throwIfAborted();
    settle(file, hashFile(file.localPath, file.size, options.onBytes, block), options);
  }
}

/** A block at a time, so that what else goes on here comes to its turn. */
async function hashInTurns(file: FileToHash, options: HashOptions): Promise<void> {
  const steps = hashSteps(file.localPath, file.size);
  try {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return settle(file, step.value, options);
      options.onBytes(step.value);
      await (options.turn === undefined ? new Promise(setImmediate) : options.turn());
      options.signal.throwIfAborted();
    }
  } finally {
    // Whatever ends it, the file is closed.
    steps.return({ kind: 'changed' });
  }
}

/** The largest first, each thread taking the next: no thread is left with a big one at the end. */
async function hashInThreads(workerFile: URL, files: readonly FileToHash[], options: HashOptions): Promise<void> {
  const queue = [...files].sort((a, b) => b.size - a.size).values();
  const width = Math.min(availableParallelism(), files.length);
  const threads = process.getBuiltinModule('node:worker_threads');
  const workers = Array.from({ length: width }, () => new threads.Worker(workerFile));
  const stop = (): void => {
    for (const worker of workers) void worker.terminate();
  };
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.all(workers.map((worker) => drain(worker, queue, options)));
    options.signal.throwIfAborted();
  } finally {
    options.signal.removeEventListener('abort', stop);
    stop();
  }
}

async function drain(worker: Worker, queue: Iterator<FileToHash>, options: HashOptions): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    settle(next.value, await ask(worker, next.value, options.onBytes), options);
  }
}

function ask(worker: Worker, file: FileToHash, onBytes: (bytes: number) => void): Promise<HashedFile> {
  return new Promise((resolve, reject) => {
    const onMessage = (report: HashReport): void => {
      if (report.kind === 'bytes') onBytes(report.bytes);
      else finish(() => resolve(report.result));
    };
    const onError = (error: unknown): void => finish(() => reject(error));
    const onExit = (): void => finish(() => reject(new WeighbridgeError('stopped', 'hashing was stopped')));
    const finish = (then: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      then();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    const task: HashTask = { path: file.localPath, size: file.size };
    worker.postMessage(task);
  });
}

function settle(file: FileToHash, result: HashedFile, options: HashOptions): void {
  if (result.kind === 'hashed') options.onDigest(file.path, digestFromHex(result.sha256));
  else options.onFailure(file.path, result.kind);
}
