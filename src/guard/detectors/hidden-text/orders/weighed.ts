import { unpackSigned } from '../../../../text/learned/packed.ts';

/** What is seen of a sentence: facts in their order, and the buckets of its words. */
export interface Weighed {
  readonly facts: readonly number[];
  readonly buckets: readonly number[];
}

/** As a source file holds them. */
export interface PackedWeights {
  readonly bias: number;
  /** One for each fact, in thousandths. */
  readonly facts: readonly number[];
  readonly scale: number;
  /** One for each bucket, in steps of `scale`. */
  readonly words: string;
}

export interface Weights {
  readonly bias: number;
  readonly facts: readonly number[];
  readonly words: Float64Array;
}

export function weighed({ bias, facts, scale, words }: PackedWeights): Weights {
  return {
    bias,
    facts: facts.map((weight) => weight / 1000),
    words: Float64Array.from(unpackSigned(words), (step) => step * scale),
  };
}

/** The logarithm of its odds. */
export function scoreOf({ facts, buckets }: Weighed, weights: Weights): number {
  let sum = weights.bias;
  for (let at = 0; at < facts.length; at += 1) sum += (weights.facts[at] ?? 0) * (facts[at] ?? 0);
  for (const bucket of buckets) sum += weights.words[bucket] ?? 0;
  return sum;
}
