import { type Digest, digestOfJson } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';

/** What can be collected about a model besides its bytes. */
export type EvidenceKind =
  | 'hub-model'
  /** Somebody asked for the model to be loaded. */
  | 'detonation-request'
  /** What it did then. */
  | 'detonation'
  /** Bundles of OpenSSF Model Signing in the model, held against those whom the user trusts. */
  | 'model-signature'
  /** The commit that is checked out and its tags, with their signatures. */
  | 'git-signature'
  /** How the weights stand to every registered base. */
  | 'lineage'
  /** A certificate, audit, report or statement that the caller handed over. */
  | 'external'
  /** What another scanner said of the files. */
  | 'tool-report'
  /** What OpenSSF Scorecard said of a source repository. */
  | 'project-health'
  /** The packages that the model's files name or imply. */
  | 'dependencies'
  /** What the model's own papers say it is and was made of. */
  | 'papers'
  /** What the datasets' own cards say, where a reference could be followed. */
  | 'data-cards'
  /** What an index of advisories says of them. */
  | 'advisories'
  /** What feeds of model advisories say of this very model. */
  | 'model-advisories'
  /** What a model and its papers say of licences, before anything is known of them: what a reading is made of. */
  | 'licence-case'
  /** Our reading of the licences against the use: what is known of them moves, so a dossier keeps what it rested on. */
  | 'licence-reading'
  /** What bases that were vetted here say they were trained on. */
  | 'base-data'
  /** What trusted signers say of vulnerabilities in its packages. */
  | 'vex';

/** What a person can do so that evidence is there the next time; without a row, vetting where it can be had. */
export const HOW_TO_GET: Partial<Record<EvidenceKind, string>> = {
  advisories: 'Run weighbridge advisories update, and vet the model again',
};

/** Something seen, by whom and when. Kept as it was received: conclusions belong in findings. */
export interface Evidence {
  /** Covers kind, collector and body, not the time: the same thing seen twice is the same evidence. */
  readonly digest: Digest;
  readonly kind: EvidenceKind;
  readonly collector: string;
  /** ISO 8601, UTC. */
  readonly collectedAt: string;
  readonly body: Json;
}

export function evidenceOf(kind: EvidenceKind, collector: string, collectedAt: string, body: Json): Evidence {
  return { digest: digestOfJson({ kind, collector, body }), kind, collector, collectedAt, body };
}
