import type { Digest } from '../kernel/digest.ts';
import type { RulingRole } from './people.ts';
import { missingFrom, type ReviewDemand } from './review.ts';
import type { IntendedUse } from './use.ts';
import type { Outcome } from './verdict.ts';

/** Into the house, or out of it. */
export const DIRECTIONS = ['adopt', 'publish'] as const;
/** What the organisation is to the model, in the words of the law (Regulation (EU) 2024/1689). */
export const STANDINGS = ['provider', 'deployer', 'modifier'] as const;

/** `cancelled` before it was vetted; `failed` when no dossier could be made. */
export const REQUEST_STATES = ['vetting', 'cancelled', 'failed', 'review', 'admitted', 'denied'] as const;

/** Somebody asks for a model, for a use, and somebody answers for it. */
export interface AdmissionRequest {
  readonly id: string;
  readonly direction: (typeof DIRECTIONS)[number];
  readonly reference: string;
  readonly use: IntendedUse;
  /** A built-in policy's name, or of one that the house keeps. */
  readonly policy: string;
  /** Of the version that it is ruled under; null for what was asked before anybody wrote it down. */
  readonly policyDigest: Digest | null;
  /** The person who answers for it; without one there is no request. */
  readonly owner: string;
  readonly role: (typeof STANDINGS)[number];
  /** Whose it is; null for nobody's in particular. */
  readonly team: string | null;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: (typeof REQUEST_STATES)[number];
  /** From the moment it was vetted. */
  readonly dossier: Digest | null;
  readonly outcome: Outcome | null;
  /** Why no dossier could be made. */
  readonly failure: string | null;
  /** Who must rule, where it was left to people; null: nobody, or as `USUAL_REVIEW` says. */
  readonly review: ReviewDemand | null;
}

/** What one person says where the policy says `review`. Signed with the decision, never changed. */
export interface Ruling {
  readonly by: string;
  readonly role: RulingRole;
  readonly ruling: 'admitted' | 'denied';
  readonly reason: string;
  readonly at: string;
}

/** A ruling on a request; of those, only the ones on the request's present dossier count. */
export interface RequestRuling extends Ruling {
  /** What was read. */
  readonly dossier: Digest;
}

/** Those that count while the request has this dossier. */
export function rulingsOn<One extends Pick<RequestRuling, 'dossier'>>(
  dossier: Digest | null,
  rulings: readonly One[],
): readonly One[] {
  return rulings.filter((one) => one.dossier === dossier);
}

/** What the rulings come to: one denial denies; admitting takes all who were asked. Null while somebody has yet to rule. */
export function settled(
  rulings: readonly Pick<Ruling, 'by' | 'role' | 'ruling'>[],
  demand: ReviewDemand,
): 'admitted' | 'denied' | null {
  if (rulings.some(({ ruling }) => ruling === 'denied')) return 'denied';
  return missingFrom(demand, rulings).people === 0 ? 'admitted' : null;
}
