import { describe, it } from 'vitest';
import { DETECTORS } from '../../src/guard/detectors/table.ts';
import { createTermsDetector } from '../../src/guard/detectors/terms/detector.ts';
import { expectEveryCutAlike, guardOf, textsOf } from './laws.ts';

const TERMS = createTermsDetector([
  { id: 'rival', title: 'A competitor', words: ['Acme', 'Initech GmbH', 'lazy'], patterns: [] },
]);

describe('a message in pieces', () => {
  it.each([TERMS, ...DETECTORS].map((detector) => [detector.id, detector] as const))(
    'is to %s the same as whole',
    (_, detector) => {
      const pieces = [...detector.examples.fires().map(([text]) => text), ...detector.examples.quiet()];
      expectEveryCutAlike(guardOf([detector]), textsOf(pieces));
    },
  );

  it('is the same as whole to all detectors together', () => {
    const all = [TERMS, ...DETECTORS];
    const pieces = all.flatMap(({ examples }) => [...examples.fires().map(([text]) => text), ...examples.quiet()]);
    expectEveryCutAlike(guardOf(all), textsOf(pieces));
  });
});
