import { MONTH_WORD } from './dates.ts';
import { lastWords, type Word } from './last-words.ts';
import { PARTICLES } from './streets.ts';

/** Houses of streets that nothing but the town and the postal code behind them tell, and what of an address stands behind any house. */

const WORD = String.raw`(?:\p{Lu}\p{L}{0,2}\.|\p{Lu}[\p{L}\p{M}'’()]{1,24})`;
const SMALL = 'a|am|an|bei|da|das|de|del|den|der|di|do|dos|en|het|i|im|in|la|las|le|les|los|nad|ob|of|pod|sous|sur|van';
/** A town, a quarter, a region, a country. */
const PART = String.raw`${WORD}(?:[ -]{1,2}(?:(?:${SMALL})[ -]){0,2}${WORD}|[ -](?:\d|altos|bajos)(?![\p{L}\p{N}])){0,3}`;
/** Between the lines of an address: a comma, or an end of a line, quoted or set in. */
const GAP = String.raw`(?: ?,? ?(?:\r?\n[ >\t]{0,12}){1,3}(?:, ?)?|, ?|  )`;
/** Postal codes of four digits that could be years are none by themselves. */
const CODE = String.raw`(?:(?:[A-Z]{1,2}-)?(?:\d{3} \d{2}|\d{2}-\d{3}|(?!(?:19|20)\d\d(?!\d))\d{4}(?: ?[A-Z]{2}|-\d{3})?|\d{5}(?:-\d{3,4})?|\d{6}|\d{8})|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![\p{L}\p{N}]|-\d)`;
/** What stands in each of them. */
const OF_CODE = /\d{4}|\d{3} \d{2}|\d{2}-\d{3}|[A-Z]\d/;
const UNIT = String.raw`(?:${GAP}| )\d{1,2}[ºª°oa](?: ?(?:[A-Z](?![\p{L}\p{N}])|izq|dcha|izda)\.?)?|(?:${GAP}| )(?:Apt|apt|Apto|apto|Bloco|bloco|Dpto|dpto|Suite|suite|Ste|Unit|Apartment|Flat|Floor|Fl|Piso|piso|Piano|Interno|Int|Interior|Appartamento|Appt|Depto|Edif|Esc|Puerta|Whg|Top|Stiege|Bus|bus|bte|Bte|Room|Rm|#|m|lok|стр|кв|к)\.? ?\d[\w/-]{0,6}|/\d{1,4}|-\d{1,4}[a-z]?`;
const UNITS = new RegExp(`^(?:${UNIT}){1,3}(?![\\p{L}\\p{N}])`, 'u');
/** `, Springfield, IL 62704`; `, 251 13 Kojetín`. */
const TOWN_AND_CODE = new RegExp(
  String.raw`^(?:(?:${GAP}${PART}){1,3}(?:${GAP}| ?[-–] ?| )${CODE}|${GAP}${CODE},?(?: |${GAP})(?:${PART}(?: ?/ ?[A-Z]{2})?|\d?[a-z]{1,2} ${PART}))`,
  'u',
);

/** Where the flat, town and postal code end that stand behind a house at `end`; `end` where there are none. Looks no further than `limit`. */
export function placeBehind(text: string, end: number, limit: number): number {
  const { unit, town } = behind(text, end, limit);
  if (town !== null) return town;
  const last = Math.min(limit, text.length);
  const state = text.charAt(unit) === ',' ? TOWN_AND_STATE.exec(text.slice(unit, last)) : null;
  return unit + (state?.[0].length ?? 0);
}

/** `, Chicago, IL`: of the United States, without a code. */
const TOWN_AND_STATE =
  /^, ?\p{Lu}[\p{L}.'’]{1,20}(?: \p{Lu}[\p{L}.'’]{1,20}){0,2}, ?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?![\p{L}\p{N}])/u;

