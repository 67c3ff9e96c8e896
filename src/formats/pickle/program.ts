import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { BrokenProgram, blankInstruction, decode, type Instruction } from './decode.ts';
import { execute, hasTop, takeNumbers } from './execute.ts';
import { ENDLESS, expansionOf } from './expansion.ts';
import type { PickleImport } from './facts.ts';
import { behindArray, followArrays, type InlineArray, WATCHED } from './joblib-arrays.ts';
import { createMachine, type Machine, MOST_HELD, type Session, viewOf } from './machine.ts';
import { opcodeByte } from './opcodes.ts';
import type { Value } from './values.ts';
import type { Window } from './window.ts';

/** How a program ended. */
export type Ending =
  | { readonly kind: 'stopped'; readonly end: number; readonly value: Value }
  | { readonly kind: 'broken'; readonly end: number; readonly reason: string };

export interface Run {
  readonly machine: Machine;
  readonly start: number;
  readonly ending: Ending;
  /** Programs within it, of the objects in joblib's arrays. */
  readonly inside: readonly Run[];
}

/** Bytes of an array in which something else is sought. */
const GLIMPSE = 4096;
/** Arrays of objects in one program; genuine models have some dozens. */
const MOST_INSIDE = 10_000;
/** Instructions between two looks at the budget. */
const STRIDE = 4096;
const STOP = opcodeByte('STOP');
const FRAME = opcodeByte('FRAME');
const BININT1 = opcodeByte('BININT1');
const BININT2 = opcodeByte('BININT2');

/**
 * Runs one program symbolically from `start` to its STOP, or to where it breaks. One that costs more than it may after it
 * called something is broken there, so that what it did is told. Throws OverBudgetError alone.
 */
export async function runProgram(window: Window, start: number, session: Session, budget: Budget): Promise<Run> {
  return runAs(window, start, { session, budget, plain: false });
}

interface Circumstances {
  readonly session: Session;
  readonly budget: Budget;
  /** Whether a plain unpickler reads it, which knows nothing of joblib's arrays. */
  readonly plain: boolean;
}

async function runAs(window: Window, start: number, circumstances: Circumstances): Promise<Run> {
  const { session, budget, plain } = circumstances;
  const machine = createMachine(session);
  const inside: Run[] = [];
  const glimpse = (at: number): void => {
    const run = asPlain(machine, window, at);
    if (run !== null) inside.push(run);
    if (inside.length > MOST_INSIDE) throw new OverBudgetError(`more than ${MOST_INSIDE} arrays of objects`);
  };
  const steps = stepper(machine, window, { start, plain, glimpse });
  const toItsEnd = async (): Promise<Ending> => {
    for (;;) {
      const before = machine.opcodes;
      const step = steps.advance(STRIDE);
      budget.spend('opcodes', machine.opcodes - before);
      budget.checkTime();
      if (step.kind === 'ended') return step.ending;
      if (step.kind === 'needs') await window.fill(step.at, step.length);
      if (step.kind !== 'objects') continue;
      const run = await runAs(window, step.at, { ...circumstances, plain: true });
      inside.push(run);
      if (inside.length > MOST_INSIDE) throw new OverBudgetError(`more than ${MOST_INSIDE} arrays of objects`);
      if (run.ending.kind === 'broken') return run.ending;
      steps.goOn(run.ending.end);
    }
  };
  try {
    return { machine, start, ending: await toItsEnd(), inside };
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    const reason = `costs more than it may: ${error.message}`;
    const run: Run = { machine, start, ending: { kind: 'broken', end: steps.at(), reason }, inside };
    if (!actsIn([run])) throw error;
    return run;
  }
}

/** Programs with those within them. Nearly all files have one alone. */
export function withInside(runs: readonly Run[]): readonly Run[] {
  return runs.every(({ inside }) => inside.length === 0) ? runs : runs.flatMap((run) => [run, ...run.inside]);
}

/** Whether one of the programs, or one within them, calls anything. */
export function actsIn(runs: readonly Run[]): boolean {
  return withInside(runs).some(({ machine }) => acts(machine));
}

/** Whether anything is called. A persistent id alone ends a plain unpickler, and begins many a word. */
export function acts({ recorder }: Machine): boolean {
  return recorder.calls().some(({ form }) => form !== 'PERSID' && form !== 'BINPERSID');
}

/**
 * Whether it would carry anything out before it looks up what nothing can be called: a module with spaces in its name, or
 * a name that is empty. There every unpickler ends; words of a text are taken for such lookups.
 */
export function actsByName(machine: Machine): boolean {
  if (!acts(machine)) return false;
  const [first] = [...machine.recorder.imports()].sort((one, other) => one.offset - other.offset);
  // Without a lookup there is nothing to call: numbers and texts have no state to set.
  return first !== undefined && (first.module === null || first.name === null || mayBeMeant(first));
}

/** The same over what is in memory only; null for a program that is still going at its end. */
export function runBuffered(
  window: Window,
  session: Session,
  most: number,
): { machine: Machine; ending: Ending | null } {
  const machine = createMachine(session);
  const step = stepper(machine, window, { start: 0, plain: false }).advance(most);
  return { machine, ending: step.kind === 'ended' ? step.ending : null };
}

/**
 * What a plain unpickler, which knows nothing of joblib's arrays, would carry out of the bytes of one; null when it looks
 * nothing up and calls it. Looks at what is in the window.
 */
