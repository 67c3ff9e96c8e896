import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyIdOf, trustedSignerOf } from '../../attest/dsse.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE, type Statement } from '../../attest/statement.ts';
import { type SignedWaiver, WAIVER_PREDICATE, waiverShape } from '../../attest/waiver.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Json, type JsonObject, member } from '../../kernel/json.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'no SHA-256 in hexadecimal');
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'no date');

/** A certificate, audit, safety report or acceptance of terms, as the caller writes it down. */
const documentShape = z.strictObject({
  kind: z.enum(['certificate', 'audit', 'safety-report', 'acceptance']),
  issuer: z.string().min(1),
  scope: z.string().min(1),
  subject: z.array(z.strictObject({ name: z.string(), digest: z.strictObject({ sha256 }) })).min(1),
  issuedAt: instant.optional(),
  expiresAt: instant.optional(),
  url: z.string().optional(),
  summary: z.string().optional(),
  /** What came of it; evidence that does not say speaks for the model. */
  result: z.enum(['passed', 'failed']).optional(),
});

const envelopeShape = z.looseObject({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.looseObject({ keyid: z.string().default(''), sig: z.string() })).max(16),
});

export interface Around {
  readonly trusted: readonly KeyObject[];
  readonly now: string;
  /** SHA-256 of the manifest that it was made here of: what it is about where it does not say. */
  readonly madeOf?: string;
}

/** A document as evidence keeps it: what it says, about which digests, and who signed it. Throws `evidence-invalid`. */
export function readDocument(name: string, text: string, around: Around): JsonObject {
  const value = parseJson(name, text);
  const envelope = envelopeShape.safeParse(value);
  if (envelope.success) return ofEnvelope(name, envelope.data, around);
  const statement = parseStatement(Buffer.from(text, 'utf8'));
  if (statement !== null) return ofStatement(name, statement, { state: 'none' }, around.now);
  const document = documentShape.safeParse(withSubject(value, around));
  if (!document.success) {
    const [issue] = document.error.issues;
    throw new WeighbridgeError(
      'evidence-invalid',
      `${name}: ${issue?.path.map(String).join('.') || 'the document'}: ${issue?.message ?? 'is not as it should be'}`,
    );
  }
  const { kind, issuer, scope, subject, issuedAt = null, expiresAt = null, result, summary = '' } = document.data;
  return {
    name,
    kind,
    issuer,
    scope,
    subjects: subject.map((one) => ({ name: one.name, sha256: one.digest.sha256 })),
    issuedAt,
    expiresAt,
    expired: expiresAt !== null && Date.parse(expiresAt) <= Date.parse(around.now),
    signature: { state: 'caller' },
    ...(result === undefined ? {} : { result, summary: summary.slice(0, LONGEST_SUMMARY) }),
  };
}

/** Characters. The rest is behind its `url`. */
const LONGEST_SUMMARY = 1000;

function withSubject(value: unknown, { madeOf }: Around): unknown {
  if (madeOf === undefined || typeof value !== 'object' || value === null || 'subject' in value) return value;
  return { ...value, subject: [{ name: 'manifest', digest: { sha256: madeOf } }] };
}

function parseJson(name: string, text: string): unknown {
  try {
    scanJson(text, LIMITS.jsonDepth);
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof MalformedError ? cause.message : 'no JSON';
    throw new WeighbridgeError('evidence-invalid', `${name}: ${why}`, { cause });
  }
}

function ofEnvelope(name: string, envelope: z.output<typeof envelopeShape>, { trusted, now }: Around): JsonObject {
  const statement =
    envelope.payloadType === STATEMENT_PAYLOAD_TYPE ? parseStatement(Buffer.from(envelope.payload, 'base64')) : null;
  if (statement === null)
    throw new WeighbridgeError('evidence-invalid', `${name}: the envelope holds no in-toto statement`);
  const signer = trustedSignerOf(envelope, trusted);
  return ofStatement(
    name,
    statement,
    signer === null ? { state: 'stranger' } : { state: 'trusted', keyId: keyIdOf(signer) },
    now,
  );
}

function waiverIn(name: string, predicate: Json): SignedWaiver {
  const parsed = waiverShape.safeParse(predicate);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WeighbridgeError('evidence-invalid', `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

/** What predicates are about, by how their types begin. */
const KINDS = [
  ['https://slsa.dev/provenance/', 'provenance'],
  ['https://slsa.dev/verification_summary/', 'verification'],
  ['https://in-toto.io/attestation/svr/', 'verification'],
  ['https://cyclonedx.org/', 'bom'],
  ['https://spdx.dev/', 'bom'],
] as const;

function ofStatement(name: string, statement: Statement, signature: Json, now: string): JsonObject {
  const { predicateType, predicate, subject } = statement;
  const kind = KINDS.find(([start]) => predicateType.startsWith(start))?.[1] ?? 'statement';
  // SLSA provenance v1 and v0.2, verification summaries, simple verification results: who made it.
  const issuer = [
    member(member(member(predicate, 'runDetails'), 'builder'), 'id'),
    member(member(predicate, 'builder'), 'id'),
    member(member(predicate, 'verifier'), 'id'),
  ].find((one) => typeof one === 'string');
  const waiver = predicateType === WAIVER_PREDICATE ? waiverIn(name, predicate) : null;
  const expiresAt = waiver === null ? member(predicate, 'expiresAt') : `${waiver.until}T23:59:59Z`;
  return {
    name,
    kind: waiver === null ? kind : 'waiver',
    ...(waiver === null ? {} : { waiver }),
    issuer: waiver?.owner ?? issuer ?? '',
    scope: waiver?.target ?? predicateType,
    subjects: subject.map((one) => ({ name: one.name, sha256: one.digest.sha256 })),
    issuedAt: null,
    expiresAt: typeof expiresAt === 'string' ? expiresAt : null,
    expired: typeof expiresAt === 'string' && !(Date.parse(now) < Date.parse(expiresAt)),
    signature,
  };
}
