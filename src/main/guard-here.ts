import { readOwnChunks, readOwnIndex } from '../adapters/files/own-files.ts';
import { within } from '../adapters/isolation/within.ts';
import { worked } from '../adapters/process/worked.ts';
import type { Io } from '../cli/io.ts';
import { type AdvisersWorld, advisersIn } from './advisers.ts';

/** What a guard needs of the world, in this thread. */
export function guardHere(world: AdvisersWorld): Pick<Io, 'guard' | 'readChunks' | 'monotonic'> {
  const advisers = advisersIn(world, process.cwd());
  return {
    guard: async (policy, how) =>
      (await import('../app/guard.ts')).openGuard({
        policy,
        ...how,
        readIndex: readOwnIndex,
        advisers,
        within,
        clock: () => performance.now(),
        worked,
      }),
    readChunks: readOwnChunks,
    monotonic: () => performance.now(),
  };
}
