import type { Digest } from '../kernel/digest.ts';
import type { Origin } from './artifact.ts';
import type { PolicyRef } from './policy.ts';
import type { AdmissionRequest, Ruling } from './request.ts';
import type { ReviewDemand } from './review.ts';
import type { IntendedUse } from './use.ts';
import type { Duty, Outcome } from './verdict.ts';

/** One file that a decision is about. */
export interface DecidedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: Digest;
  readonly loadable: boolean;
  /** The digest was the source's word when this was signed. */
  readonly claimed: boolean;
}

/** The request that a decision answers, and how people ruled on it. */
export interface DecidedRequest extends Pick<AdmissionRequest, 'id' | 'direction' | 'owner' | 'role' | 'requestedBy'> {
  /** What the policy said by itself. */
  readonly policyVerdict: Outcome;
  /** Who had to rule, where the policy named them. */
  readonly review?: ReviewDemand | undefined;
  readonly rulings: readonly Ruling[];
}

/** What is signed. The verdict is the policy's, or where that is `review`, what people ruled; only `admit` lets a folder pass `verify`. */
export interface Decision {
  readonly model: string;
  readonly origin: Origin;
  readonly manifest: Digest;
  readonly dossier: Digest;
  readonly policy: PolicyRef;
  readonly use: IntendedUse;
  readonly verdict: Outcome;
  /** Ids of the grounds, for a person to look up in the dossier. */
  readonly reasons: readonly string[];
  readonly duties: readonly Duty[];
  readonly files: readonly DecidedFile[];
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
  readonly expiresAt: string;
  /** Missing where a decision was made without a control plane. */
  readonly request?: DecidedRequest | undefined;
}
