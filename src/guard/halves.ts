import type { Span } from '../text/view/runs.ts';

/** A surrogate without its other half; in this mode a whole pair is a character of its own. */
const HALVES = /\p{Surrogate}+/gu;

/**
 * Halves of characters from a place on that splits none. They have no UTF-8: whoever sends them on puts something else there, or
 * breaks, so that a model does not read what was looked at.
 */
export function halvesIn(text: string, from: number): readonly Span[] {
  return Array.from(text.slice(from).matchAll(HALVES), ({ index, 0: { length } }) => {
    const start = from + index;
    return { start, end: start + length };
  });
}
