import { exp, log, smallTurn } from './exact-math.ts';
import { addInto, dot, softmaxInPlace } from './operations.ts';
import { at, type Tape, type Tensor, tensor } from './tape.ts';

/** The angle of every position and pair of numbers, as cosines and sines. */
export interface Turns {
  readonly cosines: Tensor;
  readonly sines: Tensor;
}

/** Rotary positions (RoPE) for heads of `headWidth`: pair i turns by theta^(-2i/headWidth) a position. */
export function turnsFor({ positions, headWidth, theta }: TurnPlan): Turns {
  const pairs = headWidth / 2;
  const cosines = tensor(positions, pairs);
  const sines = tensor(positions, pairs);
  for (let pair = 0; pair < pairs; pair += 1) {
    const [stepCosine, stepSine] = smallTurn(exp((-2 * pair * log(theta)) / headWidth));
    let [cosine, sine] = [1, 0];
    for (let position = 0; position < positions; position += 1) {
      cosines.values[position * pairs + pair] = cosine;
      sines.values[position * pairs + pair] = sine;
      [cosine, sine] = [cosine * stepCosine - sine * stepSine, sine * stepCosine + cosine * stepSine];
    }
  }
  return { cosines, sines };
}

interface TurnPlan {
  readonly positions: number;
  readonly headWidth: number;
  readonly theta: number;
}

/** Turns every head of every row by its position; number i of a head pairs with number i + half. */
export function rotate(tape: Tape, x: Tensor, turns: Turns): Tensor {
  const out = tensor(x.rows, x.columns);
  turnRows({ from: x.values, to: out.values, x, turns, direction: 1 });
  tape.push(() => turnRows({ from: out.slopes, to: x.slopes, x, turns, direction: -1 }));
  return out;
}

interface TurnJob {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly x: Tensor;
  readonly turns: Turns;
  readonly direction: 1 | -1;
}

function turnRows({ from, to, x, turns: { cosines, sines }, direction }: TurnJob): void {
  const half = cosines.columns;
  for (let index = 0; index < from.length; index += 1) {
    const pair = index % (2 * half);
    if (pair >= half) continue;
    const angle = Math.floor(index / x.columns) * half + pair;
    const cosine = at(cosines.values, angle);
    const sine = direction * at(sines.values, angle);
    const [low, high] = [at(from, index), at(from, index + half)];
    to[index] = at(to, index) + low * cosine - high * sine;
    to[index + half] = at(to, index + half) + high * cosine + low * sine;
  }
}

/**
 * Causal attention: each row looks at itself and the rows above. Query heads share the key and value heads evenly
 * (grouped-query attention).
 */
export function attend(tape: Tape, { queries, keys, values }: Attended, headWidth: number): Tensor {
  const out = tensor(queries.rows, queries.columns);
  const sharing = queries.columns / keys.columns;
  for (let column = 0; column < queries.columns; column += headWidth) {
    const source = Math.floor(column / headWidth / sharing) * headWidth;
    const head: Head = {
      queries: columnsOf(queries, column, headWidth),
      keys: columnsOf(keys, source, headWidth),
      values: columnsOf(values, source, headWidth),
      out: columnsOf(out, column, headWidth),
      scale: 1 / Math.sqrt(headWidth),
    };
    const chances = head.queries.map((_, row) => lookBack(head, row));
    tape.push(() => {
      chances.forEach((seen, row) => {
        lookBackSlopes(head, row, seen);
      });
    });
  }
  return out;
}

interface Attended {
  readonly queries: Tensor;
  readonly keys: Tensor;
  readonly values: Tensor;
}

interface Head {
  readonly queries: readonly Row[];
  readonly keys: readonly Row[];
  readonly values: readonly Row[];
  readonly out: readonly Row[];
  readonly scale: number;
}

interface Row {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** Views of one head's columns, row by row: writing to them writes to `x`. */
function columnsOf(x: Tensor, column: number, width: number): readonly Row[] {
  return Array.from({ length: x.rows }, (_, row) => {
    const start = row * x.columns + column;
    return { values: x.values.subarray(start, start + width), slopes: x.slopes.subarray(start, start + width) };
  });
}

function lookBack({ queries, keys, values, out, scale }: Head, row: number): Float64Array {
  const [query, result] = [rowAt(queries, row), rowAt(out, row)];
  const chances = Float64Array.from({ length: row + 1 }, (_, seen) => {
    return scale * dot(query.values, rowAt(keys, seen).values);
  });
  softmaxInPlace(chances);
  chances.forEach((chance, seen) => {
    addInto(result.values, rowAt(values, seen).values, chance);
  });
  return chances;
}

function lookBackSlopes({ queries, keys, values, out, scale }: Head, row: number, chances: Float64Array): void {
  const [query, result] = [rowAt(queries, row), rowAt(out, row)];
  const slopes = chances.map((_, seen) => dot(result.slopes, rowAt(values, seen).values));
  const mean = dot(slopes, chances);
  chances.forEach((chance, seen) => {
    const key = rowAt(keys, seen);
    const slope = scale * chance * (at(slopes, seen) - mean);
    addInto(rowAt(values, seen).slopes, result.slopes, chance);
    addInto(query.slopes, key.values, slope);
    addInto(key.slopes, query.values, slope);
  });
}

function rowAt(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`no row ${index}`);
  return row;
}
