/**
 * Check digits, written once more from their specifications: what makes the numbers must not be what judges them.
 * Each takes the number without its check and answers the check.
 */

export function sumOf(text: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += Number.parseInt(text[at] ?? '0', 36) * (weights[at] ?? 0);
  return sum;
}

export function luhnCheck(text: string): string {
  let sum = 0;
  for (let at = text.length - 1, twice = true; at >= 0; at -= 1, twice = !twice) {
    const value = Number(text[at]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Verhoeff's, by its group and permutation as functions. */
export function verhoeffCheck(text: string): string {
  const times = (a: number, b: number): number => {
    if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + (b - 5)) % 5);
    return b < 5 ? 5 + ((a - 5 - b + 5) % 5) : (a - b + 5) % 5;
  };
  const permute = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let check = 0;
  for (let place = 1; place <= text.length; place += 1) {
    let digit = Number(text[text.length - place]);
    for (let turn = 0; turn < place % 8; turn += 1) digit = permute[digit] ?? 0;
    check = times(check, digit);
  }
  return String([0, 4, 3, 2, 1, 5, 6, 7, 8, 9][check]);
}

/** ISO 7064, mod 11,10. */
export function mod1110Check(text: string): string {
  let rest = 10;
  for (const digit of text) {
    const sum = (rest + Number(digit)) % 10;
    rest = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - rest) % 10);
}

/** ISO 7064, mod 97-10, of letters and digits, as two digits: the check of an IBAN when what follows it goes first. */
export function mod97Check(text: string): string {
  const digits = Array.from(text, (character) => Number.parseInt(character, 36)).join('');
  return String(98n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0');
}

/** ICAO 9303. */
export function icaoCheck(text: string): string {
  return String(
    sumOf(
      text,
      Array.from(text, (_, at) => [7, 3, 1][at % 3] ?? 0),
    ) % 10,
  );
}

/** 11 less the rest; undefined where that is no digit: another number must be drawn. */
export function elevenCheck(text: string, weights: readonly number[]): string | undefined {
  const check = (11 - (sumOf(text, weights) % 11)) % 11;
  return check === 10 ? undefined : String(check);
}

/** Draws until what is drawn has a check. */
export function untilChecked(make: () => string | undefined): string {
  for (let tries = 0; tries < 1000; tries += 1) {
    const made = make();
    if (made !== undefined) return made;
  }
  throw new Error('no number has this check');
}
