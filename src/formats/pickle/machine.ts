import { OverBudgetError } from '../../kernel/budget.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Stretch } from '../among-numbers.ts';
import { BrokenProgram } from './decode.ts';
import type { PickleFlaw } from './facts.ts';
import { createMemo, type Memo, memoOver } from './memo.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createSettings, type SettingNotes } from './settings.ts';
import { type BytesValue, type CollectionValue, collection, type TextValue, type Value } from './values.ts';

/** What outlives one program of a file: registered extension codes (they are the process's own). */
export interface Session {
  readonly extensions: Map<number, { readonly module: string; readonly name: string }>;
  /** Bytes of longer texts kept so far; beyond a bound only their beginning is. */
  keptText: number;
  readonly whole: boolean;
}

/** `whole`: keeps every item and argument, for who needs the values themselves. */
export function createSession(whole = false): Session {
  return { extensions: new Map(), keptText: 0, whole };
}

/** Texts that a call runs one after the other; null where they could not be followed. */
export interface GraphSource {
  readonly imports: string | TextValue | null;
  readonly code: string | TextValue | null;
  readonly offset: number;
}

/** The state of one program. Broken rules throw BrokenProgram, as they would stop the unpickler. */
export interface Machine {
  readonly session: Session;
  readonly recorder: Recorder;
  readonly memo: Memo;
  readonly stack: Value[];
  /** Stack heights at which a MARK lies. */
  readonly marks: number[];
  protocol: number;
  opcodes: number;
  /** Frames that claim to reach past the end. */
  longFrames: number;
  /** Storages that persistent ids name: key → bytes, or null when the type is not known. */
  readonly storages: Map<string, number | null>;
  /** How many elements each of them has. */
  readonly elements: Map<string, number>;
  /** Bytes handed to something that unpickles them, by their place in the file; and texts that stand for bytes. */
  readonly nested: Map<number | string, BytesValue | TextValue | string>;
  /** Places of bytes and texts that begin like what does something, whatever is done with them. */
  readonly held: { readonly start: number; readonly length: number }[];
  /** Places of arrays that lie among the instructions. */
  readonly arrays: Stretch[];
  /** Calls that unpickle what could not be followed. */
  unfollowed: number;
  /** Values that the caller of the unpickler is to bring along. */
  outsideBuffers: number;
  readonly flaws: PickleFlaw[];
  /** What pickled settings would make a loader import, call or render. */
  readonly settings: SettingNotes;
  /** Code that a module of FX is made from, as it is run: what is imported, and the function. */
  readonly graphs: GraphSource[];
  /** Bytes of arrays that are more than are looked at. */
  unread: number;
  /** Whether it only looks on at another's values, which it must leave as they are. */
  readonly looksOn: boolean;
  /** Holders that were taken out of the memo or doubled: only through these can a value be larger than its program. */
  readonly shared: Set<Value>;
}

/** Bytes and texts that may hold a program: more of them are not looked into. */
export const MOST_HELD = 100_000;

export function createMachine(session: Session): Machine {
  return {
    session,
    recorder: createRecorder(),
    memo: createMemo(),
    stack: [],
    marks: [],
    protocol: 0,
    opcodes: 0,
    longFrames: 0,
    storages: new Map(),
    elements: new Map(),
    nested: new Map(),
    held: [],
    arrays: [],
    unfollowed: 0,
    outsideBuffers: 0,
    flaws: [],
    settings: createSettings(),
    graphs: [],
    unread: 0,
    looksOn: false,
    shared: new Set(),
  };
}

/** Values at the top of the stack that a view takes over. */
const VIEWED = 64;

/** A machine that goes on from where this one is, without touching it: with its memo and the top of its stack. */
export function viewOf(machine: Machine): Machine {
  const { memo, stack, marks, session } = machine;
  const view = createMachine(session);
  const below = Math.max(0, stack.length - VIEWED);
  for (const value of stack.slice(below)) view.stack.push(value);
  for (const mark of marks.slice(-VIEWED)) if (mark >= below) view.marks.push(mark - below);
  return { ...view, looksOn: true, memo: memoOver(memo) };
}

export function push(machine: Machine, value: Value): void {
  machine.stack.push(value);
  if (machine.stack.length > LIMITS.pickleStack)
    throw new OverBudgetError(`more than ${LIMITS.pickleStack} on the stack`);
}

export function mark(machine: Machine): void {
  machine.marks.push(machine.stack.length);
  if (machine.marks.length > LIMITS.pickleStack) throw new OverBudgetError(`more than ${LIMITS.pickleStack} marks`);
}

/** Height below which nothing may be taken: that of the newest MARK. */
export function fence(machine: Machine): number {
  return machine.marks.at(-1) ?? 0;
}

export function pop(machine: Machine, at: number): Value {
  const value = peek(machine, at);
  machine.stack.length -= 1;
  return value;
}

export function peek(machine: Machine, at: number): Value {
  const value = machine.stack[machine.stack.length - 1];
  if (machine.stack.length <= fence(machine) || value === undefined) throw underflow(at);
  return value;
}

/** The last `count` values, taken off. */
export function popMany(machine: Machine, count: number, at: number): Value[] {
  if (machine.stack.length - fence(machine) < count) throw underflow(at);
  return machine.stack.splice(machine.stack.length - count, count);
}

/** All above the newest MARK, taken off with the MARK. Bounded: only the first few of many are copied. */
export function popMark(machine: Machine, at: number): Value[] {
  const mark = machine.marks.pop();
  if (mark === undefined) throw new BrokenProgram('needs a MARK that is not on the stack', at);
  return machine.stack.splice(mark);
}

/** The call's arguments: those of a tuple, or one that nobody knows. */
export function argumentsOf(value: Value): { readonly values: readonly Value[]; readonly total: number } {
  if (typeof value === 'object' && value !== null && value.kind === 'collection' && value.type === 'tuple') {
    return { values: value.items, total: value.length };
  }
  return { values: [{ kind: 'opaque', why: 'arguments that are no plain tuple' }], total: 1 };
}

/** A new collection, of which the session keeps as much as it wants. */
export function gathered(machine: Machine, type: CollectionValue['type'], values: readonly Value[]): CollectionValue {
  return collection(type, values, machine.session.whole ? Number.POSITIVE_INFINITY : undefined);
}

export function underflow(at: number): BrokenProgram {
  return new BrokenProgram('takes more from the stack than there is', at);
}
