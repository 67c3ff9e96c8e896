import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { filesAmong } from '../among-numbers.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { claimsPickle, isPromising } from './claims.ts';
import type { HeldCode, PickleFacts, PickleGraph, PickleProgram } from './facts.ts';
import { signOf } from './held-signs.ts';
import { describeLegacy, isLegacyTorch, legacyStorages, wrongCount } from './legacy-torch.ts';
import { createSession, type Machine, MOST_HELD, type Session } from './machine.ts';
import { FarCellError } from './memo.ts';
import { opcodeByte } from './opcodes.ts';
import { actsByName, actsIn, type Run, runProgram, withInside } from './program.ts';
import { type Following, findNext } from './stacked.ts';
import { numbersAfter } from './torch-tar.ts';
import type { BytesValue, TextValue } from './values.ts';
import { openWindow, type Window } from './window.ts';

const PROTO = opcodeByte('PROTO');
/** Programs of one file that are read; genuine stacks have five. */
const MOST_PROGRAMS = 10_000;

/**
 * Python's pickles, protocols 0 to 5 (CPython, Lib/pickletools.py, Modules/_pickle.c), followed symbolically.
 *
 * Defects:
 * - `broken-program`: a program does not reach its STOP; what it did before is in the facts.
 * - `hidden-program`: a program lies behind bytes that are none.
 * - `trailing-bytes`: after the last program lies something else, and it is not NUL.
 * - `frame-past-end`: a FRAME claims more bytes than there are.
 * - `storage-mismatch`: a legacy PyTorch file has more or fewer bytes than the storages it names.
 * - `unfollowed-bytes`: a call unpickles bytes that the program computes.
 * - `over-budget`: what follows a program that calls something costs more than it may.
 * - `too-much`: there were more different calls or lookups than are listed, or more bytes that may hold a program.
 */
export const pickleFormat: Format<'pickle'> = {
  id: 'pickle',
  claims: claimsPickle,
  read: async (bytes, context) => {
    const window = openWindow(bytes);
    const session = createSession();
    const first = await runFirst(window, session, context);
    const plain = window.bytes[0] !== PROTO;
    if (first.ending.kind === 'broken' && first.ending.end === 0) {
      throw new MalformedError(`no pickle: ${first.ending.reason}`, 0);
    }
    // Before anything behind it is searched, which costs a megabyte from afar: a loader would stop here too.
    if (first.ending.kind === 'broken' && cameToNothing([first], context.path, plain)) {
      throw new MalformedError(`no pickle to its end: the program ${first.ending.reason}`, first.ending.end);
    }
    const stack = await readStack(first, { source: bytes, window, session, context });
    const [defect] = stack.defects;
    if (defect !== undefined && !stack.legacy && cameToNothing(stack.runs, context.path, plain)) {
      throw new MalformedError(`no pickle to its end: ${defect.message}`, defect.offset);
    }
    // Nothing is waited for where there is nothing: of many small files that costs more than reading them.
    const machines = withInside(stack.runs).map(({ machine }) => machine);
    const nests = machines.some(({ nested }) => nested.size > 0);
    const parts = (nests ? await withinBudget(stack, () => nestedParts(stack.runs, bytes, context)) : null) ?? [];
    const holds = machines.some(({ held: some }) => some.length > 0);
    const held =
      (holds ? await withinBudget(stack, () => heldWithin(stack.runs, bytes, context)) : null) ?? NOTHING_HELD;
    const { facts, ...rest } = resultOf(stack, bytes);
    const draws = machines.some(({ graphs }) => graphs.length > 0);
    const programs = draws ? await withGraphs(machines, facts.programs, bytes) : facts.programs;
    const carried = {
      ...(held.programs.length === 0 ? {} : { held: held.programs }),
      ...(held.codes.length === 0 ? {} : { codes: held.codes }),
    };
    const numbers = [
      ...machines.flatMap(({ arrays }) => arrays),
      ...(stack.legacy ? legacyStorages(stack.runs, stack.end) : []),
    ];
    const files =
      (numbers.length > 0 ? await withinBudget(stack, () => filesAmong(bytes, numbers, context.budget)) : null) ?? [];
    for (const { unread } of machines) context.budget.leave(unread);
    return { ...rest, facts: { ...facts, programs, ...carried }, parts: [...parts, ...held.archives, ...files] };
  },
};

