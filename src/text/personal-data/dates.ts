import { isDay } from './checksums.ts';
import type { PersonalData } from './found.ts';
import type { Word } from './last-words.ts';

export const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

export const MONTH_WORD = new RegExp(`^(?:${MONTHS})\\.?$`, 'i');

const TIME = String.raw`(?:[T ](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:?\d\d)?)?`;

/** Months of Germany, France, Spain, Italy, Portugal, the Netherlands, Sweden and Denmark, Poland, Turkey and Russia, as dates have them. */
const MONTHS_ELSEWHERE =
  'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|januari|februari|maart|mei|augustus|augusti|maj|marts|december|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

export const ORDINAL_WORDS =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))';

const ORDINAL_BEFORE = new RegExp(String.raw`(?<![A-Za-z-])${ORDINAL_WORDS}(?: of)? $`, 'i');
const ORDINAL = new RegExp(`^(?:${ORDINAL_WORDS})$`, 'i');

const DATES = [
  new RegExp(String.raw`(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})${TIME}(?![\w-])`, 'y'),
  new RegExp(String.raw`(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})${TIME}(?![\w/])`, 'y'),
  /(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y>\d{4}|\d{2})(?![\w/])/y,
  /(?<a>\d{1,2})\.(?<b>\d{1,2})\.(?<y>\d{4}|\d{2})(?!\w|\.\d)/y,
  /(?<a>\d{1,2})-(?<b>\d{1,2})-(?<y>\d{4}|\d{2})(?![\w-])/y,
  /(?<b>\d{1,2})\/(?<y>(?:19|20)\d{2})(?![\w/])/y,
  new RegExp(
    String.raw`(?<d>\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?:${MONTHS})\.?(?:,? |-)(?<y>\d{4}|\d{2})(?!\w)`,
    'iy',
  ),
  new RegExp(String.raw`(?:${MONTHS})\.?[ -](?<d>\d{1,2})(?:st|nd|rd|th)?(?:,? |-)(?<y>\d{4}|\d{2})(?!\w)`, 'iy'),
  new RegExp(
    String.raw`(?<d>\d{1,2})(?:er|º|°|\.)? (?:de )?(?:${MONTHS}|${MONTHS_ELSEWHERE})\.?(?: de)? (?<y>\d{4})(?!\w)`,
    'iy',
  ),
  /(?<y>\d{4})[年년] ?(?<m>\d{1,2})[月월] ?(?<d>\d{1,2})[日일]/y,
  new RegExp(String.raw`(?:${MONTHS})-(?<y>\d{4})(?!\w)`, 'iy'),
  new RegExp(String.raw`(?<d>\d{1,2})-(?:${MONTHS})(?!\w)`, 'iy'),
  new RegExp(String.raw`(?:${MONTHS})-(?<d>\d{1,2})(?!\w)`, 'iy'),
];

/** Matches where any of those does: names of groups may stand only once in a pattern. */
const ANY_DATE = ['y', 'iy'].map((flags) => {
  const own = DATES.filter((pattern) => pattern.flags === flags);
  return new RegExp(own.map(({ source }) => `(?:${source.replaceAll(/\(\?<\w>/g, '(')})`).join('|'), flags);
});

function mayBegin(text: string, at: number): boolean {
  for (const pattern of ANY_DATE) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return true;
  }
  return false;
}

/** The longest of a date and a time, with an offset. */
export const LONGEST_DATE = 40;

/** By the unit of ASCII, what no date stands right behind. */
const NO_DATE_BEHIND = new Uint8Array(128).fill(1, 46, 58).fill(1, 65, 91).fill(1, 97, 123);
for (const mark of '_-') NO_DATE_BEHIND[mark.charCodeAt(0)] = 1;

/** A date, with its time, that begins here. */
export function dateAt(text: string, at: number): PersonalData | null {
  if (NO_DATE_BEHIND[text.charCodeAt(at - 1)] === 1) return null;
  for (const pattern of mayBegin(text, at) ? DATES : []) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null && holds(match.groups ?? {})) {
      return { type: 'DATE_TIME', start: at, end: at + match[0].length, score: 0.6 };
    }
  }
  return dayAt(text, at);
}

const DAY = /(?<a>\d{1,2})\/(?<b>\d{1,2})(?![\w/])/y;

/** A day and a month are a fraction, or a score, unless a word says that they are a date. */
function dayAt(text: string, at: number): PersonalData | null {
  DAY.lastIndex = at;
  const match = DAY.exec(text);
  if (match === null || !holds(match.groups ?? {})) return null;
  if (!BEFORE_DAY.test(text.slice(Math.max(0, at - 20), at))) return null;
  return { type: 'DATE_TIME', start: at, end: at + match[0].length, score: 0.5 };
}

const BEFORE_DAY = /(?:today|date|due|born|since|until|starts?|ends?|on|by)\b\W{0,3}(?:is)?\W{1,3}$/i;

function holds({ y = '2000', m, d = '1', a, b }: Readonly<Record<string, string | undefined>>): boolean {
  const year = Number(y);
  if (a !== undefined && b !== undefined) return isDay(year, Number(a), Number(b)) || isDay(year, Number(b), Number(a));
  return isDay(year, Number(m ?? b ?? 1), Number(d));
}

/** A day in words before the month at `month`: `third of May 1984`, which ends at `end`. */
export function ordinalDate(text: string, month: number, end: number): PersonalData | null {
  const day = ORDINAL_BEFORE.exec(text.slice(Math.max(0, month - 24), month));
  return day === null ? null : { type: 'DATE_TIME', start: month - day[0].length, end, score: 0.6 };
}

/** Behind the first number of a date in another language than English stand a month and a year. */
export function isDatedElsewhere(text: string, end: number): boolean {
  const mark = text.charCodeAt(end);
  if (mark < 128 && mark !== 32 && mark !== 46 && mark !== 101) return false;
  // A word of letters follows, and a number that word.
  if (mark === 32 && (text.charCodeAt(end + 1) | 32) < 97) return false;
  if (mark === 46 && text.charCodeAt(end + 1) !== 32) return false;
  if (mark === 101 && text.charCodeAt(end + 1) !== 114) return false;
  DATED_ELSEWHERE.lastIndex = end;
  return DATED_ELSEWHERE.test(text);
}

const DATED_ELSEWHERE = /(?:(?:er|º|°|\.)? (?:de )?[^\s\d]{3,11}(?: de)? \d{4}(?!\d)|[年년] ?\d)/y;

const OPEN_ELSEWHERE =
  /^\d{1,4}(?:(?:er|º|°|\.)?(?: (?:de )?[^\s\d]{0,11}(?: (?:d|de)?(?: ?\d{0,4})?)?)?|[年년] ?\d{0,2}(?:[月월] ?\d{0,2})?)$/;

/** Whether what begins with this number may become a date of several words. */
export function isDateOpen(text: string, at: number): boolean {
  return text.length - at <= LONGEST_DATE && OPEN_ELSEWHERE.test(text.slice(at));
}

/** Where a day in words begins whose year is not there yet, or not whole, in the last words of a text. */
export function openOrdinal(words: readonly Word[]): number {
  return words.find(({ word }) => ORDINAL.test(word))?.start ?? Number.POSITIVE_INFINITY;
}
