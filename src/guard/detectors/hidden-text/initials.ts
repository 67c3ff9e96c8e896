import { wordsOfSentence } from '../../../text/learned/words.ts';
import { CAMEL, MARKS, marksOf, PROGRAM } from '../../../text/view/marks.ts';
import { createLetterStream, type LetterStream } from './parting.ts';

/** Reads a message sentence by sentence for what the first or last letters of its words, sentences and lines spell, and letters set off. */
export interface InitialsReader {
  read(sentence: string): string | null;
}

/** One letter between marks, within a word or as all of one. */
const SET_OFF = /(?:[*_`~([{>]|\u001b\[[\d;]{1,12}m)([A-Za-z])(?:[*_`~)\]}<]|\u001b)/g;
/** Not of a word that is all capitals, nor of a name of a program. */
const CAPITAL = /(?<![A-Z_])[A-Z](?![A-Z_])/g;

/** What letters must be worth as words, a letter about one: the more letters a text has, the more words they make by chance. */
const OFTEN = 8.5;
const SELDOM = 6.8;

export function createInitialsReader(): InitialsReader {
  const ofWords = createLetterStream(OFTEN);
  const endsOfWords = createLetterStream(OFTEN + 1);
  const ofSentences = createLetterStream(SELDOM);
  const ofLines = createLetterStream(SELDOM);
  const endsOfLines = createLetterStream(OFTEN);
  const setOff = createLetterStream(SELDOM);
  const capitals = createLetterStream(OFTEN);
  let beginsLine = true;
  let told = false;

  return {
    read: (sentence) => {
      if (told) return null;
      let says: string | null = null;
      const push = (stream: LetterStream, unit: number) => {
        const letter = (unit | 32) - 97;
        if (letter >= 0 && letter < 26 && unit < 128) says = stream.push(letter) ?? says;
      };
      const { count, start, end } = wordsOfSentence(sentence);
      if (count === 0) return null;
      for (let at = 0; at < count; at += 1) push(ofWords, sentence.charCodeAt(start[at] ?? 0));
      if (says === null)
        for (let at = 0; at < count; at += 1) push(endsOfWords, sentence.charCodeAt((end[at] ?? 1) - 1));
      push(ofSentences, sentence.charCodeAt(start[0] ?? 0));
      if (beginsLine) push(ofLines, sentence.charCodeAt(start[0] ?? 0));
      beginsLine = sentence.endsWith('\n');
      if (beginsLine) push(endsOfLines, sentence.charCodeAt((end[count - 1] ?? 1) - 1));
      const { kinds } = marksOf(sentence);
      if ((kinds & MARKS) !== 0)
        for (const [, letter = ''] of sentence.matchAll(SET_OFF)) push(setOff, letter.charCodeAt(0));
      if ((kinds & CAMEL) !== 0 && (kinds & PROGRAM) === 0)
        for (const letter of sentence.match(CAPITAL) ?? []) push(capitals, letter.charCodeAt(0));
      told ||= says !== null;
      return says;
    },
  };
}
