import { lowBytes } from '../view/reading.ts';
import { type DataPlaces, dataPlacesIn } from './data-places.ts';
import type { PersonalData, Stretch } from './found.ts';
import { dataAt } from './scan.ts';
import { datesIn, namesMonth } from './spoken-dates.ts';
import { emailsIn } from './spoken-mail.ts';
import {
  AROUND,
  BEFORE_RUN,
  BEHIND_RUN,
  isRun,
  isSpelled,
  isSpoken,
  runsIn,
  type Word,
  wordsIn,
} from './spoken-runs.ts';
import { isAtSaid, isDotSaid } from './spoken-words.ts';
import { type Written, writtenForm } from './spoken-written.ts';

const LEAST_DIGITS = 7;

/** No finding depends on more characters before it. */
export const BEFORE_SPOKEN = AROUND;

/** Two words of a number stand no further apart: two between them may be none that is looked for. */
const NEAR = 24;

/**
 * What `spokenIn` finds, where there is a sign of an address, or two words of a number stand near each other: nearly nowhere, so
 * that texts in which nobody speaks cost hardly anything.
 */
export function spokenNear(stretch: Stretch, places: DataPlaces): readonly PersonalData[] {
  const signs = signsIn(stretch.text, places).filter((sign) => mayBeSaid(stretch, sign));
  const found: PersonalData[] = [];
  for (let at = 0; at < signs.length; ) {
    const first = signs[at]?.start ?? 0;
    let last = first;
    for (; at < signs.length && (signs[at]?.start ?? 0) - last <= 2 * AROUND; at += 1) last = signs[at]?.end ?? last;
    const [from, to] = [Math.max(0, first - AROUND), Math.min(stretch.text.length, last + AROUND)];
    const within = {
      text: stretch.text.slice(from, to),
      from: Math.max(0, stretch.from - from),
      begins: stretch.begins && from === 0,
      ends: stretch.ends && to === stretch.text.length,
    };
    for (const one of spokenIn(within)) {
      const [start, end] = [one.start + from, one.end + from];
      if (signs.some((sign) => start <= sign.start && sign.end <= end)) found.push({ ...one, start, end });
    }
  }
  return found;
}

interface Sign {
  readonly start: number;
  readonly end: number;
  readonly isNumber: boolean;
}

/** A host is no longer that stands between the two signs of an address. */
const LONGEST_HOST = 130;

/** Each two that are near each other: words of a number, or one and a figure, or words of an address of mail. In order. */
function signsIn(text: string, { count, which, at }: DataPlaces): readonly Sign[] {
  const said: { readonly at: number; readonly which: number }[] = [];
  for (let place = 0; place < count; place += 1) said.push({ at: at[place] ?? 0, which: which[place] ?? 0 });
  said.sort((one, other) => one.at - other.at);
  const signs: Sign[] = [];
  let [mail, number] = [-LONGEST_HOST, -NEAR];
  for (const here of said) {
    if (isAtSaid(here.which)) mail = here.at;
    else if (isDotSaid(here.which)) {
      if (here.at - mail <= LONGEST_HOST) signs.push({ start: mail, end: here.at, isNumber: false });
    } else {
      if (here.at - number <= NEAR) signs.push({ start: number + 1, end: here.at + 1, isNumber: true });
      else if (FIGURE.test(text.slice(Math.max(0, here.at - NEAR), here.at + NEAR)))
        signs.push({ start: here.at + 1, end: here.at + 2, isNumber: true });
      number = here.at;
    }
  }
  return signs.sort((one, other) => one.start - other.start);
}

const FIGURE = /[0-9]/;

/** What stands right before and behind two words of one number, or of one date. */
const BESIDE = 60;

/**
 * Whether something may be found with this sign in it: words of numbers are those of one run, or stand near a month. What was settled
 * before is found no more, nor what begins there.
 */
