import type { Digest } from '../kernel/digest.ts';
import type { Severity } from './finding.ts';
import type { Consequence, FollowUp } from './policy.ts';

/** What an admission leaves to somebody: a finding that is still there, or a duty that comes with it. */
export const OBLIGATION_KINDS = ['finding', 'duty'] as const;
/** `accepted`: somebody answers for it by a waiver until its day. `lapsed`: its day passed, and nobody had closed it. */
export const OBLIGATION_STATES = ['open', 'accepted', 'lapsed', 'closed'] as const;

export interface Obligation {
  readonly id: string;
  /** Whose decision it comes with. */
  readonly request: string;
  readonly kind: (typeof OBLIGATION_KINDS)[number];
  /** A finding's identity, or a duty's id. */
  readonly target: string;
  readonly text: string;
  /** By which it was found; null for duties, and for what was written down before this was. */
  readonly rule: string | null;
  /** Null for duties. */
  readonly severity: Severity | null;
  /** The person who sees to it. */
  readonly owner: string;
  /** `YYYY-MM-DD`: to the end of that day, UTC. Of an accepted one, the last day of its waiver. */
  readonly due: string;
  readonly state: (typeof OBLIGATION_STATES)[number];
  /** What its owner was told last. */
  readonly told: 'nothing' | 'soon' | 'today';
  /** What came of it when it lapsed. */
  readonly consequence: Consequence | null;
  /** The request of the base that it comes from; null: its own. */
  readonly inheritedFrom: string | null;
  readonly openedAt: string;
  readonly closing: Closing | null;
}

/** What shows that it is done. */
export type Proof =
  /** A later dossier of the model, in which it is gone. */
  | { readonly kind: 'dossier'; readonly dossier: Digest }
  /** A document that somebody names by its digest and keeps. */
  | { readonly kind: 'document'; readonly digest: Digest; readonly name: string };

export interface Closing {
  readonly proof: Proof;
  readonly by: string;
  readonly at: string;
}

/** What is to be done about an obligation today; null: nothing. */
export type Step = 'soon' | 'today' | 'lapse' | null;

/** `today` is `YYYY-MM-DD`, UTC; days in this form compare as text. A step that was missed is not made up for. */
export function nextStep(
  { state, due, told }: Pick<Obligation, 'state' | 'due' | 'told'>,
  { remind }: Pick<FollowUp, 'remind'>,
  today: string,
): Step {
  if (state !== 'open' && state !== 'accepted') return null;
  if (today > due) return 'lapse';
  if (today === due) return told === 'today' ? null : 'today';
  return told === 'nothing' && today >= dayAfter(due, -remind) ? 'soon' : null;
}

/** What the policy lets come of one that lapses. */
export function consequenceOf({ kind, state }: Pick<Obligation, 'kind' | 'state'>, { lapse }: FollowUp): Consequence {
  return state === 'accepted' ? lapse.waiver : lapse[kind];
}

const DAY = 24 * 60 * 60 * 1000;

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
