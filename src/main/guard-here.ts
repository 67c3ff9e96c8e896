import { join } from 'node:path';
import { readOwnChunks, readOwnIndex } from '../adapters/files/own-files.ts';
import type { Io } from '../cli/io.ts';
import { readConfig } from './config.ts';
import { lazily } from './lazily.ts';

interface Options {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The code that runs classifiers. */
  readonly classify: () => URL;
}

/** What a guard needs of the world, in this thread. */
export function guardHere({ env, classify }: Options): Pick<Io, 'guard' | 'readChunks' | 'monotonic'> {
  const advisers = lazily(async () => {
    const [{ createAdvisers }, { createWorkerIsolation }] = await Promise.all([
      import('../adapters/advisers/advisers.ts'),
      import('../adapters/isolation/worker-isolation.ts'),
    ]);
    return createAdvisers({
      env,
      runtime: classifierFolder(env),
      cwd: process.cwd(),
      isolation: createWorkerIsolation({ entries: { classify: classify() } }),
    });
  });
  return {
    guard: async (policy, how) =>
      (await import('../app/guard.ts')).openGuard({
        policy,
        ...how,
        readIndex: readOwnIndex,
        advisers,
        clock: () => performance.now(),
      }),
    readChunks: readOwnChunks,
    monotonic: () => performance.now(),
  };
}

/** Where what runs classifiers is installed. */
export function classifierFolder(env: Options['env']): string {
  return join(readConfig(env).dataFolder, 'classifier');
}
