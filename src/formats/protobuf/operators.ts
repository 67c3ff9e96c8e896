import { OverBudgetError } from '../../kernel/budget.ts';
import type { OperatorUse } from '../location.ts';

/** Kinds of operators in one file; real models have under two hundred. */
const MOST = 20_000;

/** Counts operators by set, type and place. */
export interface OperatorCounter {
  add(use: Omit<OperatorUse, 'count'>): void;
  uses(): readonly OperatorUse[];
}

export function operatorCounter(): OperatorCounter {
  const uses = new Map<string, OperatorUse>();
  return {
    add: (use) => {
      const key = `${use.domain}\0${use.type}\0${use.within}`;
      const before = uses.get(key);
      uses.set(key, before === undefined ? { ...use, count: 1 } : { ...before, count: before.count + 1 });
      if (uses.size > MOST) throw new OverBudgetError(`more than ${MOST} kinds of operators`);
    },
    uses: () => [...uses.values()],
  };
}
