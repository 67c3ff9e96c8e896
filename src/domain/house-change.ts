import { type ChoiceWhen, type PolicyChoice, policiesFor } from './house-policy.ts';
import { isAtLeast, OPENNESS, type OpennessGates } from './openness.ts';
import { DIRECTIONS } from './request.ts';
import { EXPOSURES } from './use.ts';

/** Whether any level asks for less than it did. */
export function asksLess(before: OpennessGates, after: OpennessGates): boolean {
  return OPENNESS.some((level) => !isAtLeast(after[level], before[level]));
}

/** Whether any request may name a policy that it could not have named before: every kind of request is tried. */
export function allowsMore(before: readonly PolicyChoice[], after: readonly PolicyChoice[]): boolean {
  return KINDS_OF_REQUESTS.some((request) => {
    const had = policiesFor(before, request);
    return policiesFor(after, request).some((name) => !had.includes(name));
  });
}

const EITHER = [false, true] as const;

/** All that a choice can tell apart. */
const KINDS_OF_REQUESTS: readonly Required<ChoiceWhen>[] = DIRECTIONS.flatMap((direction) =>
  EXPOSURES.flatMap((exposure) =>
    EITHER.flatMap((commercial) =>
      EITHER.flatMap((personalData) =>
        EITHER.map((regulated) => ({ direction, exposure, commercial, personalData, regulated })),
      ),
    ),
  ),
);
