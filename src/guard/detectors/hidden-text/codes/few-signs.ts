import type { Marks } from '../../../../text/view/marks.ts';
import { commonWords, isProse } from '../words/speaks.ts';
import { isKnown } from '../words/vocabulary.ts';
import { fromMorse, fromTaps, isLetter } from './morse.ts';
import { parted } from './parting.ts';
import { fromTwoSigns } from './two-signs.ts';

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
  const which = Uint8Array.from(signs, (sign) => kinds.indexOf(sign));
  if (comesAgain(which)) return '';
  for (const digitOf of ORDERS[kinds.length] ?? []) {
    const says = inOrder(which, digitOf, kinds, body);
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

/** Signs that come again so soon are a line that is drawn, or a syllable. */
const SOON = 8;

/** Whether the first few signs are all that there is, again and again. */
function comesAgain(which: Uint8Array): boolean {
  for (let after = 1; after <= SOON; after++) {
    let at = after;
    while (at < which.length && which[at] === which[at - after]) at++;
    if (at === which.length) return true;
  }
  return false;
}

/** Of two to four kinds, every way to number them: the digit of each kind. */
const ORDERS = [0, 1, 2, 3, 4].map((count) =>
  ordersOf(Array.from({ length: count }, (_, kind) => kind)).map((order) =>
    order.map((_, kind) => order.indexOf(kind)),
  ),
);

function ordersOf(kinds: readonly number[]): readonly (readonly number[])[] {
  if (kinds.length < 2) return [kinds];
  return kinds.flatMap((kind, at) => ordersOf(kinds.filter((_, other) => other !== at)).map((rest) => [kind, ...rest]));
}

function inOrder(which: Uint8Array, digitOf: readonly number[], kinds: readonly string[], body: string): string {
  if (kinds.length === BY_FOUR) {
    const bytes = grouped(which, digitOf, 4, PRINTED);
    if (bytes !== null) return prose(String.fromCharCode(...bytes));
    const letters = grouped(which, digitOf, 3, ALPHABET);
    if (letters !== null) return parted(lettersAt(letters)) ?? '';
  }
  if (kinds.length === 3) {
    const bytes = grouped(which, digitOf, 5, PRINTED);
    if (bytes !== null) return prose(String.fromCharCode(...bytes));
  }
  // Short, long, what is between letters, what is between words; or spaces are.
  if (kinds.length === 2)
    return morse(Array.from(body, (sign) => '.-'.charAt(digitOf[kinds.indexOf(sign)] ?? 2) || sign).join(''));
  const gapped = (length: number) =>
    Array.from(which.subarray(0, length), (kind) => '.- /'.charAt(digitOf[kind] ?? 0)).join('');
  return isMorse(gapped(FIRST_LOOK)) ? morse(gapped(which.length)) : '';
}

/** So many signs tell whether it is worth spelling all of them. */
const FIRST_LOOK = 48;

/** Whether letters begin it; of the last nobody knows whether it is whole. */
function isMorse(gapped: string): boolean {
  return /^[.-]/.test(gapped) && (gapped.match(/[.-]+(?=[ /])/g) ?? []).every(isLetter);
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

const PRINTED = { from: 32, to: 126 };
const ALPHABET = { from: 0, to: 25 };

/** The numbers that each so many digits are; null as soon as one is none of those that are meant. */
function grouped(
  which: Uint8Array,
  digitOf: readonly number[],
  width: number,
  { from, to }: typeof PRINTED,
): readonly number[] | null {
  const groups: number[] = [];
  for (let at = 0; at + width <= which.length; at += width) {
    let sum = 0;
    for (let digit = 0; digit < width; digit++) sum = sum * digitOf.length + (digitOf[which[at + digit] ?? 0] ?? 0);
    if (sum < from || sum > to) return null;
    groups.push(sum);
  }
  return groups;
}

function lettersAt(places: readonly number[]): string {
  return places.map((place) => String.fromCharCode(97 + place)).join('');
}
