import type { LettersInRow } from './letters.ts';

/** Letters on either side of what stands between words: further away a copy is found without it. */
const AROUND = 160;

/** Gathers the stretches of a document that read otherwise without what stands between their words. */
export interface Stretches {
  /** `joined`: the letters before which something was left out, in order; one may stand behind the last. */
  read(letters: LettersInRow, joined: readonly number[]): void;
  /** Those of the document, which is over. */
  take(): readonly LettersInRow[];
}

/** Moved only now and then; more than `AROUND`, so that what ended before is told from what goes on. */
const MOST_WAITING = 8 * AROUND;

export function createStretches(): Stretches {
  let taken: { start: number; end: number }[] = [];
  let kept = new Uint16Array(1024);
  let count = 0;
  /** Letters that stand at the end of what is kept, and may begin a stretch. */
  let waiting = 0;
  /** Letters that still belong to the stretch that is open. */
  let left = 0;
  const keep = (unit: number) => {
    if (count === kept.length) {
      const larger = new Uint16Array(2 * count);
      larger.set(kept);
      kept = larger;
    }
    kept[count++] = unit;
  };
  const join = () => {
    const last = taken.at(-1);
    // What ended just before goes on.
    if (last !== undefined && waiting <= AROUND && last.end === count - waiting) last.end = count;
    else taken.push({ start: count - Math.min(waiting, AROUND), end: count });
    [left, waiting] = [AROUND, 0];
  };
  const add = (unit: number) => {
    if (waiting === MOST_WAITING) {
      kept.copyWithin(count - waiting, count - AROUND, count);
      count -= waiting - AROUND;
      waiting = AROUND;
    }
    keep(unit);
    const last = taken.at(-1);
    if (left > 0 && last !== undefined) [left, last.end] = [left - 1, count];
    else waiting++;
  };
  return {
    read: ({ count: more, units }, joined) => {
      let next = 0;
      for (let at = 0; at < more; at++) {
        for (; next < joined.length && (joined[next] ?? 0) <= at; next++) join();
        add(units[at] ?? 0);
      }
      if (next < joined.length) join();
    },
    take: () => {
      const stretches = taken.map(({ start, end }) => ({ count: end - start, units: kept.slice(start, end) }));
      [taken, count, waiting, left] = [[], 0, 0, 0];
      return stretches;
    },
  };
}
