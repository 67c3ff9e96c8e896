import { type GuardTerm, ORIGINS } from '../../../domain/guard.ts';
import type { LinearPattern } from '../../../text/re2.ts';
import { canonicalOf } from '../../../text/view/canonical.ts';
import type { UnitDetector, UnitHit } from '../../detector.ts';

/**
 * A pattern for the view of a text that it is held against: letters and marks in one, and letters and digits of other widths
 * and styles as plain ones. What would become several characters, or a sign that means something in a pattern, stays.
 */
function asRead(source: string): string {
  return source.normalize('NFC').replaceAll(/[^\0-\x7f]/gu, (character) => {
    const plain = canonicalOf(character, 0).text;
    return ONE_OF_A_WORD.test(plain) ? plain : character;
  });
}

const ONE_OF_A_WORD = /^[\p{L}\p{N}]$/u;

/** The operator's own patterns, by RE2's rules, each within one sentence. Found as `term/<id>`. */
export function createPatternsDetector(
  terms: readonly GuardTerm[],
  compile: (pattern: string) => LinearPattern,
): UnitDetector {
  const rows = terms.flatMap(({ id, patterns }) =>
    patterns.map((source) => ({ type: `term/${id}`, pattern: compile(asRead(source)) })),
  );
  return {
    kind: 'unit',
    id: 'terms',
    title: 'Patterns of your own',
    types: terms.map(({ id, title }) => ({ type: `term/${id}`, title })),
    origins: ORIGINS,
    unit: 'sentence',
    judgesWhole: false,
    defaults: [],
    examples: { fires: () => [], quiet: () => [] },
    open: () => ({
      see: ({ readings }) =>
        readings.flatMap(({ text }, reading): readonly UnitHit[] =>
          rows.flatMap(({ type, pattern }) =>
            pattern.placesIn(text).map((place) => ({ type, ...place, score: 1, reading })),
          ),
        ),
      end: () => [],
    }),
  };
}
