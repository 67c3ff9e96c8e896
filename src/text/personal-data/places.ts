import type { PersonalData } from './found.ts';
import type { Word } from './last-words.ts';
import { openStreetName, streetAround } from './streets.ts';

const STREET_WORDS =
  'Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Parkway|Pkwy|Highway|Hwy|Close|Crescent|Grove|Gardens|Row|Mews|Hill|Circle|Trail|Pass|Plaza|Loop|Alley|Walk';

const HOUSE_FIRST = new RegExp(
  String.raw`\d{1,5}[A-Za-z]? (?:(?:North|South|East|West|N|S|E|W)\.? )?(?:\p{Lu}[\p{L}'’.]{0,20}|\d{1,3}(?:st|nd|rd|th))(?: \p{Lu}[\p{L}'’.]{0,20}){0,3} (?:${STREET_WORDS})\b\.?(?:,? (?:Apt|Suite|Unit|Apartment|Flat|#)\.? ?\w{1,6})?(?:,? \p{Lu}[\p{L}]{2,20}(?: \p{Lu}[\p{L}]{2,20})?,? [A-Z]{2} \d{5}(?:-\d{4})?)?`,
  'uy',
);
const ROMANCE =
  /\d{1,5},? (?:bis |ter )?(?:Rue|rue|Via|Avenue|avenue|Boulevard|boulevard|Calle|calle|Place|place|Piazza|Rua|Strada|Chemin|Impasse)(?: (?:de|du|des|la|le|les|l'|del|della|di|da|do)){0,3} \p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{1,24}){0,2}/uy;
/** A house, whatever its street is called, with the town and its postal code: of America and Australia, Canada, Britain. */
const WITH_TOWN =
  /\d{1,5}[A-Za-z]? \p{Lu}[\p{L}'’.]{1,20}(?: \p{Lu}[\p{L}'’.]{0,20}){0,3}(?:, |,?\n)(?:\p{Lu}[\p{L}'’.-]{1,24}(?: \p{Lu}[\p{L}'’.-]{1,24}){0,2}(?:, ?|\n| ))(?:(?:[A-Z]{2,3},? ?)?\d{4,6}(?:-\d{4})?|(?:[A-Z]{2},? )?(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}))(?![\p{L}\p{N}])/uy;
