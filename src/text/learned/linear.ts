import { type Column, columnOf, rowsOf } from './known.ts';
import { mix, type Words } from './words.ts';

/** A linear model over hashed words, pairs and triples of words. */
export interface LinearModel {
  /** One weight a bucket, in steps of `scale`; the number of buckets is a power of two. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

/** Reads on through a text, sentence by sentence, and knows the highest score of any window of words so far. */
export interface LinearReader {
  /** For each model the highest score of each of its windows; a text shorter than a window is one window. */
  readonly best: readonly Float64Array[];
  /**
   * Whether a score rose. For the models from `first` on: whoever leaves one out must do so until the next restart.
   */
  read(words: Words, first?: number): boolean;
  /** Forgets what was read. */
  restart(): void;
}

/** A model, and over how many words it is asked. */
export interface Windowed {
  readonly model: LinearModel;
  /** At most three, none longer than 120 words. */
  readonly windows: readonly number[];
}

const LONGEST = 120;

export const FEATURES_OF_WORD = 5;

/** Texts shorter than this are not judged more surely for being short. */
const SMOOTH = 4;
/** No window is longer than the text. */
const NORMS = Float64Array.from({ length: LONGEST + 1 }, (_, length) => 1 / Math.sqrt(length + SMOOTH));
const LOWEST = -4;
/** Lower than any sum. */
const NOTHING = -0x80000000;

/** One or two models, which look at the same features. */
export function createLinearReader(models: readonly Windowed[]): LinearReader {
  const joined = joinedOf(models.map(({ model }) => model));
  const states = models.map(createState);
  let [read, previous, before] = [0, 0, 0];
  return {
    best: states.map(({ best }) => best),
    restart: () => {
      [read, previous, before] = [0, 0, 0];
      for (const state of states) restart(state);
    },
    read: (words, first = 0) => {
      const { count, hash } = words;
      if (count === 0) return false;
      let rose = false;
      weigh(joined, words, { from: 0, to: count, previous, before });
      [previous, before] = [hash[count - 1] ?? 0, count > 1 ? (hash[count - 2] ?? 0) : previous];
      for (let at = first; at < states.length; at += 1) {
        const state = states[at];
        if (state !== undefined && readOn(state, at === 0 ? firsts : seconds, { count, read })) rose = true;
      }
      read += count;
      return rose;
    },
  };
}

/** Two models, each in a table of its own: the smaller one stays in the nearest memory, whatever the other one drives out. */
interface Joined {
  readonly ones: Int8Array;
  readonly twos: Int8Array;
  /** What a word counts by itself, for both, the second's sum times `SECOND`. */
  readonly alone: Column;
}

const SECOND_BITS = 12;
const SECOND = 1 << SECOND_BITS;
/** Above what two weights sum up to, so that no sum is 0. */
const RAISED = 1 << 10;

const JOINED = new WeakMap<LinearModel, Map<LinearModel | undefined, Joined>>();

function joinedOf(models: readonly LinearModel[]): Joined {
  const [first, second] = models;
  if (first === undefined || models.length > 2) throw new RangeError('a linear reader reads for one model or two');
  const known = JOINED.get(first) ?? new Map<LinearModel | undefined, Joined>();
  JOINED.set(first, known);
  let joined = known.get(second);
  if (joined === undefined) {
    joined = join(first, second);
    known.set(second, joined);
  }
  return joined;
}

function join({ weights: ones }: LinearModel, second?: LinearModel): Joined {
  const twos = second?.weights ?? new Int8Array(1);
  const tell = (hash: number, stem: number): number => {
    const [word, beginning] = [spread(hash), spread(mix(stem, 5))];
    const sum = (of: Int8Array) => (of[word & (of.length - 1)] ?? 0) + (of[beginning & (of.length - 1)] ?? 0);
    return (sum(twos) + RAISED) * SECOND + sum(ones) + RAISED;
  };
  return { ones, twos, alone: columnOf(tell) };
}

/** What each word of one sentence counts, for all readers: it is read as soon as it is filled. */
let firsts = new Int32Array(1200);
let seconds = new Int32Array(1200);

/** For both models. */
function weigh({ ones, twos, alone }: Joined, words: Words, { from, to, previous, before }: Row): void {
  if (firsts.length < to) [firsts, seconds] = [new Int32Array(2 * to), new Int32Array(2 * to)];
  const { hash } = words;
  const rows = rowsOf(words);
  const told = alone.told;
  const first = ones.length - 1;
  const second = twos.length - 1;
  const counts = firsts;
  const countsToo = seconds;
  let one = previous;
  let two = before;
  for (let at = from; at < to; at += 1) {
    const word = hash[at] ?? 0;
    const pair = mix(mix(one, 2), word);
    const by = told[rows[at] ?? 0] ?? 0;
    const a = spread(pair);
    const b = spread(mix(mix(two, 3), word));
    const c = spread(mix(mix(two, 7), pair));
    counts[at] =
      (ones[a & first] ?? 0) + (ones[b & first] ?? 0) + (ones[c & first] ?? 0) + (by & (SECOND - 1)) - RAISED;
    countsToo[at] =
      (twos[a & second] ?? 0) + (twos[b & second] ?? 0) + (twos[c & second] ?? 0) + (by >> SECOND_BITS) - RAISED;
    two = one;
    one = word;
  }
}

interface State {
  readonly model: LinearModel;
  readonly windows: Int32Array;
  /** What each word added to the sum, up to `end`: at least those that the longest window holds. */
  readonly added: Int32Array;
  readonly reach: number;
  end: number;
  /** The sum of each window. */
  readonly sums: Int32Array;
  readonly best: Float64Array;
}

/** Words that are added before what is too old is forgotten. */
const STRETCH = 128;

function createState({ model, windows }: Windowed): State {
  const best = new Float64Array(windows.length).fill(LOWEST);
  const reach = Math.max(0, ...windows);
  const added = new Int32Array(reach + STRETCH);
  return {
    model,
    windows: Int32Array.from(windows),
    added,
    reach,
    end: reach,
    sums: new Int32Array(windows.length),
    best,
  };
}

/** What stood before the first word is looked at by a window that is just full: one word back. */
function restart(state: State): void {
  state.added[state.reach - 1] = 0;
  state.end = state.reach;
  for (let window = 0; window < state.windows.length; window += 1) {
    state.sums[window] = 0;
    state.best[window] = LOWEST;
  }
}

/** `count` words that count so much; `read` were read before. */
function readOn(
  state: State,
  counts: Int32Array,
  { count, read }: { readonly count: number; readonly read: number },
): boolean {
  const { added, reach } = state;
  let rose = false;
  for (let from = 0; from < count; ) {
    if (state.end === added.length) {
      added.copyWithin(0, state.end - reach, state.end);
      state.end = reach;
    }
    const first = state.end;
    const length = Math.min(count - from, added.length - first);
    for (let at = 0; at < length; at += 1) added[first + at] = counts[from + at] ?? 0;
    state.end += length;
    if (moveWindows(state, first, read + from)) rose = true;
    from += length;
  }
  return rose;
}

/** Over the words from `first` on; `read` words stood before them. */
function moveWindows({ model, windows, added, end, sums, best }: State, first: number, read: number): boolean {
  let rose = false;
  for (let window = 0; window < windows.length; window += 1) {
    const width = windows[window] ?? LONGEST;
    let sum = sums[window] ?? 0;
    let most = best[window] ?? LOWEST;
    let at = first;
    // While the text is shorter than the window, it is one window, and each word makes it longer.
    for (const full = Math.min(end, first + width - 1 - read); at < full; at += 1) {
      sum += added[at] ?? 0;
      most = Math.max(most, scoreOf(model, sum, read + at - first + 1));
    }
    if (at < end) {
      let highest = NOTHING;
      for (; at < end; at += 1) {
        sum += (added[at] ?? 0) - (added[at - width] ?? 0);
        if (sum > highest) highest = sum;
      }
      most = Math.max(most, scoreOf(model, highest, width));
    }
    sums[window] = sum;
    if (most > (best[window] ?? LOWEST)) rose = true;
    best[window] = most;
  }
  return rose;
}

function scoreOf({ bias, scale }: LinearModel, sum: number, words: number): number {
  return bias + sum * scale * (NORMS[words] ?? 0);
}

/** Some of a text's words, with the two that stand before them; 0 is none. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly previous: number;
  readonly before: number;
}

/** The features of each word: itself, its stem, with the one before, with the one but one, and with the two before. */
export function featuresOf(
  { hash, stem }: Pick<Words, 'hash' | 'stem'>,
  { from, to, previous, before }: Row,
  into: Int32Array,
): void {
  let [one, two] = [previous, before];
  for (let at = from, feature = 0; at < to; at += 1, feature += FEATURES_OF_WORD) {
    const word = hash[at] ?? 0;
    const pair = mix(mix(one, 2), word);
    into[feature] = spread(word);
    into[feature + 1] = spread(mix(stem[at] ?? 0, 5));
    into[feature + 2] = spread(pair);
    into[feature + 3] = spread(mix(mix(two, 3), word));
    into[feature + 4] = spread(mix(mix(two, 7), pair));
    two = one;
    one = word;
  }
}

function spread(hash: number): number {
  const high = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return high ^ (high >>> 13);
}
