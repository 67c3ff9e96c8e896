import { type Dossier, findingsIn } from '../domain/dossier.ts';
import { identityOf, type Rule, severityRank } from '../domain/finding.ts';
import { outcomeRank, type Reason } from '../domain/verdict.ts';
import type { Action } from '../domain/vetting.ts';
import type { Explained } from './explained.ts';
import { shellWord } from './shell-word.ts';

/** What to do, the worst ground first: what its policy rule asks for, then what its findings' rules advise. Each thing once. */
export function actionsFor(explained: Explained): readonly Action[] {
  const { dossier, verdict, rules } = explained;
  const reasons = [...verdict.reasons].sort((a, b) => outcomeRank(b.outcome) - outcomeRank(a.outcome));
  const advice = adviceOf(dossier, rules);
  const texts = new Set(reasons.flatMap((reason) => [reason.remedy, ...advice(reason)]));
  return [
    ...[...texts].map((text) => ({ text, command: null })),
    ...expired(explained),
    ...ofBytes(explained),
    ...ofDecision(explained),
  ];
}

/** The remedies of the rules behind a ground's findings, gravest first. */
function adviceOf(dossier: Dossier, rules: readonly Rule[]): (reason: Reason) => readonly string[] {
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const findings = new Map(findingsIn(dossier).map((finding) => [identityOf(finding), finding]));
  return ({ findings: identities }) =>
    identities
      .flatMap((identity) => findings.get(identity) ?? [])
      .sort((a, b) => severityRank(b.severity) - severityRank(a.severity))
      .flatMap(({ rule }) => ruleById.get(rule)?.remedy ?? []);
}

function expired({ verdict }: Explained): readonly Action[] {
  return verdict.waivers
    .filter(({ state }) => state === 'expired')
    .map(({ target, owner, until }) => ({
      text: `Renew or remove the waiver of ${target}: ${owner} answered for it until ${until}.`,
      command: null,
    }));
}

/** Digests that are the source's word are proven by a download; a model that is denied is better not downloaded. */
function ofBytes({ reference, verdict }: Explained): readonly Action[] {
  if (!verdict.duties.some(({ id }) => id === 'verify-bytes')) return [];
  const word = shellWord(reference);
  const text = 'Download the model and prove the digests that its source stated.';
  return [{ text, command: word === null ? null : `weighbridge vet ${word} --download` }];
}

function ofDecision({ reference, dossier, verdict, decision }: Explained): readonly Action[] {
  if (verdict.outcome !== 'admit') return [];
  const model = shellWord(reference);
  if (decision === null) {
    const text = 'Sign the admission, so that every start can be checked against it.';
    return [{ text, command: model === null ? null : `weighbridge vet ${model} --sign KEY` }];
  }
  const [folder, file] = [dossier.artifact.origin.source === 'directory' ? model : 'FOLDER', shellWord(decision.file)];
  const command = folder === null || file === null ? null : `weighbridge verify ${folder} --decision ${file}`;
  return [{ text: 'Check before each start:', command }];
}
