import { wordsOfSentence } from '../../../../text/learned/words.ts';
import {
  ANGLE,
  BACKTICK,
  CAMEL,
  CURLY,
  marksOf,
  OTHER_MARK,
  PAREN,
  PROGRAM,
  SQUARE,
  STATEMENT,
} from '../../../../text/view/marks.ts';
import { wideOf } from '../../../../text/view/wide.ts';
import type { Reusable } from '../../idle.ts';
import { surveyOf } from '../words/survey.ts';
import { createLetterStream, type LetterStream } from './parting.ts';

/** Reads a message sentence by sentence for what the first letters of its sentences and lines, and the last ones of lines, spell, and letters set off. */
export interface InitialsReader extends Reusable {
  read(sentence: string): string | null;
}

const ESCAPE = '\u001b';
/** One letter between marks, within a word or as all of one. */
const OPENS = new Uint8Array(0x10000);
const CLOSES = new Uint8Array(0x10000);
for (const mark of '*_`~([{>') OPENS[mark.charCodeAt(0)] = 1;
for (const mark of `*_\`~)]}<${ESCAPE}`) CLOSES[mark.charCodeAt(0)] = 1;
/** How a terminal is told of colours, up to the last sign. */
const COLOURS = new RegExp(`${ESCAPE}\\[[\\d;]{1,12}m$`);
const LONGEST_COLOURS = 15;
const LAST_OF_COLOURS = 109;
const SETTING_OFF = ANGLE | BACKTICK | CURLY | OTHER_MARK | PAREN | SQUARE;
const LINE_FEED = 10;
const ALONE = /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/g;
const LEAST_WORDS = 8;
/** Of a sentence without articles, where nobody has spoken of letters. */
const MANY_WORDS = 14;
/** Not of a word that is all capitals, nor of a name of a program. */
const CAPITAL = /(?<![A-Z_])[A-Z](?![A-Z_])/g;

/** Bits that letters must be worth as words: the more letters a text has, the more words they make by chance. */
const OFTEN = 28;
const ALWAYS = 32;
const SELDOM = 24;

export function createInitialsReader(): InitialsReader {
  const ofSentences = createLetterStream(SELDOM);
  const ofLines = createLetterStream(SELDOM);
  const endsOfLines = createLetterStream(OFTEN);
  const setOff = createLetterStream(SELDOM);
  const capitals = createLetterStream(OFTEN);
  const ofWords = createLetterStream(ALWAYS);
  const alone = createLetterStream(OFTEN);
  let beginsLine = true;
  let hinted = false;
  let told = false;

  return {
    restart: () => {
      for (const stream of [ofSentences, ofLines, endsOfLines, setOff, capitals, ofWords, alone]) stream.restart();
      [beginsLine, hinted, told] = [true, false, false];
    },
    read: (sentence) => {
      if (told) return null;
      let says: string | null = null;
      const push = (stream: LetterStream, unit: number) => {
        const letter = (unit | 32) - 97;
        if (letter >= 0 && letter < 26) says = stream.push(letter) ?? says;
      };
      const first = sentence.charCodeAt(firstGraph(sentence));
      push(ofSentences, first);
      if (beginsLine) push(ofLines, first);
      beginsLine = sentence.charCodeAt(sentence.length - 1) === LINE_FEED;
      if (beginsLine) push(endsOfLines, sentence.charCodeAt(lastLetter(sentence)));
      const { kinds, letters, words } = marksOf(sentence);
      if (letters > words + words / 2) {
        const { articles, hints } = surveyOf(sentence);
        hinted ||= hints;
        if (words >= (hinted ? LEAST_WORDS : MANY_WORDS) && (hinted || !articles)) {
          const { count, start } = wordsOfSentence(sentence);
          for (let at = 0; at < count; at += 1) push(ofWords, sentence.charCodeAt(start[at] ?? 0));
        }
      } else for (const letter of sentence.match(ALONE) ?? []) push(alone, letter.charCodeAt(0));
      if ((kinds & SETTING_OFF) !== 0 && (kinds & STATEMENT) === 0)
        setOffIn(sentence, (letter) => push(setOff, letter));
      if ((kinds & CAMEL) !== 0 && (kinds & PROGRAM) === 0)
        for (const letter of sentence.match(CAPITAL) ?? []) push(capitals, letter.charCodeAt(0));
      told ||= says !== null;
      return says;
    },
  };
}

function setOffIn(sentence: string, push: (letter: number) => void): void {
  const units = wideOf(sentence);
  const [opens, closes] = [OPENS, CLOSES];
  // What closes one letter opens no other.
  let closed = 0;
  for (let at = 1; at + 1 < sentence.length; at += 1) {
    if (closes[units[at + 1] ?? 0] === 0) continue;
    const before = units[at - 1] ?? 0;
    const letter = ((units[at] ?? 0) | 32) - 97;
    if (letter < 0 || letter > 25 || at <= closed || (units[at] ?? 0) > 127) continue;
    if (opens[before] === 0 && !(before === LAST_OF_COLOURS && endsColours(sentence, closed, at))) continue;
    push(units[at] ?? 0);
    closed = at + 2;
  }
}

function endsColours(sentence: string, closed: number, end: number): boolean {
  return COLOURS.test(sentence.slice(Math.max(closed, end - LONGEST_COLOURS), end));
}

/** Behind blanks, bullets and numbers of a list. */
function firstGraph(sentence: string): number {
  let at = 0;
  while (at < sentence.length && !isLetter(sentence.charCodeAt(at))) at += 1;
  return at;
}

/** Before full stops and blanks. */
function lastLetter(sentence: string): number {
  let at = sentence.length - 1;
  while (at > 0 && !isLetter(sentence.charCodeAt(at))) at -= 1;
  return at;
}

function isLetter(unit: number): boolean {
  return ((unit | 32) >= 97 && (unit | 32) <= 122) || unit > 127;
}
