import { z } from 'zod';
import { type Envelope, signEnvelope } from '../../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE, statementOf } from '../../attest/statement.ts';
import type { Ruling } from '../../domain/request.ts';
import { RESTS_ON, type SubjectRequest, subjectName } from '../../domain/subject.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { hexOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { signerNow } from './own-keys.ts';
import type { Desk } from './parts.ts';

/** Another predicate than an admission of weights, so that nothing ever holds a folder against it. */
export const SUBJECT_PREDICATE = 'urn:weighbridge:predicate:subject-admission:v1';

export async function signSubject(
  { parts, books, now }: Desk,
  { id, subject, digest, use, owner, requestedBy, state, expiresAt }: SubjectRequest,
  rulings: readonly Ruling[],
): Promise<void> {
  const about = { request: id, subject, digest, use, owner, requestedBy, rulings };
  const verdict = state === 'admitted' ? 'admit' : 'deny';
  const predicate = { ...about, verdict, restsOn: RESTS_ON[subject.kind], decidedAt: now.toISOString(), expiresAt };
  const named = [{ name: subjectName(subject), digest: { sha256: hexOf(digest) } }];
  const statement = statementOf(named, SUBJECT_PREDICATE, predicate as unknown as Json);
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, await signerNow(parts, books));
  await books.subjects.decide(id, JSON.stringify(envelope), now.toISOString());
}

const decidedAt = z.looseObject({ predicate: z.looseObject({ decidedAt: z.iso.datetime() }) });

/** When the decision in this envelope of ours was made. */
export function subjectDecidedAt(envelope: string): string {
  const { payload } = JSON.parse(envelope) as Envelope;
  return decidedAt.parse(JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))).predicate.decidedAt;
}
