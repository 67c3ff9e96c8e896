import type { Checkpoint } from './checkpoint.ts';
import { apart, EMPTY_FRONTIER, type Frontier, grow, rootOf } from './frontier.ts';
import { leafHash, sameHash } from './hashing.ts';

/** An entry as a log keeps it. */
export interface LoggedEntry {
  readonly position: number;
  readonly entry: Uint8Array;
  /** What it completed when it was written, joined; empty when that was not kept. */
  readonly completed: Uint8Array;
}

/** What is wrong with a log. */
export type LogProblem =
  /** An entry between these two, both included, is not what was written there. */
  | { readonly kind: 'rewritten'; readonly from: number; readonly to: number }
  /** The entry at this place is not there. */
  | { readonly kind: 'missing'; readonly position: number }
  /** It is shorter than it once said it was. */
  | { readonly kind: 'truncated'; readonly size: number; readonly signed: number }
  /** It once said something else of its first `signed` entries; those before `agreed` are as they were. */
  | { readonly kind: 'forked'; readonly signed: number; readonly agreed: number };

export interface LogState {
  readonly size: number;
  readonly root: Uint8Array;
  readonly problems: readonly LogProblem[];
}

/**
 * Reads a log from its first entry to its last, in memory that does not grow with it, and holds it against what it kept
 * and against what it signed before. The first entry that was rewritten, and the first checkpoint that does not hold, are
 * named; what comes after them cannot be told.
 */
export async function verifyLog(
  entries: AsyncIterable<LoggedEntry>,
  signed: readonly Pick<Checkpoint, 'size' | 'root'>[],
): Promise<LogState> {
  const open = [...signed].sort((one, other) => one.size - other.size);
  const found = new Map<LogProblem['kind'], LogProblem>();
  const report = (problem: LogProblem): void => void (found.has(problem.kind) || found.set(problem.kind, problem));
  let frontier: Frontier = EMPTY_FRONTIER;
  let agreed = 0;
  const compare = (): void => {
    for (let [next] = open; next !== undefined && next.size === frontier.size; [next] = open) {
      open.shift();
      if (!sameHash(next.root, rootOf(frontier))) report({ kind: 'forked', signed: next.size, agreed });
      else if (!found.has('forked')) agreed = next.size;
    }
  };
  compare();
  for await (const { position, entry, completed: kept } of entries) {
    if (position !== frontier.size) {
      report({ kind: 'missing', position: frontier.size });
      break;
    }
    const { frontier: grown, completed } = grow(frontier, leafHash(entry));
    const level = rewrittenLevel(completed, apart(kept));
    if (level !== null) report({ kind: 'rewritten', from: position + 1 - 2 ** level, to: position });
    frontier = grown;
    compare();
  }
  const [beyond] = open;
  if (beyond !== undefined && !found.has('missing'))
    report({ kind: 'truncated', size: frontier.size, signed: beyond.size });
  return { size: frontier.size, root: rootOf(frontier), problems: [...found.values()] };
}

/** The level of the smallest subtree that does not hash to what was kept; null when all do, or nothing was kept. */
function rewrittenLevel(completed: readonly Uint8Array[], kept: readonly Uint8Array[]): number | null {
  if (kept.length === 0) return null;
  if (kept.length !== completed.length) return 0;
  const level = completed.findIndex((hash, at) => !sameHash(hash, kept[at] ?? new Uint8Array()));
  return level < 0 ? null : level;
}
