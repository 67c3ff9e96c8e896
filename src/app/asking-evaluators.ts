import { z } from 'zod';
import type { Evaluator } from '../domain/evaluator.ts';
import type { Evidence } from '../domain/evidence.ts';

/** What the collector of evaluators is told: whom to run, and what they said of the same bytes before. */
export function askingEvaluators(
  runs: readonly Evaluator[],
  evidence: readonly Evidence[],
): ReadonlyMap<string, string> {
  return new Map([[ID, JSON.stringify({ runs, before: evidence.filter(isByEvaluators) })]]);
}

/** The collector's. */
const ID = 'evaluators';

export function isByEvaluators({ collector }: Evidence): boolean {
  return collector === ID;
}

/** What one evaluator said, in a line. */
export interface Said {
  readonly evaluator: string;
  readonly result: 'passed' | 'failed' | null;
  readonly text: string;
}

const documentBody = z.object({
  name: z.string(),
  kind: z.string(),
  issuer: z.string(),
  scope: z.string(),
  result: z.enum(['passed', 'failed']).nullable().default(null),
  summary: z.string().default(''),
});
const reportBody = z.object({ name: z.string(), tool: z.string(), issues: z.array(z.unknown()) });

/** As a dossier's evidence has it. */
export function saidByEvaluators(evidence: readonly Evidence[]): readonly Said[] {
  return evidence.filter(isByEvaluators).map(({ kind, body }) => {
    if (kind === 'tool-report') {
      const { name, tool, issues } = reportBody.parse(body);
      return { evaluator: name, result: null, text: `${tool}, ${issues.length} issues` };
    }
    const { name, kind: says, issuer, scope, result, summary } = documentBody.parse(body);
    const by = issuer === '' ? says : `${says} by ${issuer}`;
    return { evaluator: name, result, text: `${scope} (${by})${summary === '' ? '' : `: ${summary}`}` };
  });
}
