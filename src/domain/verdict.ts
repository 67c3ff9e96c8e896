import type { Digest } from '../kernel/digest.ts';
import type { ReviewDemand } from './review.ts';

/** What a policy says of a dossier, kindest first. */
export const OUTCOMES = ['admit', 'review', 'deny'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a verdict is not kinder: one ground a row, each with the way out. */
export interface Reason {
  /** What was weighed: a check's silence or what could not be read, a policy rule, or a rule that would not evaluate. */
  readonly kind: 'silence' | 'unscannable' | 'rule' | 'rule-failed';
  /** The analyzer or the policy rule. */
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'admit'>;
  readonly why: string;
  readonly remedy: string;
  /** Identities of the findings that this ground rests on. */
  readonly findings: readonly string[];
}

export const WAIVER_STATES = ['applied', 'expired', 'unmatched', 'changed', 'unbound'] as const;

/** A finding or a silent check that somebody answers for. */
export interface WaiverUse {
  readonly target: string;
  readonly bytes?: Digest | undefined;
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
  /** `applied`, or why not: `changed` where the bytes are others, `unbound` where it says none of a finding that is about some. */
  readonly state: (typeof WAIVER_STATES)[number];
}

/** Something that must be done for an admission to hold. */
export interface Duty {
  /** `verify-bytes`, or a licence's: `notice-file`, `name-prefix`, `user-ceiling`. */
  readonly id: string;
  readonly text: string;
  /** Paths it is about. */
  readonly files: readonly string[];
  /** Who sees to it. */
  readonly owner: string;
  /** `YYYY-MM-DD`, UTC: done by then. */
  readonly due: string;
  /** By which event, in words: `before first use`. */
  readonly when: string;
  /** How a machine can look whether it is done; null where only people can. */
  readonly probe: string | null;
}

/** The worst of all grounds; `admit` only when there is none. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  readonly waivers: readonly WaiverUse[];
  readonly duties: readonly Duty[];
  /** Who must rule on it, where the policy names them; missing: any two people who may. */
  readonly review?: ReviewDemand | undefined;
}

export function outcomeRank(outcome: Outcome): number {
  return OUTCOMES.indexOf(outcome);
}

export function worstOutcome(outcomes: Iterable<Outcome>): Outcome {
  let worst: Outcome = 'admit';
  for (const outcome of outcomes) if (outcomeRank(outcome) > outcomeRank(worst)) worst = outcome;
  return worst;
}
