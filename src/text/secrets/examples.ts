export const HEX = '0123456789abcdef';
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const LETTERS_AND_DIGITS = `0123456789${LETTERS}`;
export const URL_SAFE = `${LETTERS_AND_DIGITS}_-`;

/**
 * `length` characters that look random and are always the same. Examples are put together from these when they are
 * needed: no whole secret stands in this repository, true or not, so that nobody's scanner is alarmed by it.
 */
export function textFrom(alphabet: string, length: number, seed = 0): string {
  let state = 2_463_534_242 + seed * 97;
  let text = '';
  // A linear congruence (Numerical Recipes' constants) is random enough for an example.
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet[(state >>> 8) % alphabet.length] ?? '';
  }
  return text;
}
