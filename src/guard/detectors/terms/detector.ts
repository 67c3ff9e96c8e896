import { type GuardTerm, ORIGINS } from '../../../domain/guard.ts';
import { lastCharacters } from '../../../text/unsettled.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';

/** The operator's own words: whole words, in any case. Found as `term/<id>`. */
export function createTermsDetector(terms: readonly GuardTerm[]): SpanDetector {
  const words = terms.flatMap(({ id, words }) => words.map((text) => ({ type: `term/${id}`, text })));
  const longest = Math.max(0, ...words.map(({ text }) => text.length));
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
    // A word may begin here, and the character behind it decides whether it is one.
    unsettled: (reading) => lastCharacters(reading, longest + 1),
    defaults: [{ types: [], origins: [], threshold: 0, action: 'flag' }],
    examples: {
      fires: () => words.map(({ text, type }) => [`It is ${text}, they say.`, type] as const),
      quiet: () => words.map(({ text }) => `x${text}x`),
    },
  };
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

const LETTER = /^[\p{L}\p{N}_]$/u;

/** Whether the characters before and after `at` belong to one word. */
function joins(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}
