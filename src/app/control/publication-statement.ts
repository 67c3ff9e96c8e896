import { type Envelope, signEnvelope } from '../../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE, statementOf } from '../../attest/statement.ts';
import { type OpeningRuling, type Publication, standingPapers } from '../../domain/openness.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { type Digest, hexOf } from '../../kernel/digest.ts';
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
  ruled: { readonly reading: Digest; readonly rulings: readonly OpeningRuling[] } | null,
): Promise<void> {
  const { id, request, owner, level, audience, terms, withdrawn } = publication;
  const envelope = await books.requests.decision(request);
  if (envelope === null) throw new WeighbridgeError('not-decided', request);
  const { origin, manifest, dossier, files } = decisionIn(JSON.parse(envelope) as Envelope);
  const standing = standingPapers(await books.publications.papers(id));
  const papers = standing.map(({ kind, digest, by }) => ({ kind, digest, by }));
  const { reading, rulings } = ruled ?? { reading: null, rulings: [] };
  const about = { model: origin.name, manifest, dossier, request, owner, level, audience, terms };
  const predicate = { ...about, papers, reading, rulings, withdrawn, statedAt: now.toISOString() };
  const subjects = files.map(({ path, sha256 }) => ({ name: path, digest: { sha256: hexOf(sha256) } }));
  const statement = statementOf(subjects, PUBLICATION_PREDICATE, predicate as unknown as Json);
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  const signed = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, await signerNow(parts, books));
  await books.publications.state(id, JSON.stringify(signed), now.toISOString());
}
