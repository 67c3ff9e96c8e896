import { LIMITS } from '../../kernel/limits.ts';

/** A time in which nothing came on. */
export interface Quiet {
  /** Whether it is too long: asked at each look, which came so long after the one before. */
  readonly isTooLong: (since: number, worked: number) => boolean;
}

/**
 * Counts its own looks, not the clock: where the whole machine stood still, so did whoever looks. And of what lies between
 * two looks it counts what was worked, since a thread that gets no turn does not hang; all the same, after
 * `LIMITS.patience` times as many it is too long, for a thread can wait for ever, too.
 */
export function startQuiet(milliseconds: number, worked: number): Quiet {
  let [looked, active, before] = [0, 0, worked];
  return {
    isTooLong: (since, now) => {
      looked += since;
      // Other threads may have worked beside it.
      active += Math.min(since, now - before);
      before = now;
      return active >= milliseconds || looked >= milliseconds * LIMITS.patience;
    },
  };
}
