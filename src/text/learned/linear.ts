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
  /** For the models from `first` on: whoever leaves one out must do so until the next restart. */
  read(words: Words, first?: number): void;
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

/** Several models at once: they look at the same features. */
export function createLinearReader(models: readonly Windowed[]): LinearReader {
  const states = models.map(createState);
  let [read, previous, before] = [0, 0, 0];
  return {
    best: states.map(({ best }) => best),
    restart: () => {
      [read, previous, before] = [0, 0, 0];
      for (const state of states) {
        state.added.fill(0, 0, state.reach);
        state.end = state.reach;
        state.sums.fill(0);
        state.best.fill(LOWEST);
      }
    },
    read: (words, first = 0) => {
      const { count, hash } = words;
      if (FEATURES_OF_WORD * count > features.length) features = new Int32Array(2 * FEATURES_OF_WORD * count);
      featuresOf(words, { from: 0, to: count, previous, before }, features);
      if (count > 0) [previous, before] = [hash[count - 1] ?? 0, count > 1 ? (hash[count - 2] ?? 0) : previous];
      for (let at = first; at < states.length; at += 1) {
        const state = states[at];
        if (state !== undefined) readOn(state, count, read);
      }
      read += count;
    },
  };
}

/** Of the words of one sentence, for all readers: it is read as soon as it is filled. */
let features = new Int32Array(FEATURES_OF_WORD * 1200);

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

/** `count` words, of which the features are there; `read` were read before. */
function readOn(state: State, count: number, read: number): void {
  const { added, reach } = state;
  for (let from = 0; from < count; ) {
    if (state.end === added.length) {
      added.copyWithin(0, state.end - reach, state.end);
      state.end = reach;
    }
    const first = state.end;
    const length = Math.min(count - from, added.length - first);
    addWeights(state, from, length);
    state.end += length;
    moveWindows(state, first, read + from);
    from += length;
  }
}

function addWeights({ model: { weights }, added, end }: State, from: number, count: number): void {
  const mask = weights.length - 1;
  for (let at = 0, feature = from * FEATURES_OF_WORD; at < count; at += 1, feature += FEATURES_OF_WORD) {
    added[end + at] =
      (weights[(features[feature] ?? 0) & mask] ?? 0) +
      (weights[(features[feature + 1] ?? 0) & mask] ?? 0) +
      (weights[(features[feature + 2] ?? 0) & mask] ?? 0) +
      (weights[(features[feature + 3] ?? 0) & mask] ?? 0) +
      (weights[(features[feature + 4] ?? 0) & mask] ?? 0);
  }
}

/** Over the words from `first` on; `read` words stood before them. */
function moveWindows({ model, windows, added, end, sums, best }: State, first: number, read: number): void {
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
    best[window] = most;
  }
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
export function featuresOf({ hash, stem }: Words, { from, to, previous, before }: Row, into: Int32Array): void {
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
