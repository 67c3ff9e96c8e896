import { marksOf } from '../../../../text/view/marks.ts';
import { isProse } from '../words/speaks.ts';
import { isKnown, shareKnown, turned, VOCABULARY } from '../words/vocabulary.ts';

/**
 * What a sentence says of which hardly one word is one: by letters shifted, moved within their word, or with sounds between
 * or vowels left out; else nothing.
 */
export function moved(sentence: string): string {
  for (const read of BY_SENTENCE) {
    const says = read(sentence);
    if (says !== '' && isKnown(says)) return says;
  }
  return '';
}

const BY_SENTENCE: readonly ((sentence: string) => string)[] = [shifted, fromPigLatin, withoutInfix, withoutEcho];

/** How often each letter stands in a thousand of English. */
const OFTEN = [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1].map(
  (often) => Math.log(often),
);

/** Each letter by another: so many further on, or counted from the end. */
export function shifted(sentence: string): string {
  const counts = new Float64Array(26);
  let letters = 0;
  for (let at = 0; at < sentence.length; at += 1) {
    const place = (sentence.charCodeAt(at) | 32) - 97;
    if (place < 0 || place >= 26) continue;
    counts[place] = (counts[place] ?? 0) + 1;
    letters += 1;
  }
  const present = Array.from(counts.keys()).filter((place) => counts[place] !== 0);
  let best = 0;
  let most = fitOf(counts, present, 0);
  // Letters that are in no language as they stand may be the alphabet by another step.
  const isOdd = most < LEAST_FIT * letters;
  for (let move = 1; move < (isOdd ? OFTEN_MOVED.length : SHIFTS); move += 1) {
    const fit = fitOf(counts, present, move);
    if (fit > most) [best, most] = [move, fit];
  }
  if (best === 0) return '';
  return sentence
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String.fromCharCode(97 + movedBy(best, letter.charCodeAt(0) - 97)));
}

/** So many letters further on, or counted from the end; then by the other steps that reach all. */
const STEPS = [1, 25, 3, 5, 7, 9, 11, 15, 17, 19, 21, 23] as const;
const SHIFTS = 2 * 26;
/** The logarithms of how often its letters stand in a thousand: of English four, of its neighbours hardly less, by chance three. */
const LEAST_FIT = 3.5;

function movedBy(move: number, place: number): number {
  return (place * (STEPS[Math.floor(move / 26)] ?? 1) + (move % 26)) % 26;
}

/** How often what each letter becomes by a way stands in English. */
const OFTEN_MOVED = Array.from({ length: 26 * STEPS.length }, (_, move) =>
  Float64Array.from(OFTEN, (_often, place) => OFTEN[movedBy(move, place)] ?? 0),
);

/** Of the letters that are there. */
function fitOf(counts: Float64Array, present: readonly number[], move: number): number {
  const often = OFTEN_MOVED[move] ?? NO_LETTERS;
  let fit = 0;
  for (let at = 0; at < present.length; at += 1) {
    const place = present[at] ?? 0;
    fit += (counts[place] ?? 0) * (often[place] ?? 0);
  }
  return fit;
}

const NO_LETTERS = new Float64Array(26);

/** The part of a text whose words stand in the other order of letters. */
export function turnedIn(text: string): { readonly start: number; readonly end: number; readonly says: string } | null {
  const those = [...text.matchAll(/[A-Za-z]{3,}/g)].filter(({ 0: word }) => {
    const small = word.toLowerCase();
    return !VOCABULARY.has(small) && VOCABULARY.has(turned(small));
  });
  const [first, last] = [those[0], those.at(-1)];
  if (new Set(those.map(([word]) => word)).size < LEAST_TURNED || first === undefined || last === undefined)
    return null;
  const place = { start: first.index, end: last.index + last[0].length };
  const says = eachTurned(text.slice(place.start, place.end));
  return isProse(says) && isKnown(says) ? { ...place, says } : null;
}

/** Different ones: a program may have a name that is another from its end. */
const LEAST_TURNED = 4;

/** Each word by itself from its end, or all of it. */
export function eachTurned(sentence: string): string {
  const each = sentence.replace(/[A-Za-z]+/g, turned);
  return shareKnown(each) > 0.3 ? each : turned(sentence);
}

const PIG = /^([a-z']+?)(?:w|y|h)?ay$/;

function fromPigLatin(sentence: string): string {
  if (!/ay\b.*ay\b.*ay\b/i.test(sentence)) return '';
  const words = sentence.toLowerCase().match(/[a-z']+/g) ?? [];
  const pigs = words.filter((word) => word.endsWith('ay')).length;
  if (pigs < 4 || pigs * 10 < words.length * 8) return '';
  return words.map(fromPig).join(' ');
}

function fromPig(word: string): string {
  const [, core = word] = PIG.exec(word) ?? [];
  for (const rest of [core, word.slice(0, -2)]) {
    for (let moved = 0; moved <= 4 && moved < rest.length; moved += 1) {
      const whole = rest.slice(rest.length - moved) + rest.slice(0, rest.length - moved);
      if (VOCABULARY.has(whole)) return whole;
    }
  }
  return core;
}

/** Letters a word, at least, where one has more than its own. */
const LONG_WORDS = 6.5;
const INFIXES = [
  'op',
  'ob',
  'ub',
  'ab',
  'ag',
  'eg',
  'ib',
  'av',
  'iv',
  'ong',
  'idig',
  'uddag',
  'egg',
  'arp',
  'izz',
  'eb',
  'ip',
] as const;

/** Games of children that put the same sound behind each consonant, or before each vowel. */
function withoutInfix(sentence: string): string {
  const { letters, words } = marksOf(sentence);
  if (letters < LONG_WORDS * words) return '';
  for (const infix of INFIXES) {
    const parts = sentence.split(infix);
    if ((parts.length - 1) * infix.length * 4 < letters) continue;
    return parts.join('');
  }
  return '';
}

/** The same letter again with a sound between: `bob`, as children in Sweden speak, or `apa`, as in Spain. */
function withoutEcho(sentence: string): string {
  const { letters } = marksOf(sentence);
  const small = sentence.toLowerCase();
  // Each sound that is left out leaves the same letter on both of its sides.
  let again = 0;
  for (let at = 0; at + 2 < small.length; at += 1) if (small.charCodeAt(at) === small.charCodeAt(at + 2)) again += 1;
  if (6 * again < letters) return '';
  for (const echo of ECHOES) {
    const plain = small.replace(echo, '$1');
    if ((sentence.length - plain.length) * 3 >= letters) return plain;
  }
  return '';
}

const ECHOES = [/([b-df-hj-np-tv-z])o\1/g, /([aeiou])p\1/g, /([aeiou])f\1/g, /([aeiou])s\1/g] as const;
