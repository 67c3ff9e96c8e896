import type { Check } from '../domain/check.ts';
import { findingsIn } from '../domain/dossier.ts';
import type { Vetting } from '../domain/vetting.ts';
import { hexOf } from '../kernel/digest.ts';
import { printable } from '../kernel/printable.ts';
import { BELOW_MODEL, type SarifObject } from './sarif-place.ts';
import { sarifLog, sarifRun } from './sarif-run.ts';
import { scoresOf } from './scorecard-view.ts';

/** The vetting as SARIF 2.1.0: findings as results, silent checks as notifications, the verdict as a property of the run. */
export function renderSarif(vetting: Vetting): string {
  const { dossier, verdict } = vetting;
  const findings = findingsIn(dossier);
  const run = sarifRun({
    tool: vetting.tool,
    category: `vet/${vetting.reference}`,
    findings,
    rules: vetting.rules,
    artifacts: describeFiles(vetting),
    place: BELOW_MODEL,
    invocation: {
      executionSuccessful: !dossier.checks.some(({ outcome }) => outcome.kind === 'failed'),
      endTimeUtc: vetting.vettedAt,
      toolExecutionNotifications: dossier.checks.flatMap(notificationOf),
    },
    answered: new Map(
      verdict.waivers
        .filter(({ state }) => state === 'applied')
        .map(({ target, owner, reason, until }) => [target, `${reason} (waived by ${owner} until ${until})`]),
    ),
    properties: {
      verdict: verdict.outcome,
      reasons: verdict.reasons.map(({ kind, id, outcome }) => ({ kind, id, outcome })),
      dossier: dossier.digest,
      manifest: dossier.artifact.manifest,
      policy: vetting.policy,
      ...scoresOf(vetting),
      bytesRead: vetting.reading.bytesRead,
      bytesTotal: vetting.reading.bytesTotal,
    },
  });
  return sarifLog([run]);
}

/** Length, and the hash where the bytes were hashed here: a claimed one must not pass for a measured one. */
function describeFiles({ dossier }: Vetting): ReadonlyMap<string, SarifObject> {
  return new Map(
    dossier.artifact.files.map(({ path, size, digest }) => [
      path,
      { length: size, ...(digest.kind === 'proven' ? { hashes: { 'sha-256': hexOf(digest.sha256) } } : {}) },
    ]),
  );
}

/** Nothing for a check that answered; a notification for one that could not, so that its silence shows. */
function notificationOf({ analyzer, question, outcome }: Check): readonly SarifObject[] {
  if (outcome.kind !== 'failed' && outcome.kind !== 'unanswered') return [];
  const why = outcome.kind === 'failed' ? `broke: ${outcome.reason}` : `lacks ${outcome.missing.join(', ')}`;
  return [
    {
      descriptor: { id: `check-${outcome.kind}` },
      level: outcome.kind === 'failed' ? 'error' : 'warning',
      message: { text: printable(`${question} The check ${analyzer} ${why}`) },
      properties: { analyzer },
    },
  ];
}
