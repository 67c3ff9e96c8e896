import type { Rule } from '../domain/finding.ts';
import type { ScannedFile } from '../domain/scan.ts';
import type { Vetting } from '../domain/vetting.ts';
import type { ErrorCode } from '../kernel/errors.ts';

/** A path that could not be looked at, and why. */
export interface UnopenedPath {
  readonly path: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/** One run of `scan`: what every scan report but the lines renders. */
export interface ScanReport {
  readonly tool: Vetting['tool'];
  readonly files: readonly ScannedFile[];
  /** Paths that could not be looked at: a run with one of them says nothing of what lies there. */
  readonly unopened: readonly UnopenedPath[];
  /** Rules that findings name; a finding without its rule speaks for itself. */
  readonly rules: readonly Rule[];
  /** The folder that the scan was started in, from the root of the machine: paths of files are relative to it. */
  readonly root: string;
}
