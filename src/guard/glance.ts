import type { Hit, SpanDetector } from './detector.ts';

/** What detectors found in a whole message at a glance, kept until it is read once more because of it. */
export interface Glance {
  text: string | null;
  readonly hits: Map<SpanDetector, readonly Hit[]>;
}

export function createGlance(): Glance {
  return { text: null, hits: new Map() };
}

/** What the glance at this text told, once: the next one is another's. */
export function takeGlance(glance: Glance, text: string): ReadonlyMap<SpanDetector, readonly Hit[]> | null {
  if (glance.text !== text) return null;
  glance.text = null;
  return glance.hits;
}
