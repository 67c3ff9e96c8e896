import { at, type Tensor } from './tape.ts';

// Four rows at a time: each number loaded is used four times, which makes training take one minute and not four.

/** out[r][o] = x[r] · w[o]. `w` has a multiple of four rows. */
export function multiply(out: Tensor, x: Tensor, w: Tensor): void {
  assertFours(w);
  const [a, b, c, width] = [x.values, w.values, out.values, x.columns];
  for (let r = 0; r < x.rows; r += 1) {
    for (let o = 0; o < w.rows; o += 4) {
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let i = r * width, j = o * width; i < (r + 1) * width; i += 1, j += 1) {
        const value = at(a, i);
        sum0 += value * at(b, j);
        sum1 += value * at(b, j + width);
        sum2 += value * at(b, j + 2 * width);
        sum3 += value * at(b, j + 3 * width);
      }
      const k = r * w.rows + o;
      c[k] = sum0;
      c[k + 1] = sum1;
      c[k + 2] = sum2;
      c[k + 3] = sum3;
    }
  }
}

/** The slopes of `multiply` by x: each row gets the rows of `w`, weighed by the slopes of its results. */
export function multiplyBackToInput(out: Tensor, x: Tensor, w: Tensor): void {
  const [a, b, c, width] = [x.slopes, w.values, out.slopes, x.columns];
  for (let r = 0; r < x.rows; r += 1) {
    for (let o = 0; o < w.rows; o += 4) {
      const k = r * w.rows + o;
      const [slope0, slope1, slope2, slope3] = [at(c, k), at(c, k + 1), at(c, k + 2), at(c, k + 3)];
      for (let i = r * width, j = o * width; i < (r + 1) * width; i += 1, j += 1) {
        a[i] =
          at(a, i) +
          slope0 * at(b, j) +
          slope1 * at(b, j + width) +
          slope2 * at(b, j + 2 * width) +
          slope3 * at(b, j + 3 * width);
      }
    }
  }
}

/** The slopes of `multiply` by w: each row gets the rows of `x`, likewise. `x` has a multiple of four rows. */
export function multiplyBackToWeight(out: Tensor, x: Tensor, w: Tensor): void {
  assertFours(x);
  const [a, b, c, width] = [x.values, w.slopes, out.slopes, x.columns];
  for (let o = 0; o < w.rows; o += 1) {
    for (let r = 0; r < x.rows; r += 4) {
      const k = r * w.rows + o;
      const [slope0, slope1] = [at(c, k), at(c, k + w.rows)];
      const [slope2, slope3] = [at(c, k + 2 * w.rows), at(c, k + 3 * w.rows)];
      for (let i = r * width, j = o * width; j < (o + 1) * width; i += 1, j += 1) {
        b[j] =
          at(b, j) +
          slope0 * at(a, i) +
          slope1 * at(a, i + width) +
          slope2 * at(a, i + 2 * width) +
          slope3 * at(a, i + 3 * width);
      }
    }
  }
}

function assertFours({ rows }: Tensor): void {
  if (rows % 4 !== 0) throw new RangeError(`${rows} rows are no multiple of four`);
}
