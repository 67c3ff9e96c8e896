import type { GuardContext, GuardFinding } from '../domain/guard.ts';
import type { Guard, MessageOptions } from '../guard/guard.ts';
import { redacted } from '../guard/replace.ts';
import { enforces, rankOf } from '../guard/table.ts';
import type { Slot } from '../wire/surface.ts';

/** Of what stands before and behind a seam, so much is looked at together: more than any key has, and a sentence. */
const REACH = 512;
/** How servers put the parts of a message together. */
const JOINTS: readonly string[] = ['', '\n'];
/** How readers of a stream put pieces together. */
const PIECED: readonly string[] = [''];

/** What says something of a message as a whole, or of blocks of it: nothing of that is told by the ends of two parts. */
const OF_WHOLES: ReadonlySet<string> = new Set(['shape', 'forms', 'code', 'licence-headers', 'guard']);

/** What is found across a seam. */
export interface Crossing {
  readonly types: readonly string[];
  /** Why nothing may go on; null: something may. */
  readonly stopped: string | null;
  /** What goes on of the part behind the seam; null: it is not changed. That before it was changed in place. */
  readonly after: string | null;
}

/** Parts of one message, which a model or a reader takes for one text, though each is guarded by itself. */
export interface Seams {
  /** `passed` is what may go on of the slot. */
  look(slot: Slot, passed: string, context: GuardContext, options: MessageOptions | undefined): Crossing | null;
}

interface Before {
  readonly slot: Slot;
  readonly text: string;
  /** For each joint, the end of all that stands before the next seam. */
  readonly tails: readonly string[];
}

/** `goOut`: what stands before a seam went out already, and only what stands behind it can be changed. */
export function createSeams(guard: Guard, { goOut = false } = {}): Seams {
  const joints = goOut ? PIECED : JOINTS;
  const before = new WeakMap<object, Before>();
  const remember = (slot: Slot, within: object, text: string, known: Before | undefined): void => {
    const tails = joints.map((joint, at) => {
      const tail = known?.tails[at];
      return (tail === undefined ? text : tail + joint + text).slice(-REACH);
    });
    before.set(within, { slot, text, tails });
  };
  return {
    look: (slot, passed, context, options) => {
      const { within } = slot;
      if (within === undefined) return null;
      const known = before.get(within);
      remember(slot, within, passed, known);
      if (known === undefined || passed === '') return null;
      const crossing = crossingOf(guard, known, { slot, passed, context, options, joints, goOut });
      if (crossing !== null && crossing.after !== null && !goOut) remember(slot, within, crossing.after, undefined);
      return crossing;
    },
  };
}

interface Behind {
  readonly slot: Slot;
  readonly passed: string;
  readonly context: GuardContext;
  readonly options: MessageOptions | undefined;
  readonly joints: readonly string[];
  readonly goOut: boolean;
}

function crossingOf(guard: Guard, known: Before, behind: Behind): Crossing | null {
  const { slot, passed, context, options, joints, goOut } = behind;
  const right = passed.slice(0, REACH);
  const types = new Set<string>();
  /** Of both sides, counted from the seam, so much is taken out. */
  let [left, taken] = [0, 0];
  let strongest: GuardFinding | null = null;
  for (const [at, joint] of joints.entries()) {
    const tail = known.tails[at] ?? '';
    if (tail === '' || (joint !== '' && (/\s$/.test(tail) || /^\s/.test(right)))) continue;
    const seam = tail.length + joint.length;
    for (const finding of guard.check(tail + joint + right, context, plain(options)).findings) {
      if (finding.start >= tail.length || finding.end <= seam || OF_WHOLES.has(finding.detector)) continue;
      types.add(finding.type);
      if (!enforces(finding.action)) continue;
      left = Math.max(left, tail.length - finding.start);
      taken = Math.max(taken, finding.end - seam);
      if (strongest === null || rankOf(finding.action) > rankOf(strongest.action)) strongest = finding;
    }
  }
  if (strongest === null) return types.size === 0 ? null : { types: [...types], stopped: null, after: null };
  // What reaches over more than two parts, and what may not be changed, cannot be taken out.
  const stays = slot.fixed || (!goOut && (known.slot.fixed || left > known.text.length || taken > passed.length));
  if (stays || rankOf(strongest.action) > rankOf('redact'))
    return { types: [...types], stopped: messageOf(guard, strongest), after: null };
  if (!goOut) known.slot.put(known.text.slice(0, known.text.length - left) + redacted(strongest.type));
  return { types: [...types], stopped: null, after: passed.slice(taken) };
}

function messageOf({ policy }: Guard, { rule }: GuardFinding): string {
  return policy.rules.find(({ id }) => id === rule)?.message ?? policy.message;
}

/** No form is asked of a part of a message, and nobody new is named in it. */
function plain(options: MessageOptions | undefined): MessageOptions | undefined {
  return options === undefined ? undefined : { beside: true };
}
