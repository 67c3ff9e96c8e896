import { DIGITS } from '../sieve.ts';
import { domainAt, ipv4At, ipv6Around, macsBehind, upiAt, urlAt } from './addresses.ts';
import { brokenCardAt } from './broken-cards.ts';
import { COLONS, type DataPlaces, isMailWord, MAC, SCHEME } from './data-places.ts';
import { dateAt, isDatedElsewhere, ordinalDate } from './dates.ts';
import type { PersonalData, Stretch } from './found.ts';
import {
  behindMark,
  digitsIn,
  digitsTogether,
  FEW,
  GOES_ON_IN_LETTERS,
  identifiersAt,
  isBare,
  LONGEST_IDENTIFIER,
} from './identifiers.ts';
import { emailAt, MAIL_SIGNS } from './mail.ts';
import { mailInWordsAt } from './mail-in-words.ts';
import { phoneAt } from './phones.ts';
import { ageAt, birthAt, birthInDigitsAt, zipAt } from './places.ts';
import { settled, toldOnce } from './settled.ts';
import { monthBefore, openedBefore, startsAround } from './starts.ts';
import { addressAt } from './street-addresses.ts';
import { mayBeStreet } from './streets.ts';

/** No personal data depends on more characters before it. */
export const BEFORE_DATA = 160;

/** Personal data near these places, that starts at `from` or behind it: in no order, several types on one place. */
export function dataAt(stretch: Stretch, places: DataPlaces): readonly PersonalData[] {
  const { text, from, begins, ends } = stretch;
  const bare = begins && ends && isBare(text);
  const found: PersonalData[] = [];
  const starts = new Set<number>();
  const least = reachesBack(text, from);
  const apart = behindMark(text, from, least);
  for (let place = 0; place < places.count; place++) {
    const at = places.at[place] ?? 0;
    const which = places.which[place] ?? DIGITS;
    if (which !== DIGITS) {
      if (which === MAC) found.push(...macsBehind(text, at));
      const one =
        which === MAC
          ? null
          : which < MAIL_SIGNS.length
            ? (emailAt(text, at, MAIL_SIGNS[which]) ?? (which === 0 ? upiAt(text, at) : null))
            : which === SCHEME
              ? urlAt(text, at)
              : which === COLONS
                ? ipv6Around(text, at)
                : isMailWord(which)
                  ? mailInWordsAt(text, at)
                  : domainAt(text, at);
      if (one !== null) found.push(one);
      continue;
    }
    if (at < least) continue;
    if (at >= apart && (bare || mayBeIdentifier(text, at)))
      for (const start of startsAround(text, at, bare)) starts.add(start);
    addNumbers(text, at, found);
  }
  found.push(...identifiersAt(stretch, [...starts], bare));
  return toldOnce(settled(found)).filter(({ start }) => start >= from);
}

/** Nothing that a number is part of reaches so far behind it, but addresses of streets, which hide nothing so far. */
const REACHES = 96;

/** Marks that stand in no number and nothing that is made of numbers: what stands before one ends before it. */
const ENDS = new Uint8Array(128);
for (const mark of '"=<>|*`{}[]') ENDS[mark.charCodeAt(0)] = 1;

/** Where a number must stand, at or behind it, to reach behind `from`. */
function reachesBack(text: string, from: number): number {
  const least = Math.max(0, from - REACHES);
  let at = from;
  while (at > least && ENDS[text.charCodeAt(at - 1)] !== 1) at -= 1;
  return at;
}

/** What begins with this run of digits, and is no identifier: addresses, dates, telephone numbers. */
function addNumbers(text: string, at: number, found: PersonalData[]): void {
  const add = (one: PersonalData | null) => {
    if (one !== null) found.push(one);
  };
  const end = endOfDigits(text, at);
  const next = text[end] ?? '';
  const v4 = next === '.' && end - at <= 3 ? ipv4At(text, at) : null;
  add(v4);
  if (v4 === null && mayBeHex(next) && /^[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]/.test(text.slice(at, at + 6)))
    add(ipv6Around(text, at));
  const date = dateAround(text, at, end);
  if (date !== null) {
    found.push(date);
    add(birthAt(text, date));
  }
  if (date === null && v4 === null && end - at <= 8) addPlaces(text, at, { end, add });
  if (date !== null || v4 !== null || digitsTogether(text, at) < LEAST_PHONE || digitsIn(text, at) < LEAST_PHONE)
    return;
  if (end - at === 8) add(birthInDigitsAt(text, at));
  add(brokenCardAt(text, at));
  const opened = openedBefore(text, at);
  add(phoneAt(text, opened) ?? (opened < at ? phoneAt(text, at) : null));
}

/** What an address of hexadecimal digits goes on with. */
function mayBeHex(next: string): boolean {
  return next === ':' || (next >= 'A' && next <= 'F') || (next >= 'a' && next <= 'f');
}

