import { ORIGINS } from '../../src/domain/guard.ts';
import type { SpanDetector } from '../../src/guard/detector.ts';

/** A detector that does `stall` over a text that looks into the abyss. */
export function stalling(stall: () => void): SpanDetector {
  return {
    kind: 'span',
    id: 'stalling',
    title: 's',
    types: [{ type: 'x/y', title: 'x' }],
    defaults: [],
    examples: { fires: () => [], quiet: () => [] },
    origins: ORIGINS,
    sees: 'canonical',
    left: 0,
    find: ({ text }) => {
      if (text.includes('abyss')) stall();
      return [];
    },
    unsettled: ({ text }) => text.length,
  };
}
