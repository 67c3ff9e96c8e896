import { type GuardTerm, ORIGINS } from '../../../domain/guard.ts';
import { lowerCase, type Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';

/** The operator's own words: whole words, in any case. Found as `term/<id>`. */
export function createTermsDetector(terms: readonly GuardTerm[]): SpanDetector {
  const words = terms.flatMap(({ id, words }) =>
    words.flatMap(spellings).map((text) => ({ type: `term/${id}`, text })),
  );
  const longest = Math.max(0, ...words.map(({ text }) => text.length));
  const sorted = words.map(({ text }) => lowerCase(text)).sort(byUnits);
  return {
    kind: 'span',
    id: 'terms',
    title: 'Words of your own',
    types: terms.map(({ id, title }) => ({ type: `term/${id}`, title })),
    origins: ORIGINS,
    sees: 'canonical',
    triggers: { literals: words.map(({ text }) => ({ text, anyCase: true })) },
    left: 2,
    find: (reading, places) => wholeWords(reading, places, words),
    unsettled: (reading) => firstBeginning(reading, sorted, longest),
    defaults: [{ types: [], origins: [], threshold: 0, action: 'flag' }],
    examples: {
      fires: () => words.map(({ text, type }) => [`It is ${text}, they say.`, type] as const),
      quiet: () => words.map(({ text }) => `x${text}x`),
    },
  };
}

/** A sieve folds ASCII only: other letters are looked for in both cases. */
function spellings(word: string): readonly string[] {
  return /[\u0080-\uffff]/.test(word) ? [...new Set([word, word.toLowerCase(), word.toUpperCase()])] : [word];
}

interface Word {
  readonly type: string;
  readonly text: string;
}

function wholeWords({ text, from }: Reading, { count, which, at }: Places, words: readonly Word[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (let place = 0; place < count; place++) {
    const word = words[which[place] ?? 0];
    const start = at[place] ?? 0;
    if (word === undefined || start < from) continue;
    const end = start + word.text.length;
    if (joins(text, start) || joins(text, end)) continue;
    hits.push({ type: word.type, start, end, score: 1 });
  }
  return hits;
}

/** The first place from which on the text is the beginning of a word, or all of one: what follows decides. */
function firstBeginning({ text, folded, from }: Reading, sorted: readonly string[], longest: number): number {
  for (let at = Math.max(from, text.length - longest); at < text.length; at++) {
    if (!joins(text, at) && isBeginning(folded.slice(at), sorted)) return at;
  }
  return text.length;
}

function isBeginning(piece: string, sorted: readonly string[]): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byUnits(sorted[middle] ?? '', piece) < 0) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(piece) === true;
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const LETTER = /^[\p{L}\p{N}_]$/u;

/** Whether the characters before and after `at` belong to one word. */
function joins(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}