function mayBeSaid({ text, from }: Stretch, { start, end, isNumber }: Sign): boolean {
  if (start < from) return false;
  if (!isNumber) return true;
  const origin = Math.max(0, start - BESIDE);
  const near = text.slice(origin, end + BESIDE);
  if (namesMonth(near)) return true;
  return runsIn(near, wordsIn(near), isSpelled).some(
    (run) => run.length > 1 && origin + (run[0]?.start ?? 0) <= start && end <= origin + (run.at(-1)?.end ?? 0),
  );
}

/** Numbers, mail addresses and dates that were spoken: `four one one one`, `jo at example dot com`, `third of May nineteen eighty`. */
export function spokenIn(stretch: Stretch): readonly PersonalData[] {
  const words = wordsIn(stretch.text);
  const spelled = runsIn(stretch.text, words, isSpelled)
    .filter(isRun)
    .flatMap((run) => spelledIn(stretch, run));
  const numbers = runsIn(stretch.text, words, isSpoken)
    .filter(isRun)
    .flatMap((run) => numbersIn(stretch, run));
  const apart = numbers.filter((one) => !spelled.some(({ start, end }) => start <= one.start && one.end <= end));
  return [...spelled, ...apart, ...emailsIn(stretch.text), ...datesIn(stretch.text)].filter(
    ({ start }) => start >= stretch.from,
  );
}

function numbersIn(stretch: Stretch, run: readonly Word[]): readonly PersonalData[] {
  if (!run.some(({ text: word }) => /\p{L}/u.test(word))) return [];
  const written = writtenForm(run);
  const digits = written.text.replace(/[^0-9]/g, '');
  if (digits.length < LEAST_DIGITS) return shortIn(stretch.text, run, digits);
  return readAs(stretch, run, written.text, written);
}

/** What a few digits are, a word before them says. */
function shortIn(text: string, run: readonly Word[], digits: string): readonly PersonalData[] {
  const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const before = text.slice(Math.max(0, start - BEFORE_RUN), start);
  const type = digits.length === 5 && ZIP.test(before) ? 'ZIP_CODE' : CODE.test(before) ? 'ONE_TIME_CODE' : undefined;
  return type === undefined || digits.length < 3 ? [] : [{ type, start, end, score: 0.7 }];
}

const ZIP = /\b(?:zip(?: ?code)?|post(?:al)? ?code)(?: (?:is|was))?:? $/i;
const CODE =
  /\b(?:(?:one.?time|verification|security|confirmation|access|login|pass|the|your|my) ?(?:pass)?code|passcode|otp|pin(?: number| code)?|cvv|cvc)(?: (?:they|that|which|you|i)(?: \w+){1,4})?(?: (?:is|was))?:? (?:just )?$/i;

/** Groups of letters and digits are told only by a word, or by check digits. */
function spelledIn(stretch: Stretch, run: readonly Word[]): readonly PersonalData[] {
  const written = writtenForm(run);
  if (!/[A-Z]/.test(written.text) || (written.text.match(/[0-9]/g) ?? []).length < 2) return [];
  return [written.text, ...spaced(written.text)].flatMap((text, at) =>
    at > 0 && text === written.text ? [] : readAs(stretch, run, text, written),
  );
}

/** A postal code of the United Kingdom is told in two parts. */
function spaced(text: string): readonly string[] {
  return /^[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}$/.test(text) ? [`${text.slice(0, -3)} ${text.slice(-3)}`] : [];
}

/** What the run is in its text, written in place of what was said. */
function readAs(
  { text, ends }: Stretch,
  run: readonly Word[],
  written: string,
  { words }: Written,
): readonly PersonalData[] {
  const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const before = text.slice(Math.max(0, start - BEFORE_RUN), start);
  const whole = before + written + text.slice(end, end + BEHIND_RUN);
  const places = dataPlacesIn({ text: whole, bytes: lowBytes(whole) });
  const within = { text: whole, from: before.length, begins: false, ends: ends || text.length - end >= BEHIND_RUN };
  const more = written.length - words.length;
  return dataAt(within, places).flatMap((one) => {
    const first = words[one.start - before.length];
    const last = words[one.end - before.length - 1 - more];
    return first === undefined || last === undefined ? [] : [{ ...one, start: first.start, end: last.end }];
  });
}