/** A house behind a word for addresses: its street may be called anything. */
const TOLD_BEFORE =
  /\b(?:address(?: is|:| of record:?)?|lives? at|living at|residing at|resides at|moved? (?:in at|to)|ship(?:ped)? to:?|deliver(?:ed)? (?:it )?to:?)[\s"']{1,3}$/i;
const TOLD = /\d{1,5}[A-Za-z]?(?:\/\d{1,4})?,? \p{Lu}[\p{L}'’.-]{2,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){1,3}/uy;
/** What is numbered where letters are brought to. */
const BOX_BEFORE =
  /\b(?:P\.? ?O\.? ?Box|PO BOX|(?:PSC|Unit|CMR) \d{1,5},? Box|Postfach|Apartado|Casella postale|Boîte postale|Apt\.|Apartment|Suite|Flat) $/;
const OPEN_BOX =
  /\b(?:P\.? ?(?:O\.? ?(?:B[oOxX]{0,2})?)?|(?:PSC|Unit|CMR)(?: \d{0,5},?(?: B?o?x?)?)?|Postfach|Apartado|Casella(?: [a-z]{0,7})?|Boîte(?: [a-z]{0,7})?|Apt\.|Apartment|Suite|Flat) ?\d{0,6}$/;

export const LONGEST_ADDRESS = 160;

/** A street with a house number, at the number. */
export function addressAt(text: string, at: number): PersonalData | null {
  if (/[A-Za-z\p{N},:$€£#-]/u.test(text[at - 1] ?? '')) return null;
  for (const [pattern, glance] of [
    [WITH_TOWN, /^\d{0,4}[A-Za-z]? \p{Lu}/u],
    [HOUSE_FIRST, /^\d{0,4}[A-Za-z]? [\p{Lu}\d]/u],
    [ROMANCE, /^\d{0,4},? (?:bis |ter )?(?:rue|via|avenue|boulevard|calle|place|piazza|rua|strada|chemin|impasse) /i],
  ] as const) {
    if (!glance.test(text.slice(at, at + 24))) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { type: 'STREET_ADDRESS', start: at, end: at + match[0].length, score: 0.65 };
  }
  TOLD.lastIndex = at;
  const told = TOLD_BEFORE.test(text.slice(Math.max(0, at - 24), at)) ? TOLD.exec(text) : null;
  if (told !== null) return { type: 'STREET_ADDRESS', start: at, end: at + told[0].length, score: 0.6 };
  const box = BOX_BEFORE.exec(text.slice(Math.max(0, at - 24), at));
  const numbered = /^\d{1,6}(?![\p{L}\p{N}]|[.,]\d)/u.exec(text.slice(at, at + 9));
  if (box !== null && numbered !== null)
    return { type: 'STREET_ADDRESS', start: at - box[0].length, end: at + numbered[0].length, score: 0.5 };
  const street = streetAround(text, at);
  return street === null ? null : { type: 'STREET_ADDRESS', start: street[0], end: street[1], score: 0.65 };
}

const AGE_BEHIND = /^\d{1,3}(?=[ -](?:years?|yrs?)[ -]olds?\b|[ -]?y\/?o\b| years of age\b)/;
const AGE_BEFORE = /\b(?:age|aged|age of|turn|turned|turning|turns)[: ]{1,2}$/i;

/** An age, at its number. */
export function ageAt(text: string, at: number): PersonalData | null {
  if (/[\w.,$€£-]/.test(text[at - 1] ?? '')) return null;
  const behind = AGE_BEHIND.exec(text.slice(at, at + 24))?.[0];
  const plain = AGE_BEFORE.test(text.slice(Math.max(0, at - 12), at))
    ? /^\d{1,3}(?![\w%]|[.,]\d)/.exec(text.slice(at, at + 6))?.[0]
    : undefined;
  const age = behind ?? plain;
  return age === undefined || Number(age) > 120 ? null : { type: 'AGE', start: at, end: at + age.length, score: 0.5 };
}

const BIRTH =
  /(?:\bdob\b|\bborn on the|\bborn the|d\.o\.b\.|date of birth|birth ?date|birthday|born(?: on)?|geburtsdatum|geboren(?: am)?|date de naissance|né(?:e)? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|geboren op|data urodzenia|urodzon[ya]|ur\.|född|fødselsdato|født|syntymäaika|doğum tarihi|дата рождения|родил(?:ся|ась)|出生日期|出生于|生年月日|생년월일|b\.)\W{0,4}(?:is )?$/i;

/** A date of birth: a date behind a word for it. */
export function birthAt(text: string, date: PersonalData): PersonalData | null {
  if (!BIRTH.test(text.slice(Math.max(0, date.start - 28), date.start))) return null;
  return { ...date, type: 'DATE_OF_BIRTH', score: 0.75 };
}

const ZIP_BEFORE = /\b(?:zip|zip code|postal code|post code|postcode)(?: is|:)?:? {0,2}$/i;

/** A postal code behind a word for it. */
export function zipAt(text: string, at: number): PersonalData | null {
  if (!ZIP_BEFORE.test(text.slice(Math.max(0, at - 24), at))) return null;
  const code = /^\d{3,6}(?:[ -]\d{2,4})?(?![\w-])/.exec(text.slice(at, at + 14))?.[0];
  return code === undefined ? null : { type: 'ZIP_CODE', start: at, end: at + code.length, score: 0.6 };
}

/** Words that may stand in small letters between a house number and what is written in capitals. */
const STREET_PARTICLES = /^(?:rue|via|avenue|boulevard|calle|place|bis|ter|de|du|des|la|le|les|del|della|di|da|do|l')$/;

/** Whether what begins with this number may be an address, an age, whose end is not there yet. */
export function isPlaceOpen(text: string, at: number): boolean {
  if (text.length - at > LONGEST_ADDRESS) return false;
  const rest = text.slice(at);
  if (OPEN_AGE.test(rest)) return true;
  // Word by word: the second or third of most texts is none of a street.
  for (let start = 0; ; ) {
    let end = start;
    while (end < rest.length && !isApart(rest.charCodeAt(end))) end += 1;
    if (end === rest.length) return true;
    const word = rest.slice(start, end);
    if (!/^[\p{Lu}\p{N}#]/u.test(word) && !STREET_PARTICLES.test(word)) return false;
    start = end + 1;
    while (isApart(rest.charCodeAt(start))) start += 1;
  }
}

/** A space or a comma. */
function isApart(unit: number): boolean {
  return unit === 32 || unit === 44;
}

const OPEN_AGE = /^\d{1,3}(?:[ -]?[a-z/]{0,5}(?:[ -][a-z]{0,4})?(?: [a-z]{0,3})?)?$/;

/** Where a street, or a box, begins whose number is not there yet, or not whole. */
export function openStreet(text: string, words: readonly Word[]): number {
  const end = text.slice(-60);
  const box = /[ABCPSUMP]/.test(end) ? OPEN_BOX.exec(end) : null;
  return Math.min(openStreetName(text, words), box === null ? text.length : text.length - box[0].length);
}
