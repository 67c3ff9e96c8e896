import type { Envelope } from '../../attest/dsse.ts';
import type { OutputOf } from '../../contract/control/operations.ts';
import type { Publication } from '../../domain/openness.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Asked, OPENNESS_GATES, openingAsks } from '../../policy/openness.ts';
import { decisionIn } from '../admission.ts';
import type { Desk } from './parts.ts';

/** Locked until the call is over. */
export async function publicationBy({ books }: Desk, id: string): Promise<Publication> {
  const publication = await books.publications.byId(id);
  if (publication === null) throw new WeighbridgeError('publication-not-found', id);
  return publication;
}

/** What the proposed level asks for, each with whether it is there; empty when none is proposed. */
export async function asksOf(
  { parts, books }: Desk,
  { id, request, proposal }: Publication,
): Promise<readonly Asked[]> {
  if (proposal === null) return [];
  const envelope = await books.requests.decision(request);
  if (envelope === null) throw new WeighbridgeError('not-decided', request);
  const decision = decisionIn(JSON.parse(envelope) as Envelope);
  const { dossier } = await books.dossiers.newest(decision.dossier);
  const wanted = proposal.terms.toLowerCase();
  const choices = (await parts.outbound(dossier))?.choices ?? [];
  const choice = choices.find(({ record, licence }) => [record, licence.toLowerCase()].includes(wanted)) ?? null;
  const papers = await books.publications.papers(id);
  return openingAsks(OPENNESS_GATES[proposal.level], { dossier, papers, choice, use: decision.use });
}

export async function wholePublication(desk: Desk, publication: Publication): Promise<OutputOf<'publication.show'>> {
  const { id, proposal } = publication;
  const { publications } = desk.books;
  const rulings = proposal === null ? [] : await publications.rulings(id, proposal.at);
  const asks = await asksOf(desk, publication);
  const papers = [...(await publications.papers(id))];
  const revokedAt = await desk.books.releases.revokedAt(publication.request);
  return { ...publication, papers, rulings: [...rulings], asks: [...asks], revokedAt };
}

export function shownPublication(publication: Publication): OutputOf<'publication.open'> {
  return { ...publication };
}
