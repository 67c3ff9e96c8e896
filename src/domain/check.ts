import type { EvidenceKind } from './evidence.ts';
import type { Finding } from './finding.ts';

/** What came of asking one analyzer. Only `completed` can speak for the artifact; what a broken one found still counts against it. */
export type CheckOutcome =
  | { readonly kind: 'completed'; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly missing: readonly EvidenceKind[] }
  | { readonly kind: 'failed'; readonly reason: string; readonly findings: readonly Finding[] };

/** One analyzer, asked about one artifact. */
export interface Check {
  readonly analyzer: string;
  readonly version: number;
  /** What was asked, as a person would: 'Can loading it run code?' */
  readonly question: string;
  readonly outcome: CheckOutcome;
}

export function findingsOf(check: Check): readonly Finding[] {
  return check.outcome.kind === 'completed' || check.outcome.kind === 'failed' ? check.outcome.findings : [];
}
