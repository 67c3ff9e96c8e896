/** One look at some kilobytes takes a few milliseconds: what takes this long is broken. */
export const STALLED_MILLISECONDS = 2_000;

/** How old, by the clock, the last look at the work may be: each costs as much as to guard a sentence. */
const FRESH_MILLISECONDS = 50;

/** Tells who takes too long from whose process got no turn: on a full machine, after a suspension. */
export interface Stopwatch {
  now(): number;
  /** Whether what began at `started` and ends now has stalled. */
  hasStalled(started: number): boolean;
  /** When either was asked last. */
  last(): number;
}

/** `worked`: milliseconds of the processor that this process has used. Where nobody can tell, the clock counts alone. */
export function createStopwatch(clock: () => number, worked: (() => number) | undefined): Stopwatch {
  let [at, work, last] = [Number.NEGATIVE_INFINITY, 0, 0];
  const look = (now: number): void => {
    last = now;
    if (worked === undefined || now - at < FRESH_MILLISECONDS) return;
    at = now;
    work = worked();
  };
  return {
    now: () => {
      const now = clock();
      look(now);
      return now;
    },
    hasStalled: (started) => {
      const now = clock();
      const long = now - started > STALLED_MILLISECONDS;
      // The work since that look is no less than that since `started`: a stall is never missed.
      const stalled = long && (worked === undefined || worked() - work > STALLED_MILLISECONDS);
      look(now);
      return stalled;
    },
    last: () => last,
  };
}
