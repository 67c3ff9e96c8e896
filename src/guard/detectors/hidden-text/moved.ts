import { marksOf } from '../../../text/view/marks.ts';
import { isProse } from './speaks.ts';
import { parted, type Survey, shareKnown, turned, VOCABULARY } from './vocabulary.ts';

/**
 * What a sentence says of which hardly one word is one: by letters shifted, moved within their word, or with sounds between
 * or vowels left out; else nothing. `known` is how many of its words are words.
 */
export function moved(sentence: string, { words, known }: Pick<Survey, 'words' | 'known'>): string {
  for (const read of known * 3 <= words ? WAYS : HALF) {
    const says = read(sentence);
    if (says !== '' && shareKnown(says) >= LEAST_KNOWN) return says;
  }
  return '';
}

/** Ordinary prose has as many; names and words of a trade are the others. */
const LEAST_KNOWN = 0.6;

/** Short words have no letters within. */
const HALF: readonly ((sentence: string) => string)[] = [unscrambled];
const WAYS = [shifted, fromPigLatin, withoutInfix, unscrambled, voiced, undoubled, swapped, turnedBy, byNeighbours];

/** How often each letter stands in a thousand of English. */
const OFTEN = [82, 15, 28, 43, 127, 22, 20, 61, 70, 2, 8, 40, 24, 67, 75, 19, 1, 60, 63, 91, 28, 10, 24, 2, 20, 1].map(
  (often) => Math.log(often),
);

/** Each letter by another: so many further on, or counted from the end. */
function shifted(sentence: string): string {
  const counts = new Float64Array(26);
  for (let at = 0; at < sentence.length; at += 1) {
    const place = (sentence.charCodeAt(at) | 32) - 97;
    if (place >= 0 && place < 26) counts[place] = (counts[place] ?? 0) + 1;
  }
  let best = { fit: fitOf(counts, (place) => place), move: (place: number) => place };
  const asItStands = best.fit;
  for (let by = 1; by < 26; by += 1) best = better(best, counts, (place) => (place + by) % 26);
  best = better(best, counts, (place) => 25 - place);
  if (best.fit <= asItStands) return '';
  return sentence
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String.fromCharCode(97 + best.move(letter.charCodeAt(0) - 97)));
}

interface Fit {
  readonly fit: number;
  readonly move: (place: number) => number;
}

function better(best: Fit, counts: Float64Array, move: Fit['move']): Fit {
  const fit = fitOf(counts, move);
  return fit > best.fit ? { fit, move } : best;
}

function fitOf(counts: Float64Array, move: Fit['move']): number {
  let fit = 0;
  for (let place = 0; place < 26; place += 1) fit += (counts[place] ?? 0) * (OFTEN[move(place)] ?? 0);
  return fit;
}

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
  return isProse(says) && shareKnown(says) >= LEAST_KNOWN ? { ...place, says } : null;
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
/** Each letter twice. */
function undoubled(sentence: string): string {
  const pairs = sentence.match(/([A-Za-z])\1/g)?.length ?? 0;
  return pairs * 2 < marksOf(sentence).letters * 0.8 ? '' : sentence.replace(/([A-Za-z])\1/g, '$1');
}

/** Two by two in the other order. */
function swapped(sentence: string): string {
  return sentence.replace(/([A-Za-z])([A-Za-z])/g, '$2$1');
}

/** The first letter of each word behind its last. */
function turnedBy(sentence: string): string {
  return sentence.replace(/([A-Za-z]+)([A-Za-z])/g, '$2$1');
}

const KEYS = 'qwertyuiop asdfghjkl zxcvbnm';

/** Typed with the hands one key to the left, or to the right. */
function byNeighbours(sentence: string): string {
  const by = (step: number) =>
    sentence.toLowerCase().replace(/[a-z]/g, (letter) => KEYS.charAt(KEYS.indexOf(letter) + step).trim() || letter);
  return shareKnown(by(1)) >= LEAST_KNOWN ? by(1) : by(-1);
}

