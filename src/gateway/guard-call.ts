import type { GuardAction, GuardContext, Origin } from '../domain/guard.ts';
import type { Guard, MessageOptions } from '../guard/guard.ts';
import type { Json } from '../kernel/json.ts';
import type { Slot, Speaker } from '../wire/surface.ts';

/** Who says a text, as the guard's policies know it. */
export const ORIGIN_OF: Readonly<Record<Speaker, Origin>> = {
  operator: 'system',
  user: 'user',
  tool: 'tool-result',
  assistant: 'assistant',
  'tool-call': 'tool-call',
  transcript: 'transcript',
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

/** What a call wants its answer to be. */
export interface Wanted {
  readonly schema: Json | undefined;
}

/**
 * Guards every text of a message; what is changed is changed in place. What may not be changed, and would be, stops it.
 * `wanted` is given for an answer: what came before it, and errors, are what they are.
 */
export function guardSlots(guard: Guard, slots: readonly Slot[], caller: Caller, wanted: Wanted | null): Guarded {
  let changed = false;
  const types = new Set<string>();
  for (const slot of slots) {
    const answer = guard.check(slot.text, { ...caller, origin: ORIGIN_OF[slot.speaker] }, asked(slot, wanted));
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

/** What the guard is to ask of a text beside what its policy asks of all. */
export function asked({ speaker, beside }: Slot, wanted: Wanted | null): MessageOptions | undefined {
  if (speaker !== 'assistant') return undefined;
  if (wanted === null || beside === true) return BESIDE;
  return wanted.schema === undefined ? undefined : { schema: wanted.schema };
}

const BESIDE: MessageOptions = { beside: true };

export const STOPS: ReadonlySet<GuardAction> = new Set<GuardAction>(['approve', 'block']);
