import type { Digest } from '../kernel/digest.ts';
import type { Severity } from './finding.ts';

/** What is wrong with a model. */
export type ModelAdvisoryKind =
  /** Made to do harm, or found to. */
  | 'malicious'
  /** It fails in a way that somebody can use. */
  | 'vulnerable'
  /** Its publisher took it back. */
  | 'withdrawn'
  /** A newer one mends something. */
  | 'superseded';

/** An advisory about models, of which package databases have none (schemas/model-advisory-feed-1.0.schema.json). */
export interface ModelAdvisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly kind: ModelAdvisoryKind;
  readonly severity: Severity;
  readonly title: string;
  readonly details: string;
  /** What whoever has the model should do, in a sentence. */
  readonly remedy: string;
  /** ISO 8601, UTC. */
  readonly modified: string;
  /** When the advisory itself was taken back; null while it stands. */
  readonly withdrawn: string | null;
  readonly affected: ModelsAffected;
  readonly references: readonly string[];
}

/** Which models; whatever matches first says how surely. */
export interface ModelsAffected {
  /** Of single files. */
  readonly files: readonly Digest[];
  /** Of whole models, as OpenSSF Model Signing computes them. */
  readonly manifests: readonly Digest[];
  readonly repositories: readonly RepositoryAffected[];
  /** Names of models; what was made from one is affected too. */
  readonly bases: readonly string[];
}

export interface RepositoryAffected {
  /** `org/name`. */
  readonly name: string;
  /** Commits; empty for every one. */
  readonly revisions: readonly string[];
}

/** A signed list of advisories about models. */
export interface ModelFeed {
  readonly name: string;
  /** ISO 8601, UTC. A feed is never replaced by an older one. */
  readonly issuedAt: string;
  /** After this moment its silence means nothing. */
  readonly expiresAt: string;
  readonly advisories: readonly ModelAdvisory[];
}
