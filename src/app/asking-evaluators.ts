import type { Evaluator } from '../domain/evaluator.ts';
import type { Evidence } from '../domain/evidence.ts';

/** What the collector of evaluators is told: whom to run, and what they said of the same bytes before. */
export function askingEvaluators(
  runs: readonly Evaluator[],
  evidence: readonly Evidence[],
): ReadonlyMap<string, string> {
  const before = evidence.filter(({ collector }) => collector === 'evaluators');
  return new Map([['evaluators', JSON.stringify({ runs, before })]]);
}
