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
  read(words: Words): void;
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

/** Texts shorter than this are not judged more surely for being short. */
const SMOOTH = 4;
/** No window is longer than the text. */
const NORMS = Float64Array.from({ length: LONGEST + 1 }, (_, length) => 1 / Math.sqrt(length + SMOOTH));
const LOWEST = -4;

/** Several models at once: they look at the same features. */
export function createLinearReader(models: readonly Windowed[]): LinearReader {
  const states = models.map(createState);
  const features = new Int32Array(FEATURES_OF_WORD);
  const place = { word: 0, stem: 0, previous: 0, before: 0 };
  let read = 0;
  return {
    best: states.map(({ best }) => best),
    restart: () => {
      [read, place.previous, place.before] = [0, 0, 0];
      for (const { sums, best } of states) {
        sums.fill(0);
        best.fill(LOWEST);
      }
    },
    read: ({ count, hash, stem }) => {
      for (let at = 0; at < count; at += 1) {
        place.word = hash[at] ?? 0;
        place.stem = stem[at] ?? 0;
        featuresOf(place, features);
        for (const state of states) step(state, features, read);
        read += 1;
        place.before = place.previous;
        place.previous = place.word;
      }
    },
  };
}

interface State {
  readonly model: LinearModel;
  readonly windows: Int32Array;
  readonly mask: number;
  /** What the last words added. */
  readonly ring: Int32Array;
  /** The sum of each window. */
  readonly sums: Int32Array;
  readonly best: Float64Array;
}

function createState({ model, windows }: Windowed): State {
  const [ring, sums] = [new Int32Array(LONGEST), new Int32Array(windows.length)];
  const best = new Float64Array(windows.length).fill(LOWEST);
  return { model, windows: Int32Array.from(windows), mask: model.weights.length - 1, ring, sums, best };
}

function step({ model, windows, mask, ring, sums, best }: State, features: Int32Array, read: number): void {
  const { weights, scale, bias } = model;
  let weight = 0;
  for (let at = 0; at < FEATURES_OF_WORD; at += 1) weight += weights[(features[at] ?? 0) & mask] ?? 0;
  const here = read % LONGEST;
  for (let at = 0; at < windows.length; at += 1) {
    const width = windows[at] ?? LONGEST;
    const leaving = read >= width ? (ring[here >= width ? here - width : here - width + LONGEST] ?? 0) : 0;
    const sum = (sums[at] ?? 0) + weight - leaving;
    sums[at] = sum;
    const score = bias + sum * scale * (NORMS[read < width ? read + 1 : width] ?? 0);
    if (score > (best[at] ?? 0)) best[at] = score;
  }
  ring[here] = weight;
}

/** A word with the two before it; 0 is none. */
export interface Place {
  readonly word: number;
  readonly stem: number;
  readonly previous: number;
  readonly before: number;
}

export const FEATURES_OF_WORD = 5;

/** The features of one word: itself, its stem, with the one before, with the one but one, and with the two before. */
export function featuresOf({ word, stem, previous, before }: Place, into: Int32Array): void {
  const pair = mix(mix(previous, 2), word);
  into[0] = spread(word);
  into[1] = spread(mix(stem, 5));
  into[2] = spread(pair);
  into[3] = spread(mix(mix(before, 3), word));
  into[4] = spread(mix(mix(before, 7), pair));
}

function spread(hash: number): number {
  const high = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return high ^ (high >>> 13);
}
