import type { FileRecord } from '../domain/artifact.ts';
import type { Check } from '../domain/check.ts';
import type { Dossier } from '../domain/dossier.ts';
import { type Finding, identityOf, type Says, SEVERITIES, severityRank } from '../domain/finding.ts';
import { LICENCE_VERDICTS, type LicenceReason, licenceReadingIn } from '../domain/licence.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { ScoredCheck } from '../domain/scorecard.ts';
import { type IntendedUse, UNSTATED_USE } from '../domain/use.ts';
import type { JsonObject } from '../kernel/json.ts';
import { BOOL, fields, listOf, NUMBER, oneOf, type Shape, TEXT } from './cel/shape.ts';
import { waiveIn } from './waivers.ts';

/** One of these words and no other; the compiler asks for the one that was forgotten. */
function words<Word extends string>(all: Readonly<Record<Word, 1>>): Shape {
  return oneOf(Object.keys(all));
}

const FINDING = fields('a finding', {
  rule: TEXT,
  analyzer: TEXT,
  says: words<Says>({ malicious: 1, unscannable: 1, suspicious: 1, review: 1, unknown: 1, note: 1 }),
  severity: oneOf(SEVERITIES),
  severityRank: NUMBER,
  confidence: words<Finding['confidence']>({ certain: 1, likely: 1, possible: 1 }),
  path: TEXT,
  member: listOf(TEXT),
  message: TEXT,
  operation: TEXT,
  identity: TEXT,
  advisories: listOf(TEXT),
  packageName: TEXT,
  version: TEXT,
  cvss: NUMBER,
  fixed: TEXT,
});

const CHECK = fields('a check', {
  analyzer: TEXT,
  version: NUMBER,
  outcome: words<Check['outcome']['kind']>({ completed: 1, 'not-applicable': 1, unanswered: 1, failed: 1 }),
  findings: NUMBER,
});

const FILE = fields('a file', {
  path: TEXT,
  size: NUMBER,
  kind: words<FileRecord['kind']>({
    pickle: 1,
    'pytorch-zip': 1,
    zip: 1,
    safetensors: 1,
    gguf: 1,
    ggml: 1,
    sentencepiece: 1,
    json: 1,
    python: 1,
    text: 1,
    media: 1,
    hdf5: 1,
    msgpack: 1,
    ubjson: 1,
    lightgbm: 1,
    catboost: 1,
    mxnet: 1,
    rds: 1,
    executable: 1,
    onnx: 1,
    tensorflow: 1,
    tflite: 1,
    coreml: 1,
    paddle: 1,
    executorch: 1,
    xml: 1,
    'device-plan': 1,
    'tensor-data': 1,
    compressed: 1,
    npy: 1,
    sevenzip: 1,
    tar: 1,
    arrow: 1,
    parquet: 1,
    matlab: 1,
    tfrecord: 1,
    netcdf: 1,
    stata: 1,
    orc: 1,
    sqlite: 1,
    'xgboost-binary': 1,
    ort: 1,
    ocdbt: 1,
    'word-vectors': 1,
    'vector-index': 1,
    ydf: 1,
    'boosting-data': 1,
    treelite: 1,
    'vowpal-wabbit': 1,
    empty: 1,
    link: 1,
    special: 1,
    'git-folder': 1,
    unknown: 1,
  }),
  role: words<FileRecord['role']>({
    weights: 1,
    config: 1,
    tokenizer: 1,
    code: 1,
    card: 1,
    licence: 1,
    document: 1,
    other: 1,
  }),
  digest: words<FileRecord['digest']['kind']>({ proven: 1, claimed: 1, unknown: 1 }),
  loadable: BOOL,
  coverage: words<FileRecord['coverage']>({ whole: 1, structure: 1, none: 1 }),
});

const USE = fields('use', {
  purpose: TEXT,
  commercial: BOOL,
  exposure: words<IntendedUse['exposure']>({ internal: 1, hosted: 1, redistributed: 1 }),
  monthlyUsers: NUMBER,
  regions: listOf(TEXT),
  regulatedDomain: TEXT,
  trainsOtherModels: BOOL,
  personalData: BOOL,
  annualRevenueUsd: NUMBER,
  usersAtRelease: NUMBER,
  sellsOutputs: BOOL,
  seat: TEXT,
  modality: oneOf(['', 'text', 'multimodal']),
});

