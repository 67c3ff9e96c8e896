import { LIMITS } from './limits.ts';

/** Two ways to count milliseconds, each from some fixed moment. */
export interface Timepiece {
  /** By the clock. */
  readonly now: () => number;
  /**
   * What was worked, or waited for anything but a turn: on a machine that others share this stands still while they have the
   * processor. Where nobody can tell, the clock counts alone.
   */
  readonly worked?: (() => number) | undefined;
}

export interface Deadline {
  readonly isOver: () => boolean;
  /** How long it cannot be over yet; to be asked again then. */
  readonly left: () => number;
}

/**
 * Is over after so many milliseconds of work; by the clock at the earliest then, and in any case after `LIMITS.patience`
 * times as many. Cheap as long as the clock alone says that it is not over.
 */
export function startDeadline(milliseconds: number, { now, worked }: Timepiece): Deadline {
  const before = worked?.() ?? 0;
  let look = now() + milliseconds;
  const end = look + milliseconds * (LIMITS.patience - 1);
  return {
    isOver: () => {
      const at = now();
      if (at <= look) return false;
      if (worked === undefined || at > end) return true;
      const rest = milliseconds - (worked() - before);
      // What may be worked still takes as long at least.
      look = Math.min(at + rest, end);
      return rest <= 0;
    },
    left: () => Math.max(0, look - now()),
  };
}
