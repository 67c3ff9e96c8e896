import type { Ecosystem } from './dependency.ts';

/** One advisory, with what matching and people need of its OSV record. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  /** ISO 8601, UTC. */
  readonly modified: string;
  /** When it was taken back; null while it stands. */
  readonly withdrawn: string | null;
  readonly summary: string;
  readonly details: string;
  readonly score: Score | null;
  /** The package itself is the attack (OpenSSF malicious-packages, ids that begin with MAL-). */
  readonly malicious: boolean;
  readonly affected: readonly Affected[];
  readonly links: readonly string[];
}

/** How bad, 0 to 10, and by what: a CVSS vector, or a database's word. */
export interface Score {
  readonly value: number;
  readonly by: string;
}

/** Which versions of one package it is about. */
export interface Affected {
  readonly ecosystem: Ecosystem;
  /** As `normalName` has it. */
  readonly name: string;
  readonly versions: readonly string[];
  /** Only ranges of versions; commits (GIT) say nothing of a package's version. */
  readonly ranges: readonly AffectedRange[];
  /** There were commit ranges, which cannot be compared with a version. */
  readonly commits: boolean;
}

/** OSV's events of one range, in any order. */
export type AffectedRange = readonly RangeEvent[];

export type RangeEvent =
  /** `0` is before every version. */
  | { readonly kind: 'introduced'; readonly version: string }
  | { readonly kind: 'fixed'; readonly version: string }
  | { readonly kind: 'last_affected'; readonly version: string }
  /** Nothing from here on is spoken of; `*` is no limit. */
  | { readonly kind: 'limit'; readonly version: string };

/** A package whose advisories are wanted. */
export interface PackageName {
  readonly ecosystem: Ecosystem;
  readonly name: string;
}

/** What an index holds of one ecosystem. */
export interface IndexedEcosystem {
  readonly ecosystem: Ecosystem;
  /** When it was last brought up to date; ISO 8601, UTC. */
  readonly updatedAt: string;
  /** The newest `modified` among its advisories. */
  readonly newest: string;
  readonly advisories: number;
  /** Where it came from, for people. */
  readonly source: string;
}
