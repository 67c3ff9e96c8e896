import type { GuardPolicy, GuardRule } from '../../src/domain/guard.ts';
import { defaultPolicy } from '../../src/guard/default-policy.ts';
import { DETECTORS } from '../../src/guard/detectors/table.ts';
import { createGuard, type Guard } from '../../src/guard/guard.ts';

const all = defaultPolicy(DETECTORS).rules;
const only = (...ids: readonly string[]) => all.filter(({ detectors }) => detectors.some((id) => ids.includes(id)));

/** Rules to measure with, from the least to all. */
const SETS = {
  none: [],
  light: [
    ...only('secrets', 'terms'),
    ...only('personal-data')
      .slice(0, 1)
      .map((rule) => ({ ...rule, detectors: ['mail-and-cards'], types: [], threshold: 0 })),
  ],
  typed: only('secrets', 'personal-data'),
  all,
} satisfies Record<string, readonly GuardRule[]>;
export type SetName = keyof typeof SETS;

export function isSetName(name: string): name is SetName {
  return Object.hasOwn(SETS, name);
}

export function guardFor(set: SetName): Guard {
  const policy: GuardPolicy = { ...defaultPolicy(DETECTORS), rules: SETS[set] };
  return createGuard({ policy, clock: () => performance.now() });
}
