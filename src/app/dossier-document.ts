import { z } from 'zod';
import { dossierDigest } from '../domain/dossier.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import { SEVERITIES } from '../domain/finding.ts';
import { OUTCOMES, WAIVER_STATES } from '../domain/verdict.ts';
import type { DossierSummary, Vetting } from '../domain/vetting.ts';
import { type Digest, isDigest } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { DossierStore } from '../ports/dossier-store.ts';
import { dutyShape, reviewShape, useShape } from './admission-shape.ts';

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'is no digest');
const instant = z.iso.datetime();
const texts = z.array(z.string());

const finding = z.looseObject({
  rule: z.string(),
  says: z.enum(['malicious', 'unscannable', 'suspicious', 'review', 'unknown', 'note']),
  severity: z.enum(SEVERITIES),
  confidence: z.enum(['certain', 'likely', 'possible']),
  message: z.string(),
  location: z
    .strictObject({
      path: z.string(),
      member: texts.optional(),
      offset: z.number().optional(),
      line: z.number().optional(),
    })
    .optional(),
  operation: z.string().optional(),
  vulnerability: z
    .strictObject({
      ids: texts,
      ecosystem: z.string(),
      package: z.string(),
      version: z.string(),
      score: z.number().nullable(),
      vector: z.string().nullable(),
      fixed: z.string().nullable(),
    })
    .optional(),
  evidence: z.array(digest),
});

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('completed'), findings: z.array(finding) }),
  z.strictObject({ kind: z.literal('not-applicable'), reason: z.string() }),
  z.strictObject({ kind: z.literal('unanswered'), missing: texts }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string(), findings: z.array(finding) }),
]);

const fileDigest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proven'), sha256: digest }),
  z.strictObject({ kind: z.literal('claimed'), sha256: digest, by: z.string() }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.string() }),
]);

const artifact = z.strictObject({
  digest,
  manifest: digest.nullable(),
  origin: z.strictObject({
    source: z.string(),
    name: z.string(),
    revision: z.string().nullable(),
    requested: z.string().nullable(),
  }),
  files: z.array(
    z.strictObject({
      path: z.string(),
      size: z.number().min(0),
      // A newer version may know kinds that this one does not.
      kind: z.string(),
      role: z.string(),
      digest: fileDigest,
      loadable: z.boolean(),
      coverage: z.enum(['whole', 'structure', 'none']),
      unread: z.number().min(0).optional(),
    }),
  ),
});

const dossier = z.strictObject({
  digest,
  artifact,
  use: useShape,
  checks: z.array(z.strictObject({ analyzer: z.string(), version: z.number(), question: z.string(), outcome })),
  evidence: z.array(
    z.strictObject({ digest, kind: z.string(), collector: z.string(), collectedAt: instant, body: z.json() }),
  ),
});

const verdict = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reasons: z.array(
    z.strictObject({
      kind: z.enum(['silence', 'unscannable', 'rule', 'rule-failed']),
      id: z.string(),
      outcome: z.enum(['review', 'deny']),
      why: z.string(),
      remedy: z.string(),
      findings: texts,
    }),
  ),
  waivers: z.array(
    z.strictObject({
      target: z.string(),
      bytes: digest.optional(),
      owner: z.string(),
      reason: z.string(),
      until: z.string(),
      state: z.enum(WAIVER_STATES),
    }),
  ),
  duties: z.array(dutyShape),
  review: reviewShape.optional(),
});

const vetting = z.looseObject({
  schemaVersion: z.literal('1.0'),
  tool: z.strictObject({ name: z.literal('weighbridge'), version: z.string() }),
  reference: z.string().max(4096),
  vettedAt: instant,
  dossier,
  policy: z.strictObject({ id: z.string(), version: z.number(), digest }),
  verdict,
  actions: z.array(z.strictObject({ text: z.string(), command: z.string().nullable() })),
  openQuestions: z.array(
    z.strictObject({
      state: z.enum(['unanswered', 'failed', 'unscannable', 'claimed', 'unknown']),
      question: z.string(),
      why: z.string(),
      answeredBy: z.string(),
    }),
  ),
  reading: z.strictObject({
    bytesRead: z.number(),
    bytesTotal: z.number(),
    requests: z.number(),
    milliseconds: z.number(),
  }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      says: z.string(),
      severity: z.enum(SEVERITIES),
      title: z.string(),
      why: z.string(),
      remedy: z.string(),
      references: texts,
    }),
  ),
  decision: z.strictObject({ file: z.string(), keyId: z.string(), expiresAt: z.string() }).nullable(),
});

/**
 * Reads a vetting that somebody hands over: as it is kept, or as the JSON report has it. Its dossier must hash to the
 * digest it states, and so must every piece of evidence; nothing proves the verdict on it. The scorecard is left out, since
 * it is computed from the dossier. Throws `dossier-invalid`.
 */
export function vettingIn(value: unknown, name: string): Vetting {
  const plain = withoutIdentities(value);
  const parsed = vetting.safeParse(plain);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WeighbridgeError('dossier-invalid', `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  // What was parsed is what was given; the wider words (a file's kind) are the digest's to vouch for.
  const { scorecard: _, ...given } = plain as Vetting;
  if (!hashesRight(given)) throw new WeighbridgeError('dossier-invalid', `${name} does not hash to its own digest`);
  return given;
}

/** Keeps a vetting from elsewhere as it was judged there; who trusts that server says so by calling it. */
export async function keepDossier(
  store: DossierStore,
  { document, name }: { readonly document: unknown; readonly name: string },
): Promise<DossierSummary> {
  const kept = vettingIn(document, name);
  await store.keep(kept);
  const { dossier: found, reference, verdict: ruled, policy, vettedAt } = kept;
  return { dossier: found.digest, reference, outcome: ruled.outcome, policy: policy.id, vettedAt };
}

function hashesRight({ dossier: found }: Vetting): boolean {
  try {
    return dossierDigest(found) === found.digest && found.evidence.every(evidenceHolds);
  } catch {
    // Too deep, or half a character: nothing that was ever written here.
    return false;
  }
}

function evidenceHolds({ digest: stated, kind, collector, collectedAt, body }: Evidence): boolean {
  return evidenceOf(kind, collector, collectedAt, body).digest === stated;
}

/** The JSON report gives each finding its identity, which the dossier does not hold. */
function withoutIdentities(value: unknown): unknown {
  if (!isJsonObject(value) || !isJsonObject(value.dossier) || !Array.isArray(value.dossier.checks)) return value;
  const checks = value.dossier.checks.map((check: unknown) => {
    if (!isJsonObject(check) || !isJsonObject(check.outcome) || !Array.isArray(check.outcome.findings)) return check;
    const findings = check.outcome.findings.map((one: unknown) => {
      if (!isJsonObject(one)) return one;
      const { identity: _, ...rest } = one;
      return rest;
    });
    return { ...check, outcome: { ...check.outcome, findings } };
  });
  return { ...value, dossier: { ...value.dossier, checks } };
}
