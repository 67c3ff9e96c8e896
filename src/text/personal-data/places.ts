import type { PersonalData } from './found.ts';

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

/** Whether what begins with this number may be an age whose end is not there yet. */
export function isAgeOpen(text: string, at: number): boolean {
  return text.length - at <= LONGEST_AGE && OPEN_AGE.test(text.slice(at));
}

const LONGEST_AGE = 24;
const OPEN_AGE = /^\d{1,3}(?:[ -]?[a-z/]{0,5}(?:[ -][a-z]{0,4})?(?: [a-z]{0,3})?)?$/;