const INFIXES = ['op', 'ob', 'ub', 'ab', 'ag', 'eg', 'ib', 'av', 'iv', 'ong', 'idig', 'uddag'] as const;

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

/** First letter, last letter, and how many of which are between: words are known by them. */
const SCRAMBLED = keyed(signature, 4);
/** Consonants alone, and a vowel at the beginning. */
const VOICELESS = keyed((word) => word.charAt(0) + word.slice(1).replace(/[aeiou]/g, ''), 3);

function keyed(key: (word: string) => string, least: number): ReadonlyMap<string, string> {
  return new Map(
    [...VOCABULARY]
      .toReversed()
      .filter((word) => word.length >= least)
      .map((word) => [key(word), word]),
  );
}

/** The same for the same letters within, in whatever order. */
function signature(word: string): string {
  let sum = 0;
  for (let at = 1; at < word.length - 1; at += 1)
    sum += Math.imul(word.charCodeAt(at), 0x9e3779b1 + word.charCodeAt(at)) >>> 4;
  return `${word.charAt(0)}${sum}${word.charAt(word.length - 1)}`;
}

function unscrambled(sentence: string): string {
  return replaced(sentence, 4, (word) => SCRAMBLED.get(signature(word)));
}

/** Letters a word, at most, where they have lost some. */
const SHORT_WORDS = 5;

function voiced(sentence: string): string {
  const { letters, words } = marksOf(sentence);
  if (letters > SHORT_WORDS * words) return '';
  const vowels = sentence.match(/[aeiou]/gi)?.length ?? 0;
  if (vowels * 6 > letters) return '';
  return replaced(sentence, 1, (word) => VOICELESS.get(word));
}

/** After so many words that stand for none, the others are not looked at. */
const TRIED = 2;

/** Words that are none by those that they stand for, if there are enough of them. */
function replaced(sentence: string, least: number, meantBy: (word: string) => string | undefined): string {
  const said: string[] = [];
  let [strange, meant] = [0, 0];
  for (const [word] of sentence.toLowerCase().matchAll(/[a-z]+/g)) {
    const isWord = word.length < least || VOCABULARY.has(word);
    const whole = isWord ? word : meantBy(word);
    if (!isWord) strange += 1;
    if (!isWord && whole !== undefined) meant += 1;
    if (strange === TRIED && meant === 0) return '';
    said.push(whole ?? word);
  }
  return meant >= 4 && meant * 4 >= strange * 3 ? said.join(' ') : '';
}

/** Letters in a row without spaces: as they stand, from the end, in two or three rails, or every second one. A name with strokes in it is a name. */
export function runTogether(run: string): string {
  const letters = run.toLowerCase();
  const isName = /[_-]/.test(run);
  const ways = [
    ...(isName ? [] : [letters]),
    turned(letters),
    railed(letters, 2),
    railed(letters, 3),
    everySecond(letters),
  ];
  for (const text of ways) {
    const spaced = text.replace(/[_.-]/g, ' ');
    if (/ /.test(spaced) && shareKnown(spaced) >= LEAST_KNOWN) return spaced;
    const words = parted(text.replace(/[^a-z]/g, ''));
    if (words !== null) return words;
  }
  return '';
}

function everySecond(text: string): string {
  return Array.from(text)
    .filter((_, at) => at % 2 === 0)
    .join('');
}

/** Letters that were written down and up over so many lines, and read line by line. */
function railed(text: string, rails: number): string {
  const round = 2 * (rails - 1);
  const whole: string[] = Array.from(text);
  let at = 0;
  for (let rail = 0; rail < rails; rail += 1) {
    // Down and up again: a line between the first and the last is met twice a round.
    const isEdge = rail === 0 || rail === rails - 1;
    let [step, other] = isEdge ? [round, round] : [round - 2 * rail, 2 * rail];
    for (let place = rail; place < text.length; place += other) {
      whole[place] = text.charAt(at++);
      [step, other] = [other, step];
    }
  }
  return whole.join('');
}
