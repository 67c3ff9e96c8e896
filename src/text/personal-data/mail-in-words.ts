import type { PersonalData } from './found.ts';

/** What stands in an address of mail that is written so that no program reads it, and hardly anywhere else. */
export const MAIL_WORDS = [
  '[at]',
  '(at)',
  '{at}',
  '[AT]',
  '(AT)',
  '[dot]',
  '(dot)',
  '[DOT]',
  '(DOT)',
  ' dot ',
  ' DOT ',
];

const AT = String.raw`(?: ?[([{] ?(?:at|AT|ät|@) ?[)\]}] ?| (?:at|AT) )`;
const DOT = String.raw`(?: ?[([{] ?(?:dot|DOT|punkt|punto|point|\.) ?[)\]}] ?| (?:dot|DOT) )`;
const ATOM = '[A-Za-z0-9][A-Za-z0-9_%+-]{0,30}';
const LOCAL = String.raw`(?<![A-Za-z0-9._%+@-])${ATOM}(?:(?:\.|${DOT})${ATOM}){0,3}`;
const LABEL = '[A-Za-z0-9-]{1,30}';
const ENDING = '(?:[A-Za-z]{2,3}|info|name|mobi|tech|site|shop|blog|email|online|cloud|example)(?![A-Za-z0-9-])';
const WRITTEN = new RegExp(
  `${LOCAL}(?:${AT}(?:${LABEL}(?:\\.|${DOT})){0,3}${LABEL}${DOT}${ENDING}|@(?:${LABEL}(?:\\.|${DOT})){0,3}${LABEL}${DOT}${ENDING}| ?[([{] ?(?:at|AT|ät) ?[)\\]}] ?(?:${LABEL}\\.){1,3}${ENDING})`,
  'g',
);
/** The same of a word alone, and what comes before places, words and addresses of the web. */
const NOBODY =
  /^(?:look(?:ing|ed|s)?|go|check|shop|find|found|visit|us|me|it|them|him|her|you|available|works?|online|here|there|site|page|website|is|was|are|buy|order|read|more|one|this|that|be|and|or|meet|met|a|the)(?: |$)/i;

/** No address goes on further before a mark, or behind it. */
const LONGEST_BEFORE = 150;
const LONGEST_BEHIND = 150;

/** The address around a mark: `jo [at] example [dot] com`, `jo.smith at example dot com`. */
export function mailInWordsAt(text: string, at: number): PersonalData | null {
  const from = Math.max(0, at - LONGEST_BEFORE);
  const window = text.slice(from, at + LONGEST_BEHIND);
  for (const match of window.matchAll(WRITTEN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start > at) return null;
    if (end <= at || NOBODY.test(match[0])) continue;
    return { type: 'EMAIL_ADDRESS', start, end, score: 0.85 };
  }
  return null;
}

/** A mark that has begun. */
const BEGUN = String.raw`(?: ?[([{] ?(?:[aAdDpä@.][a-zA-Z]{0,4})? ?[)\]}]?| (?:[aA]|[dD][oO]?)?)`;
const OPEN = new RegExp(
  `(?:${ATOM}(?:(?:\\.|${DOT})${ATOM}){0,3}\\.?)(?:(?:${AT}|@)(?:${LABEL}(?:\\.|${DOT})){0,4}(?:${LABEL})?)?(?:${BEGUN})?$`,
);

/** Where one may begin that is not there to its end. */
export function openMailInWords(text: string, from: number): number {
  const least = lastWords(text, Math.max(from, text.length - LONGEST_BEFORE - LONGEST_BEHIND));
  const open = OPEN.exec(text.slice(least));
  return open === null ? text.length : least + open.index;
}

const OF_MARK = /[()[\]{}]|^(?:at|AT|ät|@|dot|DOT|punkt|punto|point|\.)$/;

/** Where the words begin, at `from` or behind it, that may be one address: the last two, and before them those with a mark between them. */
function lastWords(text: string, from: number): number {
  const startOf = (end: number) => (end <= from ? from : Math.max(from, text.lastIndexOf(' ', end - 1) + 1));
  let start = startOf(text.length);
  for (let wasMark = true; start > from; ) {
    const before = startOf(start - 1);
    const isMark = OF_MARK.test(text.slice(before, start - 1));
    if (!wasMark && !isMark) break;
    [start, wasMark] = [before, isMark];
  }
  return start;
}
