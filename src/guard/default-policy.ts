import type { GuardPolicy, GuardRule } from '../domain/guard.ts';
import type { Detector } from './detector.ts';

/** What holds when nobody configured anything: each detector's own defaults, in the order of the table. */
export function defaultPolicy(detectors: readonly Detector[]): GuardPolicy {
  return {
    id: 'default',
    version: 1,
    description: 'What every detector does by itself.',
    // Longer than any one match; models write faster than this many seconds.
    hold: { characters: 16_384, milliseconds: 10_000 },
    deadline: null,
    broken: 'block',
    message: 'This was held back by policy.',
    rules: [
      ...detectors.flatMap(rulesOf),
      ownWords('terms'),
      ownWords('forms'),
      ownWords('judges', LIKELY),
      ownWords('classifiers', LIKELY),
    ],
    thresholds: {},
    allow: [],
    terms: [],
    forms: [],
    judges: [],
    classifiers: [],
    protect: [],
    images: { mark: 'generated', strip: ['prompt', 'location'] },
  };
}

/** From here on a model thinks that it is so, rather than not. */
const LIKELY = 0.5;

/** What somebody wrote down in a policy is worth telling. */
function ownWords(detector: string, threshold = 0): GuardRule {
  const everything = { types: [], origins: [], when: null, threshold };
  return { id: detector, detectors: [detector], ...everything, action: 'flag', message: null };
}

function rulesOf({ id, defaults }: Detector): readonly GuardRule[] {
  return defaults.map((row, index) => ({
    ...row,
    id: index === 0 ? id : `${id}-${index + 1}`,
    detectors: [id],
    when: null,
    message: null,
  }));
}
