/** Check digits of identity, tax, health and bank numbers. All take what `compact` leaves: digits and capital letters. */

/** Without what people write between groups, in capitals. */
export function compact(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

export function digitsOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0) - 48);
}

/** ISO/IEC 7812-1, annex B. */
export function luhn(text: string): boolean {
  let sum = 0;
  for (const [place, digit] of digitsOf(text).toReversed().entries()) {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The sum of digits times weights, as far as the shorter goes. */
export function weighed(text: string, weights: readonly number[]): number {
  return digitsOf(text).reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0);
}

/** ISO 7064, mod 97-10 over letters as two digits: ISO 13616 (IBAN). */
export function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ISO 7064, mod 11, 10: German tax identification, Croatian OIB. */
export function mod11And10(text: string): boolean {
  let product = 10;
  for (const digit of digitsOf(text).slice(0, -1)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(text.at(-1));
}

/** The dihedral group of order 10, and the permutations of Verhoeff (1969). */
const DIHEDRAL = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const PERMUTED = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

export function verhoeff(text: string): boolean {
  let check = 0;
  for (const [place, digit] of digitsOf(text).toReversed().entries()) {
    check = Number(DIHEDRAL[check]?.[Number(PERMUTED[place % 8]?.[digit])]);
  }
  return check === 0;
}

/** Weights 7, 3, 1 over digits and letters as 10 to 35 (ICAO 9303, part 3). */
export function icao(text: string): number {
  return (
    Array.from(text).reduce(
      (sum, character, at) => sum + Number.parseInt(character, 36) * ([7, 3, 1][at % 3] ?? 0),
      0,
    ) % 10
  );
}

/** Whether year, month and day are a day: two or four digits of a year, which two digits leave open. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0;
  return day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** Whether the text holds a day as two digits each, in this order: `YMD`, `DMY`. */
export function holdsDay(text: string, order: 'YMD' | 'DMY'): boolean {
  const [first = 0, month = 0, third = 0] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  return order === 'YMD' ? isDay(first, month, third) : isDay(third, month, first);
}

export function allSame(text: string): boolean {
  return new Set(text).size === 1;
}

/** Whether one mark at most stands between the groups, and always the same. */
export function sameMarks(match: string): boolean {
  return new Set(match.replace(/[0-9]/g, '')).size <= 1;
}
