/** The last step: logistic regression over few dense features, drawn towards what we believed before. */
export interface FinalModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface FinalOptions {
  /** What a weight is drawn towards. */
  readonly prior: (name: string) => number;
  /** Whether it may be negative: evidence of an attack must never excuse one. */
  readonly free: (name: string) => boolean;
  readonly ridge: number;
}

export interface Sample {
  readonly features: Float64Array;
  readonly positive: boolean;
  readonly weight: number;
}

export function learnFinal(names: readonly string[], samples: readonly Sample[], options: FinalOptions): FinalModel {
  const priors = names.map(options.prior);
  const weights = Float64Array.from(priors);
  const free = names.map(options.free);
  const [first, second] = [new Float64Array(names.length + 1), new Float64Array(names.length + 1)];
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  let bias = -3;
  for (let round = 1; round <= 500; round += 1) {
    const gradient = new Float64Array(names.length + 1);
    for (const { features, positive, weight } of samples) {
      const probability = 1 / (1 + Math.exp(-dot(weights, features) - bias));
      const error = ((probability - (positive ? 1 : 0)) * weight) / total;
      for (let at = 0; at < features.length; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (features[at] ?? 0);
      gradient[names.length] = (gradient[names.length] ?? 0) + error;
    }
    for (let at = 0; at <= names.length; at += 1) {
      const drawn = at < names.length ? options.ridge * ((weights[at] ?? 0) - (priors[at] ?? 0)) : 0;
      const slope = (gradient[at] ?? 0) + drawn;
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope;
      const step =
        ((round < 300 ? 0.08 : 0.02) * (first[at] ?? 0)) /
        (1 - 0.9 ** round) /
        (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      if (at === names.length) bias -= step;
      else weights[at] = free[at] === true ? (weights[at] ?? 0) - step : Math.max(0, (weights[at] ?? 0) - step);
    }
  }
  return { weights, bias };
}

export function dot(weights: Float64Array, features: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}
