import type { GuardAction, GuardContext, Origin } from '../domain/guard.ts';
import type { Guard } from '../guard/guard.ts';
import type { Slot, Speaker } from '../wire/surface.ts';

/** Who says a text, as the guard's policies know it. */
export const ORIGIN_OF: Readonly<Record<Speaker, Origin>> = {
  operator: 'system',
  user: 'user',
  tool: 'tool-result',
  assistant: 'assistant',
  'tool-call': 'tool-call',
};

/** Who calls, as far as policies may ask. */
export type Caller = Omit<GuardContext, 'origin'>;

/** What the guard did with the texts of a message. */
export interface Guarded {
  readonly changed: boolean;
  /** Types that were found, for the record; never the texts. */
  readonly types: readonly string[];
  /** What the caller is told when the message may not go on. */
  readonly stopped: string | null;
}

/** Guards every text of a message; what is changed is changed in place. What may not be changed, and would be, stops it. */
export function guardSlots(guard: Guard, slots: readonly Slot[], caller: Caller): Guarded {
  let changed = false;
  const types = new Set<string>();
  for (const slot of slots) {
    const answer = guard.check(slot.text, { ...caller, origin: ORIGIN_OF[slot.speaker] });
    for (const { type } of answer.findings) types.add(type);
    if (answer.stopped !== null) return { changed, types: [...types], stopped: answer.stopped.message };
    if (STOPS.has(answer.action)) return { changed, types: [...types], stopped: guard.policy.message };
    if (answer.text === slot.text) continue;
    if (slot.fixed) return { changed, types: [...types], stopped: guard.policy.message };
    slot.put(answer.text);
    changed = true;
  }
  return { changed, types: [...types], stopped: null };
}

const STOPS: ReadonlySet<GuardAction> = new Set<GuardAction>(['approve', 'block']);
