import type { Dossier } from '../domain/dossier.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import type { AdmissionPolicy, PolicyRule } from '../domain/policy.ts';
import { allOf } from '../domain/review.ts';
import { type Reason, type Verdict, worstOutcome } from '../domain/verdict.ts';
import type { ConditionResult } from './condition-result.ts';
import { dutiesOf } from './duties.ts';
import { judgeSilence, judgeUnscannable, neverAskedOf } from './silence.ts';
import { waiveIn } from './waivers.ts';

export interface Circumstances {
  /** Every analyzer that should have been asked. One without a check counts as failed. */
  readonly expectedAnalyzers: readonly string[];
  /** What came of each rule's condition, by the rule's id. A rule without an answer counts as failed. */
  readonly conditions: ReadonlyMap<string, ConditionResult>;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}

/**
 * What the policy says of the dossier. Silence is judged before any rule, and only a waiver lifts it; a rule can add
 * grounds and never take one away; a rule that would not evaluate denies. Pure.
 */
export function evaluate(policy: AdmissionPolicy, dossier: Dossier, circumstances: Circumstances): Verdict {
  const neverAsked = neverAskedOf(dossier, circumstances.expectedAnalyzers);
  const waived = waiveIn(policy, dossier, circumstances.today, neverAsked);
  const identities = new Set(waived.findings.map(identityOf));
  const reasons = gravestFirst(waived.findings, [
    ...judgeSilence(policy.silence, dossier, neverAsked).filter(({ id }) => !waived.silence.has(id)),
    ...judgeUnscannable(policy.silence, waived.findings),
    ...policy.rules.flatMap((rule) => judgeRule(rule, circumstances.conditions.get(rule.id), identities)),
  ]);
  const outcome = worstOutcome(reasons.map((reason) => reason.outcome));
  const duties = outcome === 'deny' ? [] : dutiesOf(dossier, policy.validDays, circumstances.today);
  return { outcome, reasons, waivers: waived.uses, duties, ...reviewOf(policy, reasons) };
}

/** Grounds that rest on something malicious go before those that something could not be read or asked. */
function gravestFirst(findings: readonly Finding[], reasons: readonly Reason[]): readonly Reason[] {
  const malicious = new Set(findings.filter(({ says }) => says === 'malicious').map(identityOf));
  const isGrave = (reason: Reason): boolean => reason.findings.some((identity) => malicious.has(identity));
  return [...reasons.filter(isGrave), ...reasons.filter((reason) => !isGrave(reason))];
}

/** Who must rule: whom the policy asks whatever it is, and whom the rules that hold ask. */
function reviewOf({ review, rules }: AdmissionPolicy, reasons: readonly Reason[]): Pick<Verdict, 'review'> {
  const held = new Set(reasons.filter(({ kind }) => kind === 'rule').map(({ id }) => id));
  const demands = [review, ...rules.filter(({ id }) => held.has(id)).map((rule) => rule.review)];
  const named = demands.filter((demand) => demand !== undefined);
  return named.length === 0 ? {} : { review: allOf(named) };
}

/** `findings`: those that still count. A ground rests on no other, whatever the evaluator answered. */
function judgeRule(
  rule: PolicyRule,
  result: ConditionResult | undefined,
  findings: ReadonlySet<string>,
): readonly Reason[] {
  if (result?.kind === 'answered') {
    const { id, outcome, why, remedy } = rule;
    const restsOn = result.findings.filter((identity) => findings.has(identity));
    return result.value ? [{ kind: 'rule', id, outcome, why, remedy, findings: restsOn }] : [];
  }
  return [
    {
      kind: 'rule-failed',
      id: rule.id,
      outcome: 'deny',
      why: `The rule could not be evaluated: ${result?.why ?? 'it was never asked'}.`,
      remedy: `Mend the condition of rule ${rule.id} (line ${rule.line} of the policy); until then it denies.`,
      findings: [],
    },
  ];
}
