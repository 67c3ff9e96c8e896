/**
 * The way back from a text to the one that it was made of: in runs, since most of a text stands as it stood. Of a run that was
 * made anew, each unit comes from all that it was made of.
 */
export interface Places {
  /** Where each run begins, in the text that was made. */
  readonly begins: readonly number[];
  /** Where what it comes from begins. */
  readonly from: readonly number[];
  /** And where that ends, of a run that was made anew; -1 of one that stands as it stood. */
  readonly to: readonly number[];
  readonly length: number;
}

export interface PlaceWriter extends Places {
  addSame(from: number, to: number): void;
  addFormed(from: number, to: number, length: number): void;
}

export function createPlaces(): PlaceWriter {
  const begins: number[] = [];
  const origins: number[] = [];
  const ends: number[] = [];
  const add = (from: number, to: number, length: number): void => {
    if (length === 0) return;
    begins.push(places.length);
    origins.push(from);
    ends.push(to);
    places.length += length;
  };
  const places = {
    begins,
    from: origins,
    to: ends,
    length: 0,
    addSame: (from: number, to: number) => add(from, AS_IT_STOOD, to - from),
    addFormed: add,
  };
  return places;
}

const AS_IT_STOOD = -1;

/** Where the unit at `at` comes from; `at` is within the text. */
export function startAt({ begins, from, to }: Places, at: number): number {
  const run = lastUpTo(begins, at);
  const start = from[run] ?? 0;
  return to[run] === AS_IT_STOOD ? start + at - (begins[run] ?? 0) : start;
}

/** Where what the unit at `at` comes from ends. */
export function endAt({ begins, from, to }: Places, at: number): number {
  const run = lastUpTo(begins, at);
  const end = to[run] ?? AS_IT_STOOD;
  return end === AS_IT_STOOD ? (from[run] ?? 0) + at - (begins[run] ?? 0) + 1 : end;
}

/** The first unit that comes from `start` or behind it; the text's length if there is none. */
export function firstFrom({ begins, from, to, length }: Places, start: number): number {
  const run = lastUpTo(from, start - 1);
  if (run < 0) return 0;
  const next = begins[run + 1] ?? length;
  return to[run] === AS_IT_STOOD ? Math.min(next, (begins[run] ?? 0) + start - (from[run] ?? 0)) : next;
}

/** The last of these numbers, which ascend, that is no more than `most`; -1 if there is none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