/** Bytes of another format may begin like a program, and then ask for a memo cell that no pickler counts to. */
async function runFirst(window: Window, session: Session, { budget, path }: ReadContext): Promise<Run> {
  try {
    return await runProgram(window, 0, session, budget);
  } catch (error) {
    const other =
      error instanceof FarCellError && !isPromising(path) && window.start === 0 && window.bytes[0] !== PROTO;
    throw other ? new MalformedError(`no pickle: ${error.message}`, 0) : error;
  }
}

/**
 * What follows programs that call something costs more than it may: that is a defect beside what they do, which is told all
 * the same. Answers null then.
 */
async function withinBudget<T>(
  { runs, defects, end }: { runs: readonly Run[]; defects: Defect[]; end: number },
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OverBudgetError) || !actsIn(runs)) throw error;
    defects.push({
      code: 'over-budget',
      message: `what follows costs more than it may: ${error.message}`,
      offset: end,
    });
    return null;
  }
}

/** Words may begin like a program, and even look something up; where nothing is called and nothing was promised, they are words. */
function cameToNothing(runs: readonly Run[], path: string, plain: boolean): boolean {
  if (isPromising(path)) return false;
  const all = withInside(runs);
  const acting = plain ? all.some(({ machine }) => actsByName(machine)) : actsIn(runs);
  return !acting && all.every(({ machine }) => !machine.recorder.overflowed());
}

interface Reading {
  readonly source: ByteSource;
  readonly window: Window;
  readonly session: Session;
  readonly context: ReadContext;
}

interface Stack {
  readonly runs: readonly Run[];
  readonly defects: Defect[];
  /** Where the last program ends. */
  readonly end: number;
  readonly legacy: boolean;
}

async function readStack(first: Run, { source, window, session, context }: Reading): Promise<Stack> {
  const runs = [first];
  const defects: Defect[] = [...brokenness(first)];
  let end = first.ending.end;
  while (end < window.size && runs.length < MOST_PROGRAMS) {
    // Storages can only be counted when it is known where they end.
    if (isLegacyTorch(runs) && source.reach !== undefined) {
      await source.reach(end, window.size - end);
      window.size = source.size;
    }
    const storages = isLegacyTorch(runs) ? describeLegacy(runs, window.size - end) : null;
    if (storages?.kind === 'exact') {
      const wrong = await wrongCount(runs, source, end);
      if (wrong !== null) defects.push({ code: 'storage-mismatch', message: wrong, offset: end });
      return { runs, defects, end, legacy: true };
    }
    if (storages?.kind === 'mismatch')
      defects.push({ code: 'storage-mismatch', message: storages.message, offset: end });
    end += await numbersAfter(runs, window, context.path);
    if (end === window.size) break;
    if (end > window.size) {
      defects.push({ code: 'storage-mismatch', message: 'a storage reaches past the end', offset: window.size });
      break;
    }
    const following = await withinBudget({ runs, defects, end }, () => findNext(window, end, session, context.budget));
    if (following === null) break;
    defects.push(...defectsOf(following, end, window.size));
    if (following.run === null) break;
    runs.push(following.run);
    end = following.run.ending.end;
  }
  if (runs.length >= MOST_PROGRAMS && end < window.size)
    defects.push({ code: 'too-much', message: `behind ${MOST_PROGRAMS} programs stands more`, offset: end });
  return { runs, defects, end, legacy: isLegacyTorch(runs) };
}

