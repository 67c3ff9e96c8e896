import { ORIGINS } from '../../../domain/guard.ts';
import { lastCharacters } from '../../../text/unsettled.ts';
import type { SpanDetector } from '../../detector.ts';
import { openToken, tokensIn } from '../../pseudonyms.ts';

export const TOKEN_TYPE = 'guard/token';

/**
 * What looks like one of our pseudonyms and stood in the text already. It gets a pseudonym itself, or the text behind
 * another would come back in its place.
 */
export function createPseudonymsDetector(kinds: ReadonlySet<string>): SpanDetector {
  return {
    kind: 'span',
    id: 'guard',
    title: 'What looks like a pseudonym',
    types: [{ type: TOKEN_TYPE, title: 'What looks like a pseudonym' }],
    origins: ORIGINS,
    sees: 'raw',
    left: 1,
    find: ({ text, from }) => {
      // One character of context tells whether a word begins here.
      const begin = Math.max(0, from - 1);
      return tokensIn(text.slice(begin))
        .filter(({ label }) => kinds.has(label.replace(/_\d+$/, '')))
        .map(({ start, end }) => ({ type: TOKEN_TYPE, start: begin + start, end: begin + end, score: 1 }));
    },
    unsettled: (reading) => Math.min(openToken(reading.text), lastCharacters(reading, 1)),
    defaults: [],
    examples: { fires: () => [], quiet: () => ['<b>EMAIL</b>', 'UTF_8'] },
  };
}
