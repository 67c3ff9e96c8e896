import type { Word } from './spoken-runs.ts';
import { DIGIT_WORDS, FILLERS, letterOf, MARKS, PORTUGUESE, TENS, TIMES } from './spoken-words.ts';

/** A spoken number as it is written, and where each of its characters was said. */
export interface Written {
  readonly text: string;
  readonly words: readonly Word[];
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
