import { type Envelope, signEnvelope } from '../../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE, statementOf } from '../../attest/statement.ts';
import type { Publication } from '../../domain/openness.ts';
import type { Ruling } from '../../domain/request.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { decisionIn } from '../admission.ts';
import { signerNow } from './own-keys.ts';
import type { Desk } from './parts.ts';

/** Of a statement that says how far a model is out. */
export const PUBLICATION_PREDICATE = 'urn:weighbridge:predicate:publication:v1';

/** Signs what is out, to whom and under which terms, or that it was withdrawn: about the very files that were decided on. */
export async function signPublication(
  { parts, books, now }: Desk,
  publication: Publication,
  rulings: readonly Ruling[],
): Promise<void> {
  const { id, request, owner, level, audience, terms, withdrawn } = publication;
  const envelope = await books.requests.decision(request);
  if (envelope === null) throw new WeighbridgeError('not-decided', request);
  const { origin, manifest, dossier, files } = decisionIn(JSON.parse(envelope) as Envelope);
  const papers = (await books.publications.papers(id)).map(({ kind, digest, by }) => ({ kind, digest, by }));
  const about = { model: origin.name, manifest, dossier, request, owner, level, audience, terms };
  const predicate = { ...about, papers, rulings, withdrawn, statedAt: now.toISOString() };
  const subjects = files.map(({ path, sha256 }) => ({ name: path, digest: { sha256: hexOf(sha256) } }));
  const statement = statementOf(subjects, PUBLICATION_PREDICATE, predicate as unknown as Json);
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  const signed = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, await signerNow(parts, books));
  await books.publications.state(id, JSON.stringify(signed), now.toISOString());
}
