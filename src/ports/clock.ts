/** What time it is. */
export interface Clock {
  now(): Date;
  /** Milliseconds from some fixed moment, never going back. */
  monotonic(): number;
}
