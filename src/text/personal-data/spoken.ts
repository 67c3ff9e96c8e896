import { kindOfCharacter, LETTER, NUMBER } from '../view/characters.ts';
import { lowBytes } from '../view/reading.ts';
import { type DataPlaces, dataPlacesIn } from './data-places.ts';
import type { PersonalData, Stretch } from './found.ts';
import { dataAt } from './scan.ts';
import { datesIn, openDate } from './spoken-dates.ts';
import { emailsIn, openEmail } from './spoken-mail.ts';
import {
  AS_IN,
  DIGIT_WORDS,
  FILLERS,
  isAtSaid,
  isDotSaid,
  letterOf,
  MARKS,
  PORTUGUESE,
  TENS,
  TIMES,
} from './spoken-words.ts';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A spoken number as it is written, and where each of its characters was said. */
export interface Written {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Nobody dictates more at once. */
const LONGEST_RUN = 480;
const LEAST_DIGITS = 7;
const BEFORE_RUN = 70;
const BEHIND_RUN = 44;

/** No finding depends on more characters before it. */
export const BEFORE_SPOKEN = LONGEST_RUN + BEFORE_RUN + 10;

/** Two words of a number stand no further apart: two between them may be none that is looked for. */
const NEAR = 24;
/** What a run of words depends on, before it and behind it. */
const AROUND = LONGEST_RUN + BEFORE_RUN + 10;

/**
 * What `spokenIn` finds, where there is a sign of an address, or two words of a number stand near each other: nearly nowhere, so
 * that texts in which nobody speaks cost hardly anything.
 */
export function spokenNear(stretch: Stretch, places: DataPlaces): readonly PersonalData[] {
  // What was settled before is found no more, nor what begins there.
  const signs = signsIn(stretch.text, places).filter(({ start }) => start >= stretch.from);
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
      if (here.at - mail <= LONGEST_HOST) signs.push({ start: mail, end: here.at });
    } else {
      if (here.at - number <= NEAR) signs.push({ start: number + 1, end: here.at + 1 });
      else if (FIGURE.test(text.slice(Math.max(0, here.at - NEAR), here.at + NEAR)))
        signs.push({ start: here.at + 1, end: here.at + 2 });
      number = here.at;
    }
  }
  return signs.sort((one, other) => one.start - other.start);
}

const FIGURE = /[0-9]/;

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

function isRun(words: readonly Word[]): boolean {
  return words.length > 2 && lengthOf(words) <= LONGEST_RUN;
}

const AS_WORD = new RegExp(`^ ${AS_IN} \\p{L}{2,12}(?!\\p{L})`, 'u');
const LONGEST_AS_WORD = 24;
const JOINED = /^[ ,.-]{1,3}$/;

const LONGEST_WORD = 12;
const LONGEST_FIGURE = 16;

/** Words and figures, in order. */
function wordsIn(text: string, from = 0): readonly Word[] {
  const words: Word[] = [];
  const add = (start: number, end: number) => words.push({ text: text.slice(start, end).toLowerCase(), start, end });
  for (let at = from; at < text.length; ) {
    const end = endOf(text, at, isLetter);
    // Of one that is longer than any, its end.
    if (end > at) add(Math.max(at, end - LONGEST_WORD), end);
    const last = endOf(text, end, isFigure);
    for (let first = end; first < last; first += LONGEST_FIGURE) add(first, Math.min(last, first + LONGEST_FIGURE));
    at = last > at ? last : at + 1;
  }
  return words;
}

/** Where those characters end that begin at `start`. */
function endOf(text: string, start: number, belongs: (code: number) => boolean): number {
  let at = start;
  while (at < text.length && belongs(text.charCodeAt(at))) at += 1;
  return at;
}

function isLetter(code: number): boolean {
  return (kindOfCharacter(code) & LETTER) !== 0;
}

function runsIn(
  text: string,
  words: readonly Word[],
  belongs: (word: string) => boolean,
): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let done = 0;
  for (const { text: said, start, end: alone } of words) {
    if (start < done) continue;
    const spelled =
      said.length === 1 && belongs === isSpelled ? AS_WORD.exec(text.slice(alone, alone + LONGEST_AS_WORD)) : null;
    const word = { text: said, start, end: alone + (spelled?.[0].length ?? 0) };
    done = word.end;
    const itself = belongs(said);
    if (run.length > 0 && (itself || FILLERS.has(said)) && JOINED.test(text.slice(run.at(-1)?.end, start))) {
      run.push(word);
      continue;
    }
    const begins = itself && !/[\p{L}\p{N}'’]/u.test(text[start - 1] ?? '');
    run = begins ? [word] : [];
    if (begins) runs.push(run);
  }
  return runs;
}

function lengthOf(words: readonly Word[]): number {
  return (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0);
}

function isSpoken(word: string): boolean {
  return (
    isFigure(word.charCodeAt(0)) || DIGIT_WORDS.has(word) || TIMES.has(word) || MARKS.has(word) || word === 'hundred'
  );
}