function* brokenness({ ending, machine, start }: Run): Iterable<Defect> {
  if (ending.kind === 'broken') {
    yield { code: 'broken-program', message: `the program ${ending.reason}`, offset: ending.end };
  }
  if (machine.longFrames > 0) {
    yield { code: 'frame-past-end', message: 'a frame reaches past the end of the file', offset: start };
  }
  if (machine.unfollowed > 0) {
    const message = `${machine.unfollowed} calls unpickle bytes that are not in the file as they stand`;
    yield { code: 'unfollowed-bytes', message, offset: start };
  }
  if (machine.outsideBuffers > 0) {
    const message = `${machine.outsideBuffers} values are buffers from outside: a loader that only has the file refuses it`;
    yield { code: 'outside-buffers', message, offset: start };
  }
  if (machine.recorder.overflowed()) {
    yield { code: 'too-much', message: 'there are more different calls than can be listed', offset: start };
  }
  if (machine.settings.overflowed) {
    yield { code: 'too-much', message: 'there are more different settings than can be listed', offset: start };
  }
  if (machine.held.length >= MOST_HELD) {
    yield { code: 'too-much', message: 'more bytes and texts may hold a program than are looked into', offset: start };
  }
}

function* defectsOf({ run, hidden, blank }: Following, end: number, size: number): Iterable<Defect> {
  if (run === null) {
    const message = `${size - end} bytes after the last program are no program`;
    if (!blank) yield { code: 'trailing-bytes', message, offset: end };
    return;
  }
  if (hidden) {
    const message = `a program begins ${run.start - end} bytes after the end of the one before`;
    yield { code: 'hidden-program', message, offset: run.start };
  }
  yield* brokenness(run);
}

function resultOf({ runs, defects, end, legacy }: Stack, bytes: ByteSource): Omit<ReaderResult<'pickle'>, 'parts'> {
  const facts: PickleFacts = {
    format: 'pickle',
    programs: withInside(runs).map(programOf),
    trailing: bytes.size - end,
    ...(legacy ? { layout: 'torch-legacy' } : {}),
  };
  return {
    facts,
    defects: [...defects],
    coverage: legacy ? 'structure' : 'whole',
  };
}

function programOf({ machine, start, ending }: Run): PickleProgram {
  return {
    protocol: machine.protocol,
    start,
    end: ending.end,
    opcodes: machine.opcodes,
    imports: machine.recorder.imports(),
    calls: machine.recorder.calls(),
    flaws: machine.flaws,
    settings: machine.settings.list,
    ...(machine.storages.size === 0 ? {} : { storages: [...machine.storages] }),
  };
}

/** Code of graphs that is read whole; that of a large network has some hundred thousand letters. */
const MOST_CODE = 4 * 1024 * 1024;

/** The programs with the code of the modules that they make. */
async function withGraphs(
  machines: readonly Machine[],
  programs: readonly PickleProgram[],
  bytes: ByteSource,
): Promise<readonly PickleProgram[]> {
  let left = MOST_CODE;
  const textOf = async (text: string | TextValue | null): Promise<string | null> => {
    if (text === null || typeof text === 'string') return text;
    left -= text.length;
    return text.start === undefined || left < 0
      ? null
      : Buffer.from(await bytes.read(text.start, text.length)).toString('utf8');
  };
  const all: PickleProgram[] = [];
  for (const [at, program] of programs.entries()) {
    const graphs: PickleGraph[] = [];
    for (const { imports, code, offset } of machines[at]?.graphs ?? []) {
      const [lines, body] = [await textOf(imports), await textOf(code)];
      graphs.push({ source: lines === null || body === null ? null : { imports: lines, code: body }, offset });
    }
    all.push(graphs.length === 0 ? program : { ...program, graphs });
  }
  return all;
}

/** What is larger is not unpacked. */
const LONGEST_HELD = 256 * 1024;
/** A program that stands there as it is is followed up to here, and all of them in a file. */
const LARGEST_HELD = 16 * 1024 * 1024;
const LARGEST_HELD_IN_ALL = 64 * 1024 * 1024;
/** As much as tells what begins there. */
const HELD_HEAD = 512;

interface Held {
  readonly programs: PickleProgram[];
  readonly codes: HeldCode[];
  readonly archives: Part[];
}

const NOTHING_HELD: Held = { programs: [], codes: [], archives: [] };

/**
 * What stands in programs as bytes, or in a text, compressed or encoded or as it is: programs that run to their end and call
 * something, which whoever unpickles them later does; code of Python and native code; archives, which go round as files. Only
 * time bounds them: a number would be filled with others first. What is too large to follow, or to unpack, is told as unread.
 */
