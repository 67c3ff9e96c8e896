import type { GuardContext, GuardPolicy, GuardRule } from '../domain/guard.ts';
import { defaultPolicy } from '../guard/default-policy.ts';
import { DETECTORS } from '../guard/detectors/table.ts';
import { createGuard, type Guard } from '../guard/guard.ts';

export interface OpenGuard {
  /** A GuardPolicy in YAML; null for what is built in. */
  readonly policy: { readonly name: string; readonly text: string } | null;
  /** Milliseconds that never go back. */
  readonly clock: () => number;
}

/** A guard by this policy. Throws `policy-invalid`. What only policies need is loaded when there is one. */
export async function openGuard({ policy, clock }: OpenGuard): Promise<Guard> {
  const base = defaultPolicy(DETECTORS);
  if (policy === null) return createGuard({ policy: base, clock });
  const [{ parseGuardPolicy }, { guardCondition }, { wrongWithPattern, compilePattern }] = await Promise.all([
    import('../policy/guard/parse.ts'),
    import('../policy/guard/conditions.ts'),
    import('../text/re2.ts'),
  ]);
  const detectors = DETECTORS.map(({ id, types }) => ({ id, types: types.map(({ type }) => type) }));
  const parsed = parseGuardPolicy(policy.text, policy.name, { detectors, base, wrongWithPattern });
  return createGuard({ policy: parsed, clock, compilePattern, holds: conditionsOf(parsed, guardCondition) });
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
