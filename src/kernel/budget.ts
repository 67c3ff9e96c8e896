import { startDeadline, type Timepiece } from './deadline.ts';
import { LIMITS } from './limits.ts';

/** What one file may cost, all its parts included. Reading past it makes the file unscannable, never clean. */
export interface Budget {
  /** Counts `amount` against one purse; throws OverBudgetError when it is empty. */
  spend(purse: Purse, amount: number): void;
  /** Throws OverBudgetError past the deadline. Cheap: readers call it once every few thousand steps. */
  checkTime(): void;
  /** Notes bytes that may be a file, and that a reader leaves alone because there are too many like them. */
  leave(bytes: number): void;
  /** Bytes that were left so far. */
  left(): number;
}

const PURSES = {
  inflated: LIMITS.inflated,
  parts: LIMITS.parts,
  opcodes: LIMITS.pickleOpcodes,
  entries: LIMITS.archiveEntries,
} as const;
export type Purse = keyof typeof PURSES;

/** Reading costs more than it may. */
export class OverBudgetError extends Error {
  override readonly name = 'OverBudgetError';
}

/** A full budget that ends after `LIMITS.fileMilliseconds`: of work, where somebody can tell how much that was (`startDeadline`). */
export function createBudget(now: () => number, worked?: Timepiece['worked']): Budget {
  const left = new Map<Purse, number>();
  let unread = 0;
  const deadline = startDeadline(LIMITS.fileMilliseconds, { now, worked });
  return {
    spend: (purse, amount) => {
      const rest = (left.get(purse) ?? PURSES[purse]) - amount;
      left.set(purse, rest);
      if (rest < 0) throw new OverBudgetError(`more than ${PURSES[purse]} ${purse}`);
    },
    leave: (bytes) => {
      unread += bytes;
    },
    left: () => unread,
    checkTime: () => {
      if (deadline.isOver()) throw new OverBudgetError(`time ran out: more than ${LIMITS.fileMilliseconds} ms`);
    },
  };
}
