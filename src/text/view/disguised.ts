import type { Piece } from './decoded.ts';

/**
 * What a sentence says to a reader who sees through a disguise of its letters: rot13, digits for letters, and letters set
 * apart. Every form that fits is given; most sentences have none.
 */
export function disguisedIn(sentence: string): readonly Piece[] {
  if (sentence.length < SHORTEST) return [];
  return [rot13(sentence), leet(sentence), spaced(sentence)].filter((piece) => piece !== null);
}

/** A shorter sentence is no message. */
const SHORTEST = 12;

/** The commonest words of English in rot13; `ng` and `va` are words elsewhere, `be` and `or` in English too. */
const ROT13_WORDS =
  /\b(?:gur|naq|lbh|lbhe|sbe|gung|guvf|jvgu|abg|ner|jung|ubj|zr|zl|gb|vf|bs|vg|pna|jvyy|nyy|sebz|vtaber)\b/gi;
const LEAST_WORDS = 2;

function rot13(sentence: string): Piece | null {
  const words = sentence.match(ROT13_WORDS)?.length ?? 0;
  if (words < LEAST_WORDS || words * 12 < sentence.split(' ').length) return null;
  return sameLength(sentence.replace(/[A-Za-z]/g, rotated), 'rot13');
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

/** A word with a digit between letters, or before one: `h3ll0`, `4bout`, but not `720p`, `B2B` and `mp3`. */
const LEET_WORD =
  /(?<![\w@$])(?=[a-z0134578@$!]*[a-z])(?:[a-z]+[0134578@$][a-z][a-z0134578@$]*|[0134578@$][a-z]{2,}[a-z0134578@$]*)(?![\w@$])/gi;

function leet(sentence: string): Piece | null {
  const words = sentence.match(LEET_WORD)?.length ?? 0;
  if (words < LEAST_WORDS || words * 5 < sentence.split(' ').length) return null;
  return sameLength(
    sentence.replace(/[0134578@$!]/g, (sign) => LEET.get(sign) ?? sign),
    'leet',
  );
}

function sameLength(text: string, via: 'rot13' | 'leet'): Piece {
  return { text, via, start: 0, end: text.length, startOf: (at) => at, endOf: (at) => at };
}

/** Single characters, each behind one space: at least eight in a row. Two spaces or more part words. */
const SPACED = /(?<!\S)\S(?: {1,4}\S){7,}(?!\S)/;

function spaced(sentence: string): Piece | null {
  const run = SPACED.exec(sentence);
  if (run === null) return null;
  const parts: string[] = [];
  const places: number[] = [];
  let before = 0;
  for (const { 0: character, index } of run[0].matchAll(/\S/g)) {
    if (index - before > 2) {
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
