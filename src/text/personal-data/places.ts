import { isDay } from './checksums.ts';
import type { PersonalData } from './found.ts';

const AGE_BEHIND =
  /^\d{1,3}(?=[ -](?:years?|yrs?)[ -]olds?\b|[ -]?y\/?o\b| years of age\b|[ -]?Jahre alt\b|[ -]jährig| jaar oud\b| år gammal\b| år gammel\b| vuotta vanha| años de edad\b| anni di età| ans révolus)/;
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
  /(?:\bdob\b|\bbirth[ _]?(?:day|date)|date_of_birth|födelsedatum|född|születési idő|data nașterii|syntymäaika|\bborn on the|\bborn the|d\.o\.b\.|date of birth|birth ?date|birthday|born(?: on)?|geb(?:urts|\.)?[- ]?datum|\bgeb\.|geboren(?: am)?|date de naissance|né(?:e)? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|\bnascimento|geboortedatum|geboren op|data urodzenia|urodzon[ya]|ur\.|född|fødselsdato|født|syntymäaika|doğum tarihi|дата рождения|родил(?:ся|ась)|出生日期|出生于|生年月日|생년월일|b\.)\W{0,4}(?:is )?$/i;

/** A date of birth: a date behind a word for it. */
export function birthAt(text: string, date: PersonalData): PersonalData | null {
  if (isBehindNumber(text, date.start)) return null;
  // Whoever was born so long ago is of history.
  if (OF_HISTORY.test(text.slice(date.start, date.end))) return null;
  const before = text.slice(Math.max(0, date.start - 28), date.start);
  if (!BIRTH.test(before) && !(before.includes('irth') && BIRTH.test(fieldApart(before)))) return null;
  return { ...date, type: 'DATE_OF_BIRTH', score: 0.75 };
}

const OF_HISTORY = /(?<![0-9])1[0-8][0-9]{2}(?![0-9])/;

/** Eight digits together behind a word for it. */
export function birthInDigitsAt(text: string, at: number): PersonalData | null {
  const [date, year, month, day] = /^(19\d\d|20[0-4]\d)(\d\d)(\d\d)(?![\w-])/.exec(text.slice(at, at + 10)) ?? [];
  if (date === undefined || !isDay(Number(year), Number(month), Number(day))) return null;
  return birthAt(text, { type: 'DATE_TIME', start: at, end: at + date.length, score: 0.6 });
}

/** Whether the last of what is written before a place, but for marks, is a digit: no word for a birth ends in one. */
function isBehindNumber(text: string, at: number): boolean {
  for (let place = at - 1; place >= 0 && place >= at - 28; place -= 1) {
    const unit = text.charCodeAt(place);
    if (unit >= 48 && unit <= 57) return true;
    if (unit > 127 || unit === 95 || ((unit | 32) >= 97 && (unit | 32) <= 122)) return false;
  }
  return false;
}

/** `dateOfBirth`, `date-of-birth` and `date_of_birth` as words. */
function fieldApart(before: string): string {
  return before.replace(/(?<=[A-Za-z])[_-](?=[A-Za-z])/g, ' ').replace(/([a-z])(?=[A-Z])/g, '$1 ');
}

const ZIP_BEFORE =
  /(?:(?:^|[^A-Za-z])(?:zip(?:[ _/-]?(?:post(?:al)?|code))?|postal[ _-]?code|post[ _-]?code|pin[ _-]?code|code postal|código postal|codice postale|c\.?a\.?p\.?|cep|postnummer|postnr\.?|kod pocztowy|psč|posta kodu|irányítószám)|индекс|邮编|邮政编码|郵便番号|우편번호|〒)(?: is| was| to| är| er| es| è| est)?['":：=|.)>\s-]{0,5}$/i;
/** A town and a state of the United States. */
const STATE_BEFORE =
  /\p{Lu}[\p{L}.'’]{1,20}(?:, ?| )(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,? $/u;

/** The last word before a postal code. */
const LAST_ZIP = new Set(
  'zip zipcode code postcode postal postale pincode p cap cep postnummer postnr pocztowy psč kodu irányítószám индекс 邮编 邮政编码 郵便番号 우편번호 〒 is was to är er es è est'.split(
    ' ',
  ),
);
const LONGEST_LAST = 14;

/** A postal code behind a word for it, or behind a town and a state. */
export function zipAt(text: string, at: number): PersonalData | null {
  let last = at - 1;
  while (last >= 0 && at - last < 6 && MARKS.includes(text[last] ?? '')) last -= 1;
  let first = last + 1;
  while (first > 0 && last - first < LONGEST_LAST && isLetter(text.charCodeAt(first - 1))) first -= 1;
  if (first > last) return null;
  const word = text.slice(first, last + 1);
  const state = isState(word);
  if (!state && !LAST_ZIP.has(word.toLowerCase())) return null;
  const before = text.slice(Math.max(0, at - 28), at);
  if (!(state ? STATE_BEFORE : ZIP_BEFORE).test(before)) return null;
  const code = (state ? /^\d{5}(?:-\d{4})?(?![\w-])/ : ZIP).exec(text.slice(at, at + 14))?.[0];
  return code === undefined ? null : { type: 'ZIP_CODE', start: at, end: at + code.length, score: 0.6 };
}

/** Two capitals. */
function isState(word: string): boolean {
  return word.length === 2 && isCapital(word.charCodeAt(0)) && isCapital(word.charCodeAt(1));
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isLetter(unit: number): boolean {
  return ((unit | 32) >= 97 && (unit | 32) <= 122) || unit > 191;
}

const MARKS = ' "\':：=|.)>-';
const ZIP = /^(?:\d{2}-\d{3}|\d{3,6}(?:[ -]\d{2,4}| [A-Z]{2})?|\d{7,8})(?![\w-])/;

/** Whether what begins with this number may be an age whose end is not there yet. */
export function isAgeOpen(text: string, at: number): boolean {
  return text.length - at <= LONGEST_AGE && OPEN_AGE.test(text.slice(at));
}

const LONGEST_AGE = 24;
const OPEN_AGE = /^\d{1,3}(?:[ -]?[a-z/]{0,5}(?:[ -][a-z]{0,4})?(?: [a-z]{0,3})?)?$/;
