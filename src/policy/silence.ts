import type { Check } from '../domain/check.ts';
import type { Dossier } from '../domain/dossier.ts';
import { HOW_TO_GET } from '../domain/evidence.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import type { SilencePolicy } from '../domain/policy.ts';
import type { Reason } from '../domain/verdict.ts';
import { analyzerOf } from './activation.ts';

/** Expected analyzers that have no check in the dossier, each once. */
export function neverAskedOf(dossier: Pick<Dossier, 'checks'>, expected: readonly string[]): readonly string[] {
  const asked = new Set(dossier.checks.map(({ analyzer }) => analyzer));
  return [...new Set(expected)].filter((id) => !asked.has(id));
}

/** A ground for every check that cannot speak for the model. */
export function judgeSilence(
  policy: SilencePolicy,
  dossier: Pick<Dossier, 'checks'>,
  neverAsked: readonly string[],
): readonly Reason[] {
  return [
    ...dossier.checks.flatMap((check) => judgeCheck(policy, check)),
    ...neverAsked.map((id) => silence(id, policy.failed, `The check ${id} was never asked.`, AGAIN)),
  ];
}

const AGAIN = 'Vet the model again; if it stays so, report it, or have somebody waive the check.';

function judgeCheck(policy: SilencePolicy, { analyzer, outcome }: Check): readonly Reason[] {
  if (outcome.kind === 'failed') {
    return [silence(analyzer, policy.failed, `The check ${analyzer} broke: ${outcome.reason}.`, AGAIN)];
  }
  if (outcome.kind !== 'unanswered') return [];
  const missing = outcome.missing.join(', ');
  const known = outcome.missing.flatMap((kind) => HOW_TO_GET[kind] ?? []);
  const way = known.length > 0 ? known.join('; ') : `Vet the model where ${missing} can be had`;
  const remedy = `${way}, or have somebody waive the check.`;
  return [silence(analyzer, policy.unanswered, `The check ${analyzer} could not answer: it lacks ${missing}.`, remedy)];
}

function silence(id: string, outcome: Reason['outcome'], why: string, remedy: string): Reason {
  return { kind: 'silence', id, outcome, why, remedy, findings: [] };
}

/** One ground for each analyzer that met something nobody could read. */
export function judgeUnscannable(policy: SilencePolicy, findings: readonly Finding[]): readonly Reason[] {
  const byAnalyzer = new Map<string, string[]>();
  for (const finding of findings) {
    if (finding.says !== 'unscannable') continue;
    const analyzer = analyzerOf(finding.rule);
    const identities = byAnalyzer.get(analyzer) ?? [];
    identities.push(identityOf(finding));
    byAnalyzer.set(analyzer, identities);
  }
  return [...byAnalyzer].map(([id, identities]) => ({
    kind: 'unscannable',
    id,
    outcome: policy.unscannable,
    why: 'Something in it could not be read, so nobody knows what it does.',
    remedy: 'Get a copy that can be read, leave those files out, or have somebody waive each finding.',
    findings: identities,
  }));
}
