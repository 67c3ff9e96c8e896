import type { GuardContext, GuardFinding } from '../../domain/guard.ts';
import type { Guard, MessageOptions } from '../../guard/guard.ts';
import { redacted } from '../../guard/replace.ts';
import { enforces, rankOf } from '../../guard/table.ts';
import type { Slot } from '../../wire/surface.ts';

/** Of what stands before and behind a seam, so much is looked at together: more than any key has, and a sentence. */
const REACH = 512;
/** How servers put the parts of a message together. */
const JOINTS: readonly string[] = ['', '\n'];
/** How readers of a stream put pieces together. */
const PIECED: readonly string[] = [''];
/** Seams of a call that are looked at one by one: more than people write. To look at each of thousands costs a second for a kilobyte. */
const MOST_ALONE = 64;
/** Of further seams those are looked at together between which no more than this stands. */
const TOGETHER = 4096;

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
  /** What is found across seams that nobody has looked at yet: to be asked when all parts were seen. Nothing of it can be changed. */
  rest(): Crossing | null;
}

/** The end of all that stands before the next seam, put together by one of the joints. */
interface Tail {
  readonly text: string;
  /** Characters at its end from the first seam on that nobody has looked at. */
  readonly waits: number;
}

interface Before {
  readonly slot: Slot;
  readonly text: string;
  readonly context: GuardContext;
  readonly options: MessageOptions | undefined;
  /** One for each joint. */
  readonly tails: readonly Tail[];
}

/** `goOut`: what stands before a seam went out already, and only what stands behind it can be changed. */
export function createSeams(guard: Guard, { goOut = false } = {}): Seams {
  const joints = goOut ? PIECED : JOINTS;
  const before = new WeakMap<object, Before>();
  const waiting = new Set<Before>();
  let looks = 0;
  const remember = (within: object, now: Omit<Before, 'tails'>, known: Before | undefined, waits: boolean): void => {
    const tails = joints.map((joint, at) => {
      const tail = known?.tails[at];
      const text = tail === undefined ? now.text : tail.text + joint + now.text;
      const more = waits ? (tail?.waits ?? 0) + joint.length + now.text.length : 0;
      return { text: text.slice(-REACH - more), waits: more };
    });
    const one = { ...now, tails };
    if (known !== undefined) waiting.delete(known);
    if (waits) waiting.add(one);
    before.set(within, one);
  };
  return {
    look: (slot, passed, context, options) => {
      const { within } = slot;
      if (within === undefined) return null;
      const known = before.get(within);
      const now = { slot, text: passed, context, options };
      const waits = known !== undefined && mayWait(known, passed, !goOut && looks >= MOST_ALONE);
      remember(within, now, known, waits);
      if (known === undefined || waits || passed === '') return null;
      looks++;
      const crossing = crossingOf(guard, known, { ...now, joints, goOut });
      if (crossing !== null && crossing.after !== null && !goOut)
        remember(within, { ...now, text: crossing.after }, undefined, false);
      return crossing;
    },
    rest: () => {
      const [types, stopped] = [new Set<string>(), [] as string[]];
      for (const known of waiting) {
        const { context, options } = known;
        const found = foundIn(guard, known, { right: '', context, options, joints: joints.map(() => '') });
        for (const type of found.types) types.add(type);
        if (found.strongest !== null) stopped.push(messageOf(guard, found.strongest));
      }
      waiting.clear();
      return types.size === 0 ? null : { types: [...types], stopped: stopped[0] ?? null, after: null };
    },
  };
}

function mayWait(known: Before, passed: string, isBusy: boolean): boolean {
  return isBusy && known.tails.every(({ waits }) => waits + passed.length < TOGETHER);
}

interface Look {
  /** What stands behind the seam. */
  readonly right: string;
  readonly context: GuardContext;
  readonly options: MessageOptions | undefined;
  readonly joints: readonly string[];
}

type Place = Pick<GuardFinding, 'start' | 'end' | 'type'>;

