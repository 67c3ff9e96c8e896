import { z } from 'zod';
import type { Envelope } from '../attest/dsse.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE, type Statement, statementOf } from '../attest/statement.ts';
import type { Ruling } from '../domain/request.ts';
import {
  PART_ROLES,
  RESTS_ON,
  type Subject,
  type SubjectRequest,
  subjectDigest,
  subjectName,
} from '../domain/subject.ts';
import { type Digest, hexOf, isDigest } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';

/** Another predicate than an admission of weights, so that nothing ever holds a folder against it. */
export const SUBJECT_PREDICATE = 'urn:weighbridge:predicate:subject-admission:v1';

/** What was decided on a subject. */
export interface SubjectDecision {
  readonly subject: Subject;
  readonly digest: Digest;
  readonly verdict: 'admit' | 'deny';
  /** ISO 8601. */
  readonly decidedAt: string;
  readonly expiresAt: string;
}

export function subjectStatement(
  { id, subject, digest, use, owner, requestedBy, state, expiresAt }: SubjectRequest,
  rulings: readonly Ruling[],
  now: Date,
): Statement {
  const about = { request: id, subject, digest, use, owner, requestedBy, rulings };
  const verdict = state === 'admitted' ? 'admit' : 'deny';
  const predicate = { ...about, verdict, restsOn: RESTS_ON[subject.kind], decidedAt: now.toISOString(), expiresAt };
  const named = [{ name: subjectName(subject), digest: { sha256: hexOf(digest) } }];
  return statementOf(named, SUBJECT_PREDICATE, predicate as unknown as Json);
}

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'no digest');
const part = z.object({ role: z.enum(PART_ROLES), from: z.enum(['request', 'subject']), id: z.string(), digest });
const subject: z.ZodType<Subject> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hosted'),
    provider: z.string(),
    model: z.string(),
    version: z.string(),
    terms: digest,
    regions: z.array(z.string()),
    evaluations: z.array(z.object({ name: z.string(), digest })),
  }),
  z.object({ kind: z.literal('image'), name: z.string(), image: digest, report: digest }),
  z.object({ kind: z.literal('composite'), name: z.string(), parts: z.array(part) }),
]);
const predicateShape = z.object({
  subject,
  digest,
  verdict: z.enum(['admit', 'deny']),
  decidedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});

/** The decision on a subject in an envelope whose signature was found to hold; null for any other statement. Throws `decision-invalid`. */
export function subjectDecisionIn({ payloadType, payload }: Envelope): SubjectDecision | null {
  const statement = payloadType === STATEMENT_PAYLOAD_TYPE ? parseStatement(Buffer.from(payload, 'base64')) : null;
  if (statement?.predicateType !== SUBJECT_PREDICATE) return null;
  const read = predicateShape.safeParse(statement.predicate);
  if (!read.success || subjectDigest(read.data.subject) !== read.data.digest)
    throw new WeighbridgeError('decision-invalid', 'it is no decision on a subject as this version knows them');
  return read.data;
}

/** Whether a server asked for this model gives the admitted one: its name, alone or with the date of its version as providers write it. */
export function isAskedFor(
  asked: string,
  { model, version }: Pick<Extract<Subject, { kind: 'hosted' }>, 'model' | 'version'>,
): boolean {
  if (asked === model || asked === version) return true;
  const rest = asked.startsWith(model) ? asked.slice(model.length) : '';
  const digits = (text: string) => text.replace(/\D/g, '');
  return /^[-@:./]/.test(rest) && /^[-@:./\d]+$/.test(rest) && digits(rest) === digits(version);
}
