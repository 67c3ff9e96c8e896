import { isProse } from '../words/speaks.ts';
import { fromMorse } from './morse.ts';
import { parted } from './parting.ts';

/** Two signs that stand for bits, for short and long, or for one of two letters (Bacon), whichever is prose; else nothing. */
export function fromTwoSigns(signs: readonly string[], gapped: string): string {
  const kinds = [...new Set(signs)];
  const [one, other] = kinds;
  if (kinds.length !== 2 || one === undefined || other === undefined) return '';
  const ways = [
    [one, other],
    [other, one],
  ] as const;
  for (const [zero, unit] of ways) {
    const bits = signs.map((sign) => (sign === unit ? '1' : '0')).join('');
    const text = fromBits(bits, zero === one);
    if (text !== '') return text;
    const morse = fromMorse(gapped.replaceAll(zero, '.').replaceAll(unit, '-'));
    if (isProse(morse)) return morse;
  }
  return '';
}

function fromBits(bits: string, alsoLetters: boolean): string {
  for (const width of [8, 7, 16, 32]) {
    if (bits.length % width !== 0 && width < 16) continue;
    const codes = (bits.match(new RegExp(`.{${width}}`, 'g')) ?? []).map((part) => Number.parseInt(part, 2));
    if (codes.every((code) => code >= 32 && code < 127)) return String.fromCharCode(...codes);
  }
  return alsoLetters || bits.length % 5 === 0 ? fromFives(bits) : '';
}

/** Bacon's cipher, with twenty-six letters and with twenty-four. */
function fromFives(bits: string): string {
  const fives = (bits.match(/.{5}/g) ?? []).map((part) => Number.parseInt(part, 2));
  for (const letters of ['abcdefghijklmnopqrstuvwxyz', 'abcdefghiklmnopqrstuwxyz']) {
    if (!fives.every((five) => five < letters.length)) continue;
    const text = parted(fives.map((five) => letters.charAt(five)).join(''));
    if (text !== null) return text;
  }
  return '';
}

/** Signs of two kinds, with spaces or without, of which the same two go on: at least forty. */
export const TWO_SIGNS = [
  /(?<![01])[01](?:[ ]{0,3}[01]){39,2000}(?![01])/g,
  /(?<![A-Za-z])[OXox](?:[ ]{0,3}[OXox]){39,2000}(?![A-Za-z])/g,
  /(?<![A-Za-z])[ABab](?:[ ]{0,3}[ABab]){39,2000}(?![A-Za-z])/g,
] as const;

/** The first run of two signs that are neither letters nor figures. */
export function signsIn(text: string): { readonly start: number; readonly end: number } | null {
  let [start, count, at] = [0, 0, 0];
  let [one, other] = ['', ''];
  for (const sign of text) {
    const isGap = sign === ' ' || sign === '/' || sign === '\n' || sign === '|' || sign === '\ufe0f';
    if (!isGap && sign !== one && sign !== other) {
      if (count >= LEAST_SIGNS) break;
      const fits = !/[\w\p{L}\p{N}]/u.test(sign);
      // The last sign may be the first of the two.
      [one, other] = fits && count > 0 && other === '' ? [one, sign] : [fits ? sign : '', ''];
      if (other === '') [start, count] = [at, 0];
    }
    if (!isGap && one !== '') count += 1;
    at += sign.length;
  }
  return count >= LEAST_SIGNS && other !== '' ? { start, end: at } : null;
}

export const LEAST_SIGNS = 40;
