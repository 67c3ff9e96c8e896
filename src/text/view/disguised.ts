import type { Piece } from './decoded.ts';
import { marksOf } from './marks.ts';
import { GAIN_STEPS, GAINS } from './rotation.ts';
import { wideOf } from './wide.ts';

/**
 * What a sentence says to a reader who sees through a disguise of its letters: rot13, digits for letters, and letters set
 * apart. Every form that fits is given; most sentences have none.
 */
export function disguisedIn(sentence: string): readonly Piece[] {
  if (sentence.length < SHORTEST) return NONE;
  const { signs, figures, spaces } = marksOf(sentence);
  const mayBeLeet = signs >= LEAST_WORDS || (signs > 0 && figures >= MANY_FIGURES);
  const gain = isWorseTurned(sentence) ? MOST_LOSS : rotationGain(sentence);
  if (gain <= MOST_LOSS && !mayBeLeet && spaces * 3 < sentence.length) return NONE;
  const pieces: Piece[] = [];
  const add = (piece: Piece | null) => {
    if (piece !== null) pieces.push(piece);
  };
  // Ordinary sentences fail these three, and no pattern is tried on them.
  if (gain > MOST_LOSS) add(rot13(sentence, gain));
  if (mayBeLeet) add(leet(sentence));
  if (spaces * 3 >= sentence.length) add(spaced(sentence));
  return pieces;
}

const NONE: readonly Piece[] = [];

/** A shorter sentence is no message. */
const SHORTEST = 12;

/** The commonest words of English in rot13; `ng` and `va` are words elsewhere, `be` and `or` in English too. */
const ROT13_WORDS =
  /\b(?:gur|naq|lbh|lbhe|sbe|gung|guvf|jvgu|abg|ner|jung|ubj|zr|zl|gb|vf|bs|vg|pna|jvyy|nyy|sebz|vtaber)\b/gi;
const LEAST_WORDS = 2;
/** Digits, of which most end words. */
const MANY_FIGURES = 4;

/** A sentence whose letters get much rarer by turning them is not turned. */
const MOST_LOSS = -6;

function rot13(sentence: string, gain: number): Piece | null {
  const words = sentence.match(ROT13_WORDS)?.length ?? 0;
  const telling = words >= LEAST_WORDS && words * 12 >= sentence.split(' ').length;
  if (!telling && gain < LEAST_GAIN) return null;
  return sameLength(sentence.replace(/[A-Za-z]/g, rotated), 'rot13');
}

/** Twelve letters that are each one and a half times as likely. */
const LEAST_GAIN = 5;
/** Three short words. */
const LEAST_LETTERS = 10;

/** How much likelier a text's letters are turned by thirteen, as the logarithm of the ratio; 0 for few letters or words. */
export function rotationGain(text: string): number {
  const { letters, words } = marksOf(text);
  if (letters < LEAST_LETTERS || words < 1 || letters < text.length * 0.6) return 0;
  const units = wideOf(text);
  const gains = GAINS;
  let gain = 0;
  for (let at = 0; at < text.length; at++) gain += gains[units[at] ?? 0] ?? 0;
  return gain;
}

/** Whether a text of many letters would surely have much rarer ones: as most have. */
function isWorseTurned(text: string): boolean {
  const { letters, words, gain } = marksOf(text);
  if (letters < LEAST_LETTERS || words < 1 || letters < text.length * 0.6) return false;
  return gain < MOST_LOSS * GAIN_STEPS - text.length;
}

function rotated(letter: string): string {
  const code = letter.charCodeAt(0);
  const first = code < 97 ? 65 : 97;
  return String.fromCharCode(((code - first + 13) % 26) + first);
}

const LEET: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['8', 'b'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
]);

/** A word with digits between letters, or before them: `h3ll0`, `p455w0rd`, `4b0ut`, but not `720p`, `B2B` and `mp3`. */
const LEET_WORD =
  /(?<![\w@$])(?:[a-z]{1,20}[0134578@$]{1,4}[a-z][a-z0134578@$]{0,20}|[0134578@$][a-z][a-z0134578@$]{1,20}|[0134578@$]{2,3}[a-z]{1,9}[0134578@$][a-z0134578@$]{0,12})(?![\w@$])/gi;
/** And where they end or begin with digits, among others: `d45`, `15t`. */
const LEET_END = /(?<![\w@$])(?:[a-z]{1,20}[0134578@$]{1,4}|[0134578@$]{2,4}[a-z]{1,20})(?![\w@$])/gi;

function leet(sentence: string): Piece | null {
  const words = sentence.match(LEET_WORD)?.length ?? 0;
  if (words < 1) return null;
  const all = sentence.split(' ').length;
  if (
    (words < LEAST_WORDS || words * 8 < all) &&
    (sentence.match(LEET_END)?.length ?? 0) + words < Math.max(3, all / 3)
  )
    return null;
  return sameLength(
    sentence.replace(/[0134578@$!]/g, (sign) => LEET.get(sign) ?? sign),
    'leet',
  );
}

function sameLength(text: string, via: 'rot13' | 'leet'): Piece {
  return { text, via, start: 0, end: text.length, startOf: (at) => at, endOf: (at) => at };
}

/** Single characters, each behind a space or more: at least eight in a row. What is wider than the narrowest parts words. */
const SPACED = /(?<!\S)\S(?: {1,8}\S){7,}(?!\S)/;

function spaced(sentence: string): Piece | null {
  const run = SPACED.exec(sentence);
  if (run === null) return null;
  const parts: string[] = [];
  const places: number[] = [];
  let before = 0;
  const narrow = narrowestGap(run[0]);
  for (const { 0: character, index } of run[0].matchAll(/\S/g)) {
    if (index - before > narrow) {
      parts.push(' ');
      places.push(run.index + before + 1);
    }
    parts.push(character);
    places.push(run.index + index);
    before = index;
  }
  const [start, end] = [run.index, run.index + run[0].length];
  return {
    text: parts.join(''),
    via: 'spaced',
    start,
    end,
    startOf: (at) => places[at] ?? end,
    endOf: (at) => (at === 0 ? start : (places[at - 1] ?? end - 1) + 1),
  };
}

/** From one character to the next, at least. */
function narrowestGap(run: string): number {
  let narrow = run.length;
  let before = 0;
  for (const { index } of run.matchAll(/\S/g)) {
    if (index > 0 && index - before < narrow) narrow = index - before;
    before = index;
  }
  return narrow;
}