interface Found {
  readonly types: ReadonlySet<string>;
  readonly strongest: GuardFinding | null;
  /** Of both sides, counted from the seam, so much is taken out, and what it is. */
  readonly left: number;
  readonly taken: number;
  readonly type: string;
  /** What stands behind the seam alone, and is what it is for what stands before it. */
  readonly behind: readonly Place[];
}

function foundIn(guard: Guard, known: Before, { right, context, options, joints }: Look): Found {
  const types = new Set<string>();
  let [left, taken, type] = [0, 0, ''];
  const behind: Place[] = [];
  let strongest: GuardFinding | null = null;
  let alone: ReadonlySet<string> | null = null;
  const isKnown = (finding: GuardFinding, seam: number): boolean => {
    alone ??= new Set(guard.check(right, context, plain(options)).findings.map((one) => nameOf(one, 0)));
    return alone.has(nameOf(finding, seam));
  };
  for (const [at, joint] of joints.entries()) {
    const { text, waits } = known.tails[at] ?? { text: '', waits: 0 };
    const isOnePart = known.text.length >= text.length;
    if (text === '' || (joint !== '' && isOnePart && (/\s$/.test(text) || /^\s/.test(right)))) continue;
    const seam = text.length + joint.length;
    const first = waits > 0 ? text.length - waits : seam;
    for (const finding of guard.check(text + joint + right, context, plain(options)).findings) {
      if (finding.end <= first || OF_WHOLES.has(finding.detector)) continue;
      const crosses = finding.start < text.length;
      if (!crosses && (finding.start < seam || !enforces(finding.action) || isKnown(finding, seam))) continue;
      types.add(finding.type);
      if (!enforces(finding.action)) continue;
      if (crosses) {
        left = Math.max(left, text.length - finding.start);
        taken = Math.max(taken, finding.end - seam);
        type ||= finding.type;
      } else behind.push({ start: finding.start - seam, end: finding.end - seam, type: finding.type });
      if (strongest === null || rankOf(finding.action) > rankOf(strongest.action)) strongest = finding;
    }
  }
  return { types, strongest, left, taken, type, behind };
}

function nameOf({ detector, type, start, end }: GuardFinding, from: number): string {
  return `${start - from} ${end - from} ${detector} ${type}`;
}

interface Behind extends Omit<Look, 'right'> {
  readonly slot: Slot;
  readonly text: string;
  readonly goOut: boolean;
}

function crossingOf(guard: Guard, known: Before, now: Behind): Crossing | null {
  const { slot, text: passed, goOut } = now;
  const { types, strongest, left, taken, type, behind } = foundIn(guard, known, {
    ...now,
    right: passed.slice(0, REACH),
  });
  if (strongest === null) return types.size === 0 ? null : { types: [...types], stopped: null, after: null };
  const reaches = !goOut && left > 0;
  // What reaches over more than two parts, and what may not be changed, cannot be taken out.
  const stays = slot.fixed || (reaches && (known.slot.fixed || left > known.text.length || taken > passed.length));
  if (stays || rankOf(strongest.action) > rankOf('redact'))
    return { types: [...types], stopped: messageOf(guard, strongest), after: null };
  if (reaches) known.slot.put(known.text.slice(0, known.text.length - left) + redacted(type));
  return { types: [...types], stopped: null, after: withoutAll(passed, taken, behind) };
}

/** What is left behind this place, with labels for what is told there. */
function withoutAll(text: string, from: number, places: readonly Place[]): string {
  let [out, at] = ['', from];
  for (const { start, end, type } of places.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    if (start >= at) out += text.slice(at, start) + redacted(type);
    at = end;
  }
  return out + text.slice(at);
}

function messageOf({ policy }: Guard, { rule }: GuardFinding): string {
  return policy.rules.find(({ id }) => id === rule)?.message ?? policy.message;
}

/** No form is asked of a part of a message, and nobody new is named in it. */
function plain(options: MessageOptions | undefined): MessageOptions | undefined {
  return options === undefined ? undefined : { beside: true };
}
