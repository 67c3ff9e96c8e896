import type { Marks } from '../../../text/view/marks.ts';
import { fromMorse, fromTaps } from './morse.ts';
import { parted } from './parting.ts';
import { commonWords, isProse } from './speaks.ts';
import { fromTwoSigns } from './two-signs.ts';
import { isKnown } from './vocabulary.ts';

/** Kinds of signs, and how many of all, of which a message may be made. */
const MOST_KINDS = 5;
const BY_FOUR = 4;
const LEAST = 36;
const MOST = 2000;

/** What a sentence says in which the same two to four signs, or words, come again and again; else nothing. */
export function fromFewSigns(sentence: string, { words }: Marks): string {
  if (sentence.length < LEAST || (words < LEAST && hasManyKinds(sentence))) return '';
  const body = sentence.slice(sentence.lastIndexOf(': ') + 1).trim();
  const signs = signsOf(body);
  const says = signs === null ? '' : read(signs, body);
  if (says !== '') return says;
  if (words < LEAST) return '';
  const tokens = wordsOf(body);
  return tokens === null ? '' : read(tokens, body);
}

/** Nearly every sentence has, within its last characters. */
function hasManyKinds(sentence: string): boolean {
  let seen = 0;
  let kinds = 0;
  for (let at = sentence.length - 1; at >= sentence.length - LEAST && kinds <= MOST_KINDS; at -= 1) {
    const unit = sentence.charCodeAt(at);
    // Letters and signs by five bits of them: two that are one are looked at in full.
    const bit = 1 << (unit & 31);
    if (unit <= 32 || (seen & bit) !== 0) continue;
    seen |= bit;
    kinds += unit === 46 || unit === 44 || unit === 47 || unit === 124 || unit === 59 ? 0 : 1;
  }
  return kinds > MOST_KINDS;
}

const GAP = /[\s/|,;.]/;

/** Its characters but for what stands between, where they are of few kinds. */
function signsOf(body: string): readonly string[] | null {
  const kinds = new Set<string>();
  const signs: string[] = [];
  for (const sign of body) {
    if (sign === '\ufe0f' || (sign !== '.' && GAP.test(sign))) continue;
    if (kinds.size === MOST_KINDS && !kinds.has(sign)) return null;
    kinds.add(sign);
    if (signs.length < MOST) signs.push(sign);
  }
  return signs.length < LEAST ? null : signs;
}

function wordsOf(body: string): readonly string[] | null {
  const kinds = new Set<string>();
  const tokens: string[] = [];
  for (const [token] of body.toLowerCase().matchAll(/[^\s,;]+|[,;]/g)) {
    if (kinds.size === MOST_KINDS && !kinds.has(token)) return null;
    kinds.add(token);
    if (tokens.length < MOST) tokens.push(token);
  }
  return kinds.size < 2 || tokens.length < LEAST ? null : tokens;
}

function read(signs: readonly string[], body: string): string {
  const kinds = [...new Set(signs)];
  if (kinds.length === 1) return fromTaps(body) ?? '';
  if (kinds.length === MOST_KINDS) return bySquare(signs, kinds.toSorted());
  if (kinds.length === 2) {
    const whole = fromTwoSigns(signs.slice(0, signs.length & ~7), body);
    if (whole !== '') return whole;
    const exact = fromTwoSigns(signs, body);
    if (exact !== '') return exact;
  }
  for (const order of ordersOf(kinds)) {
    const says = inOrder(signs, order, body);
    if (says !== '') return says;
  }
  return '';
}

/** Rows and columns of a square, five letters to each. */
function bySquare(signs: readonly string[], kinds: readonly string[]): string {
  if (signs.length % 2 !== 0) return '';
  const places = signs.map((sign) => kinds.indexOf(sign));
  let letters = '';
  for (let at = 0; at < places.length; at += 2)
    letters += 'abcdefghiklmnopqrstuvwxyz'.charAt(5 * (places[at] ?? 0) + (places[at + 1] ?? 0));
  return parted(letters) ?? '';
}

function ordersOf(kinds: readonly string[]): readonly (readonly string[])[] {
  if (kinds.length < 2) return [kinds];
  return kinds.flatMap((kind, at) => ordersOf(kinds.filter((_, other) => other !== at)).map((rest) => [kind, ...rest]));
}

function inOrder(signs: readonly string[], order: readonly string[], body: string): string {
  const places = new Map(order.map((sign, place) => [sign, place]));
  const digits = signs.map((sign) => places.get(sign) ?? 0);
  if (order.length === BY_FOUR) {
    const bytes = grouped(digits, 4, 4);
    if (areLetters(bytes)) return prose(String.fromCharCode(...bytes));
    const letters = grouped(digits, 4, 3);
    if (letters.every((place) => place < 26)) return parted(lettersAt(letters)) ?? '';
  }
  if (order.length === 3) {
    const bytes = grouped(digits, 3, 5);
    if (areLetters(bytes)) return prose(String.fromCharCode(...bytes));
  }
  // Short, long, what is between letters, what is between words; or spaces are.
  const gapped =
    order.length > 2
      ? digits.map((digit) => '.- /'.charAt(digit)).join('')
      : Array.from(body, (sign) => '.-'.charAt(places.get(sign) ?? 2) || sign).join('');
  return morse(gapped);
}

function morse(gapped: string): string {
  if (!/^[.-]/.test(gapped)) return '';
  const says = fromMorse(gapped);
  return says.includes('#') || !isKnown(says) || (says.match(/[a-z]{4}/g)?.length ?? 0) < LEAST_LONG ? '' : says;
}

/** Of four letters or more. */
const LEAST_LONG = 3;

function prose(says: string): string {
  return isProse(says) && commonWords(says) > 1 ? says : '';
}

function grouped(digits: readonly number[], base: number, width: number): readonly number[] {
  const groups: number[] = [];
  for (let at = 0; at + width <= digits.length; at += width)
    groups.push(digits.slice(at, at + width).reduce((sum, digit) => sum * base + digit, 0));
  return groups;
}

function areLetters(bytes: readonly number[]): boolean {
  return bytes.every((byte) => byte >= 32 && byte < 127);
}

function lettersAt(places: readonly number[]): string {
  return places.map((place) => String.fromCharCode(97 + place)).join('');
}