/** Where a flat behind a house at `end` ends, `end` where there is none; and a town with a postal code, null where there is none. */
function behind(text: string, end: number, limit: number): { readonly unit: number; readonly town: number | null } {
  const last = Math.min(limit, text.length);
  if (!mayGoOn(text, end, last)) return { unit: end, town: null };
  // Flats and postal codes have digits.
  if (!hasDigit(text, end, last)) return { unit: end, town: null };
  const rest = text.slice(end, last);
  const unit = UNITS.exec(rest)?.[0].length ?? 0;
  const beyond = rest.slice(unit);
  const town = mayBeGap(rest, unit) && OF_CODE.test(beyond) ? TOWN_AND_CODE.exec(beyond)?.[0].length : undefined;
  return { unit: end + unit, town: town === undefined ? null : end + unit + town };
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a mark stands here, or behind one space, or a word behind one. */
function mayGoOn(text: string, at: number, limit: number): boolean {
  const first = text.charCodeAt(at);
  if (PARTS[first] === 1) return true;
  if (first !== SPACE || at + 1 >= limit) return false;
  const second = text.charCodeAt(at + 1);
  return second > 127 ? /^\p{L}/u.test(text.slice(at + 1, Math.min(at + 3, limit))) : PARTS_BEHIND[second] === 1;
}

const SPACE = 32;
const PARTS = new Uint8Array(128);
for (const mark of ',\n\r#/-') PARTS[mark.charCodeAt(0)] = 1;
/** Of those and of letters. */
const PARTS_BEHIND = PARTS.slice().fill(1, 65, 91).fill(1, 97, 123);
PARTS_BEHIND['>'.charCodeAt(0)] = 1;

/** Whether what stands between the lines of an address may begin here. */
function mayBeGap(text: string, at: number): boolean {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return GAPS[first] === 1 && (first !== SPACE || GAPS[second] === 1);
}

const GAPS = new Uint8Array(128);
for (const mark of ' ,\r\n') GAPS[mark.charCodeAt(0)] = 1;

const HOUSE = /^\d{1,5} ?[A-Za-z]?\.?(?![\p{L}\p{N}])/u;
const HOUSE_FIRST =
  /^(?:\d{1,6}[A-Za-z]?(?:[/-]\d{1,5}){0,2},?|\d{1,5}) (?:[\p{Lu}\d][\p{L}\p{M}\d'’.-]{0,24} ?|(?:de|du|des|la|le|of|the) ){1,6}/u;

/** What every town behind a house has in it, so that nothing but what is matched decides. */
function hasGap(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 44 || unit === 10 || (unit === SPACE && at + 1 < to && text.charCodeAt(at + 1) === SPACE)) return true;
  }
  return false;
}

/** A house with town and postal code around the number at `at`: from and to. */
export function houseInTown(text: string, at: number, limit: number): readonly [number, number] | null {
  const last = Math.min(limit, text.length);
  let number = at;
  while (number < last && isDigit(text.charCodeAt(number))) number += 1;
  // Of the postal code.
  if (!hasDigit(text, number, last)) return null;
  const mayBeFirst = mayStandFirst(text, number);
  if (!mayBeFirst && text[at - 1] !== ' ') return null;
  if (!hasGap(text, at, last)) return null;
  const window = text.slice(at, limit);
  const first = mayBeFirst ? HOUSE_FIRST.exec(window) : null;
  if (first !== null) {
    for (let end = at + first[0].trimEnd().length; end > at; end = text.lastIndexOf(' ', end - 1)) {
      // A number is no house without a street, or the name of a village.
      if (!/\p{L}{2}/u.test(text.slice(at, end))) break;
      const { town } = behind(text, end, limit);
      if (town !== null) return [at, town];
    }
  }
  const house = text[at - 1] === ' ' ? HOUSE.exec(window) : null;
  const start = house === null ? null : nameBefore(text, at);
  if (house === null || start === null || ACRONYM.test(text.slice(start, at))) return null;
  const { town } = behind(text, at + house[0].length, limit);
  return town === null ? null : [start, town];
}

/** Whether a street may follow a number that ends here: behind a space, a letter, a comma, or what parts two numbers. */
function mayStandFirst(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  return unit === SPACE || unit === 44 || unit === 45 || unit === 47 || ((unit | 32) >= 97 && (unit | 32) <= 122);
}

/** Of what is no street: a register, an agency. */
const ACRONYM = /^[A-Z]{2,5} $/;

const MOST_WORDS = 4;
const NAMED = /^\p{Lu}[\p{L}\p{M}'’.-]{0,30}$/u;

/** Where up to four words begin that a street before the number at `at` may be called. */
export function nameBefore(text: string, at: number): number | null {
  if (text[at - 1] !== ' ') return null;
  const words = lastWords(text, at - 1, mayBeName);
  const [last] = words;
  if (last === undefined || MONTH_WORD.test(last.word.replace(',', ''))) return null;
  return nameOf([withoutComma(last), ...words.slice(1)]);
}

function withoutComma({ word, start }: Word): Word {
  return { word: word.replace(/,$/, ''), start };
}

function nameOf(words: readonly Word[]): number | null {
  let name: number | null = null;
  for (const { word, start } of words.slice(0, MOST_WORDS)) {
    if (NAMED.test(word)) name = start;
    else if (name === null || !mayBeName(word)) break;
  }
  return name;
}

function mayBeName(word: string): boolean {
  return NAMED.test(word) || PARTICLES.has(word);
}

/** Where the name of a street may begin whose number is not there yet, in the last words of a text: the last may not be whole. */
export function openName(words: readonly Word[], length: number): number {
  const [last, ...before] = words;
  if (last === undefined) return length;
  const [comma, ...rest] = before;
  const ended = (comma === undefined ? null : nameOf([withoutComma(comma), ...rest])) ?? length;
  const goesOn = last.word.length < 4 || /^[\p{Lu}\d]/u.test(last.word);
  return goesOn ? Math.min(ended, nameOf([{ word: 'A', start: last.start }, ...before]) ?? length) : length;
}