interface Adding {
  /** Where the digits end. */
  readonly end: number;
  readonly add: (one: PersonalData | null) => void;
}

/** Streets, ages, postal codes: each looked for only where a character or two say that it may stand there. */
function addPlaces(text: string, at: number, { end, add }: Adding): void {
  const last = text[at - 2] ?? '';
  if (mayBeAddress(text, at, end)) add(addressAt(text, at));
  if (end - at <= 3 && (' -y'.includes(text[end] ?? '') || 'edfnsg:EDFNSG'.includes(last))) add(ageAt(text, at));
  if (end - at >= 2) add(zipAt(text, at));
}

/** Before a number a street ends in a few ways; behind it, it begins with a capital, a number, or one of a few words. */
function mayBeAddress(text: string, at: number, end: number): boolean {
  if (mayBeStreet(text, at) || (BOX_LAST[text.charCodeAt(at - 2)] === 1 && endsLikeBox(text, at))) return true;
  if (isHouseLetter(text, end)) return true;
  if (text[end] !== ' ' && text[end] !== ',') return false;
  const next = text.charCodeAt(end + 1);
  const capital = (next >= 48 && next <= 57) || (next >= 65 && next <= 90) || next >= 192;
  return capital || ROMANCE_BEGINS.has(text.slice(end + 1, end + 4)) || text[end] === ',';
}

const BOX_ENDS = new Set('box ach ale pt. ent ite ado'.split(' '));
/** The last letters of those, in either case. */
const BOX_LAST = new Uint8Array(65_536);
for (const end of BOX_ENDS) BOX_LAST.fill(1, end.charCodeAt(2), end.charCodeAt(2) + 1);
for (const end of BOX_ENDS) BOX_LAST.fill(1, end.toUpperCase().charCodeAt(2), end.toUpperCase().charCodeAt(2) + 1);

function endsLikeBox(text: string, at: number): boolean {
  return BOX_ENDS.has(text.slice(at - 4, at - 1).toLowerCase());
}

/** `221B Baker Street`. */
function isHouseLetter(text: string, end: number): boolean {
  return text[end + 1] === ' ' && /^[A-Za-z] \p{Lu}/u.test(text.slice(end, end + 4));
}

const ROMANCE_BEGINS = new Set(
  'rue via ave bou cal pla pia rua str che imp all qua mon rou cou squ bis ter'.split(' '),
);

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_IDENTIFIER && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57)
    end += 1;
  return end;
}

const LEAST_PHONE = 7;

/** Behind the first number of a date stands a mark and a letter or digit, a month, or `th`. */
function mayBeDate(text: string, end: number): boolean {
  if (isDatedElsewhere(text, end)) return true;
  const mark = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (mark === HYPHEN || mark === SLASH || mark === DOT) return isLetter(next) || (next >= 48 && next <= 57);
  if (mark === SPACE)
    return MONTHS_BEGIN[next] === 1 && isLetter(text.charCodeAt(end + 2)) && isLetter(text.charCodeAt(end + 3));
  return isLetter(mark) && isLetter(next) && /^(?:st|nd|rd|th)[ ,]/i.test(text.slice(end, end + 3));
}

const [SPACE, HYPHEN, DOT, SLASH] = [32, 45, 46, 47];
const MONTHS_BEGIN = new Uint8Array(65_536);
for (const letter of 'jfmasondJFMASOND') MONTHS_BEGIN[letter.charCodeAt(0)] = 1;

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

/** Only what may go on as a date, or has a letter a place before it, is tried as one. */
function dateAround(text: string, at: number, end: number): PersonalData | null {
  if (end - at > 4) return null;
  const month = mayFollowMonth(text, at) ? monthBefore(text, at) : -1;
  const dated = month < 0 ? null : (dateAt(text, month) ?? (end - at === 4 ? ordinalDate(text, month, end) : null));
  return dated ?? (mayBeDate(text, end) ? dateAt(text, at) : null);
}

/** Whether the word before begins as months do. */
function mayFollowMonth(text: string, at: number): boolean {
  let start = at - 1;
  while (
    start > 0 &&
    at - start < 11 &&
    (text.charCodeAt(start - 1) | 32) >= 97 &&
    (text.charCodeAt(start - 1) | 32) <= 122
  )
    start -= 1;
  if (text[at - 2] === '.') return true;
  return at - start > 3 && 'jfmasondJFMASOND'.includes(text[start] ?? ' ');
}

/** A few digits by themselves, behind no word in capitals, are none. */
function mayBeIdentifier(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const apart = before === 32 || before === 10;
  const capital = text.charCodeAt(at - 2);
  if (!apart || (capital >= 65 && capital <= 90) || capital >= 192) return true;
  return digitsIn(text, at) >= FEW || GOES_ON_IN_LETTERS.test(text.slice(at, at + 6));
}
