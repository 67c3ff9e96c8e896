import { surpriseOf } from '../../../../text/surprise.ts';
import { rotationGain } from '../../../../text/view/disguised.ts';
import { commonWords } from '../words/speaks.ts';
import { surveyOf } from '../words/survey.ts';
import { isPaired } from './parting.ts';

/** Whether a sentence says something when its letters are turned by half the alphabet, and nothing before. */
export function isRot13(text: string, source: string): boolean {
  if (!CODE.test(text))
    return (commonWords(text) >= 2 && (THREE_WORDS.test(text) || !KEY.test(source))) || isTurned(text, source);
  if (SURELY_CODE.test(text)) return false;
  return (commonWords(text, source) >= 2 || bitsSaved(text, source) >= SURE_BITS) && isTurned(text, source);
}

/** What sentences do not hold, and code does. */
const CODE = /[={}[\]<>|;\t\\]|\w[.:]{1,2}\w/;
const SURELY_CODE = /[={}[\]<>|;\t]/;

/** Letters with spaces between them, whatever marks stand beside these. */
const THREE_WORDS = /\p{L}{2}(?:'\p{L}{1,3})?(?:[^\p{L}\p{N}_]{0,3} [^\p{L}\p{N}_]{0,3}\p{L}+(?:'\p{L}{1,3})?){2}/u;

/** Letters and figures as a key or a digest has them. */
const KEY = /[A-Za-z]\d[A-Za-z\d]*[A-Z+/]|[a-z][A-Z]{2}[a-z]/;

/** Figures within words, or names of programs: one may name the code. */
const NO_WORD = /\p{L}\d|\d\p{L}|_/gu;

/** Whether letters are as they are in no language until they are turned, in words that no key and no line of code has. */
function isTurned(text: string, source: string): boolean {
  const { words, known } = surveyOf(source);
  if (known * 4 > words || !THREE_WORDS.test(text) || (text.match(NO_WORD)?.length ?? 0) > 1) return false;
  if (rotationGain(text) < -5 && isPaired(text) && !/\d|^[^a-z]+$/.test(text)) return true;
  const [bits, saved] = [surpriseOf(text.toLowerCase()), bitsSaved(text, source)];
  // What stands in capitals alone may be names of markets or airports.
  if (!/[a-z]/.test(text)) return bits <= FEW_BITS && saved >= SURE_BITS;
  return bits <= FEW_BITS ? saved >= SOME_BITS : bits <= MOST_BITS && saved >= MANY_BITS;
}

/** Bits a letter: of English some four, of languages far from it five, of letters by chance seven. */
const FEW_BITS = 4.5;
const MOST_BITS = 5.3;
const SOME_BITS = 16;
const SURE_BITS = 40;
const MANY_BITS = 70;

/** How many bits fewer all pairs of letters take when they are turned. */
function bitsSaved(text: string, source: string): number {
  const pairs = (text.match(/[A-Za-z]{2,}/g) ?? []).reduce((sum, { length }) => sum + length + 1, 0);
  return (surpriseOf(source.toLowerCase()) - surpriseOf(text.toLowerCase())) * pairs;
}

/** Each letter by the one half the alphabet further. */
export function turnedByHalf(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26));
  });
}