function asPlain(machine: Machine, window: Window, at: number): Run | null {
  const view = viewOf(machine);
  const ending = endingOfNumbers(() => stepper(view, window, { start: at, plain: true }).advance(STRIDE), at);
  const imports = [...view.recorder.imports()].sort((one, other) => one.offset - other.offset);
  const [first] = imports;
  // An unpickler ends at the first lookup that can't be one; behind numbers the genuine program goes on.
  if (first === undefined || !mayBeMeant(first) || !imports.some(isMeant)) return null;
  return { machine: view, start: at, ending, inside: [] };
}

/** Numbers may ask for any memo cell: that ends the look at them, and nothing else. */
function endingOfNumbers(advance: () => Step, at: number): Ending {
  try {
    const step = advance();
    return step.kind === 'ended' ? step.ending : { kind: 'broken', end: at, reason: 'goes on' };
  } catch (error) {
    if (!(error instanceof OverBudgetError)) throw error;
    return { kind: 'broken', end: at, reason: error.message };
  }
}

/** Extension codes name nothing themselves. */
function mayBeMeant({ module, name, opcode }: PickleImport): boolean {
  return opcode.startsWith('EXT') || (NAME.test(module ?? '') && NAME.test(name ?? ''));
}

const NAME = /^[A-Za-z_][\w.]*$/;

/** Numbers may look like a lookup, but not of a name that could be one. */
function isMeant({ module, name, called }: PickleImport): boolean {
  return called && NAME.test(module ?? '') && NAME.test(name ?? '');
}

type Step =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'needs'; readonly at: number; readonly length: number }
  /** The objects of an array come next: a program of its own. */
  | { readonly kind: 'objects'; readonly at: number }
  | { readonly kind: 'going' };

interface Stepper {
  /** Carries out up to so many instructions. */
  advance(most: number): Step;
  /** Goes on behind the objects of an array. */
  goOn(at: number): void;
  /** Where the next instruction stands. */
  at(): number;
}

interface Beginning {
  readonly start: number;
  readonly plain: boolean;
  /** Called where the bytes of an array begin, some of which are in the window. */
  readonly glimpse?: (at: number) => void;
}

function stepper(machine: Machine, window: Window, { start, plain, glimpse }: Beginning): Stepper {
  const instruction = blankInstruction();
  const arrays = followArrays(machine);
  let array: InlineArray | null = null;
  let at = start;
  let decoded = 0;
  const advance = (most: number): Step => {
    for (let count = 0; count < most; count++) {
      if (array !== null) {
        if (array.objects) return { kind: 'objects', at };
        const shown = Math.min(GLIMPSE, window.size - at);
        if (window.start + window.bytes.length - at < shown) return { kind: 'needs', at, length: shown };
        glimpse?.(at);
        const next = behindArray(window, at, array);
        if (next < 0) return { kind: 'needs', at, length: -next };
        if (machine.arrays.length < MOST_HELD)
          machine.arrays.push({ name: `array@${at}`, start: next - array.bytes, size: array.bytes, bytes: true });
        else machine.unread += array.bytes;
        array = null;
        at = next;
      }
      const missing = decode(window, at, instruction);
      if (missing > 0) return { kind: 'needs', at, length: missing };
      machine.opcodes += 1;
      if (instruction.code === STOP) return { kind: 'ended', ending: stop(machine, at) };
      decoded += bytesLookedAt(instruction);
      if (decoded > LIMITS.pickle) throw new OverBudgetError(`a program of more than ${LIMITS.pickle} bytes`);
      if (instruction.code === FRAME && instruction.operand > window.size - instruction.next) machine.longFrames += 1;
      at = instruction.next;
      if (plain || WATCHED[instruction.code] !== true) execute(machine, instruction);
      else {
        arrays.before(instruction);
        execute(machine, instruction);
        array = arrays.after(instruction);
      }
      if (instruction.code === BININT1 || instruction.code === BININT2) {
        const before = machine.opcodes;
        const next = takeNumbers(machine, window, at, most - count - 1);
        const taken = machine.opcodes - before;
        decoded += next - at - taken * skipped(instruction);
        count += taken;
        at = next;
      }
    }
    return { kind: 'going' };
  };
  const goOn = (behind: number): void => {
    array = null;
    at = behind;
  };
  return { advance: (most) => endingIfBroken(() => advance(most)), goOn, at: () => at };
}

/** Payloads are skipped over, but for their beginning. */
function bytesLookedAt(instruction: Instruction): number {
  return instruction.next - instruction.at - skipped(instruction);
}

/** An instruction without a payload still has that of an earlier one, which begins before it. */
function skipped({ at, start, length, head }: Instruction): number {
  return start > at ? Math.max(0, length - head.length) : 0;
}

function stop(machine: Machine, at: number): Ending {
  if (!hasTop(machine)) throw new BrokenProgram('stops with nothing to give', at);
  const value = machine.stack.at(-1) ?? null;
  machine.recorder.refer([value]);
  noteExpansion(machine, value, at);
  return { kind: 'stopped', end: at + 1, value };
}

function noteExpansion(machine: Machine, value: Value, at: number): void {
  if (machine.shared.size === 0) return;
  const items = expansionOf([...machine.shared, value], machine.opcodes);
  if (items === null) return;
  const why = `${machine.opcodes} instructions for a value of ${items.toExponential(1)} items`;
  machine.flaws.push({ kind: 'expansion', sure: items > ENDLESS, why, offset: at });
}

function endingIfBroken(advance: () => Step): Step {
  try {
    return advance();
  } catch (error) {
    if (!(error instanceof BrokenProgram)) throw error;
    return { kind: 'ended', ending: { kind: 'broken', end: error.offset, reason: error.message } };
  }
}