const LICENCE = fields('licence', {
  verdict: oneOf(LICENCE_VERDICTS),
  concluded: listOf(TEXT),
  records: listOf(TEXT),
  duties: listOf(TEXT),
  reasons: listOf(
    fields('a licence reason', {
      verdict: oneOf(LICENCE_VERDICTS),
      subject: words<LicenceReason['subject']>({ weights: 1, card: 1, base: 1, dataset: 1, lineage: 1, use: 1 }),
      about: TEXT,
      licence: TEXT,
      record: TEXT,
      field: TEXT,
      says: TEXT,
    }),
  ),
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

const SCORE = fields('a score', { id: TEXT, score: NUMBER, weight: NUMBER, inconclusive: BOOL });

/** What a condition may name, for finding mistakes when a policy is loaded. docs/reference/policy.md tells the same in words. */
export const VARIABLES: ReadonlyMap<string, Shape> = new Map([
  ['findings', listOf(FINDING)],
  ['checks', listOf(CHECK)],
  ['files', listOf(FILE)],
  ['use', USE],
  ['artifact', ARTIFACT],
  ['licence', LICENCE],
  ['scores', listOf(SCORE)],
]);

/**
 * What conditions are asked about, as plain JSON, every field always there (what is not known is '', 0 or null). Waived
 * findings are left out. `today` is `YYYY-MM-DD`, UTC.
 */
export function activationOf(
  policy: Pick<AdmissionPolicy, 'waivers'>,
  dossier: Dossier,
  today: string,
  scores: readonly ScoredCheck[] = [],
): JsonObject {
  const { findings } = waiveIn(policy, dossier, today);
  return {
    findings: findings.map(findingOf),
    checks: dossier.checks.map(checkOf),
    files: dossier.artifact.files.map(fileOf),
    use: useOf(dossier.use),
    artifact: artifactOf(dossier.artifact),
    licence: licenceOf(dossier, findings),
    scores: scores.map(scoreOf),
  };
}

/** What was not said is `''` or 0, as everywhere; dossiers of before have fewer fields. */
function useOf(use: IntendedUse): JsonObject {
  const { annualRevenueUsd, usersAtRelease, sellsOutputs, seat, modality } = { ...UNSTATED_USE, ...use };
  return {
    ...use,
    annualRevenueUsd: annualRevenueUsd ?? 0,
    usersAtRelease: usersAtRelease ?? 0,
    sellsOutputs,
    seat: seat ?? '',
    modality: modality ?? '',
  };
}

function findingOf(finding: Finding): JsonObject {
  const { rule, says, severity, confidence, message, location, operation, vulnerability } = finding;
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
    advisories: vulnerability?.ids ?? [],
    // `package` is a reserved word of CEL.
    packageName: vulnerability?.package ?? '',
    version: vulnerability?.version ?? '',
    cvss: vulnerability?.score ?? 0,
    fixed: vulnerability?.fixed ?? '',
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

/** Inconclusive is -1, as OpenSSF Scorecard has it: below every score, and told apart. */
function scoreOf({ id, score, weight }: ScoredCheck): JsonObject {
  return { id, score: score ?? -1, weight, inconclusive: score === null };
}

function fileOf({ path, size, kind, role, digest, loadable, coverage }: FileRecord): JsonObject {
  return { path, size, kind, role, digest: digest.kind, loadable, coverage };
}

/** The licence reading as waivers leave it: what somebody answers for no longer counts against the use. */
function licenceOf(dossier: Dossier, findings: readonly Finding[]): JsonObject {
  const reading = licenceReadingIn(dossier.evidence);
  const counts = (rule: string) => findings.some((finding) => finding.rule === rule);
  // A model without any licence is told by licence-claim alone.
  const open = counts('licence/open') || counts('licence-claim/none');
  const kindest = (reading?.duties.length ?? 0) > 0 ? 'conditions' : 'allow';
  const verdict = counts('licence/forbids') ? 'deny' : reading === null || open ? 'unknown' : kindest;
  const reasons = reading?.reasons ?? [];
  return {
    verdict,
    concluded: reading?.concluded ?? [],
    records: [...new Set(reasons.flatMap(({ record }) => record ?? []))],
    duties: (reading?.duties ?? []).map(({ id }) => id),
    reasons: reasons.map(({ verdict: said, subject, about, licence, record, field, says }) => ({
      verdict: said,
      subject,
      about,
      licence: licence ?? '',
      record: record ?? '',
      field,
      says,
    })),
  };
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
