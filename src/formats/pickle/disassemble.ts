import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { printable } from '../../kernel/printable.ts';
import { BrokenProgram, blankInstruction, decode, type Instruction } from './decode.ts';
import { execute, hasTop } from './execute.ts';
import { behindArray, followArrays, type InlineArray } from './joblib-arrays.ts';
import { createMachine, createSession, type Machine, type Session } from './machine.ts';
import { OPCODES, opcodeByte } from './opcodes.ts';
import { factsOf, spell } from './render.ts';
import type { Value } from './values.ts';
import { openWindow, type Window } from './window.ts';

/** One instruction of a pickle, explained; or a remark about what lies between programs. */
export interface ListedInstruction {
  readonly offset: number;
  /** Which program of the file, from 0. */
  readonly program: number;
  /** Empty for a remark. */
  readonly opcode: string;
  /** As written, printable and short: `'posix'`, `7`, `posix system`. */
  readonly argument: string;
  /** What it does to the stack, in words: `puts posix.system on the stack`. */
  readonly effect: string;
  /** The call that it makes, in one line; null when it makes none. */
  readonly call: string | null;
  /** The global that it looks up, `module.name`; null when it looks none up. */
  readonly lookup: string | null;
}

/** Instructions that are listed at most; a listing is for a person to read. */
const MOST_LINES = 200_000;
/** Characters of an argument or a value in a line. */
const SHOWN = 120;
const STOP = opcodeByte('STOP');

/**
 * The programs of a pickle, instruction by instruction, as the unpickler would carry them out: nothing is imported or
 * called. `begins`: where a scan found programs, if it did; what lies between them is a remark. Without them it ends with a
 * remark where a program breaks, or where bytes follow that are no program.
 * Ends with one, too, past what a person reads. Throws MalformedError where there is none from the first instruction on,
 * OverBudgetError past the budget of opcodes or time.
 */
export async function* disassemble(
  bytes: ByteSource,
  budget: Budget,
  begins: readonly number[] = [],
): AsyncIterable<ListedInstruction> {
  const window = openWindow(bytes);
  const session = createSession();
  const place = { session, budget, begins, plain: false };
  let at = 0;
  let lines = 0;
  for (let program = 0; at < bytes.size; program++) {
    let broken = false;
    for await (const line of listProgram(window, at, { ...place, program })) {
      if (line.broken && lines === 0) throw new MalformedError(`no pickle: ${line.effect}`, line.offset);
      if (lines++ >= MOST_LINES) {
        yield remark(line.offset, program, `the rest is not listed, after ${MOST_LINES} instructions; a scan reads it`);
        return;
      }
      yield line;
      at = line.next;
      broken = line.broken;
    }
    if (begins.length === 0 && broken) return;
    if (begins.length === 0 || at >= bytes.size) continue;
    const next = begins.find((begin) => begin > at || (begin === at && !broken));
    const between = (next ?? bytes.size) - at;
    if (between > 0) yield remark(at, program, `${counted(between)} that ${between === 1 ? 'is' : 'are'} no program`);
    if (next === undefined) return;
    at = next;
  }
}

