import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { claimsPickle } from './claims.ts';
import type { PickleFacts, PickleProgram } from './facts.ts';
import { describeLegacy, isLegacyTorch } from './legacy-torch.ts';
import { createSession, type Session } from './machine.ts';
import { type Run, runProgram } from './program.ts';
import { type Following, findNext } from './stacked.ts';
import { openWindow, type Window } from './window.ts';

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
 * - `too-much`: there were more different calls or lookups than are listed.
 */
export const pickleFormat: Format<'pickle'> = {
  id: 'pickle',
  claims: claimsPickle,
  read: async (bytes, context) => {
    const window = openWindow(bytes);
    const session = createSession();
    const first = await runProgram(window, 0, session, context.budget);
    if (first.ending.kind === 'broken' && first.ending.end === 0) {
      throw new MalformedError(`no pickle: ${first.ending.reason}`, 0);
    }
    const stack = await readStack(first, { window, session, context });
    return resultOf(stack, bytes);
  },
};

interface Reading {
  readonly window: Window;
  readonly session: Session;
  readonly context: ReadContext;
}

interface Stack {
  readonly runs: readonly Run[];
  readonly defects: readonly Defect[];
  /** Where the last program ends. */
  readonly end: number;
  readonly legacy: boolean;
}

async function readStack(first: Run, { window, session, context }: Reading): Promise<Stack> {
  const runs = [first];
  const defects: Defect[] = [...brokenness(first)];
  let end = first.ending.end;
  while (end < window.size && runs.length < MOST_PROGRAMS) {
    const storages = isLegacyTorch(runs) ? describeLegacy(runs, window.size - end) : null;
    if (storages?.kind === 'exact') return { runs, defects, end, legacy: true };
    if (storages?.kind === 'mismatch')
      defects.push({ code: 'storage-mismatch', message: storages.message, offset: end });
    const following = await findNext(window, end, session, context.budget);
    defects.push(...defectsOf(following, end, window.size));
    if (following.run === null) break;
    runs.push(following.run);
    end = following.run.ending.end;
  }
  return { runs, defects, end, legacy: isLegacyTorch(runs) };
}

function* brokenness({ ending, machine, start }: Run): Iterable<Defect> {
  if (ending.kind === 'broken') {
    yield { code: 'broken-program', message: `the program ${ending.reason}`, offset: ending.end };
  }
  if (machine.longFrames > 0) {
    yield { code: 'frame-past-end', message: 'a frame reaches past the end of the file', offset: start };
  }
  if (machine.recorder.overflowed()) {
    yield { code: 'too-much', message: 'there are more different calls than can be listed', offset: start };
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

function resultOf({ runs, defects, end, legacy }: Stack, bytes: ByteSource): ReaderResult<'pickle'> {
  const facts: PickleFacts = {
    format: 'pickle',
    programs: runs.map(programOf),
    trailing: bytes.size - end,
    ...(legacy ? { layout: 'torch-legacy' } : {}),
  };
  return {
    facts,
    parts: [...nestedParts(runs, bytes)],
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
  };
}

/** Bytes that a program hands to something that unpickles them, as files of their own. */
function* nestedParts(runs: readonly Run[], bytes: ByteSource): Iterable<Part> {
  for (const { machine } of runs) {
    for (const { start, length } of machine.nested) {
      if (length > 0) yield { name: `nested@${start}.pkl`, bytes: sliceOf(bytes, start, length) };
    }
  }
}
