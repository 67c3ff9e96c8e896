/** What a drill looks at, in this order. */
export const DRILL_STEPS = ['decision', 'signature', 'dossier', 'bytes', 'upstream'] as const;

export interface DrillStep {
  readonly step: (typeof DRILL_STEPS)[number];
  /** `skipped`: nobody could look, so nothing was proved. */
  readonly outcome: 'held' | 'failed' | 'skipped';
  readonly why: string;
}

export const DRILL_STATES = ['running', 'proved', 'partly', 'failed'] as const;

/** A rollback that was tried and not done. */
export interface Drill {
  readonly id: string;
  readonly channel: string;
  /** What a rollback would have brought back when it began; null: nothing. */
  readonly release: string | null;
  readonly state: (typeof DRILL_STATES)[number];
  readonly steps: readonly DrillStep[];
  readonly by: string;
  readonly at: string;
  readonly endedAt: string | null;
}

/** Proved is only what was looked at: one step that nobody could look at leaves it in part. */
export function drillOutcome(steps: readonly DrillStep[]): 'proved' | 'partly' | 'failed' {
  if (steps.some(({ outcome }) => outcome === 'failed')) return 'failed';
  const held = new Set(steps.filter(({ outcome }) => outcome === 'held').map(({ step }) => step));
  return DRILL_STEPS.every((step) => held.has(step)) ? 'proved' : 'partly';
}

/** A quarterly exercise is what continuity plans ask for; weights lie on disks, and a month is a third of that. Days. */
const FRESH = 30;

/**
 * Why nobody should rely on a rollback of a channel; null when a drill proved it of the very release that it would bring
 * back, not long ago, or when there is nothing to go back to. `last` is the newest drill that ended.
 */
export function drillWarning(last: Drill | null, restorable: string | null, now: Date): string | null {
  if (restorable === null) return null;
  if (last === null) return 'no drill was ever run here';
  if (last.release !== restorable) return 'the last drill was of another release than a rollback would bring back now';
  if (last.state !== 'proved') return `the last drill ${last.state === 'failed' ? 'failed' : 'proved only a part'}`;
  const age = now.getTime() - Date.parse(last.endedAt ?? last.at);
  return age > FRESH * 24 * 60 * 60 * 1000 ? `the last drill is more than ${FRESH} days old` : null;
}
