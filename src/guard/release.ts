import type { GuardFinding } from '../domain/guard.ts';
import { enforces, rankOf } from './table.ts';

/** What stands in a text instead of what was found. */
export type Replace = (finding: GuardFinding, found: string) => string;

/** Gives out what is settled, with what the policy wants changed in it. */
export interface Release {
  add(delta: string): void;
  /** What may go out up to `until`; `findings` are those that start before it and were not given before. */
  upTo(until: number, findings: readonly GuardFinding[]): string;
  /** The first finding that stops everything, if there was one. */
  stopped(): GuardFinding | null;
}

export function createRelease(replace: Replace): Release {
  let held = '';
  let base = 0;
  let stopped: GuardFinding | null = null;
  return {
    add: (delta) => {
      held += delta;
    },
    upTo: (until, findings) => {
      const text = held.slice(0, until - base);
      const start = base;
      held = held.slice(until - base);
      base = until;
      if (stopped !== null) return '';
      if (findings.length === 0) return text;
      const edits = merged(findings.filter(({ action }) => enforces(action)));
      let out = '';
      let at = start;
      for (const edit of edits) {
        // It may begin in what went out before.
        const from = Math.max(edit.start, start);
        out += text.slice(at - start, from - start);
        at = Math.max(at, edit.end);
        if (STOPS.has(edit.action)) {
          stopped = edit;
          return out;
        }
        out += replace(edit, text.slice(from - start, edit.end - start));
      }
      return out + text.slice(at - start);
    },
    stopped: () => stopped,
  };
}

const STOPS: ReadonlySet<GuardFinding['action']> = new Set(['truncate', 'approve', 'block']);

/** In order and apart: of those that overlap, the strongest, over all that they cover. */
function merged(findings: readonly GuardFinding[]): readonly GuardFinding[] {
  const inOrder = findings.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || rankOf(b.action) - rankOf(a.action),
  );
  const apart: GuardFinding[] = [];
  for (const finding of inOrder) {
    const last = apart.at(-1);
    // An empty one, of a message as a whole, stands for itself.
    if (last === undefined || finding.start >= last.end) apart.push(finding);
    else {
      const stronger = rankOf(finding.action) > rankOf(last.action) ? finding : last;
      apart[apart.length - 1] = { ...stronger, start: last.start, end: Math.max(last.end, finding.end) };
    }
  }
  return apart;
}
