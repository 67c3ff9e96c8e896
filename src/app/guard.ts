import type { GuardContext, GuardPolicy, GuardRule } from '../domain/guard.ts';
import { defaultPolicy } from '../guard/default-policy.ts';
import { DETECTORS } from '../guard/detectors/table.ts';
import { createGuard, type Guard } from '../guard/guard.ts';

export interface OpenGuard {
  /** A GuardPolicy in YAML; null for what is built in. */
  readonly policy: { readonly name: string; readonly text: string } | null;
  /** Finds all that the policy asks for, however unsure: for calibration. */
  readonly loose?: boolean;
  /** Milliseconds that never go back. */
  readonly clock: () => number;
}

/** A guard by this policy. Throws `policy-invalid`. What only policies need is loaded when there is one. */
export async function openGuard({ policy, clock, loose = false }: OpenGuard): Promise<Guard> {
  const base = defaultPolicy(DETECTORS);
  if (policy === null) return createGuard({ policy: loose ? loosened(base) : base, clock });
  const [{ parseGuardPolicy }, { guardCondition }, { wrongWithPattern, compilePattern }] = await Promise.all([
    import('../policy/guard/parse.ts'),
    import('../policy/guard/conditions.ts'),
    import('../text/re2.ts'),
  ]);
  const detectors = DETECTORS.map(({ id, types }) => ({ id, types: types.map(({ type }) => type) }));
  const parsed = parseGuardPolicy(policy.text, policy.name, { detectors, base, wrongWithPattern });
  const asked = loose ? loosened(parsed) : parsed;
  return createGuard({ policy: asked, clock, compilePattern, holds: conditionsOf(parsed, guardCondition) });
}

/** What would be let through for its score alone is found too; what no rule wants stays out. */
function loosened(policy: GuardPolicy): GuardPolicy {
  const rules = policy.rules.map((rule) =>
    rule.action === 'allow' ? rule : { ...rule, threshold: 0, action: 'flag' as const },
  );
  return { ...policy, rules, thresholds: {} };
}

type Condition = (context: GuardContext) => boolean;

/** A condition that gives no answer counts against the text: the rule holds unless it would let something through. */
function conditionsOf({ rules }: GuardPolicy, compile: (when: string) => Condition) {
  const compiled = new Map(rules.flatMap(({ when }) => (when === null ? [] : [[when, compile(when)]])));
  return ({ when, action }: GuardRule, context: GuardContext): boolean => {
    if (when === null) return true;
    try {
      return compiled.get(when)?.(context) ?? action !== 'allow';
    } catch {
      return action !== 'allow';
    }
  };
}
