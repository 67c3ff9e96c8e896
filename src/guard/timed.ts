import type { GuardStream, Released } from './stream.ts';

/** Calls `run` once, after so many milliseconds, unless what it gives back is called before. */
export type Later = (milliseconds: number, run: () => void) => () => void;

export interface HoldBound {
  /** The policy's `hold.milliseconds`. */
  readonly milliseconds: number;
  /** The caller's clock: `setTimeout`, or a test's. */
  readonly later: Later;
  /** What is let out, or that nothing more is, when time is up: nobody called for it. */
  readonly expired: (released: Released) => void;
}

/**
 * The stream, with nothing held longer than the policy lets it: a model that stalls within what may become a finding
 * keeps nobody waiting, and what is not known by then is judged as what a broken detector would have had to judge.
 */
export function boundHold(stream: GuardStream, { milliseconds, later, expired }: HoldBound): GuardStream {
  let stop: (() => void) | null = null;
  const rest = () => {
    stop?.();
    stop = null;
  };
  const watched = (released: Released): Released => {
    // What went out was held longest: what is held now came later.
    if (released.text !== '' || released.stopped !== null || stream.held() === 0) rest();
    if (stream.held() > 0 && released.stopped === null && stop === null) {
      stop = later(milliseconds, () => {
        stop = null;
        expired(stream.expire());
      });
    }
    return released;
  };
  return {
    held: () => stream.held(),
    push: (delta) => watched(stream.push(delta)),
    expire: () => {
      rest();
      return stream.expire();
    },
    end: (delta) => {
      rest();
      return stream.end(delta);
    },
  };
}
