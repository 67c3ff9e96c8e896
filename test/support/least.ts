/**
 * The least milliseconds that work takes, of five times at most: once it is within what it may take, it is not done again. Others
 * use the machine, too, and may have it stand still; what takes long by itself does so each time.
 */
export function least(within: number, work: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 5 && shortest >= within; times++) {
    const began = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - began);
  }
  return shortest;
}

/**
 * How much longer long work takes than short work, as `least` has it: `short` in milliseconds, and `most` as often at most. Both
 * are measured by turns, so that a slow or a busy machine is one for both.
 */
export function growth(most: number, short: () => unknown, long: () => unknown): number {
  let [one, other, grown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let times = 0; times < 8 && grown >= most; times++) {
    one = Math.min(one, least(0, short));
    other = Math.min(other, least(most * one, long));
    grown = other / Math.max(one, 1);
  }
  return grown;
}
