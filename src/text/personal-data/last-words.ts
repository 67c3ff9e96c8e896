export interface Word {
  readonly word: string;
  readonly start: number;
}

const [SPACE, MOST_WORDS, MOST_CHARACTERS, LONGEST_WORD] = [32, 9, 90, 34];

/** The words up to `end`, the last first, a space before each; the first that `mayBelong` denies, but for the last word, ends them. */
export function lastWords(text: string, end: number, mayBelong: (word: string) => boolean): readonly Word[] {
  const words: Word[] = [];
  for (let to = end; words.length < MOST_WORDS && end - to < MOST_CHARACTERS; ) {
    let start = to;
    while (start > 0 && to - start < LONGEST_WORD && !isBlank(text.charCodeAt(start - 1))) start -= 1;
    const word = text.slice(start, to);
    words.push({ word, start });
    if (text.charCodeAt(start - 1) !== SPACE || (words.length > 1 && !mayBelong(word))) break;
    to = start - 1;
  }
  return words;
}

export function isBlank(unit: number): boolean {
  return unit === SPACE || (unit >= 9 && unit <= 13);
}
