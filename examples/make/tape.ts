/** A matrix of numbers and, once the tape has run backward, of the loss's slope by each of them. Row by row. */
export interface Tensor {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** What was computed, as the steps that carry the slopes back. Every operation appends its own. */
export type Tape = (() => void)[];

export function tensor(rows: number, columns: number): Tensor {
  return { rows, columns, values: new Float64Array(rows * columns), slopes: new Float64Array(rows * columns) };
}

/** Carries the slopes from the loss back to the weights. */
export function runBackward(tape: Tape): void {
  for (const step of tape.toReversed()) step();
}

/** One number of a list; an index out of range gives NaN, which no loss survives. */
export function at(list: Float64Array, index: number): number {
  return list[index] ?? Number.NaN;
}
