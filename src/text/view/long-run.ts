import { marksOf } from './marks.ts';
import { wideOf } from './wide.ts';

/** What stands in a row without a space, by what it is made of: a pattern for such rows is tried where there is one. */
export const LONG_RUN = 1;
/** 28 of `a-z_-`, of `A-Za-z`, of `\w:-`; 32 of what base64 is written in, in either alphabet. */
export const LONG_SMALL = 1 << 1;
export const LONG_LETTERS = 1 << 2;
export const LONG_KEY = 1 << 3;
export const LONG_BASE = 1 << 4;

let last: { readonly text: string; readonly runs: number } | undefined;

/** Whether so many characters stand in a row without a space; of a sentence that several ask about, it is looked for once. */
export function hasLongRun(text: string): boolean {
  return longRunsIn(text) !== 0;
}

/** A bit for each; none where no 24 characters stand in a row without a space. */
export function longRunsIn(text: string): number {
  if (marksOf(text).unbroken < LONG) return 0;
  if (last?.text !== text) last = { text, runs: LONG_RUN | kindsOfRuns(text) };
  return last.runs;
}

const LONG = 24;

const KINDS: readonly (readonly [kind: number, of: RegExp])[] = [
  [LONG_SMALL, /[a-z_-]/],
  [LONG_LETTERS, /[A-Za-z]/],
  [LONG_KEY, /[\w:-]/],
  [LONG_BASE, /[\w+/-]/],
];
const LONG_NAME = 28;
const LONG_CODE = 32;

/** By the character: bits for what it may be in. */
const IN = new Uint8Array(128);
for (const [kind, of] of KINDS)
  for (let unit = 0; unit < 128; unit += 1) if (of.test(String.fromCharCode(unit))) IN[unit] = (IN[unit] ?? 0) | kind;

function kindsOfRuns(text: string): number {
  const units = wideOf(text);
  let found = 0;
  let [small, letters, key, base] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = units[at] ?? 0;
    const kinds = unit < 128 ? (IN[unit] ?? 0) : 0;
    small = (kinds & LONG_SMALL) === 0 ? 0 : small + 1;
    letters = (kinds & LONG_LETTERS) === 0 ? 0 : letters + 1;
    key = (kinds & LONG_KEY) === 0 ? 0 : key + 1;
    base = (kinds & LONG_BASE) === 0 ? 0 : base + 1;
    if (small >= LONG_NAME) found |= LONG_SMALL;
    if (letters >= LONG_NAME) found |= LONG_LETTERS;
    if (key >= LONG_NAME) found |= LONG_KEY;
    if (base >= LONG_CODE) found |= LONG_BASE;
  }
  return found;
}
