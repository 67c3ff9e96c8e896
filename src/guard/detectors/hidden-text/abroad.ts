import { ABROAD, type Abroad } from './abroad-words.ts';

/**
 * Orders to whoever answers for another, in seventeen languages, by what is ordered and not by who is called: to leave what was
 * told, to carry something to an address, to say that, to say only, to keep quiet, and what a summary has to say. Asked of what
 * nobody sees alone; of a page's labels and buttons hardly one tells its visitors what to say to somebody.
 */
interface Patterns {
  readonly may: RegExp;
  readonly leaves: readonly [RegExp, RegExp];
  readonly says: readonly [RegExp, RegExp];
  readonly sends: RegExp;
  readonly yours: RegExp;
  readonly hushes: RegExp;
  readonly sums: RegExp;
}

const LANGUAGES: readonly Patterns[] = ABROAD.map(patternsOf);
/** Any verb of any of them: most texts have none. */
const MAY = new RegExp(LANGUAGES.map(({ may }) => may.source).join('|'), 'iu');

/** Beginnings of words where words are parted; anywhere where they are not. */
function patternsOf({ spaced, drop, told, speak, bound, send, yours, hush, sums }: Abroad): Patterns {
  const begins = (source: string) => new RegExp(spaced ? `(?<![\\p{L}\\p{M}])(?:${source})` : `(?:${source})`, 'iu');
  const whole = (source: string) =>
    new RegExp(spaced ? `(?<![\\p{L}\\p{M}])(?:${source})(?![\\p{L}\\p{M}])` : `(?:${source})`, 'iu');
  return {
    may: begins([drop, speak, send, hush].join('|')),
    leaves: [begins(drop), begins(told)],
    says: [begins(speak), new RegExp(bound, 'iu')],
    sends: begins(send),
    yours: whole(yours),
    hushes: begins(hush),
    sums: begins(sums),
  };
}

const ADDRESS = /[\w.-]@[\w-]{2,}\.\w|https?:\/\//;
/** With two of these a sentence is English, whatever else is in it. */
const ENGLISH = /\b(?:the|of|and|to|is|in|that|with|for|your|you|it|this|are|be|on|by|or|from)\b/gi;
const MOST_READ = 400;
const LEAST_WORDS = 3;
const FEWEST_SIGNS = 6;
/** Asks, or is asked. */
const ASKS = /[?？؟]\s*$/;

/** Of programs, whose comments say what is to be written and said as well, what they write is none. */
export function ordersAbroad(said: string, ofProgram = false): boolean {
  const text = said.slice(0, MOST_READ);
  if (text.length < FEWEST_SIGNS || ASKS.test(text) || (text.match(ENGLISH)?.length ?? 0) >= 2) return false;
  if (!SPACELESS.test(text) && (text.match(/\S+/g)?.length ?? 0) < LEAST_WORDS) return false;
  if (!MAY.test(text)) return false;
  return LANGUAGES.some((language) => language.may.test(text) && isOrdered(text, language, ofProgram));
}

const SPACELESS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

function isOrdered(
  text: string,
  { leaves, says, sends, yours, hushes, sums }: Patterns,
  ofProgram: boolean,
): boolean {
  if (leaves.every((part) => part.test(text))) return true;
  const isYours = yours.test(text);
  if (ADDRESS.test(text) && sends.test(text) && !isYours) return true;
  const speaks = says[0].test(text);
  if (sums.test(text) && (speaks || hushes.test(text))) return true;
  return !isYours && !ofProgram && ((speaks && says[1].test(text)) || hushes.test(text));
}
