import { exp, log } from './exact-math.ts';
import { multiply, multiplyBackToInput, multiplyBackToWeight } from './matmul.ts';
import { at, type Tape, type Tensor, tensor } from './tape.ts';

/** The row of `table` for each token. */
export function embed(tape: Tape, table: Tensor, tokens: readonly number[]): Tensor {
  const out = tensor(tokens.length, table.columns);
  const width = table.columns;
  tokens.forEach((token, row) => {
    out.values.set(table.values.subarray(token * width, (token + 1) * width), row * width);
  });
  tape.push(() => {
    tokens.forEach((token, row) => {
      addInto(table.slopes.subarray(token * width, (token + 1) * width), out.slopes.subarray(row * width));
    });
  });
  return out;
}

/** Each row of `x` through the matrix `w` (results by inputs, as PyTorch stores it). */
export function linear(tape: Tape, x: Tensor, w: Tensor): Tensor {
  const out = tensor(x.rows, w.rows);
  multiply(out, x, w);
  tape.push(() => {
    multiplyBackToInput(out, x, w);
    multiplyBackToWeight(out, x, w);
  });
  return out;
}

export function add(tape: Tape, a: Tensor, b: Tensor): Tensor {
  const out = tensor(a.rows, a.columns);
  out.values.set(a.values);
  addInto(out.values, b.values);
  tape.push(() => {
    addInto(a.slopes, out.slopes);
    addInto(b.slopes, out.slopes);
  });
  return out;
}

/** Each row scaled to a mean square of one, then by `gain`. */
export function rmsNorm(tape: Tape, x: Tensor, { gain, epsilon }: { gain: Tensor; epsilon: number }): Tensor {
  const out = tensor(x.rows, x.columns);
  const width = x.columns;
  const scales = new Float64Array(x.rows);
  for (let row = 0; row < x.rows; row += 1) {
    const values = x.values.subarray(row * width, (row + 1) * width);
    const scale = 1 / Math.sqrt(dot(values, values) / width + epsilon);
    scales[row] = scale;
    values.forEach((value, i) => {
      out.values[row * width + i] = value * scale * at(gain.values, i);
    });
  }
  tape.push(() => {
    for (let row = 0; row < x.rows; row += 1) normBack({ x, out, gain }, row, at(scales, row));
  });
  return out;
}

function normBack({ x, out, gain }: { x: Tensor; out: Tensor; gain: Tensor }, row: number, scale: number): void {
  const start = row * x.columns;
  let along = 0;
  for (let i = 0; i < x.columns; i += 1) {
    along += at(out.slopes, start + i) * at(gain.values, i) * at(x.values, start + i);
  }
  const pull = (along * scale * scale) / x.columns;
  for (let i = 0; i < x.columns; i += 1) {
    const slope = at(out.slopes, start + i);
    const value = at(x.values, start + i);
    gain.slopes[i] = at(gain.slopes, i) + slope * value * scale;
    x.slopes[start + i] = at(x.slopes, start + i) + scale * (slope * at(gain.values, i) - pull * value);
  }
}

/** SwiGLU: silu(gate) * up, number by number. */
export function gated(tape: Tape, gate: Tensor, up: Tensor): Tensor {
  const out = tensor(gate.rows, gate.columns);
  const sigmoids = gate.values.map((value) => 1 / (1 + exp(-value)));
  for (let i = 0; i < sigmoids.length; i += 1) {
    out.values[i] = at(gate.values, i) * at(sigmoids, i) * at(up.values, i);
  }
  tape.push(() => {
    for (let i = 0; i < sigmoids.length; i += 1) {
      const [value, sigmoid, slope] = [at(gate.values, i), at(sigmoids, i), at(out.slopes, i)];
      up.slopes[i] = at(up.slopes, i) + slope * value * sigmoid;
      const steepness = sigmoid * (1 + value * (1 - sigmoid));
      gate.slopes[i] = at(gate.slopes, i) + slope * at(up.values, i) * steepness;
    }
  });
  return out;
}

/**
 * The mean surprise at `targets`, in nats a token. Running the tape backward multiplies its slopes by `weight`, so that
 * a batch can be summed.
 */
export function crossEntropy(tape: Tape, logits: Tensor, { targets, weight = 1 }: Targets): number {
  let loss = 0;
  targets.forEach((target, row) => {
    const start = row * logits.columns;
    const scores = logits.values.subarray(start, start + logits.columns);
    const chances = scores.slice();
    const total = softmaxInPlace(chances);
    loss += total - at(scores, target);
    chances[target] = at(chances, target) - 1;
    tape.push(() => {
      addInto(
        logits.slopes.subarray(start, start + logits.columns),
        chances.map((chance) => (chance * weight) / targets.length),
      );
    });
  });
  return loss / targets.length;
}

export interface Targets {
  readonly targets: readonly number[];
  readonly weight?: number;
}

/** Turns scores into chances; answers the logarithm of their exponentials' sum. */
export function softmaxInPlace(scores: Float64Array): number {
  const highest = scores.reduce((high, score) => Math.max(high, score), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const raised = exp(at(scores, i) - highest);
    scores[i] = raised;
    total += raised;
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = at(scores, i) / total;
  return highest + log(total);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += at(a, i) * at(b, i);
  return sum;
}

/** sum[i] += scale * part[i]. */
export function addInto(sum: Float64Array, part: Float64Array, scale = 1): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = at(sum, i) + scale * at(part, i);
}
