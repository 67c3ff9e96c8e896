import { findingsOf } from '../domain/check.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { EvidenceKind } from '../domain/evidence.ts';
import type { Finding, Says } from '../domain/finding.ts';
import type { Json } from '../kernel/json.ts';

/** What a check looks at: a dossier, and when it was judged (ISO 8601). */
export interface ScoreMaterial {
  readonly dossier: Pick<Dossier, 'artifact' | 'checks' | 'evidence'>;
  readonly at: string;
}

const WORST_FIRST: readonly Says[] = ['malicious', 'unscannable', 'suspicious', 'review', 'unknown', 'note'];

/** What came of an analyzer, in one word: how the asking went, or the worst that it found. */
export type Standing = Says | 'clean' | 'absent' | 'not-applicable' | 'unanswered' | 'failed';

/** The worst standing among these analyzers; `absent` where none of them was asked. */
export function standingOf({ dossier }: ScoreMaterial, ...analyzers: readonly string[]): Standing {
  const checks = dossier.checks.filter(({ analyzer }) => analyzers.includes(analyzer));
  const findings = checks.flatMap(findingsOf);
  const worst = WORST_FIRST.find((says) => findings.some((finding) => finding.says === says));
  if (worst === 'malicious') return worst;
  const kinds = new Set(checks.map(({ outcome }) => outcome.kind));
  if (kinds.has('failed')) return 'failed';
  if (kinds.has('unanswered')) return 'unanswered';
  if (worst !== undefined) return worst;
  if (kinds.has('completed')) return 'clean';
  return kinds.has('not-applicable') ? 'not-applicable' : 'absent';
}

/** Findings whose rule begins so. */
export function findingsBy({ dossier }: ScoreMaterial, prefix: string): readonly Finding[] {
  return dossier.checks.flatMap(findingsOf).filter(({ rule }) => rule.startsWith(prefix));
}

/** How many findings there are of these rules. */
export function countOf({ dossier }: ScoreMaterial, ...rules: readonly string[]): number {
  return dossier.checks.flatMap(findingsOf).filter(({ rule }) => rules.includes(rule)).length;
}

/** The bodies of one kind of evidence, in the order in which they came. */
export function bodiesOf({ dossier }: ScoreMaterial, kind: EvidenceKind): readonly Json[] {
  return dossier.evidence.filter((one) => one.kind === kind).map(({ body }) => body);
}
