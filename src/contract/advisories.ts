import type { Advisory, IndexedEcosystem } from '../domain/advisory.ts';
import type { Ecosystem } from '../domain/dependency.ts';

/** A feed of model advisories, and who signed it. */
export interface FeedAnswer {
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly advisories: number;
  readonly keyId: string;
}

/** A VEX document that counts from now on. */
export interface VexAnswer {
  readonly author: string;
  /** Those about packages that we match. */
  readonly statements: number;
  readonly keyId: string;
}

export interface AdvisoryUpdateInput {
  /** Empty: those that are indexed, or PyPI at first. */
  readonly ecosystems: readonly Ecosystem[];
  /** A folder or an archive of OSV records, instead of the feed. */
  readonly from: string | null;
  /** Replace what is indexed. */
  readonly whole: boolean;
}

export interface AdvisoryUpdate {
  readonly ecosystems: readonly EcosystemUpdate[];
  /** Records that are not as OSV has them; they are left out. */
  readonly problems: readonly AdvisoryProblem[];
}

export interface EcosystemUpdate {
  readonly ecosystem: Ecosystem;
  readonly read: number;
  readonly how: 'whole' | 'changes';
  readonly state: IndexedEcosystem;
}

export interface AdvisoryProblem {
  readonly name: string;
  readonly why: string;
}

export interface AdvisoryListing {
  readonly ecosystems: readonly IndexedEcosystem[];
  readonly advisories: readonly Advisory[];
}
