import { type Envelope, signEnvelope } from '../../../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../../attest/statement.ts';
import { type OpeningRuling, type Publication, standingPapers } from '../../../domain/openness.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Json } from '../../../kernel/json.ts';
import { decisionIn } from '../../admission.ts';
import { publicationStatement } from '../../publication-document.ts';
import { signerNow } from '../keys/own-keys.ts';
import type { Desk } from '../parts.ts';
import { opennessOf } from './openness-gates.ts';

/** Signs what is out, to whom and under which terms, or that it was withdrawn: about the very files that were decided on. */
export async function signPublication(
  { parts, books, now }: Desk,
  publication: Publication,
  ruled: { readonly reading: Digest; readonly rulings: readonly OpeningRuling[] } | null,
): Promise<void> {
  const { id, request } = publication;
  const envelope = await books.requests.decision(request);
  if (envelope === null) throw new WeighbridgeError('not-decided', request);
  const papers = standingPapers(await books.publications.papers(id));
  const decision = decisionIn(JSON.parse(envelope) as Envelope);
  const { by: gates } = await opennessOf(books);
  const statement = publicationStatement({ publication, decision, papers, ruled, gates, now });
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  const signed = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, await signerNow(parts, books));
  await books.publications.state(id, JSON.stringify(signed), now.toISOString());
}
