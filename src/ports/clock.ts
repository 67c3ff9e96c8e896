/** What time it is. */
export interface Clock {
  now(): Date;
  /** Milliseconds from some fixed moment, never going back. */
  monotonic(): number;
  /** Milliseconds that this process has worked, where that is known: they stand still while others have the processor. */
  readonly worked?: () => number;
}
