import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { BrokenProgram, blankInstruction, decode, type Instruction } from './decode.ts';
import { execute, hasTop } from './execute.ts';
import { createMachine, type Machine, type Session } from './machine.ts';
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
}

/** Instructions between two looks at the budget. */
const STRIDE = 4096;
const STOP = opcodeByte('STOP');
const FRAME = opcodeByte('FRAME');

/** Runs one program symbolically from `start` to its STOP, or to where it breaks. Throws OverBudgetError alone. */
export async function runProgram(window: Window, start: number, session: Session, budget: Budget): Promise<Run> {
  const machine = createMachine(session);
  const steps = stepper(machine, window, start);
  for (;;) {
    const before = machine.opcodes;
    const step = steps.advance(STRIDE);
    budget.spend('opcodes', machine.opcodes - before);
    budget.checkTime();
    if (step.kind === 'ended') return { machine, start, ending: step.ending };
    if (step.kind === 'needs') await window.fill(step.at, step.length);
  }
}

/** The same over what is in memory only; null for a program that is still going at its end. */
export function runBuffered(
  window: Window,
  session: Session,
  most: number,
): { machine: Machine; ending: Ending | null } {
  const machine = createMachine(session);
  const step = stepper(machine, window, 0).advance(most);
  return { machine, ending: step.kind === 'ended' ? step.ending : null };
}

type Step =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'needs'; readonly at: number; readonly length: number }
  | { readonly kind: 'going' };

interface Stepper {
  /** Carries out up to so many instructions. */
  advance(most: number): Step;
}

function stepper(machine: Machine, window: Window, start: number): Stepper {
  const instruction = blankInstruction();
  let at = start;
  let decoded = 0;
  const advance = (most: number): Step => {
    for (let count = 0; count < most; count++) {
      const missing = decode(window, at, instruction);
      if (missing > 0) return { kind: 'needs', at, length: missing };
      machine.opcodes += 1;
      if (instruction.code === STOP) return { kind: 'ended', ending: stop(machine, at) };
      decoded += bytesLookedAt(instruction);
      if (decoded > LIMITS.pickle) throw new OverBudgetError(`a program of more than ${LIMITS.pickle} bytes`);
      if (instruction.code === FRAME && instruction.operand > window.size - instruction.next) machine.longFrames += 1;
      execute(machine, instruction);
      at = instruction.next;
    }
    return { kind: 'going' };
  };
  return { advance: (most) => endingIfBroken(() => advance(most)) };
}

/** Payloads are skipped over, but for their beginning. */
function bytesLookedAt({ at, next, length, head }: Instruction): number {
  return next - at - Math.max(0, length - head.length);
}

function stop(machine: Machine, at: number): Ending {
  if (!hasTop(machine)) throw new BrokenProgram('stops with nothing to give', at);
  return { kind: 'stopped', end: at + 1, value: machine.stack.at(-1) ?? null };
}

function endingIfBroken(advance: () => Step): Step {
  try {
    return advance();
  } catch (error) {
    if (!(error instanceof BrokenProgram)) throw error;
    return { kind: 'ended', ending: { kind: 'broken', end: error.offset, reason: error.message } };
  }
}
