import { lowBytes } from '../view/reading.ts';
import type { PersonalData, Stretch } from './found.ts';
import { dataAt, dataPlacesIn } from './scan.ts';

/** Words for digits; what a number of several words comes to is written down as it would be dictated. */
const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const TIMES = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);
const MARKS = new Map([
  ['dash', '-'],
  ['hyphen', '-'],
  ['minus', '-'],
  ['plus', '+'],
]);
const DIGIT_WORDS = new Map([
  ...UNITS.map((word, value) => [word, String(value)] as const),
  ...TENS.map((word, at) => [word, String(at * 10 + 20)] as const),
  ['oh', '0'] as const,
  ['o', '0'] as const,
  ['nought', '0'] as const,
]);

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

/** Numbers and mail addresses that were spoken: `four one one one`, `jo at example dot com`. */
export function spokenIn(stretch: Stretch): readonly PersonalData[] {
  const found = runsIn(stretch.text).flatMap((run) => numbersIn(stretch, run));
  return [...found, ...emailsIn(stretch.text)].filter(({ start }) => start >= stretch.from);
}

function runsIn(text: string): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const match of text.matchAll(/[A-Za-z]{1,12}(?![A-Za-z])|\d{1,16}/g)) {
    const word = { text: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length };
    const joined = /^[ ,.-]{1,3}$/.test(text.slice(run.at(-1)?.end, word.start));
    if (run.length > 0 && joined && isSpoken(word.text)) {
      run.push(word);
      continue;
    }
    const begins = isSpoken(word.text) && !/[A-Za-z0-9]/.test(text[word.start - 1] ?? '');
    run = begins ? [word] : [];
    if (begins) runs.push(run);
  }
  return runs.filter((words) => words.length > 2 && lengthOf(words) <= LONGEST_RUN);
}

function lengthOf(words: readonly Word[]): number {
  return (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0);
}

function isSpoken(word: string): boolean {
  return /^\d+$/.test(word) || DIGIT_WORDS.has(word) || TIMES.has(word) || MARKS.has(word) || word === 'hundred';
}

/** The run as it is written: `double five` is 55, `twenty one` 21, `nine hundred` 900. */
export function writtenForm(words: readonly Word[]): Written {
  let text = '';
  const said: Word[] = [];
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
    if (times !== undefined) {
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
    else write(MARKS.get(word.text) ?? DIGIT_WORDS.get(word.text) ?? word.text, word);
  }
  return { text, words: said };
}

function numbersIn({ text, ends }: Stretch, run: readonly Word[]): readonly PersonalData[] {
  if (!run.some(({ text: word }) => /[a-z]/.test(word))) return [];
  const written = writtenForm(run);
  if (written.text.replace(/[^0-9]/g, '').length < LEAST_DIGITS) return [];
  const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  const before = text.slice(Math.max(0, start - BEFORE_RUN), start);
  const whole = before + written.text + text.slice(end, end + BEHIND_RUN);
  const places = dataPlacesIn({ text: whole, bytes: lowBytes(whole) });
  const within = { text: whole, from: before.length, begins: false, ends: ends || text.length - end >= BEHIND_RUN };
  return dataAt(within, places).flatMap((one) => {
    const first = written.words[one.start - before.length];
    const last = written.words[one.end - before.length - 1];
    return first === undefined || last === undefined ? [] : [{ ...one, start: first.start, end: last.end }];
  });
}

const EMAIL =
  /(?<![A-Za-z0-9@.])[a-z0-9]{1,30}(?: (?:dot|point|underscore|dash|hyphen|plus) [a-z0-9]{1,30}){0,4} at [a-z0-9]{1,30}(?: (?:dot|point|dash|hyphen) [a-z0-9]{1,30}){0,3} (?:dot|point) (?:com|org|net|edu|gov|io|co|uk|de|fr|it|es|info|biz|us|ca|au|in|nl|eu|example)(?![A-Za-z0-9])/gi;

function emailsIn(text: string): readonly PersonalData[] {
  return Array.from(text.matchAll(EMAIL), ({ 0: match, index }) => ({
    type: 'EMAIL_ADDRESS',
    start: index,
    end: index + match.length,
    score: 0.8,
  }));
}

const OPEN_EMAIL =
  /(?<![A-Za-z0-9@.])[a-z0-9]{1,30}(?: (?:dot|point|underscore|dash|hyphen|plus) [a-z0-9]{1,30}){0,4}(?: at(?: [a-z0-9]{1,30}(?: (?:dot|point|dash|hyphen) [a-z0-9]{1,30}){0,3})?)?(?: [a-z]{0,10})? ?$/i;

/** The first place, at `from` or behind it, where something spoken may begin that is not said to its end. */
export function firstOpenSpoken({ text, from }: Stretch): number {
  let open = text.length;
  for (const run of runsIn(text)) {
    const end = run.at(-1)?.end ?? 0;
    if (text.length - end < BEHIND_RUN) open = Math.min(open, run[0]?.start ?? open);
  }
  const tail = Math.max(0, text.length - LONGEST_OPEN);
  const email = OPEN_EMAIL.exec(text.slice(tail));
  if (email !== null) open = Math.min(open, tail + email.index);
  return Math.max(from, Math.min(open, openRun(text)));
}

const LONGEST_OPEN = 420;

/** The words of numbers, fewer than a run has, and the word that is not whole, at the end of the text. */
function openRun(text: string): number {
  const tail = Math.max(0, text.length - 60);
  const words = /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,12}[ ,.-]{1,3}){0,3}[A-Za-z0-9]{0,16}[ ,.-]{0,3}$/.exec(
    text.slice(tail),
  );
  return words === null ? text.length : tail + words.index;
}