async function heldWithin(runs: readonly Run[], bytes: ByteSource, { budget }: ReadContext): Promise<Held> {
  const held: Held = { programs: [], codes: [], archives: [] };
  let large = LARGEST_HELD_IN_ALL;
  for (const { machine } of withInside(runs)) {
    for (const { start, length } of machine.held) {
      if (machine.nested.has(start)) continue;
      budget.checkTime();
      if (length > LONGEST_HELD) {
        const sign = signOf(await bytes.read(start, HELD_HEAD));
        if (sign === 'stream' || (sign === 'program' && length > Math.min(LARGEST_HELD, large))) budget.leave(length);
        if (sign !== 'program' || length > Math.min(LARGEST_HELD, large)) continue;
        large -= length;
        const run = await heldProgram(sliceOf(bytes, start, length), budget);
        if (run !== null) held.programs.push(placedAt(start, programOf(run)));
        continue;
      }
      // With the decoders of all that bytes may be compressed by; few pickles hold any such bytes.
      const { insideOf } = await import('./held.ts');
      const inside = await insideOf(await bytes.read(start, length), LONGEST_HELD, budget);
      if (inside === null) continue;
      if (inside.sign === 'archive')
        held.archives.push({
          name: `held@${start}${isTar(inside.bytes) ? '.tar' : '.zip'}`,
          bytes: sourceOf(inside.bytes),
        });
      else if (inside.sign !== 'program') held.codes.push({ kind: inside.sign, offset: start });
      else {
        const run = await heldProgram(sourceOf(inside.bytes), budget);
        if (run !== null) held.programs.push(placedAt(start, programOf(run)));
      }
    }
  }
  return held;
}

/** In the file, and not in the bytes. */
function placedAt(start: number, { calls, ...program }: PickleProgram): PickleProgram {
  return { ...program, calls: calls.map((call) => ({ ...call, offset: call.offset + start })) };
}

function isTar(bytes: Uint8Array): boolean {
  return bytes[0] !== 0x50 || bytes[1] !== 0x4b;
}

async function heldProgram(inside: ByteSource, budget: ReadContext['budget']): Promise<Run | null> {
  try {
    const run = await runProgram(openWindow(inside), 0, createSession(), budget);
    return run.ending.kind === 'broken' || !actsIn([run]) ? null : run;
  } catch (error) {
    if (error instanceof MalformedError || error instanceof FarCellError) return null;
    throw error;
  }
}

/** Bytes that a program hands to something that unpickles them, as files of their own. */
async function nestedParts(runs: readonly Run[], bytes: ByteSource, { budget }: ReadContext): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { machine } of withInside(runs)) {
    for (const content of machine.nested.values()) {
      budget.checkTime();
      const part = await nestedPart(content, bytes);
      if (part.bytes.size > 0) parts.push(part);
    }
  }
  return parts;
}

async function nestedPart(content: BytesValue | TextValue | string, bytes: ByteSource): Promise<Part> {
  if (typeof content === 'string') return { name: 'nested.pkl', bytes: sourceOf(Buffer.from(content, 'latin1')) };
  const name = `nested@${content.start}.pkl`;
  const { start = 0, length } = content;
  if (content.kind === 'bytes') {
    const inside = sliceOf(bytes, start, length);
    return { name: (await isZip(inside)) ? `nested@${start}.zip` : name, bytes: inside };
  }
  if (length > LIMITS.wholeFile) throw new OverBudgetError(`a nested program of ${length} bytes in a text`);
  const text = Buffer.from(await bytes.read(start, length)).toString('utf8');
  const inside = sourceOf(Buffer.from(text, 'latin1'));
  return { name: (await isZip(inside)) ? `nested@${start}.zip` : name, bytes: inside };
}

/** A model of Keras is pickled as the archive it would be saved as. */
async function isZip(bytes: ByteSource): Promise<boolean> {
  const head = await bytes.read(0, Math.min(4, bytes.size));
  return new TextDecoder('latin1').decode(head) === 'PK\x03\x04';
}
