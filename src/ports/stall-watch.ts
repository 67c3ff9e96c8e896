/** Sees to it that what runs in this thread comes to an end. */
export interface StallWatch {
  /**
   * Runs `work`, which keeps to the pace. When nothing comes on for too long, neither it nor anything else in
   * this thread, what runs is ended in its midst, a loop or a pattern of a regular expression too. Whatever waited for its
   * turn is lost with it, so that `work` never settles: it is to be done again, otherwise.
   */
  watch<T>(work: (pace: Pace) => Promise<T>): Promise<Watched<T>>;
}

/** What watched work tells of itself, so that it can be watched for little. */
export interface Pace {
  /** Called before each piece of work that may hang; what it gives, if anything, is waited for first. */
  readonly beat: () => Promise<void> | null;
  /** Does what may hang. It may wait for more than beats and turns, for the network say: it is watched then, too. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** For long work that cannot hang: comes back when others had their turn. */
  readonly turn: () => Promise<void>;
}

export type Watched<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'stalled' };
