import { FEATURES_OF_WORD, featuresOf, type LinearModel } from '../../src/text/learned/linear.ts';
import { wordsOf } from '../../src/text/learned/words.ts';
import { pick, randomFrom } from './rows.ts';

/** A text with its answer; rows of small families weigh more. */
export interface Example {
  readonly text: string;
  readonly positive: boolean;
  readonly weight: number;
}

export interface LearnOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly l2: number;
  readonly width: number;
}

interface Window {
  readonly features: Int32Array;
  readonly norm: number;
  readonly positive: boolean;
  weight: number;
  readonly row: number;
}

const SMOOTH = 4;

/**
 * Logistic regression over windows of words, by AdaGrad. A window of an attack may say nothing of the attack: in a second
 * round those that look ordinary count little, but for the most telling one of each text.
 */
export function learnWords(examples: readonly Example[], options: LearnOptions): LinearModel {
  const windows = examples.flatMap((example, row) => windowsOf(example, row, options));
  let state = descend(windows, options);
  const best = new Map<number, number>();
  const scores = windows.map((window) => score(state, window));
  for (const [at, { row }] of windows.entries()) best.set(row, Math.max(best.get(row) ?? -99, scores[at] ?? 0));
  windows.forEach((window, at) => {
    const own = scores[at] ?? 0;
    if (window.positive && own < 0 && own < (best.get(window.row) ?? 0)) window.weight *= 0.1;
  });
  state = descend(windows, options);
  return quantise(state.weights, state.bias);
}

function windowsOf({ text, positive, weight }: Example, row: number, { bits, width }: LearnOptions): Window[] {
  const words = wordsOf(text.slice(0, 12_000));
  const mask = (1 << bits) - 1;
  const windows: Window[] = [];
  const stride = width / 2;
  for (let from = 0; from === 0 || from + stride < words.count; from += stride) {
    const to = Math.min(words.count, from + width);
    const features = new Int32Array((to - from) * FEATURES_OF_WORD);
    const [previous, before] = [words.hash[from - 1] ?? 0, words.hash[from - 2] ?? 0];
    featuresOf(words, { from, to, previous, before }, features);
    for (let at = 0; at < features.length; at += 1) features[at] = (features[at] ?? 0) & mask;
    const norm = 1 / Math.sqrt(to - from + SMOOTH);
    windows.push({ features, norm, positive, weight, row });
  }
  for (const window of windows) window.weight /= Math.sqrt(windows.length);
  return windows;
}

interface State {
  readonly weights: Float64Array;
  bias: number;
}

function score({ weights, bias }: State, { features, norm }: Window): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return bias + sum * norm;
}

function descend(windows: readonly Window[], { bits, epochs, l2 }: LearnOptions): State {
  const state: State = { weights: new Float64Array(1 << bits), bias: -1 };
  const squares = new Float64Array(1 << bits).fill(1e-3);
  const random = randomFrom(12345);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let step = 0; step < windows.length; step += 1) {
      const window = pick(random, windows);
      const probability = 1 / (1 + Math.exp(-score(state, window)));
      const error = (probability - (window.positive ? 1 : 0)) * window.weight;
      state.bias -= 0.01 * error;
      for (const feature of window.features) {
        const weight = state.weights[feature] ?? 0;
        const gradient = error * window.norm + l2 * weight;
        const square = (squares[feature] ?? 0) + gradient * gradient;
        squares[feature] = square;
        state.weights[feature] = weight - (0.3 * gradient) / Math.sqrt(square);
      }
    }
  }
  return state;
}

function quantise(weights: Float64Array, bias: number): LinearModel {
  const sizes = Array.from(weights, Math.abs).sort((a, b) => b - a);
  const scale = Math.max(1e-6, sizes[Math.floor(sizes.length / 2000)] ?? 1) / 127;
  const steps = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { weights: steps, scale, bias };
}
