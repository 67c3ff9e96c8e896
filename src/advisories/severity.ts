import type { Score } from '../domain/advisory.ts';
import type { Severity } from '../domain/finding.ts';

/** The band of a score (CVSS v3.1, section 5). */
export function severityOf({ value }: Score): Severity {
  if (value >= 9) return 'critical';
  if (value >= 7) return 'high';
  if (value >= 4) return 'medium';
  return value > 0 ? 'low' : 'info';
}
