/** Sees to it that what runs in this thread comes to an end. */
export interface StallWatch {
  /**
   * Runs `work`, which calls `beat` whenever it came on, and waits for what that gives, if anything. When nothing comes on for too long, neither it nor anything else in
   * this thread, what runs is ended in its midst, a loop or a pattern of a regular expression too. Whatever waited for its
   * turn is lost with it, so that `work` never settles: it is to be done again, otherwise.
   */
  watch<T>(work: (beat: () => Promise<void> | null) => Promise<T>): Promise<Watched<T>>;
}

export type Watched<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'stalled' };
