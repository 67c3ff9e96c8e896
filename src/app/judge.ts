import type { Dossier } from '../domain/dossier.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { Verdict } from '../domain/verdict.ts';
import { activationOf } from '../policy/activation.ts';
import { askConditions } from '../policy/ask.ts';
import { evaluate } from '../policy/evaluate.ts';
import { scoreModel } from '../scorecard/scorecard.ts';
import type { Parts } from './parts.ts';

/** What it takes to judge: no bytes, no sources. */
export interface JudgeParts extends Pick<Parts, 'clock' | 'isolation'> {
  /** Every analyzer that should have been asked. */
  readonly analyzers: readonly { readonly id: string }[];
}

/** By the policy, today. */
export async function judge(parts: JudgeParts, policy: AdmissionPolicy, dossier: Dossier): Promise<Verdict> {
  const at = parts.clock.now().toISOString();
  const today = at.slice(0, 10);
  const activation = () => activationOf(policy, dossier, today, scoreModel({ dossier, at }).checks);
  const conditions = await askConditions(policy.rules, activation, (entry, value, limits) =>
    parts.isolation.run(entry, value, limits),
  );
  return evaluate(policy, dossier, { expectedAnalyzers: parts.analyzers.map(({ id }) => id), conditions, today });
}