/** Words have letters alone, or figures alone. */
function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSpelled(word: string): boolean {
  return isSpoken(word) || letterOf(word) !== undefined;
}

/** The run as it is written: `double five` is 55, `twenty one` 21, `nine hundred` 900, `delta echo` DE. */
export function writtenForm(words: readonly Word[]): Written {
  let text = '';
  const said: Word[] = [];
  const portuguese = words.some((word) => PORTUGUESE.test(word.text));
  const write = (characters: string, word: Word) => {
    text += characters;
    for (let at = 0; at < characters.length; at++) said.push(word);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined) break;
    const times = TIMES.get(word.text);
    const digit =
      next === undefined ? undefined : (DIGIT_WORDS.get(next.text) ?? (/^\d$/.test(next.text) ? next.text : undefined));
    if (FILLERS.has(word.text)) {
      if (word.text === 'um' && portuguese) write('1', word);
    } else if (times !== undefined) {
      if (digit?.length !== 1 || next === undefined) continue;
      write(digit.repeat(times), { text: word.text, start: word.start, end: next.end });
      at += 1;
    } else if (TENS.includes(word.text) && digit?.length === 1 && digit !== '0' && next !== undefined) {
      write(`${(DIGIT_WORDS.get(word.text) ?? '')[0] ?? ''}${digit}`, {
        text: word.text,
        start: word.start,
        end: next.end,
      });
      at += 1;
    } else if (word.text === 'hundred') write('00', word);
    else write(MARKS.get(word.text) ?? DIGIT_WORDS.get(word.text) ?? letterOf(word.text) ?? word.text, word);
  }
  return { text, words: said };
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

/** The first place, at `from` or behind it, where something spoken may begin that is not said to its end. */
export function firstOpenSpoken({ text, from }: Stretch): number {
  let open = Math.min(openEmail(text), openDate(text), openWords(text));
  const words = lastWords(text);
  for (const belongs of [isSpoken, isSpelled]) {
    for (const run of runsIn(text, words, belongs)) {
      if (text.length - (run.at(-1)?.end ?? 0) < BEHIND_RUN) open = Math.min(open, run[0]?.start ?? 0);
    }
  }
  return Math.max(from, open);
}

/** Where the last word of a run may begin at the latest, with the word that begins with its letter. */
const LAST_OF_RUN = BEHIND_RUN + 12 + LONGEST_AS_WORD;
/** Two words nearly always tell where no run goes on. */
const STEP = 48;

/**
 * The words at the end of the text that no run goes over which began before them, with all that ends near the end of the text.
 * What began longer ago than anybody dictates is none.
 */
function lastWords(text: string): readonly Word[] {
  const least = Math.max(0, text.length - AROUND);
  for (let step = STEP; ; step *= 2) {
    const from = text.length - LAST_OF_RUN - step;
    if (from <= least) return wordsIn(text, least);
    const words = wordsIn(text, from);
    const at = breakIn(words);
    if (at > 0 && (words[at]?.start ?? text.length) <= text.length - LAST_OF_RUN) return words.slice(at);
  }
}

const BEGINS_AS = /^(?:in|like|for|wie|comme|como|come)$/;

/** The first word that goes on with no run and belongs to no letter before it; of the first two nobody knows, which may be cut. */
function breakIn(words: readonly Word[]): number {
  return words.findIndex(
    ({ text: word }, at) =>
      at > 1 && !isSpelled(word) && !FILLERS.has(word) && !BEGINS_AS.test(words[at - 1]?.text ?? ''),
  );
}

/** The words of numbers, fewer than a run has, and the word that is not whole, at the end of the text. */
function openWords(text: string): number {
  const least = Math.max(0, text.length - 60);
  let at = behind(text, text.length, least, isBetween);
  const marks = text.length - at;
  let start = behind(text, at, least, isWord);
  const letters = at - start;
  // With more than three marks behind it, it is whole, and one of the words.
  const isWhole = marks > 3;
  if (letters === 0) return text.length - Math.min(marks, 3);
  if (marks > 6 || letters > (isWhole ? 12 : 16)) return text.length - Math.min(Math.max(0, marks - 1), 3);
  for (let more = isWhole ? 2 : 3; more > 0; more -= 1) {
    at = behind(text, start, least, isBetween);
    const before = behind(text, at, least, isWord);
    if (at === start || start - at > 3 || before === at || at - before > 12) break;
    start = before;
  }
  return start;
}

/** Where those characters begin that end at `end`. */
function behind(text: string, end: number, least: number, belongs: (code: number) => boolean): number {
  let at = end;
  while (at > least && belongs(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isBetween(code: number): boolean {
  return code === 0x20 || (code >= 0x2c && code <= 0x2e);
}

function isWord(code: number): boolean {
  return (kindOfCharacter(code) & (LETTER | NUMBER)) !== 0;
}
