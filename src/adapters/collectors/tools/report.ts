import type { ToolId } from '../../../domain/evaluator.ts';

/** Another tool's report, in one shape. Nothing in it is judged, and nothing was checked against the model yet. */
export interface ToolReport {
  readonly tool: ToolId;
  readonly version: string | null;
  /** Paths that it says it looked at, as it spells them; null where it does not say. */
  readonly scanned: readonly string[] | null;
  readonly issues: readonly ToolIssue[];
  /** What it could not read, in its own words. */
  readonly errors: readonly string[];
  /** SHA-256 of files in hexadecimal, by path as it spells them; empty for a tool that names none. */
  readonly digests: Readonly<Record<string, string>>;
}

export interface ToolIssue {
  /** As the tool spells it: a path, and often `:member` after it. */
  readonly place: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  readonly what: string;
  /** `module.name` where it names one. */
  readonly operation: string | null;
}

/** Issues that are kept of one report; a report of more is of no use to anybody. */
export const MOST_ISSUES = 2_000;
