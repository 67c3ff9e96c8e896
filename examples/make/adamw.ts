import { isNorm, type Weights } from './llama.ts';
import { dot } from './operations.ts';
import { at } from './tape.ts';

/** Usual values for small llama models. */
const MEMORY = 0.9;
const SQUARE_MEMORY = 0.95;
const DECAY = 0.1;
const EPSILON = 1e-8;
/** Slopes longer than this are shortened: one odd batch must not throw the weights away. */
const LONGEST_SLOPE = 1;

export interface Optimiser {
  /** Moves the weights along their slopes, and clears the slopes. */
  step(rate: number): void;
}

/** AdamW (Loshchilov and Hutter, 2019): decay apart from the slopes, none for norms. */
export function adamw(weights: Weights): Optimiser {
  const states = [...weights].map(([name, { values, slopes }]) => ({
    values,
    slopes,
    decay: isNorm(name) ? 0 : DECAY,
    means: new Float64Array(values.length),
    squares: new Float64Array(values.length),
  }));
  let unseen = 1;
  let squaresUnseen = 1;
  return {
    step: (rate) => {
      unseen *= MEMORY;
      squaresUnseen *= SQUARE_MEMORY;
      const length = Math.sqrt(states.reduce((sum, { slopes }) => sum + dot(slopes, slopes), 0));
      const shorten = Math.min(1, LONGEST_SLOPE / (length + EPSILON));
      for (const state of states) {
        move(state, { rate, shorten, seen: 1 - unseen, squaresSeen: 1 - squaresUnseen });
      }
    },
  };
}

interface State {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
  readonly decay: number;
}

interface Stride {
  readonly rate: number;
  readonly shorten: number;
  readonly seen: number;
  readonly squaresSeen: number;
}

function move({ values, slopes, means, squares, decay }: State, { rate, shorten, seen, squaresSeen }: Stride): void {
  for (let i = 0; i < values.length; i += 1) {
    const slope = at(slopes, i) * shorten;
    const mean = MEMORY * at(means, i) + (1 - MEMORY) * slope;
    const square = SQUARE_MEMORY * at(squares, i) + (1 - SQUARE_MEMORY) * slope * slope;
    const direction = mean / seen / (Math.sqrt(square / squaresSeen) + EPSILON);
    values[i] = at(values, i) * (1 - rate * decay) - rate * direction;
    means[i] = mean;
    squares[i] = square;
  }
  slopes.fill(0);
}
