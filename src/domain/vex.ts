import type { Ecosystem } from './dependency.ts';

/** What somebody says of one vulnerability in one package (OpenVEX 0.2.0, 'Status Labels'). */
export type VexStatus = 'not_affected' | 'affected' | 'fixed' | 'under_investigation';

/** One statement of a VEX document, whatever its format. */
export interface VexStatement {
  /** Every id of the vulnerability that it names. */
  readonly ids: readonly string[];
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** Null: every version. */
  readonly version: string | null;
  /** The model in which the package was looked at, as `org/name`; null: wherever it is. */
  readonly model: string | null;
  readonly status: VexStatus;
  /** Why, in the document's words. */
  readonly why: string;
  /** ISO 8601; of two statements on one thing the later counts. */
  readonly at: string;
}

/** A VEX document that a trusted key has signed. */
export interface VexDocument {
  readonly author: string;
  readonly keyId: string;
  readonly statements: readonly VexStatement[];
}
