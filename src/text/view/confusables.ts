import { kindOfCharacter, WITHIN_WORD } from './characters.ts';

/** Letters that look like a Latin one, by that one (a selection of Unicode's confusables.txt, UTS 39). */
const ROWS: readonly (readonly [latin: string, lookalikes: string])[] = [
  ['a', 'аɑα'],
  ['b', 'Ьƅ'],
  ['c', 'сϲᴄ'],
  ['d', 'ԁ'],
  ['e', 'еҽ'],
  ['g', 'ɡց'],
  ['h', 'һհ'],
  ['i', 'іιıɩӏ'],
  ['j', 'јϳ'],
  ['k', 'κк'],
  ['l', 'ⅼ'],
  ['m', 'м'],
  ['n', 'ոո'],
  ['o', 'оοօഠ'],
  ['p', 'рρ'],
  ['q', 'ԛզ'],
  ['r', 'гᴦ'],
  ['s', 'ѕ'],
  ['t', 'τт'],
  ['u', 'υսᴜ'],
  ['v', 'νѵᴠ'],
  ['w', 'ԝѡᴡ'],
  ['x', 'хχ'],
  ['y', 'уγүỿ'],
  ['z', 'ᴢ'],
  ['A', 'АΑᎪ'],
  ['B', 'ВΒᏴ'],
  ['C', 'СϹᏟ'],
  ['D', 'Ꭰ'],
  ['E', 'ЕΕᎬ'],
  ['G', 'ԌᏀ'],
  ['H', 'НΗᎻ'],
  // Turkish letters are here, too, since no case folds them: an `İ` is an `I` with a dot, and an `ı` an `i` without.
  ['I', 'ІΙӀİ'],
  ['J', 'ЈᎫ'],
  ['K', 'КΚᏦ'],
  ['L', 'Ꮮ'],
  ['M', 'МΜᎷ'],
  ['N', 'Ν'],
  ['O', 'ОΟՕ'],
  ['P', 'РΡᏢ'],
  ['R', 'Ꭱ'],
  ['S', 'ЅՏᏚ'],
  ['T', 'ТΤᎢ'],
  ['V', 'ѴᏙ'],
  ['W', 'ԜᎳ'],
  ['X', 'ХΧ'],
  ['Y', 'УΥҮ'],
  ['Z', 'ΖᏃ'],
];

const LATIN_OF: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([latin, lookalikes]) => Array.from(lookalikes, (letter): [string, string] => [letter, latin])),
);

const CYRILLIC_OF: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([latin, lookalikes]) => {
    const cyrillic = Array.from(lookalikes).find((letter) => /\p{Script=Cyrillic}/u.test(letter));
    return cyrillic === undefined ? [] : [[latin, cyrillic] as [string, string]];
  }),
);

/** The word in Cyrillic letters that look like it; null where one of its letters has none. */
export function alikeOf(word: string): string | null {
  let alike = '';
  for (const letter of word) {
    const one = letter === ' ' ? letter : CYRILLIC_OF.get(letter);
    if (one === undefined) return null;
    alike += one;
  }
  return alike;
}

/** The Latin letter that this one looks like; itself when it looks like none. */
export function latinOf(letter: string): string {
  return LATIN_OF.get(letter) ?? letter;
}

/** All are in the first plane. */
const LOOKALIKES = new Uint8Array(0x10000);
for (const letter of LATIN_OF.keys()) LOOKALIKES[letter.charCodeAt(0)] = 1;

/** Whether a character looks like a Latin letter. */
export function isLookalike(code: number): boolean {
  return LOOKALIKES[code] === 1;
}

const LOOKALIKE = new RegExp(`[${[...LATIN_OF.keys()].join('')}]`);
const HAS_LATIN = /[A-Za-z]/;
const EACH_LOOKALIKE = new RegExp(LOOKALIKE.source, 'g');

/** A lookalike is taken for Latin when a Latin letter stands in its word, this near or nearer. */
const NEAR = 32;

/** The text, of the same length, with lookalikes as Latin letters in these words: where each begins, and where it ends. */
export function unmixed(text: string, words: readonly number[]): string {
  let out = '';
  let same = 0;
  for (let word = 0; word < words.length; word += 2) {
    const [start = 0, end = start] = [words[word], words[word + 1]];
    out += text.slice(same, start) + asLatin(text.slice(start, end));
    same = end;
  }
  return out + text.slice(same);
}

/** One word, likewise. */
export function asLatin(word: string): string {
  if (word.length > NEAR) return nearLatin(word);
  let out = '';
  for (let at = 0; at < word.length; at += 1) out += latinOf(word.charAt(at));
  return out;
}

function nearLatin(word: string): string {
  return word.replace(EACH_LOOKALIKE, (letter, at: number) => {
    const near = word.slice(Math.max(0, at - NEAR), at + NEAR);
    return HAS_LATIN.test(near) ? latinOf(letter) : letter;
  });
}

/**
 * `at`, or where the word around it begins if a cut at `at` could separate a lookalike from the Latin letters near it.
 * In a word longer than `NEAR`, what stands that far before the end of the text is judged already.
 */
export function mixedWordStart(text: string, at: number): number {
  const near = text.slice(Math.max(0, at - NEAR), at);
  if (text.length - at >= NEAR || !LOOKALIKE.test(near)) return at;
  const start = startOfWord(text, at, Math.max(0, at - 2 * NEAR));
  return at - start <= NEAR ? start : text.length - NEAR;
}

/** Where the word begins that ends right before `at`, with what hides in it, from `least` on. */
function startOfWord(text: string, at: number, least: number): number {
  for (let start = at; start > least; ) {
    const whole = start - 1 > least ? (text.codePointAt(start - 2) ?? 0) : 0;
    const before = whole > 0xffff ? start - 2 : start - 1;
    const kind = kindOfCharacter(whole > 0xffff ? whole : text.charCodeAt(before));
    if ((kind & WITHIN_WORD) === 0) return start;
    start = before;
  }
  return least;
}
