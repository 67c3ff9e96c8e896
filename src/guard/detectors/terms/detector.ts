import { type GuardTerm, ORIGINS } from '../../../domain/guard.ts';
import { SPACELESS } from '../../../text/spaceless.ts';
import { canonicalOf } from '../../../text/view/canonical.ts';
import { alikeOf } from '../../../text/view/confusables.ts';
import { lowerCase, type Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';
import { beforeMarks, firstsOf, isSign, mayBegin, signsBefore, signsBehind } from './bounds.ts';
import { addHit, createDisguised, type Disguised, type Word } from './disguised.ts';
import { byUnits, isBeginning, type Sorted } from './sorted.ts';

/** The operator's own words: whole words, in any case, and set apart as texts set words apart. Found as `term/<id>`. */
export function createTermsDetector(given: readonly GuardTerm[]): SpanDetector {
  const terms = given.map(({ words, ...term }) => ({
    ...term,
    words: words.map(asRead).filter((word) => word !== ''),
  }));
  const words = terms.flatMap(({ id, words }) =>
    words.flatMap(spellings).map((text) => ({ type: `term/${id}`, text })),
  );
  const disguised = createDisguised(
    terms.flatMap(({ id, words }) => words.map((text) => ({ type: `term/${id}`, text }))),
  );
  const longest = Math.max(0, ...words.map(({ text }) => text.length));
  const sorted = words.map(({ text }) => lowerCase(text)).sort(byUnits);
  const known = { sorted, longest, firsts: firstsOf(sorted) };
  return {
    kind: 'span',
    id: 'terms',
    title: 'Words of your own',
    types: terms.map(({ id, title }) => ({ type: `term/${id}`, title })),
    origins: ORIGINS,
    sees: 'canonical',
    triggers: { literals: [...words.map(({ text }) => ({ text, anyCase: true })), ...disguised.literals] },
    left: LEFT,
    find: (reading, places) => wholeWords(reading, places, { words, disguised }),
    unsettled: (reading) => Math.min(firstBeginning(reading, known), disguised.openFrom(reading.text, reading.from)),
    defaults: [{ types: [], origins: [], threshold: 0, action: 'flag' }],
    examples: {
      fires: () => words.map(({ text, type }) => [`It is ${text}, they say.`, type] as const),
      quiet: () => words.map(({ text }) => `x${text}x`),
    },
  };
}

/**
 * A word as the view of a text has it, where it is looked for: a Mac writes é as two characters, and what was copied brings
 * hyphens that nobody sees. Empty where nothing of it can be seen.
 */
export function asRead(word: string): string {
  return canonicalOf(word, 0).text.replace(/\s+/g, ' ').trim();
}

/** Before a word, marks and the letter before them. */
const LEFT = 12;

/**
 * A sieve folds ASCII only: other letters are looked for in both cases. Where all letters of a word have lookalikes in another
 * script, no other letter of the word tells that they are some. A sign of a trade mark stands in texts as two letters.
 */
function spellings(word: string): readonly string[] {
  const alike =
    word.length < LEAST_ALIKE
      ? []
      : [word.toLowerCase(), word.toUpperCase(), word].map(alikeOf).filter((one) => one !== null);
  const cases = /[\u0080-\uffff]/.test(word) ? [word, word.toLowerCase(), word.toUpperCase()] : [word];
  const all = [...cases, ...alike];
  const marked = isSign(word, word.length - 1) ? all.map((one) => `${one}TM`) : [];
  return [...new Set([...all, ...marked])];
}

/** Shorter ones are words of Russian. */
const LEAST_ALIKE = 4;

interface Known {
  readonly words: readonly Word[];
  readonly disguised: Disguised;
}

function wholeWords(
  { text, from }: Reading,
  { count, which, at }: Places,
  { words, disguised }: Known,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (let place = 0; place < count; place++) {
    const index = which[place] ?? 0;
    const word = words[index];
    const start = at[place] ?? 0;
    if (word === undefined) disguised.look(text, index - words.length, start, hits);
    else if (start >= from) {
      const end = start + word.text.length;
      if (joins(text, start) || joins(text, end)) continue;
      addHit(hits, { type: word.type, start, end, score: 1 });
    }
  }
  disguised.lookWithin(text, from, hits);
  return hits;
}

/** The first place from which on the text is the beginning of a word, or all of one: what follows decides. */
function firstBeginning(reading: Reading, { sorted, longest, firsts }: Sorted): number {
  const { text, from } = reading;
  // Behind a word, what stands behind its marks decides.
  const end = beforeMarks(text);
  for (let at = Math.max(from, end - longest); at < end; at++) {
    if (!mayBegin(text, at, firsts) || joins(text, at)) continue;
    if (isBeginning(reading.folded.slice(at, end), sorted, 'any')) return at;
  }
  return text.length;
}

/** Whether the characters before and after `at` belong to one word. */
function joins(text: string, at: number): boolean {
  const [before, behind] = [text.charCodeAt(at - 1) === LINE, text.charCodeAt(at) === LINE];
  if (!(before || isSign(text, at - 1)) || !(behind || isSign(text, at))) return false;
  if (isApart(text, at)) return false;
  if (before && !behind) return signsBefore(text, at);
  return !before && behind ? signsBehind(text, at) : true;
}

const LINE = '_'.charCodeAt(0);

/** Words of it are as long as they are written without another writing. */
const KATAKANA = /[\p{Script=Katakana}ー]/u;

/** Whether a word ends before `at` without a space. */
function isApart(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) < ASCII && text.charCodeAt(at) < ASCII) return false;
  const [before, behind] = [text.charAt(at - 1), text.charAt(at)];
  const [first, second] = [KATAKANA.test(before), KATAKANA.test(behind)];
  return first !== second || (!first && (SPACELESS.test(before) || SPACELESS.test(behind)));
}

const ASCII = 128;
