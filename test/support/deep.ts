/**
 * How much a run of the tests tries. `npm test` has five minutes on a slow machine: of properties, and of long lists of
 * cases alike, it tries a part. `npm run prove:deep` tries all of them, and what takes long by itself.
 */
export const DEEP = process.env.WEIGHBRIDGE_DEEP === '1';

/** How many cases of a property are tried. */
export function cases(deep: number): number {
  return DEEP ? deep : Math.ceil(deep / 4);
}

/** Every so manieth of a list, from its first; all of it in a deep run. */
export function sampled<T>(list: readonly T[], every: number): readonly T[] {
  return sampledFrom(list, every, 0);
}

/** The same from another place, so that of many that try a part of one list, each tries another part. */
export function sampledFrom<T>(list: readonly T[], every: number, place: number): readonly T[] {
  return DEEP ? list : list.filter((_, index) => (index + place) % every === 0);
}
