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
    broken: 'block',
    message: 'This was held back by policy.',
    rules: [...detectors.flatMap(rulesOf), TERMS],
    thresholds: {},
    allow: [],
    terms: [],
    protect: [],
    images: { mark: 'generated', strip: ['prompt', 'location'] },
  };
}

/** Words of one's own are worth telling, or they would not have been written down. */
const TERMS: GuardRule = {
  id: 'terms',
  detectors: ['terms'],
  types: [],
  origins: [],
  when: null,
  threshold: 0,
  action: 'flag',
  message: null,
};

function rulesOf({ id, defaults }: Detector): readonly GuardRule[] {
  return defaults.map((row, index) => ({
    ...row,
    id: index === 0 ? id : `${id}-${index + 1}`,
    detectors: [id],
    when: null,
    message: null,
  }));
}
