import { setTimeout as wait } from 'node:timers/promises';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { EmbeddedDatabase } from './embedded.ts';

/** How often we look whether it runs. Milliseconds. */
const LOOK = 1_000;
/** Before each new start: a disk that was full takes a while to be emptied. Milliseconds. */
const PAUSES = [0, 5_000, 30_000] as const;

export interface Keeper {
  /** Why it runs no more: it ended, and would not start again. Never settles otherwise. */
  readonly ended: Promise<string>;
  /** Looks no more: whoever calls stops the database next. */
  stop(): Promise<void>;
}

/**
 * Starts a database again that ended by itself: PostgreSQL gives up where its journal finds no room. After three starts
 * in vain it is left as it is, and `ended` says so.
 */
export function keepRunning(
  database: Pick<EmbeddedDatabase, 'runs' | 'again'>,
  log: (line: string) => void,
  pauses: readonly number[] = PAUSES,
  look: number = LOOK,
): Keeper {
  const stopper = new AbortController();
  const { signal } = stopper;
  const pause = (milliseconds: number): Promise<void> => wait(milliseconds, undefined, { signal });
  const startAgain = async (): Promise<string | null> => {
    let last = '';
    for (const [at, rest] of pauses.entries()) {
      await pause(rest);
      try {
        await database.again();
        log('database: it ended by itself and was started again');
        return null;
      } catch (error) {
        last = error instanceof WeighbridgeError ? error.detail : String(error);
        log(`database: it ended, and start ${at + 1} of ${pauses.length} failed: ${last}`);
      }
    }
    return last;
  };
  const watch = async (): Promise<string> => {
    for (;;) {
      await pause(look);
      if (database.runs()) continue;
      const why = await startAgain();
      if (why !== null) return why;
    }
  };
  const watched = watch();
  return {
    ended: new Promise((resolve) => watched.then(resolve, () => {})),
    stop: async () => {
      stopper.abort();
      await watched.catch(() => {});
    },
  };
}
