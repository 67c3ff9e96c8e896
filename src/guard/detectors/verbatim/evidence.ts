import { SPACELESS } from '../../../text/spaceless.ts';
import type { Chain } from './chains.ts';

/** Letters in a row that agree, with so many different words among them, that nobody writes by accident: some seventeen words. */
const ROW = 80;
const ROW_WORDS = 8;
/** So many in all, with words changed, say as much. */
const MANY = 120;
const MANY_WORDS = 14;
/** In sentences less will do: letters that agree in all and in a row, and different words as sentences have them. */
const AGREED = 72;
const PART = 40;
const PLAIN_WORDS = 8;
/** Of data so much stands in quotes by itself. */
const DATA = 0.2;
const QUOTED = /^["'][^"']*["'][:,;]*$/;
/** Of all that stands there: less are data, lists and settings, whose names two documents share. */
const PLAIN_SHARE = 0.4;
/** So long a copy is one whatever stands between its words: joined by signs they look like a name, or data. */
const LONG = 120;
const LONG_WORDS = 18;
/** Letters that must be left without the addresses and the like among them, which everybody may write. */
const OWN = 56;
/** A letter of a script without spaces says as much as two or three others. */
const DENSE = 0.4;

/** Whether a stretch stands in the message because it was copied, and not since both say what everybody says. */
export function isLeak({ agreed, longest }: Chain, text: () => string): boolean {
  if (agreed < AGREED * DENSE || longest < PART * DENSE) return false;
  const whole = text();
  if (whole.length > LONGEST_LOOK) return true;
  const isDense = 2 * (whole.match(LETTER_OF_DENSE)?.length ?? 0) > lettersIn(whole);
  const scale = isDense ? DENSE : 1;
  if (agreed < AGREED * scale || longest < PART * scale) return false;
  if (longest >= LONG * scale && different(wordsIn(whole)) >= LONG_WORDS) return true;
  const own = isDense ? whole.replace(ADDRESS, ' ') : whole.replace(ADDRESS, ' ').replace(NAME, ' ');
  const left = lettersIn(own);
  if (left < OWN * scale) return false;
  const share = left / lettersIn(whole) / scale;
  const [all, row, words] = [agreed * share, longest * share, different(wordsIn(own))];
  if (row >= ROW && words >= ROW_WORDS) return true;
  if (all < AGREED || row < PART) return false;
  const said = own.replace(LETTER_OF_DENSE, ' $& ').match(/\S+/g) ?? [];
  const quoted = said.filter((one) => QUOTED.test(one)).length;
  if (all >= MANY && words >= MANY_WORDS && quoted <= DATA * said.length) return true;
  const plain = said.filter(isPlain);
  return plain.length >= PLAIN_SHARE * said.length && different(plain) >= PLAIN_WORDS;
}

/** Longer ones have what is needed many times over. */
const LONGEST_LOOK = 4096;
const ADDRESS = /\S{0,200}[\w-]\.[a-z]{2,12}\/\S*/g;
/** What no word is as long as: names of programs' things, keys and paths. */
const NAME = /\S{40,}/g;
const LETTER_OF_DENSE = new RegExp(SPACELESS, 'gu');

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

function wordsIn(text: string): readonly string[] {
  return text.replace(LETTER_OF_DENSE, ' $&$& ').match(/\p{L}{2,}/gu) ?? [];
}

function different(words: readonly string[]): number {
  return new Set(words.map((word) => word.toLowerCase())).size;
}

const PLAIN = /^([("'“‘«*_`[]{0,3})(\p{L}+(?:['’-]\p{L}+){0,3})([.,;:!?…)\]"'”’»*_`]{0,5})$/u;
const MARK = /["'`*_]/;

/** A word as sentences have it: not a name of a program's, nor one that is set off by itself, as keys of data are. */
function isPlain(said: string): boolean {
  const [, before = '', word = '', behind = ''] = PLAIN.exec(said) ?? [];
  return word !== '' && !/\p{Ll}\p{Lu}/u.test(word) && !(MARK.test(before) && MARK.test(behind));
}
