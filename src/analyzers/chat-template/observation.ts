import type { Rule } from '../../domain/finding.ts';

/** Something seen in a template; the operation names it in one line. */
export interface Observation {
  readonly rule: Rule;
  readonly operation: string;
}
