import { type GuardTerm, ORIGINS } from '../../../domain/guard.ts';
import type { LinearPattern } from '../../../text/re2.ts';
import type { UnitDetector, UnitHit } from '../../detector.ts';

/** The operator's own patterns, by RE2's rules, each within one sentence. Found as `term/<id>`. */
export function createPatternsDetector(
  terms: readonly GuardTerm[],
  compile: (pattern: string) => LinearPattern,
): UnitDetector {
  const rows = terms.flatMap(({ id, patterns }) =>
    patterns.map((source) => ({ type: `term/${id}`, pattern: compile(source) })),
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
