import { findingsOf } from '../domain/check.ts';
import { findingsIn } from '../domain/dossier.ts';
import { licenceReadingIn } from '../domain/licence.ts';
import type { Vetting } from '../domain/vetting.ts';
import { identified, safeJson } from './json.ts';
import { scoresOf } from './scorecard-view.ts';
import { compareFindings } from './view.ts';

/** One line a finding, worst first, then one summary line with the verdict (schemas/vet-line-1.0.schema.json). */
export function renderJsonLines(vetting: Vetting): string {
  const findings = findingsIn(vetting.dossier).toSorted(compareFindings);
  const lines = findings.map((finding) => safeJson({ type: 'finding', ...identified(finding) }));
  return [...lines, safeJson(summaryOf(vetting)), ''].join('\n');
}

function summaryOf(vetting: Vetting): unknown {
  const { dossier, verdict, policy, reading, tool } = vetting;
  const { origin, manifest, files } = dossier.artifact;
  return {
    type: 'summary',
    schemaVersion: vetting.schemaVersion,
    verdict: verdict.outcome,
    reasons: verdict.reasons.map(({ kind, id, outcome }) => ({ kind, id, outcome })),
    duties: verdict.duties.map(({ id }) => id),
    reference: vetting.reference,
    origin,
    manifest,
    dossier: dossier.digest,
    policy,
    tool,
    vettedAt: vetting.vettedAt,
    files: files.length,
    findings: findingsIn(dossier).length,
    openQuestions: vetting.openQuestions.length,
    checks: dossier.checks.map((check) => ({
      analyzer: check.analyzer,
      outcome: check.outcome.kind,
      findings: findingsOf(check).length,
    })),
    ...licenceOf(vetting),
    ...scoresOf(vetting),
    bytesRead: reading.bytesRead,
    bytesTotal: reading.bytesTotal,
  };
}

function licenceOf({ dossier }: Vetting): object {
  const reading = licenceReadingIn(dossier.evidence);
  if (reading === null) return {};
  const { verdict, concluded } = reading;
  return { licence: { verdict, concluded } };
}
