import { logAdd, logGamma } from './special.ts';

/** Training by DP-SGD or DP-FedAvg: each step takes each unit with the same probability, and adds Gaussian noise to the clipped sum. */
export interface PrivateTraining {
  /** The probability with which one unit (an example, a client) is in one step; above 0, at most 1. */
  readonly samplingRate: number;
  /** The noise's standard deviation over the clip norm; above 0. */
  readonly noiseMultiplier: number;
  /** Steps, or rounds; a whole number above 0. */
  readonly steps: number;
  /** Above 0, below 1. */
  readonly delta: number;
}

/** What an accountant allows to claim. */
export interface PrivacySpent {
  /** (ε, δ)-differential privacy holds with this ε; infinite where no order gives one. */
  readonly epsilon: number;
  /** The Rényi order that gave it. */
  readonly order: number;
}

/** The usual orders: tenths where much noise is spent, whole ones up to 63, and some far out for very little of it. */
export const ORDERS: readonly number[] = [
  ...Array.from({ length: 99 }, (_, at) => 1 + (at + 1) / 10),
  ...Array.from({ length: 53 }, (_, at) => at + 11),
  128,
  256,
  512,
  1024,
];

/**
 * The ε that a Rényi accountant gives for the Poisson-subsampled Gaussian mechanism under adding or removing one unit:
 * divergences by Mironov, Talwar and Zhang 2019 ('Rényi Differential Privacy of the Sampled Gaussian Mechanism', sections
 * 3.3), summed over steps, converted by Canonne, Kamath and Steinke 2020, proposition 12 (after Balle et al. 2020). It is an
 * upper bound: a numerical accountant may honestly claim somewhat less.
 */
export function privacySpent({ samplingRate, noiseMultiplier, steps, delta }: PrivateTraining): PrivacySpent {
  let best: PrivacySpent = { epsilon: Number.POSITIVE_INFINITY, order: Number.NaN };
  for (const order of ORDERS) {
    const divergence = steps * sampledGaussianDivergence(samplingRate, noiseMultiplier, order);
    const epsilon = convert(divergence, order, delta);
    if (epsilon < best.epsilon) best = { epsilon, order };
  }
  return best;
}

/** ε ≥ D + ln((α-1)/α) - (ln δ + ln α)/(α-1); below nothing there is nothing. */
function convert(divergence: number, order: number, delta: number): number {
  const epsilon = divergence + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
  return Number.isNaN(epsilon) ? Number.POSITIVE_INFINITY : Math.max(0, epsilon);
}

/** The Rényi divergence of one step, of order α > 1. Infinite where it cannot be had to double precision. */
export function sampledGaussianDivergence(q: number, sigma: number, order: number): number {
  if (q === 0) return 0;
  if (q === 1) return order / (2 * sigma * sigma);
  const logA = Number.isInteger(order) ? logMomentWhole(q, sigma, order) : logMomentFractional(q, sigma, order);
  return Number.isNaN(logA) ? Number.POSITIVE_INFINITY : Math.max(0, logA) / (order - 1);
}

/** ln A_α for whole α: a finite binomial sum (section 3.3, equation for integer α). */
function logMomentWhole(q: number, sigma: number, order: number): number {
  let sum = Number.NEGATIVE_INFINITY;
  for (let k = 0; k <= order; k++) {
    const chosen = logGamma(order + 1) - logGamma(k + 1) - logGamma(order - k + 1);
    const term = chosen + k * Math.log(q) + (order - k) * Math.log1p(-q) + (k * k - k) / (2 * sigma * sigma);
    sum = logAdd(sum, term);
  }
  return sum;
}

/** Below this much noise, steps of the sum become too many; whole orders answer alone. */
const LEAST_NOISE = 0.05;
/** The noise's density this many deviations out is below a double's last digit. */
const FAR = 12;

/**
 * ln A_α for fractional α: the integral itself (section 3.3), ∫ N(z; 0, σ²) ((1-q) + q e^((2z-1)/2σ²))^α dz, by the trapezoidal
 * rule. The integrand is analytic up to |Im z| = πσ², and so narrow that the rule is exact to rounding with these steps.
 */
function logMomentFractional(q: number, sigma: number, order: number): number {
  if (sigma < LEAST_NOISE) return Number.NaN;
  const variance = sigma * sigma;
  const step = Math.min(sigma / 3, (Math.PI * variance) / 6);
  const [first, last] = [-FAR * sigma, order + FAR * sigma];
  const steps = Math.ceil((last - first) / step);
  const [stays, moves] = [Math.log1p(-q), Math.log(q)];
  let sum = Number.NEGATIVE_INFINITY;
  for (let at = 0; at <= steps; at++) {
    const z = first + at * step;
    sum = logAdd(sum, -(z * z) / (2 * variance) + order * logAdd(stays, moves + (2 * z - 1) / (2 * variance)));
  }
  return sum + Math.log(step) - 0.5 * Math.log(2 * Math.PI * variance);
}
