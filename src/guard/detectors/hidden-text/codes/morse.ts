import type { Reusable } from '../../idle.ts';
import { commonWords, isProse } from '../words/speaks.ts';
import { tableOf } from './alphabets.ts';
import { parted } from './parting.ts';

/** ITU-R M.1677. */
const SIGNS =
  '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..';
const LETTERS = tableOf(SIGNS.split(' '));

export function isLetter(sign: string): boolean {
  return LETTERS.has(sign);
}

/** Of a message that goes on, as much is remembered. */
const MOST = 900;
/** Three words have as many signs. */
const LEAST = 30;

/** Reads a message sentence by sentence, for each dot of Morse ends one; says what they spell as soon as it is prose. */
export interface MorseReader extends Reusable {
  read(sentence: string): string | null;
}

export function createMorseReader(): MorseReader {
  let heard = '';
  /** What was read last, of which the signs at its end have not been taken yet. */
  let waiting = '';
  /** What was read last, and said nothing: dots without end are the same again with each. */
  let empty = '';
  return {
    restart: () => {
      [heard, waiting, empty] = ['', '', ''];
    },
    read: (sentence) => {
      if (sentence !== '' && (!isSign(sentence.charCodeAt(0)) || beginOfSigns(sentence) > 0)) {
        waiting = sentence;
        return null;
      }
      if (waiting !== '') [heard, waiting] = [waiting.slice(beginOfSigns(waiting)), ''];
      heard = (heard + sentence).slice(-MOST);
      if (heard.length < LEAST || heard === empty) return null;
      const tapped = heard.includes('-') ? null : fromTaps(heard);
      if (tapped !== null) {
        heard = '';
        return tapped;
      }
      const says = fromMorse(heard);
      if (!isProse(says) || commonWords(says) < 2) {
        empty = heard;
        return null;
      }
      heard = '';
      return says;
    },
  };
}

/** By the UTF-16 unit. */
/** Where the signs begin that it ends with. */
function beginOfSigns(sentence: string): number {
  let at = sentence.length;
  while (at > 0 && isSign(sentence.charCodeAt(at - 1))) at -= 1;
  return at;
}

const MARKS = new Uint8Array(0x10000);
for (const mark of ' \n.-/|·•∙–−—_') MARKS[mark.charCodeAt(0)] = 1;

function isSign(unit: number): boolean {
  return MARKS[unit] === 1;
}

/** What short and long signs spell: letters apart by a space, words by more of them or by a stroke. */
export function fromMorse(run: string): string {
  const words = (
    run.includes('//') ? run.replace(/\/(\/)?/g, (_, second?: string) => (second === undefined ? ' ' : ' / ')) : run
  )
    .replace(/[·•∙]/g, '.')
    .replace(/[–−—_]/g, '-')
    .trim()
    .split(/\s*[/|\n]\s*|\s{3,}/);
  return words
    .map((word) =>
      word
        .split(/\s+/, MOST)
        .map((sign) => LETTERS.get(sign) ?? '#')
        .join(''),
    )
    .join(' ');
}

/** Rows and columns of a square of five by so many knocks each. */
export function fromTaps(heard: string): string | null {
  const knocks = heard
    .trim()
    .split(/[\s/|,;]+/)
    .map(({ length }) => length);
  if (knocks.length < LEAST || knocks.some((count) => count > 5)) return null;
  let letters = '';
  for (let at = 0; at + 1 < knocks.length; at += 2)
    letters += 'abcdefghiklmnopqrstuvwxyz'.charAt(5 * ((knocks[at] ?? 1) - 1) + (knocks[at + 1] ?? 1) - 1);
  return parted(letters);
}
