import { type Dossier, findingsIn } from '../domain/dossier.ts';
import { type Finding, identityOf, type Rule, severityRank } from '../domain/finding.ts';
import { outcomeRank, type Reason } from '../domain/verdict.ts';
import type { Action } from '../domain/vetting.ts';
import type { Explained } from './explained.ts';
import { shellWord } from './shell-word.ts';
import { bytesFor } from './waived-bytes.ts';

/** What to do, the worst ground first: what its policy rule asks for, then what its findings' rules advise. Each thing once. */
export function actionsFor(explained: Explained): readonly Action[] {
  const { dossier, verdict, rules } = explained;
  const reasons = [...verdict.reasons].sort((a, b) => outcomeRank(b.outcome) - outcomeRank(a.outcome));
  const advice = adviceOf(dossier, rules);
  const files = new Map<string, Set<string>>();
  for (const { text, paths } of reasons.flatMap((reason) => [{ text: reason.remedy, paths: [] }, ...advice(reason)])) {
    const known = files.get(text) ?? new Set();
    for (const path of paths) known.add(path);
    files.set(text, known);
  }
  return [
    ...Array.from(files, ([text, paths]) => ({ text: `${text}${whichFiles([...paths])}`, command: null })),
    ...unbound(explained),
    ...expired(explained),
    ...ofBytes(explained),
    ...ofDecision(explained),
  ];
}

/** Files that an action names; the findings have them all. */
const NAMED = 3;

/** ` It is about model.pkl, a.py and 4 more.`; nothing where the advice is about no file. */
function whichFiles(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const shown = paths.slice(0, paths.length === NAMED + 1 ? NAMED + 1 : NAMED).join(', ');
  return ` It is about ${shown}${paths.length > NAMED + 1 ? ` and ${paths.length - NAMED} more` : ''}.`;
}

interface Advice {
  readonly text: string;
  readonly paths: readonly string[];
}

/** The remedies of the rules behind a ground's findings, gravest first, with the file of each. */
function adviceOf(dossier: Dossier, rules: readonly Rule[]): (reason: Reason) => readonly Advice[] {
  const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
  const findings = new Map(findingsIn(dossier).map((finding) => [identityOf(finding), finding]));
  return ({ findings: identities }) =>
    identities
      .flatMap((identity) => findings.get(identity) ?? [])
      .sort((a, b) => severityRank(b.severity) - severityRank(a.severity))
      .flatMap(({ rule, location }: Finding) => {
        const text = ruleById.get(rule)?.remedy;
        return text === undefined ? [] : [{ text, paths: location === undefined ? [] : [location.path] }];
      });
}

/** What somebody waived without saying which bytes, or of which there are others now. */
function unbound({ verdict, dossier }: Explained): readonly Action[] {
  const bytesOf = bytesFor(dossier.artifact);
  const bytes = new Map(findingsIn(dossier).map((finding) => [identityOf(finding), bytesOf(finding)]));
  return verdict.waivers
    .filter(({ state }) => state === 'unbound' || state === 'changed')
    .map(({ target, owner, state }) => {
      const there = bytes.get(target) ?? null;
      const why = state === 'changed' ? `${owner} looked at other bytes` : 'it does not say which bytes were looked at';
      const how =
        there === null ? 'vet with --download, which proves them' : `if these may stay, give it bytes: ${there}`;
      return { text: `Renew or remove the waiver of ${target}: ${why}. Look again; ${how}.`, command: null };
    });
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
