import { adamw } from './adamw.ts';
import { forward, type Llama, lossOf } from './llama.ts';
import { type Random, randomFrom } from './random.ts';
import { at, runBackward } from './tape.ts';
import type { Corpus } from './text.ts';
import { END, encode, idOf, START, type Tokenizer } from './tokenizer.ts';

export interface Course {
  readonly seed: number;
  readonly steps: number;
  readonly windowsPerStep: number;
  /** Tokens a window teaches. */
  readonly window: number;
  readonly highestRate: number;
  readonly warmUpSteps: number;
}

/** What training did, in nats a token. Written beside the model. */
export interface TrainingLog {
  readonly course: Course;
  readonly tokensSeen: number;
  readonly firstLoss: number;
  /** The mean of the last ten steps. */
  readonly lastLoss: number;
  /** Every tenth step. */
  readonly losses: readonly number[];
}

const LAST_STEPS = 10;
const LOG_EVERY = 10;

/** Teaches the model by windows cut at random from `tokens`. The same course gives the same weights, to the last bit. */
export function train(model: Llama, tokens: readonly number[], course: Course): TrainingLog {
  const random = randomFrom(course.seed);
  const optimiser = adamw(model.weights);
  const losses: number[] = [];
  for (let step = 0; step < course.steps; step += 1) {
    losses.push(learnBatch(model, tokens, { course, random }));
    optimiser.step(rateAt(course, step));
  }
  return {
    course,
    tokensSeen: course.steps * course.windowsPerStep * course.window,
    firstLoss: rounded(losses[0] ?? Number.NaN),
    lastLoss: rounded(mean(losses.slice(-LAST_STEPS))),
    losses: losses.filter((_, step) => step % LOG_EVERY === 0).map(rounded),
  };
}

/** The mean surprise over `tokens`, window after window, learning nothing. */
export function examine(model: Llama, tokens: readonly number[], window: number): number {
  const losses: number[] = [];
  for (let start = 0; start + window < tokens.length; start += window) {
    losses.push(lossOf([], model, { tokens: tokens.slice(start, start + window + 1), share: 1 }));
  }
  return rounded(mean(losses));
}

/** All documents one after another, each between the tokens of start and end. */
export function streamOf(tokenizer: Tokenizer, corpus: Corpus): readonly number[] {
  const [start, end] = [idOf(tokenizer, START), idOf(tokenizer, END)];
  return corpus.flatMap((document) => [start, ...encode(tokenizer, document), end]);
}

/** What the model says next, always taking the likeliest token, until the end token or `most` tokens. */
export function continueGreedily(model: Llama, prompt: readonly number[], { end, most }: Until): readonly number[] {
  const tokens = [...prompt];
  for (let said = 0; said < most; said += 1) {
    const next = likeliest(forward([], model, tokens).values.slice(-model.shape.vocab_size));
    if (next === end) break;
    tokens.push(next);
  }
  return tokens.slice(prompt.length);
}

interface Until {
  readonly end: number;
  readonly most: number;
}

function learnBatch(model: Llama, tokens: readonly number[], { course, random }: Batch): number {
  const share = 1 / course.windowsPerStep;
  let loss = 0;
  for (let index = 0; index < course.windowsPerStep; index += 1) {
    const start = random.below(tokens.length - course.window);
    const tape: (() => void)[] = [];
    loss += share * lossOf(tape, model, { tokens: tokens.slice(start, start + course.window + 1), share });
    runBackward(tape);
  }
  return loss;
}

interface Batch {
  readonly course: Course;
  readonly random: Random;
}

/** Up in a line, then down in a line to a twentieth. */
function rateAt({ steps, highestRate, warmUpSteps }: Course, step: number): number {
  if (step < warmUpSteps) return (highestRate * (step + 1)) / warmUpSteps;
  return highestRate * (1 - (0.95 * (step - warmUpSteps)) / (steps - warmUpSteps));
}

function likeliest(scores: Float64Array): number {
  return scores.reduce((best, score, token) => (score > at(scores, best) ? token : best), 0);
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0) / list.length;
}

function rounded(nats: number): number {
  return Math.round(nats * 10_000) / 10_000;
}
