import type { GuardAction, GuardContext, GuardPolicy } from '../domain/guard.ts';
import type { Detector } from './detector.ts';
import { BROKEN_TYPE } from './faults.ts';
import { BROKEN_TEXT, HELD_TOO_LONG } from './scanner.ts';
import { type GuardTable, strongest } from './table.ts';

/** A finding as it was recorded. */
export interface Fact {
  readonly type: string;
  readonly score: number;
  /** Who found it; where nobody says, the first that could. */
  readonly detector?: string;
}

/** What nobody's rule is about: the policy says once what is done. */
const BROKEN: ReadonlySet<string> = new Set([BROKEN_TYPE, BROKEN_TEXT, HELD_TOO_LONG]);

/** What a policy does about what was found elsewhere or before. */
export function createJudgement(
  policy: GuardPolicy,
  detectors: readonly Detector[],
  tableFor: (context: GuardContext) => GuardTable,
): (found: readonly Fact[], context: GuardContext) => GuardAction {
  const finders = new Map<string, Detector[]>();
  for (const detector of detectors)
    for (const { type } of detector.types) finders.set(type, [...(finders.get(type) ?? []), detector]);
  const finderOf = ({ type, detector }: Fact, { origin }: GuardContext): string => {
    if (detector !== undefined) return detector;
    const known = finders.get(type) ?? [];
    return (
      (known.find(({ origins, namedOnly }) => namedOnly !== true && origins.includes(origin)) ?? known[0])?.id ?? ''
    );
  };
  return (found, context) => {
    const table = tableFor(context);
    return strongest(
      found.map((fact) =>
        BROKEN.has(fact.type) ? policy.broken : (table.ruleFor(finderOf(fact, context), fact)?.action ?? 'allow'),
      ),
    );
  };
}
