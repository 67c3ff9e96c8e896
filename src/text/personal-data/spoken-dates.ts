import { MONTHS, ORDINAL_WORDS } from './dates.ts';
import type { PersonalData } from './found.ts';
import { birthAt } from './places.ts';

const UNIT = 'one|two|three|four|five|six|seven|eight|nine';
const TEEN = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const TWO = `(?:(?:${TENS})(?:[ -](?:${UNIT}))?|${TEEN}|(?:oh|o) (?:${UNIT}))`;
const YEAR = `(?:(?:eighteen|nineteen|twenty) (?:hundred|${TWO})|two thousand(?:(?: and)? (?:${UNIT}|${TWO}))?|(?:19|20)\\d{2})`;
const DAY = `(?:${ORDINAL_WORDS}|(?:twenty|thirty) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|\\d{1,2}(?:st|nd|rd|th)?)`;
const DATE = new RegExp(
  `(?<![A-Za-z-])(?:${DAY}(?: of)? (?:${MONTHS})|(?:${MONTHS}) (?:the )?${DAY}),? ${YEAR}(?![A-Za-z-])`,
  'gi',
);

/** Days whose year is said: `third of May nineteen eighty-four`. */
export function datesIn(text: string): readonly PersonalData[] {
  return Array.from(text.matchAll(DATE)).flatMap(({ 0: said, index }) => {
    const date: PersonalData = { type: 'DATE_TIME', start: index, end: index + said.length, score: 0.6 };
    const birth = birthAt(text, { ...date, start: /the $/i.test(text.slice(0, index)) ? index - 4 : index });
    return birth === null ? [date] : [date, { ...birth, start: index }];
  });
}

const MONTH = new RegExp(`\\b(?:${MONTHS})\\b`, 'i');

/** Whether the name of a month stands in it. */
export function namesMonth(text: string): boolean {
  return MONTH.test(text);
}

const OF_DATE = new RegExp(
  `^(?:${UNIT}|${TEEN}|${TENS}|(?:${TENS})-(?:${UNIT})|oh?|hundred|two|thousand|and|of|the|${MONTHS}|${ORDINAL_WORDS}|\\d{1,4}(?:st|nd|rd|th)?),?$`,
  'i',
);
const MOST_WORDS = 9;

/** Where the words of a date may begin that goes on behind the end of the text; the last word may not be whole. */
export function openDate(text: string): number {
  let start = text.length;
  for (let words = 0, to = text.length; words < MOST_WORDS && to > 0; words++) {
    let at = to;
    while (at > 0 && to - at < 24 && text[at - 1] !== ' ') at -= 1;
    if (words > 0 && !OF_DATE.test(text.slice(at, to))) break;
    start = at;
    to = at - 1;
  }
  return start;
}
