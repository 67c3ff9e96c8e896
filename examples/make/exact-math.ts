// Only + - * / and comparisons: ECMAScript defines these to the last bit, Math.exp and its kin it does not. With
// Math.sqrt, which processors round exactly, the models come out the same on every engine.

const SERIES_TERMS = 14;

/** 2^0, 2^-1, 2^-2 … further than exp() reaches. */
const HALVINGS = powers(0.5, 1000);
const DOUBLINGS = powers(2, 1000);

/** e to the power of `x`, within a few units of the last place for |x| < 690; 0 below, and above a RangeError. */
export function exp(x: number): number {
  if (x < -690) return 0;
  if (!(x <= 690)) throw new RangeError(`exp(${x}) is out of range`);
  const twos = Math.round(x / Math.LN2);
  const rest = x - twos * Math.LN2;
  let sum = 1;
  for (let term = SERIES_TERMS; term > 0; term -= 1) sum = 1 + (sum * rest) / term;
  return sum * powerOfTwo(twos);
}

/** The natural logarithm of `x` >= 1. */
export function log(x: number): number {
  if (!(x >= 1)) throw new RangeError(`log(${x}) is out of range`);
  let twos = 0;
  let rest = x;
  for (; rest >= 2; rest /= 2) twos += 1;
  return twos * Math.LN2 + twiceArtanh((rest - 1) / (rest + 1));
}

/** The cosine and sine of a small angle, 0 <= angle <= 1. */
export function smallTurn(angle: number): readonly [cosine: number, sine: number] {
  let cosine = 1;
  let sine = 1;
  for (let term = 2 * SERIES_TERMS; term > 0; term -= 2) {
    cosine = 1 - (cosine * angle * angle) / (term * (term - 1));
    sine = 1 - (sine * angle * angle) / (term * (term + 1));
  }
  return [cosine, sine * angle];
}

function powerOfTwo(exponent: number): number {
  return (exponent < 0 ? HALVINGS[-exponent] : DOUBLINGS[exponent]) ?? 0;
}

function powers(base: number, count: number): Float64Array {
  const list = new Float64Array(count);
  let power = 1;
  for (let index = 0; index < count; index += 1, power *= base) list[index] = power;
  return list;
}

/** 2 artanh(z) for 0 <= z <= 1/3. */
function twiceArtanh(z: number): number {
  let sum = 0;
  for (let power = 39; power > 0; power -= 2) sum = sum * z * z + 1 / power;
  return 2 * z * sum;
}
