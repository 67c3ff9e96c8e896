import { describe, expect, it } from 'vitest';
import { isPlainFormula } from './formulas.ts';

describe('a formula of statsmodels', () => {
  it.each([
    'y ~ a + C(z)',
    'Lottery ~ Literacy + np.log(Pop1831) - 1',
    "Q('my column') ~ bs(x, df=4)",
    'y ~ a:b + a*b',
    'y ~ C(x > 0.5) + I(z != 1)',
    'y ~ I(x / 10000) + 1.5 * z',
    'y ~ C(g, Treatment(reference="low"))',
  ])('is plain: %s', (formula) => expect(isPlainFormula(formula)).toBe(true));

  it.each([
    'y ~ exec("x")',
    'y ~ x.__class__',
    'y ~ np.load("x")',
    'y ~ a.b',
    'y ~ [z for z in x]',
    'y ~ I(9**9**9)',
    'y ~ I(99999999**99999999)',
    'y ~ f(x)',
    'y ~ !x',
    'y ~ C(x)(y)',
    'y ~ x; z',
    'y ~ exec (x)',
    'y ~ {x}',
    'y ~ lambda: x',
    'y ~ np.log (x)(y)',
  ])('computes: %s', (formula) => expect(isPlainFormula(formula)).toBe(false));
});
