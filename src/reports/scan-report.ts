import type { Rule } from '../domain/finding.ts';
import type { ScannedFile } from '../domain/scan.ts';
import type { Vetting } from '../domain/vetting.ts';

/** One run of `scan`: what every scan report but the lines renders. */
export interface ScanReport {
  readonly tool: Vetting['tool'];
  /** ISO 8601, UTC. */
  readonly scannedAt: string;
  readonly files: readonly ScannedFile[];
  /** Every rule that a finding names. */
  readonly rules: readonly Rule[];
}
