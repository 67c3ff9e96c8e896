import type { Budget } from '../../kernel/budget.ts';
import type { Session } from './machine.ts';
import { type Run, runProgram } from './program.ts';
import type { Window } from './window.ts';

const KiB = 1024;
/** Padding between programs that is looked through; more counts as trailing bytes. */
const PADDING = 16 * 1024 * KiB;
/** Bytes after the last program in which hidden ones are sought, and how many places are tried. */
const HUNTED = 1024 * KiB;
const TRIES = 256;

/** What came after a program's STOP. */
export interface Following {
  /** Null when no program follows. */
  readonly run: Run | null;
  /** Whether bytes that are no program lie before it. */
  readonly hidden: boolean;
  /** Without a run: whether all that follows is NUL. */
  readonly blank: boolean;
}

/**
 * Looks for another program from `at`: there, after padding of one repeated byte, and at every place in the next bytes
 * that looks like the beginning of one or like the lookup of a global. Loaders that read on do the first; scanners are
 * blinded by the others.
 */
export async function findNext(window: Window, at: number, session: Session, budget: Budget): Promise<Following> {
  const direct = await tryProgram(window, at, session, budget);
  if (direct !== null) return { run: direct, hidden: false, blank: false };
  const padded = await skipPadding(window, at, budget);
  if (padded.end === window.size) return { run: null, hidden: false, blank: padded.byte === 0 };
  if (padded.end > at) {
    const run = await tryProgram(window, padded.end, session, budget);
    if (run !== null) return { run, hidden: true, blank: false };
  }
  return { run: await hunt(window, padded.end, session, budget), hidden: true, blank: false };
}

/** A program counts when it ends well, or when it looked something up before it broke. */
async function tryProgram(window: Window, at: number, session: Session, budget: Budget): Promise<Run | null> {
  if (at >= window.size) return null;
  const run = await runProgram(window, at, session, budget);
  return run.ending.kind === 'stopped' || run.machine.recorder.imports().length > 0 ? run : null;
}

async function skipPadding(window: Window, at: number, budget: Budget): Promise<{ end: number; byte: number }> {
  await window.fill(at, 1);
  const byte = window.bytes[0] ?? 0;
  let end = at;
  while (end < window.size && end - at < PADDING) {
    if (end >= window.start + window.bytes.length) await window.fill(end, 1);
    budget.checkTime();
    const from = end - window.start;
    const other = window.bytes.subarray(from).findIndex((value) => value !== byte);
    if (other >= 0) return { end: end + other, byte };
    end = window.start + window.bytes.length;
  }
  return { end, byte };
}

async function hunt(window: Window, at: number, session: Session, budget: Budget): Promise<Run | null> {
  const length = Math.min(HUNTED, window.size - at);
  await window.fill(at, length);
  const text = Buffer.from(window.bytes.subarray(0, length)).toString('latin1');
  for (const offset of candidates(text)) {
    const run = await runProgram(window, at + offset, session, budget);
    if (run.machine.recorder.imports().length > 0) return run;
  }
  return null;
}

/** A GLOBAL or INST with two names, with the MARK it may stand on. */
const LOOK_UP = /\(?[ci][A-Za-z_][\w.]{0,200}\n[A-Za-z_][\w.]{0,200}\n/g;
const HIGHEST_PROTOCOL = 5;

function* candidates(text: string): Iterable<number> {
  let tries = 0;
  for (const { index } of text.matchAll(LOOK_UP)) {
    if (tries++ >= TRIES) break;
    yield index;
  }
  tries = 0;
  for (let at = text.indexOf('\x80'); at >= 0; at = text.indexOf('\x80', at + 1)) {
    const protocol = text.charCodeAt(at + 1);
    if (!(protocol >= 2 && protocol <= HIGHEST_PROTOCOL)) continue;
    if (tries++ >= TRIES) break;
    yield at;
  }
}
