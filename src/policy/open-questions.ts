import type { Check } from '../domain/check.ts';
import type { Dossier } from '../domain/dossier.ts';
import { findingsIn } from '../domain/dossier.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding, Rule } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { OpenQuestion } from '../domain/vetting.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type { Explained } from './explained.ts';

/** What nobody could answer, waived or not: checks that were silent, what could not be read, what stays open, claimed bytes. */
export function openQuestionsOf({ dossier, verdict, rules }: Explained): readonly OpenQuestion[] {
  const findings = findingsIn(dossier);
  return [
    ...dossier.checks.flatMap((check) => ofSilent(check, dossier.evidence)),
    ...ofNeverAsked(dossier, verdict),
    ...byRule(findings, 'unscannable').map(([id, some]) => ofUnscannable(some, ruleOf(rules, id))),
    ...byRule(findings, 'unknown').map(([id, some]) => ofUnknown(some, ruleOf(rules, id))),
    ...ofClaims(dossier),
  ];
}

function ofSilent({ analyzer, question, outcome }: Check, evidence: readonly Evidence[]): readonly OpenQuestion[] {
  if (outcome.kind === 'unanswered') {
    const missing = outcome.missing.join(', ');
    const refused = missing === 'detonation' ? whyNotLoaded(evidence) : null;
    return [
      {
        state: 'unanswered',
        question,
        why: refused === null ? `${missing} could not be had` : `nothing was loaded: ${refused}`,
        answeredBy: `vetting it where ${missing} can be had`,
      },
    ];
  }
  if (outcome.kind !== 'failed') return [];
  return [
    {
      state: 'failed',
      question,
      why: `the check ${analyzer} broke: ${outcome.reason}`,
      answeredBy: 'vetting it again',
    },
  ];
}

/** Why what was asked to be loaded was not, as the collector wrote it down. */
function whyNotLoaded(evidence: readonly Evidence[]): string | null {
  const body = evidence.find(({ kind }) => kind === 'detonation-request')?.body;
  const refused = isJsonObject(body ?? null) ? (body as JsonObject)['refused'] : undefined;
  return typeof refused === 'string' ? refused : null;
}

/** Known from the verdict alone: there is no check to ask. */
function ofNeverAsked(dossier: Dossier, { reasons }: Verdict): readonly OpenQuestion[] {
  const asked = new Set(dossier.checks.map(({ analyzer }) => analyzer));
  return reasons
    .filter(({ kind, id }) => kind === 'silence' && !asked.has(id))
    .map(({ id }) => ({
      state: 'failed',
      question: `What the check ${id} would have said`,
      why: 'it was never asked',
      answeredBy: 'vetting it again',
    }));
}

/** Findings that say so, by rule, in the order in which the rules are met. */
function byRule(
  findings: readonly Finding[],
  says: Finding['says'],
): readonly (readonly [string, readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.says !== says) continue;
    const group = groups.get(finding.rule) ?? [];
    group.push(finding);
    groups.set(finding.rule, group);
  }
  return [...groups];
}

function ruleOf(rules: readonly Rule[], id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}

function ofUnscannable(findings: readonly Finding[], rule: Rule | undefined): OpenQuestion {
  return {
    state: 'unscannable',
    question: `What is in ${placesIn(findings)}`,
    why: unstopped(rule?.title ?? findings[0]?.message ?? 'it could not be read'),
    answeredBy: unstopped(rule?.remedy ?? 'a copy that can be read'),
  };
}

function ofUnknown(findings: readonly Finding[], rule: Rule | undefined): OpenQuestion {
  return {
    state: 'unknown',
    question: unstopped(rule?.title ?? findings[0]?.message ?? 'A question stays open'),
    why: findings.some(({ location }) => location !== undefined)
      ? `see ${placesIn(findings)}`
      : unstopped(rule?.why ?? ''),
    answeredBy: unstopped(rule?.remedy ?? 'a person who looks into it'),
  };
}

function ofClaims({ artifact: { files } }: Dossier): readonly OpenQuestion[] {
  const claimed = files.filter(({ digest }) => digest.kind === 'claimed');
  const [first] = claimed;
  if (first?.digest.kind !== 'claimed') return [];
  const what = claimed.length === files.length ? 'the digests' : `${claimed.length} of ${files.length} digests`;
  return [
    {
      state: 'claimed',
      question: 'Whether the weights are the stated bytes',
      why: `only ${first.digest.by} states ${what}; the bytes were not hashed here`,
      answeredBy: 'a download (--download), or the duty verify-bytes where the model is started',
    },
  ];
}

/** More names than this would be a list, not a sentence. */
const NAMED = 2;

/** Where the findings are: `a.zip`, `a.zip and b.zip`, `a.zip, b.zip and 7 more files`. */
function placesIn(findings: readonly Finding[]): string {
  const paths = [...new Set(findings.flatMap(({ location }) => location?.path ?? []))];
  if (paths.length === 0) return 'the model';
  if (paths.length <= NAMED) return paths.join(' and ');
  return `${paths.slice(0, NAMED).join(', ')} and ${paths.length - NAMED} more ${paths.length - NAMED === 1 ? 'file' : 'files'}`;
}

/** A sentence without its stop, to stand beside others. */
function unstopped(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
