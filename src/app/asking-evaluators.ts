import { z } from 'zod';
import { coverageOf } from '../analyzers/external-evidence/analyzer.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { SAID_BUT } from '../domain/evaluation.ts';
import type { Evaluator } from '../domain/evaluator.ts';
import type { Evidence } from '../domain/evidence.ts';
import { member } from '../kernel/json.ts';

/** What the collector of evaluators is told: whom to run, and what they said of the same bytes before. */
export function askingEvaluators(
  runs: readonly Evaluator[],
  evidence: readonly Evidence[],
): ReadonlyMap<string, string> {
  return new Map([[ID, JSON.stringify({ runs, before: evidence.filter(isByEvaluators) })]]);
}

/** The collector's. */
const ID = 'evaluators';

/** Whether programs look at the model's files, or what they said before is all. */
export function runsEvaluators(asked: ReadonlyMap<string, string>): boolean {
  const told = asked.get(ID);
  return told !== undefined && askedShape.parse(JSON.parse(told)).runs.length > 0;
}

const askedShape = z.object({ runs: z.array(z.unknown()) });

export function isByEvaluators({ collector }: Evidence): boolean {
  return collector === ID;
}

/** What one evaluator said, in a line. */
export interface Said {
  readonly evaluator: string;
  readonly result: 'passed' | 'failed' | null;
  readonly but: (typeof SAID_BUT)[number] | null;
  readonly text: string;
}

const documentBody = z.object({
  name: z.string(),
  kind: z.string(),
  issuer: z.string(),
  scope: z.string(),
  subjects: z.array(z.object({ sha256: z.string() })),
  expiresAt: z.string().nullable(),
  result: z.enum(['passed', 'failed']).nullable().default(null),
  summary: z.string().default(''),
});
const reportBody = z.object({ name: z.string(), tool: z.string(), issues: z.array(z.unknown()) });

/** As a dossier has it. That a model failed stands whether or not it has expired, and about whichever part. */
export function saidByEvaluators(
  { artifact, evidence }: Pick<Dossier, 'artifact' | 'evidence'>,
  now: Date,
): readonly Said[] {
  const answers = evidence.filter(isByEvaluators);
  return answers.map(({ kind, body }) => {
    if (kind === 'tool-report') {
      const { name, tool, issues } = reportBody.parse(body);
      return { evaluator: name, result: null, but: null, text: `${tool}, ${issues.length} issues` };
    }
    const { name, kind: says, issuer, scope, subjects, expiresAt, result, summary } = documentBody.parse(body);
    const by = issuer === '' ? says : `${says} by ${issuer}`;
    const text = `${scope} (${by})${summary === '' ? '' : `: ${summary}`}`;
    const coverage = coverageOf(new Set(subjects.map(({ sha256 }) => sha256)), artifact);
    const but = (): Said['but'] => {
      if (coverage === 'none') return 'other-model';
      if (result === 'failed')
        return answers.filter((one) => member(one.body, 'name') === name).length > 1 ? 'earlier' : null;
      if (expiresAt !== null && !(now.getTime() < Date.parse(expiresAt))) return 'expired';
      return coverage === 'part' ? 'part' : null;
    };
    return { evaluator: name, result, but: but(), text };
  });
}
