import type { PersonalData } from './found.ts';
import { CHECKED_IN_CONTEXT } from './identifiers.ts';
import { DATA_ROWS } from './rows.ts';

/** Addresses of mail and hosts are no domains, and hold no telephone numbers; a card is no telephone number. */
export function settled(found: readonly PersonalData[]): readonly PersonalData[] {
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

/** Of each type, what lies in no longer one: a telephone number holds several shorter ones. */
export function toldOnce(found: readonly PersonalData[]): readonly PersonalData[] {
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
