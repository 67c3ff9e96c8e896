import type { FileRecord } from '../domain/artifact.ts';
import type { Check } from '../domain/check.ts';
import type { Dossier } from '../domain/dossier.ts';
import { type Finding, identityOf, SEVERITIES, severityRank } from '../domain/finding.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { JsonObject } from '../kernel/json.ts';
import { BOOL, fields, listOf, NUMBER, oneOf, type Shape, TEXT } from './cel/shape.ts';
import { waiveIn } from './waivers.ts';

const FINDING = fields('a finding', {
  rule: TEXT,
  analyzer: TEXT,
  says: oneOf(['malicious', 'unscannable', 'suspicious', 'review', 'unknown', 'note']),
  severity: oneOf(SEVERITIES),
  severityRank: NUMBER,
  confidence: oneOf(['certain', 'likely', 'possible']),
  path: TEXT,
  member: listOf(TEXT),
  message: TEXT,
  operation: TEXT,
  identity: TEXT,
});

const CHECK = fields('a check', {
  analyzer: TEXT,
  version: NUMBER,
  outcome: oneOf(['completed', 'not-applicable', 'unanswered', 'failed']),
  findings: NUMBER,
});

const FILE = fields('a file', {
  path: TEXT,
  size: NUMBER,
  kind: oneOf(
    'pickle pytorch-zip zip safetensors gguf sentencepiece json python text media empty link special unknown'.split(
      ' ',
    ),
  ),
  role: oneOf('weights config tokenizer code card licence document other'.split(' ')),
  digest: oneOf(['proven', 'claimed', 'unknown']),
  loadable: BOOL,
  coverage: oneOf(['whole', 'structure', 'none']),
});

const USE = fields('use', {
  purpose: TEXT,
  commercial: BOOL,
  exposure: oneOf(['internal', 'hosted', 'redistributed']),
  monthlyUsers: NUMBER,
  regions: listOf(TEXT),
  regulatedDomain: TEXT,
  trainsOtherModels: BOOL,
  personalData: BOOL,
});

const ARTIFACT = fields('artifact', {
  digest: TEXT,
  source: TEXT,
  name: TEXT,
  revision: TEXT,
  requested: TEXT,
  files: NUMBER,
  bytes: NUMBER,
  hasManifest: BOOL,
});

/** What a condition may name, for finding mistakes when a policy is loaded. docs/reference/policy.md tells the same in words. */
export const VARIABLES: ReadonlyMap<string, Shape> = new Map([
  ['findings', listOf(FINDING)],
  ['checks', listOf(CHECK)],
  ['files', listOf(FILE)],
  ['use', USE],
  ['artifact', ARTIFACT],
]);

/**
 * What conditions are asked about, as plain JSON, every field always there (what is not known is '', 0 or null). Waived
 * findings are left out. `today` is `YYYY-MM-DD`, UTC.
 */
export function activationOf(policy: Pick<AdmissionPolicy, 'waivers'>, dossier: Dossier, today: string): JsonObject {
  const { findings } = waiveIn(policy, dossier, today);
  return {
    findings: findings.map(findingOf),
    checks: dossier.checks.map(checkOf),
    files: dossier.artifact.files.map(fileOf),
    use: { ...dossier.use },
    artifact: artifactOf(dossier.artifact),
  };
}

function findingOf(finding: Finding): JsonObject {
  const { rule, says, severity, confidence, message, location, operation } = finding;
  return {
    rule,
    analyzer: analyzerOf(rule),
    says,
    severity,
    severityRank: severityRank(severity),
    confidence,
    path: location?.path ?? '',
    member: location?.member ?? [],
    message,
    operation: operation ?? '',
    identity: identityOf(finding),
  };
}

/** Rules are named `analyzer/rule`. */
export function analyzerOf(rule: string): string {
  return rule.split('/', 1)[0] ?? rule;
}

function checkOf({ analyzer, version, outcome }: Check): JsonObject {
  const findings = 'findings' in outcome ? outcome.findings.length : 0;
  return { analyzer, version, outcome: outcome.kind, findings };
}

function fileOf({ path, size, kind, role, digest, loadable, coverage }: FileRecord): JsonObject {
  return { path, size, kind, role, digest: digest.kind, loadable, coverage };
}

function artifactOf({ digest, manifest, origin, files }: Dossier['artifact']): JsonObject {
  return {
    digest,
    source: origin.source,
    name: origin.name,
    revision: origin.revision ?? '',
    requested: origin.requested ?? '',
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    hasManifest: manifest !== null,
  };
}
