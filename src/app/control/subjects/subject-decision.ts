import { type Envelope, signEnvelope } from '../../../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../../attest/statement.ts';
import type { Ruling } from '../../../domain/request.ts';
import type { SubjectRequest } from '../../../domain/subject.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Json } from '../../../kernel/json.ts';
import { subjectDecisionIn, subjectStatement } from '../../subject-admission.ts';
import { signerNow } from '../keys/own-keys.ts';
import type { Desk } from '../parts.ts';

export async function signSubject(
  { parts, books, now }: Desk,
  request: SubjectRequest,
  rulings: readonly Ruling[],
): Promise<void> {
  const statement = subjectStatement(request, rulings, now);
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, await signerNow(parts, books));
  await books.subjects.decide(request.id, JSON.stringify(envelope), now.toISOString());
}

/** When the decision in this envelope of ours was made. */
export function subjectDecidedAt(envelope: string): string {
  const decision = subjectDecisionIn(JSON.parse(envelope) as Envelope);
  if (decision === null) throw new WeighbridgeError('decision-invalid', 'it is no decision on a subject');
  return decision.decidedAt;
}
