import * as fc from 'fast-check';
import type { Artifact, FileRecord } from '../../src/domain/artifact.ts';
import type { Check, CheckOutcome } from '../../src/domain/check.ts';
import { assembleDossier, type Dossier } from '../../src/domain/dossier.ts';
import { type Finding, SEVERITIES } from '../../src/domain/finding.ts';
import type { AdmissionPolicy, PolicyRule } from '../../src/domain/policy.ts';
import { type IntendedUse, UNSTATED_USE } from '../../src/domain/use.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import type { RunApart } from '../../src/policy/ask.ts';
import { answerConditions } from '../../src/policy/conditions.ts';
import { USUAL_FOLLOW_UP } from '../../src/policy/follow-up.ts';

export function fileOf(path: string, kind: 'proven' | 'claimed' = 'proven'): FileRecord {
  const sha256 = digestOf(path);
  const digest = kind === 'proven' ? { kind, sha256 } : { kind, sha256, by: 'hub.example' };
  return {
    path,
    size: path.length,
    kind: 'safetensors',
    role: 'weights',
    digest,
    loadable: true,
    coverage: 'structure',
  };
}

export function artifactOf(files: readonly FileRecord[] = [fileOf('model.safetensors')]): Artifact {
  const origin = { source: 'hf', name: 'marshlight/wren', revision: 'c07e55d12f9a', requested: null };
  return { digest: digestOf('artifact'), manifest: digestOf('manifest'), origin, files };
}

export function findingThat(says: Finding['says'], details: Partial<Finding> = {}): Finding {
  return {
    rule: `pickle-imports/${says}`,
    says,
    severity: 'medium',
    confidence: 'certain',
    message: `It is ${says}.`,
    location: { path: 'data.pkl' },
    evidence: [],
    ...details,
  };
}

export function checkOf(outcome: CheckOutcome | readonly Finding[], analyzer = 'pickle-imports'): Check {
  const whole = Array.isArray(outcome) ? { kind: 'completed' as const, findings: outcome } : (outcome as CheckOutcome);
  return { analyzer, version: 1, question: 'Can loading it run code?', outcome: whole };
}

export function dossierOf(checks: readonly Check[], use: Partial<IntendedUse> = {}, artifact = artifactOf()): Dossier {
  return assembleDossier({ artifact, use: { ...UNSTATED_USE, ...use }, checks, evidence: [] });
}

export function policyOf(details: Partial<AdmissionPolicy> = {}): AdmissionPolicy {
  return {
    id: 'test',
    version: 1,
    digest: digestOf('policy'),
    description: 'A policy.',
    silence: { unanswered: 'review', failed: 'deny', unscannable: 'deny' },
    rules: [],
    waivers: [],
    validDays: 30,
    followUp: USUAL_FOLLOW_UP,
    ...details,
  };
}

export function ruleThat(when: string, details: Partial<PolicyRule> = {}): PolicyRule {
  return { id: 'rule', when, outcome: 'review', why: 'Why.', remedy: 'Remedy.', line: 1, ...details };
}

/** The entry without a worker, for conditions that end. */
export const inProcess: RunApart = async (_, input) => ({ kind: 'done', output: answerConditions(input) });

const name = fc.constantFrom('a', 'b', 'model.bin');

export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    says: fc.constantFrom('malicious', 'unscannable', 'suspicious', 'review', 'unknown', 'note'),
    severity: fc.constantFrom(...SEVERITIES),
    confidence: fc.constantFrom('certain', 'likely', 'possible'),
    path: name,
    operation: fc.option(name, { nil: undefined }),
  })
  .map(({ says, severity, confidence, path, operation }) =>
    findingThat(says, { severity, confidence, location: { path }, ...(operation === undefined ? {} : { operation }) }),
  );

export const anyUse: fc.Arbitrary<Partial<IntendedUse>> = fc.record({
  commercial: fc.boolean(),
  exposure: fc.constantFrom('internal', 'hosted', 'redistributed'),
});
