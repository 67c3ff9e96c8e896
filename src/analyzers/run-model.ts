import type { Check, CheckOutcome } from '../domain/check.ts';
import type { Finding } from '../domain/finding.ts';
import { withoutSecrets } from '../text/secrets/redact.ts';
import type { Material, ModelAnalyzer } from './analyzer.ts';
import { capped, checkOf, harmless, reasonOf, sorted } from './outcomes.ts';

/** Asks every model analyzer, once everything was read and collected. */
export function runModelChecks(analyzers: readonly ModelAnalyzer[], material: Material): readonly Check[] {
  return analyzers.map((analyzer) => checkOf(analyzer, askedOf(analyzer, material)));
}

function askedOf(analyzer: ModelAnalyzer, material: Material): CheckOutcome {
  const findings: Finding[] = [];
  try {
    const needs = typeof analyzer.needs === 'function' ? analyzer.needs(material.evidence) : analyzer.needs;
    const missing = needs.filter((kind) => !material.evidence.some((evidence) => evidence.kind === kind));
    const applies = analyzer.appliesTo(material.inventory, material.evidence);
    if (applies !== true) return { kind: 'not-applicable', reason: applies.because };
    if (missing.length > 0) return { kind: 'unanswered', missing };
    for (const finding of analyzer.analyze(material)) findings.push(finding);
    return { kind: 'completed', findings: sorted(capped(findings).map(shown)) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error), findings: sorted(capped(findings).map(shown)) };
  }
}

function shown(finding: Finding): Finding {
  return harmless(finding, withoutSecrets);
}
