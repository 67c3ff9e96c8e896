import type { Digest } from '../kernel/digest.ts';

/** One rule of a policy: a CEL condition that, when true, adds `deny` or `review`. Rules can only make a verdict stricter. */
export interface PolicyRule {
  readonly id: string;
  /** CEL over `findings`, `files`, `checks`, `use`, `artifact`, `scores`; see docs/reference/policy.md. */
  readonly when: string;
  readonly outcome: 'deny' | 'review';
  readonly why: string;
  readonly remedy: string;
  /** Where it stands in the policy file, from 1. */
  readonly line: number;
}

/** Somebody takes responsibility for one finding, or one silent check, until a day. */
export interface Waiver {
  /** A finding's identity (32 hexadecimal digits), or `check:<analyzer>`. */
  readonly target: string;
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

export interface AdmissionPolicy {
  readonly id: string;
  readonly version: number;
  /** Of the policy's canonical form, so that comments and spacing do not matter. */
  readonly digest: Digest;
  readonly description: string;
  readonly silence: SilencePolicy;
  readonly rules: readonly PolicyRule[];
  readonly waivers: readonly Waiver[];
  /** How long an admission holds, in days. */
  readonly validDays: number;
}

/** The policy that judged, by name and by content. */
export interface PolicyRef {
  readonly id: string;
  readonly version: number;
  readonly digest: Digest;
}