function counted(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

interface Listed extends ListedInstruction {
  readonly next: number;
  readonly broken: boolean;
}

interface Place {
  readonly program: number;
  readonly session: Session;
  readonly budget: Budget;
  readonly begins: readonly number[];
  /** Whether a plain unpickler reads it, which knows nothing of joblib's arrays. */
  readonly plain: boolean;
}

async function* listProgram(window: Window, start: number, place: Place): AsyncIterable<Listed> {
  const machine = createMachine(place.session);
  const arrays = followArrays(machine);
  const instruction = blankInstruction();
  for (let at = start; ; ) {
    place.budget.spend('opcodes', 1);
    place.budget.checkTime();
    let array: InlineArray | null = null;
    try {
      for (let missing = decode(window, at, instruction); missing > 0; missing = decode(window, at, instruction)) {
        await window.fill(at, missing);
      }
      if (!place.plain) arrays.before(instruction);
      const line = carriedOut(machine, instruction, place.program);
      if (!place.plain && instruction.code !== STOP) array = arrays.after(instruction);
      yield line;
      if (instruction.code === STOP) return;
      at = instruction.next;
      if (array !== null) at = yield* listArray(window, at, array, place);
    } catch (error) {
      if (!(error instanceof BrokenProgram)) throw error;
      yield remark(at, place.program, `the program breaks here: it ${error.message}`);
      return;
    }
  }
}

/** The bytes of an array as one line, and what of them is a program; answers where the one around it goes on. */
async function* listArray(
  window: Window,
  at: number,
  array: InlineArray,
  place: Place,
): AsyncGenerator<Listed, number> {
  const within = { ...place, plain: true };
  if (array.objects) {
    yield* [{ ...remark(at, place.program, 'the objects of an array, a program of their own:'), broken: false }];
    return yield* listInside(window, at, within);
  }
  let next = behindArray(window, at, array);
  for (; next < 0; next = behindArray(window, at, array)) await window.fill(at, -next);
  const effect = `the bytes of an array: ${counted(array.bytes)}, up to 0x${next.toString(16)}`;
  yield { ...remark(at, place.program, effect), next, broken: false };
  if (!place.begins.includes(at)) return next;
  const plain = 'a plain unpickler, which knows nothing of arrays, takes these bytes for a program:';
  yield { ...remark(at, place.program, plain), broken: false };
  yield* listInside(window, at, within);
  return next;
}

/** A program within another one. Where it breaks, the one around it does so for itself, or not at all. */
async function* listInside(window: Window, start: number, place: Place): AsyncGenerator<Listed, number> {
  let end = start;
  for await (const line of listProgram(window, start, place)) {
    yield { ...line, broken: false };
    end = line.next;
    if (line.broken) break;
  }
  return end;
}

function carriedOut(machine: Machine, instruction: Instruction, program: number): Listed {
  const { code, at, next } = instruction;
  const before = { calls: machine.recorder.made(), imports: machine.recorder.lookedUp(), height: machine.stack.length };
  if (code === STOP) {
    if (!hasTop(machine)) throw new BrokenProgram('stops with nothing to give', at);
  } else execute(machine, instruction);
  const call = machine.recorder.made() > before.calls ? machine.recorder.lastCall() : null;
  const top = machine.stack.at(-1) ?? null;
  const lookup = machine.recorder.lookedUp() > before.imports ? machine.recorder.lastLookUp() : null;
  return {
    offset: at,
    program,
    opcode: OPCODES[code]?.name ?? '?',
    argument: argumentOf(instruction),
    effect: code === STOP ? `ends with ${spelt(top)}` : effectOf(machine, code, before.height, top),
    call: call === null ? null : printable(call),
    lookup: lookup === null ? null : printable(lookup.path),
    next,
    broken: false,
  };
}

function remark(offset: number, program: number, effect: string): Listed {
  return { offset, program, opcode: '', argument: '', effect, call: null, lookup: null, next: offset, broken: true };
}

/** Instructions that leave the stack as it is. */
const BESIDE_THE_STACK: ReadonlySet<number> = new Set(['PROTO', 'FRAME'].map(opcodeByte));
const DROPPING: ReadonlySet<number> = new Set(['POP', 'POP_MARK'].map(opcodeByte));

function effectOf(machine: Machine, code: number, before: number, top: Value): string {
  if (BESIDE_THE_STACK.has(code)) return '';
  if (DROPPING.has(code)) return `drops ${before - machine.stack.length}`;
  const height = machine.stack.length;
  const { marks } = machine;
  if (marks.at(-1) === height) return 'puts a mark on the stack';
  if (height > before) return `puts ${spelt(top)} on the stack`;
  if (height < before) return `takes ${before - height + 1}, leaves ${spelt(top)}`;
  return `leaves ${spelt(top)}`;
}

function argumentOf({ code, operand, head, second, length }: Instruction): string {
  const kind = OPCODES[code]?.argument ?? 'none';
  if (kind === 'none') return '';
  if (kind === 'lines') return `${shown(head)} ${shown(second)}`;
  if (kind === 'line' || kind === 'id') return shown(head);
  if (kind.startsWith('c')) return length > SHOWN ? `${quoted(head)}… (${length} bytes)` : quoted(head);
  return String(operand);
}

function quoted(bytes: Uint8Array): string {
  return `'${shown(bytes)}'`;
}

function shown(bytes: Uint8Array): string {
  return printable(Buffer.from(bytes.subarray(0, SHOWN)).toString('utf8'));
}

function spelt(value: Value): string {
  const text = printable(factsOf([value], 1).map(spell).join(''));
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
