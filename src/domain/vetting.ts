import type { Digest } from '../kernel/digest.ts';
import type { Dossier } from './dossier.ts';
import type { Rule } from './finding.ts';
import type { PolicyRef } from './policy.ts';
import type { Scorecard } from './scorecard.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** How much was read to know it. In bytes; requests are 0 for local files. */
export interface Reading {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly requests: number;
  readonly milliseconds: number;
}

/** A question nobody could answer, and what would answer it. */
export interface OpenQuestion {
  readonly state: 'unanswered' | 'failed' | 'unscannable' | 'claimed' | 'unknown';
  readonly question: string;
  readonly why: string;
  readonly answeredBy: string;
}

/** One thing to do next; `command` can be typed as it stands. */
export interface Action {
  readonly text: string;
  readonly command: string | null;
}

/** Where a signed decision was written, and what it holds. */
export interface DecisionRef {
  readonly file: string;
  readonly keyId: string;
  readonly expiresAt: string;
}

/** One run of `vet`: a dossier, the policy it was judged by, and all that a person reads. What every report renders. */
export interface Vetting {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'weighbridge'; readonly version: string };
  /** As the user gave it. */
  readonly reference: string;
  readonly vettedAt: string;
  readonly dossier: Dossier;
  readonly policy: PolicyRef;
  readonly verdict: Verdict;
  readonly actions: readonly Action[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly reading: Reading;
  /** Every rule that a finding names, so that a report needs nothing else. */
  readonly rules: readonly Rule[];
  readonly decision: DecisionRef | null;
  /** Health in numbers. Vettings that were kept before there was one have none. */
  readonly scorecard?: Scorecard;
}

/** One line about a dossier that is kept, by its newest vetting. */
export interface DossierSummary {
  readonly dossier: Digest;
  readonly reference: string;
  readonly outcome: Outcome;
  readonly policy: string;
  readonly vettedAt: string;
}
