import type { Rule } from '../domain/finding.ts';
import type { ScannedFile } from '../domain/scan.ts';
import type { Vetting } from '../domain/vetting.ts';

/** One run of `scan`: what every scan report but the lines renders. */
export interface ScanReport {
  readonly tool: Vetting['tool'];
  readonly files: readonly ScannedFile[];
  /** Rules that findings name; a finding without its rule speaks for itself. */
  readonly rules: readonly Rule[];
}
