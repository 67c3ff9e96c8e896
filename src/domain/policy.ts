import type { Digest } from '../kernel/digest.ts';
import type { Severity } from './finding.ts';
import type { ReviewDemand } from './review.ts';

/** One rule of a policy: a CEL condition that, when true, adds `deny` or `review`. Rules can only make a verdict stricter. */
export interface PolicyRule {
  readonly id: string;
  /** CEL over `findings`, `files`, `checks`, `use`, `artifact`, `scores`; see docs/reference/policy.md. */
  readonly when: string;
  readonly outcome: 'deny' | 'review';
  readonly why: string;
  readonly remedy: string;
  /** Who must rule where it asks for review; missing: whoever may. */
  readonly review?: ReviewDemand | undefined;
  /** Where it stands in the policy file, from 1. */
  readonly line: number;
}

/** Somebody takes responsibility for one finding, or one silent check, until a day. */
export interface Waiver {
  /** A finding's identity (32 hexadecimal digits), or `check:<analyzer>`. */
  readonly target: string;
  /** Of the file that somebody looked at, where the finding is about its bytes. A signed waiver is about a whole model's. */
  readonly bytes?: Digest | undefined;
  readonly owner: string;
  readonly reason: string;
  /** `YYYY-MM-DD`; the waiver holds to the end of that day, UTC. */
  readonly until: string;
}

/** How silence is judged. None of these can be `admit`. */
export interface SilencePolicy {
  readonly unanswered: 'deny' | 'review';
  readonly failed: 'deny' | 'review';
  readonly unscannable: 'deny' | 'review';
}

/** What comes of what lapses, kindest first: its owner hears of it; what rests on it is promoted no further; it serves no more. */
export const CONSEQUENCES = ['tell', 'hold', 'withdraw'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** How an admission is looked after: what it leaves open is somebody's, and due. */
export interface FollowUp {
  /** Days to close an open finding, by its severity. */
  readonly days: Readonly<Record<Severity, number>>;
  /** Owners are reminded so many days before a due day. */
  readonly remind: number;
  readonly lapse: Readonly<Record<'finding' | 'duty' | 'waiver', Consequence>>;
}

export interface AdmissionPolicy {
  readonly id: string;
  readonly version: number;
  /** Of the policy's canonical form, so that comments and spacing do not matter. */
  readonly digest: Digest;
  readonly description: string;
  readonly silence: SilencePolicy;
  readonly rules: readonly PolicyRule[];
  /** Who must rule on whatever it leaves to people. */
  readonly review?: ReviewDemand | undefined;
  readonly waivers: readonly Waiver[];
  /** How long an admission holds, in days. */
  readonly validDays: number;
  readonly followUp: FollowUp;
}

/** The policy that judged, by name and by content. */
export interface PolicyRef {
  readonly id: string;
  readonly version: number;
  readonly digest: Digest;
}
