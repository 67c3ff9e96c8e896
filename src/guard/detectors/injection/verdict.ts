import type { Origin } from '../../../domain/guard.ts';
import { createFeatureReader, FEATURES } from './features.ts';
import { learned } from './models.ts';

/** What a message tries, by what speaks most for it. */
export type Attempt = 'override' | 'extraction' | 'jailbreak' | 'suffix' | 'embedded-task' | 'other';

export interface Verdict {
  /** From 0 to 1; see `detector.ts` for what is done from where on. */
  readonly score: number;
  readonly attempt: Attempt;
}

/** Judges a message sentence by sentence: each verdict speaks of all that was read so far. */
export interface Judge {
  read(sentence: string): Verdict;
}

export function createJudge(origin: Origin): Judge {
  const { models, weights, bias } = learned();
  const reader = createFeatureReader(models, origin === 'document' || origin === 'tool-result');
  return {
    read: (sentence) => {
      reader.read(sentence);
      const features = reader.features();
      let sum = bias;
      let best = { part: 0, at: -1 };
      for (let at = 0; at < features.length; at += 1) {
        const part = (features[at] ?? 0) * (weights[at] ?? 0);
        sum += part;
        if (part > best.part && ATTEMPTS[at] !== 'other') best = { part, at };
      }
      return { score: 1 / (1 + Math.exp(-sum)), attempt: ATTEMPTS[best.at] ?? 'other' };
    },
  };
}

const NAMES: readonly (readonly [RegExp, Attempt])[] = [
  [/^(?:surprise|glued-here|suffix)$/, 'suffix'],
  [/^task-/, 'embedded-task'],
  [
    /^rule-(?:override|instructions|new-task|when-read|conceal)|^mark-(?:delimiters|closers)|^concept-(?:override|new-task)/,
    'override',
  ],
  [/passcode|secret|own-prompt|reveal|granted|told-not|encode|impersonate/, 'extraction'],
  [/^(?:rule|concept|harm|known|mark)-/, 'jailbreak'],
];

const ATTEMPTS: readonly Attempt[] = FEATURES.map(
  (name) => NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other',
);
