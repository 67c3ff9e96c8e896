import { createSieve, DIGITS, type Literal, type Scanned, type Sieve } from '../sieve.ts';
import { BARE_DOMAINS, domainAt, emailAt, ipv4At, ipv6Around, macsBehind, upiAt, urlAt } from './addresses.ts';
import { dateAt, isDatedElsewhere, isDateOpen, MONTH_WORD, openOrdinal, ordinalDate } from './dates.ts';
import type { PersonalData, Stretch } from './found.ts';
import {
  CHECKED_IN_CONTEXT,
  CONTEXT_BEHIND,
  couldBeBare,
  digitsIn,
  digitsTogether,
  FEW,
  GOES_ON_IN_LETTERS,
  identifiersAt,
  isBare,
  LONGEST_IDENTIFIER,
  waitsForContext,
} from './identifiers.ts';
import { lastWords } from './last-words.ts';
import { KIND_BEHIND, phoneAt } from './phones.ts';
import { ageAt, birthAt, isAgeOpen, zipAt } from './places.ts';
import { DATA_ROWS } from './rows.ts';
import { addressAt, addressStart, isAddressOpen, LONGEST_ADDRESS, openStreet } from './street-addresses.ts';
import { mayBelong, mayBeStreet } from './streets.ts';

/** Where triggers stand: `which[i]` is a place in DATA_LITERALS, or DIGITS, `at[i]` where it starts. */
export interface DataPlaces {
  readonly count: number;
  readonly which: ArrayLike<number>;
  readonly at: ArrayLike<number>;
}

/** Marks at which to look, besides runs of digits. */
export const DATA_LITERALS: readonly Literal[] = ['@', '://', '::', 'MAC', ...BARE_DOMAINS].map((text) => ({ text }));
const [MAIL, SCHEME, COLONS, MAC] = [0, 1, 2, 3];

/** No personal data depends on more characters before it. */
export const BEFORE_DATA = 160;

/** Personal data near these places, that starts at `from` or behind it: in no order, several types on one place. */
export function dataAt(stretch: Stretch, places: DataPlaces): readonly PersonalData[] {
  const { text, from, begins, ends } = stretch;
  const bare = begins && ends && isBare(text);
  const found: PersonalData[] = [];
  const starts = new Set<number>();
  const least = reachesBack(text, from);
  for (let place = 0; place < places.count; place++) {
    const at = places.at[place] ?? 0;
    const which = places.which[place] ?? DIGITS;
    if (which !== DIGITS) {
      if (which === MAC) found.push(...macsBehind(text, at));
      const one =
        which === MAC
          ? null
          : which === MAIL
            ? (emailAt(text, at) ?? upiAt(text, at))
            : which === SCHEME
              ? urlAt(text, at)
              : which === COLONS
                ? ipv6Around(text, at)
                : domainAt(text, at);
      if (one !== null) found.push(one);
      continue;
    }
    if (at < least) continue;
    if (bare || mayBeIdentifier(text, at)) for (const start of startsAround(text, at, bare)) starts.add(start);
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

/** Of each type, what lies in no longer one: a telephone number holds several shorter ones. */
function toldOnce(found: readonly PersonalData[]): readonly PersonalData[] {
  const inOrder = found.toSorted((a, b) => a.start - b.start || b.end - a.end || b.score - a.score);
  return inOrder.filter((one, index) => {
    for (let at = index - 1; at >= 0; at--) {
      const other = inOrder[at];
      // What begins further back may not be seen when the text comes in pieces.
      if (other === undefined || one.start - other.start > NESTED) break;
      if (other.type === one.type && other.end >= one.end) return false;
    }
    return true;
  });
}

const NESTED = 64;

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
  if (date !== null || v4 !== null || digitsIn(text, at) < LEAST_PHONE || digitsTogether(text, at) < LEAST_PHONE)
    return;
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
  if (mayBeStreet(text, at) || BOX_ENDS.has(text.slice(at - 4, at - 1).toLowerCase())) return true;
  if (isHouseLetter(text, end)) return true;
  if (text[end] !== ' ' && text[end] !== ',') return false;
  const next = text.charCodeAt(end + 1);
  const capital = (next >= 48 && next <= 57) || (next >= 65 && next <= 90) || next >= 192;
  return capital || ROMANCE_BEGINS.has(text.slice(end + 1, end + 4)) || text[end] === ',';
}

const BOX_ENDS = new Set('box ach ale pt. ent ite ado'.split(' '));

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
  const mark = text[end] ?? '';
  if (isDatedElsewhere(text, end)) return true;
  if (mark === '-' || mark === '/' || mark === '.') return /[A-Za-z0-9]/.test(text[end + 1] ?? '');
  if (mark === ' ') return /[jfmasondo]/i.test(text[end + 1] ?? '') && /[a-z]{2}/i.test(text.slice(end + 2, end + 4));
  return /^(?:st|nd|rd|th)[ ,]/i.test(text.slice(end, end + 3));
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

function openedBefore(text: string, at: number): number {
  if (text[at - 1] === '(') return text[at - 2] === '+' ? at - 2 : at - 1;
  return text[at - 1] === '+' ? at - 1 : at;
}

function monthBefore(text: string, at: number): number {
  const word = /[A-Za-z]{3,9}\.?[ -]$/.exec(text.slice(Math.max(0, at - 11), at));
  if (word === null || !MONTH_WORD.test(word[0].slice(0, -1))) return -1;
  return at - word[0].length;
}

/** A few digits by themselves, behind no word in capitals, are none. */
function mayBeIdentifier(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const apart = before === 32 || before === 10;
  const capital = text.charCodeAt(at - 2);
  if (!apart || (capital >= 65 && capital <= 90) || capital >= 192) return true;
  return digitsIn(text, at) >= FEW || GOES_ON_IN_LETTERS.test(text.slice(at, at + 6));
}

/** Where a word begins that holds this run of digits, and up to two short ones in capitals before it: `B AB 1234`. */
function startsAround(text: string, at: number, bare: boolean): readonly number[] {
  const start = wordStart(text, at);
  const last = text.charCodeAt(start - 1);
  const starts = last === PLUS ? [start - 1] : goesOnBehind(text.charCodeAt(start - 2), last) ? [] : [start];
  if ((last === COLON || last === HYPHEN || last === DOT) && isHexLetter(text.charCodeAt(start - 2))) {
    const letters = HEX_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0].length ?? 0;
    if (letters > 0) starts.push(start - letters);
  }
  for (let words = 0, end = start; words < 2; words++) {
    const apart = text.charCodeAt(end - 1);
    if (apart !== SPACE && apart !== DOT && apart !== HYPHEN) break;
    const word = /(?<![A-Za-z0-9])[A-ZÄÖÜ]{1,4}[ .-]$/i.exec(text.slice(Math.max(0, end - 6), end));
    if (word === null || (!bare && !/^[A-ZÄÖÜ]+/.test(word[0]))) break;
    end -= word[0].length;
    starts.push(end);
  }
  return starts;
}

function isHexLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 102;
}

/** The first parts of a hardware address, where they have letters only. */
const HEX_BEFORE = /(?<![A-Za-z0-9:.-])(?:(?:[A-Fa-f]{2}[:-]){1,5}|(?:[A-Fa-f]{4}\.){1,2})$/;

const [SPACE, PERCENT, PLUS, HYPHEN, DOT, SLASH, COLON, AT_SIGN, UNDERSCORE] = [32, 37, 43, 45, 46, 47, 58, 64, 95];

/** Whether what begins behind these two characters belongs to something longer: an address, a decimal, a time. */
function goesOnBehind(before: number, last: number): boolean {
  if (isLetterOrDigit(last) || last === UNDERSCORE || last === AT_SIGN || last === PERCENT) return true;
  if (last === HYPHEN || last === DOT || last === SLASH) return isLetterOrDigit(before);
  return last === COLON && before >= 48 && before <= 57;
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/** Addresses of coins may begin with many letters. */
const LONGEST_LETTERS = 34;

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_LETTERS && isLetterOrDigit(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Addresses of mail and hosts are no domains, and hold no telephone numbers; a card is no telephone number. */
function settled(found: readonly PersonalData[]): readonly PersonalData[] {
  const strong = new Map<number, PersonalData[]>();
  for (const one of found) {
    if (!STRONG.has(one.type) && !isLongChecked(one) && (one.score < CHECKED_IN_CONTEXT || WEAK.has(one.type)))
      continue;
    const place = Math.floor(one.start / NEAR);
    const there = strong.get(place);
    if (there === undefined) strong.set(place, [one]);
    else there.push(one);
  }
  return found.filter((one) => {
    if (STRONG.has(one.type)) return true;
    const place = Math.floor(one.start / NEAR);
    const hidden = (other: PersonalData) => hides(other, one);
    return !(strong.get(place - 1)?.some(hidden) === true || strong.get(place)?.some(hidden) === true);
  });
}

/** What is this sure hides what it holds. No mail address, card or account number is longer than this, too. */
const SURE = 0.9;
const NEAR = 128;

function hides(other: PersonalData, one: PersonalData): boolean {
  if (one.type === 'PHONE_NUMBER' && isLongChecked(other) && other.start <= one.start && other.end >= one.end)
    return true;
  if (other.score <= one.score || other.start > one.start || other.end < one.end) return false;
  if (other.score < SURE && !STRONG.has(other.type)) return WEAK.has(one.type) && CHECKED_TYPES.has(other.type);
  const alike = other.start === one.start && other.end === one.end;
  return !alike || one.score < 0.5 || WEAK.has(one.type);
}

/** A number whose check holds and that a word tells is no telephone number, unless a word says that as well. */
const CHECKED_TYPES = new Set(DATA_ROWS.filter(({ valid }) => valid !== undefined).map(({ type }) => type));

/** Longer than what most people dial, of a form of their own, and with checks that hold by chance one time in a hundred or less. */
const LONG_CHECKED = new Set(['FR_NIR', 'BR_CNPJ', 'AE_EMIRATES_ID']);

function isLongChecked({ type }: PersonalData): boolean {
  return LONG_CHECKED.has(type);
}

const STRONG = new Set(['EMAIL_ADDRESS', 'IBAN_CODE', 'CREDIT_CARD']);
const WEAK = new Set([
  'URL',
  'PHONE_NUMBER',
  'DATE_TIME',
  'TR_PHONE_NUMBER',
  'ZA_PHONE_NUMBER',
  'TW_PHONE_NUMBER',
  'PH_MOBILE_NUMBER',
]);

/** The first place, at `from` or behind it, where something may begin that what follows decides. */
export function firstOpenData({ text, from, begins }: Stretch, places: DataPlaces): number {
  if (begins && couldBeBare(text)) return from;
  const words = lastWords(text, text.length, mayBelong);
  let open = Math.max(from, Math.min(openGroup(text, from), openStreet(text, words), openOrdinal(words)));
  // Further back than `from` nothing is open.
  for (let place = places.count - 1; place >= 0 && open > from; place--) {
    const at = places.at[place] ?? 0;
    if (places.which[place] === SCHEME && text.length - at < LONGEST_URL && !/\s/.test(text.slice(at)))
      open = Math.min(open, Math.max(from, at - 6));
    if (places.which[place] !== DIGITS || at < text.length - LONGEST_ADDRESS) continue;
    // What stands further back waits for no word behind it.
    if (text.length - at <= LONGEST_IDENTIFIER + CONTEXT_BEHIND) open = openIdentifier(text, { at, from, open });
    if (isAgeOpen(text, at) || isDateOpen(text, at)) open = Math.min(open, Math.max(from, at));
    if (isAddressOpen(text, at)) open = Math.min(open, Math.max(from, addressStart(text, at)));
    if (isGroup(text, at))
      open = Math.min(open, Math.max(from, openedBefore(text, at), 0), Math.max(from, startBefore(text, at)));
  }
  return open;
}

/** Where an identifier begins that the digits at `at` are of, if what follows may decide on it. */
function openIdentifier(
  text: string,
  { at, from, open }: { readonly at: number; readonly from: number; readonly open: number },
): number {
  let first = open;
  for (const start of startsAround(text, at, false)) {
    if (start < first && (isGroup(text, at) || waitsForContext(text, start))) first = Math.max(from, start);
  }
  return first;
}

const LONGEST_URL = 1700;

function startBefore(text: string, at: number): number {
  const month = monthBefore(text, at);
  return Math.min(openedBefore(text, at), month < 0 ? at : month);
}

/** Whether all from this run of digits to the end of the text may still be groups of one number. */
function isGroup(text: string, at: number): boolean {
  if (text.length - at > LONGEST_GROUP) return false;
  const rest = text.slice(at);
  if (NOT_OF_NUMBERS.test(rest)) return false;
  const words = rest.split(/[-./:()+,_@ ]/);
  let letters = 0;
  for (const [index, word] of words.entries()) {
    if (/[0-9]/.test(word)) letters = 0;
    else if (word !== '') letters += 1;
    // Two words without a digit, or a long one, end every number; the last may not be whole.
    const whole = index < words.length - 1;
    if (whole && (letters > 1 || (letters === 1 && word.length > 4 && word !== 'extension' && !MONTH_WORD.test(word))))
      return false;
  }
  return true;
}

const NOT_OF_NUMBERS = /[^A-Za-z0-9\-./:()+,_@ ]/;

/** The longest number, and a word for a kind of telephone behind it. */
const LONGEST_GROUP = LONGEST_IDENTIFIER + KIND_BEHIND + 2;

/** The last word, with short words in capitals or a month before it. */
function openGroup(text: string, from: number): number {
  let start = text.length;
  while (start > from && text.length - start < 512 && !/\s/.test(text[start - 1] ?? '')) start -= 1;
  const apart = text.charCodeAt(start - 1);
  if (start === from || (apart !== SPACE && apart !== HYPHEN)) return start;
  const words = /(?:(?:[A-ZÄÖÜ]{1,3}|[A-Z][a-z]{2,8}\.?|[A-Z]{3,9}|[a-z]{3,9}\.?)[ -]){1,2}$/.exec(
    text.slice(Math.max(from, start - 22), start),
  );
  return Math.max(from, start - (words?.[0].length ?? 0));
}

/** Made with the first text that is read by itself. */
let sieve: Sieve | undefined;

/** Every place of a text that is worth a look. */
export function dataPlacesIn(scanned: Scanned): DataPlaces {
  const which: number[] = [];
  const at: number[] = [];
  sieve ??= createSieve(DATA_LITERALS, { digits: true });
  sieve.scan(scanned, 0, (literal, place) => {
    which.push(literal);
    at.push(place);
  });
  return { count: at.length, which, at };
}
