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
  ['I', 'ІΙӀ'],
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

/** The Latin letter that this one looks like; itself when it looks like none. */
export function latinOf(letter: string): string {
  return LATIN_OF.get(letter) ?? letter;
}

const LOOKALIKE = new RegExp(`[${[...LATIN_OF.keys()].join('')}]`);
/** A word, with what hides in it, around a lookalike. */
const WORD = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]+/gu;
const TRAILING_WORD = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]*$/u;
const HAS_LATIN = /[A-Za-z]/;
const EACH_LOOKALIKE = new RegExp(LOOKALIKE.source, 'g');

/** A lookalike is taken for Latin when a Latin letter stands in its word, this near or nearer. */
const NEAR = 32;

/** The text, of the same length, with lookalikes in words that have Latin letters too as those. Other words stay. */
export function unmixed(text: string): string {
  if (!LOOKALIKE.test(text)) return text;
  return text.replace(WORD, (word) => (HAS_LATIN.test(word) && LOOKALIKE.test(word) ? asLatin(word) : word));
}

function asLatin(word: string): string {
  return word.replace(EACH_LOOKALIKE, (letter, at: number) => {
    const near = word.slice(Math.max(0, at - NEAR), at + NEAR);
    return HAS_LATIN.test(near) ? (LATIN_OF.get(letter) ?? letter) : letter;
  });
}

/**
 * `at`, or where the word around it begins if a cut at `at` could separate a lookalike from the Latin letters near it.
 * In a word longer than `NEAR`, what stands that far before the end of the text is judged already.
 */
export function mixedWordStart(text: string, at: number): number {
  const near = text.slice(Math.max(0, at - NEAR), at);
  if (text.length - at >= NEAR || !LOOKALIKE.test(near)) return at;
  const word = TRAILING_WORD.exec(text.slice(Math.max(0, at - 2 * NEAR), at))?.[0] ?? '';
  return word.length <= NEAR ? at - word.length : text.length - NEAR;
}
