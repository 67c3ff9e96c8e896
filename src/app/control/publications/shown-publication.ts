import type { Envelope } from '../../../attest/dsse.ts';
import type { OutputOf } from '../../../contract/control/operations.ts';
import { type Publication, readingOf } from '../../../domain/openness.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Asked, openingAsks } from '../../../policy/openness.ts';
import { decisionIn } from '../../admission.ts';
import { lastWithdrawal } from '../families/ours.ts';
import type { Desk } from '../parts.ts';
import { opennessOf } from './openness-gates.ts';
import { servedOutside } from './served-outside.ts';
import { basesBack } from './withdrawn-bases.ts';

type Proposed = Publication & { readonly proposal: NonNullable<Publication['proposal']> };

/** Locked until the call is over. */
export async function publicationBy({ books }: Desk, id: string): Promise<Publication> {
  const publication = await books.publications.byId(id);
  if (publication === null) throw new WeighbridgeError('publication-not-found', id);
  return publication;
}

/** What the proposed level asks for, each with whether it is there; empty when none is proposed. */
export async function asksOf({ parts, books }: Desk, publication: Publication): Promise<readonly Asked[]> {
  const { id, request, proposal } = publication;
  if (proposal === null) return [];
  const decision = decisionIn(JSON.parse(await envelopeOf(books, request)) as Envelope);
  const { dossier } = await books.dossiers.newest(decision.dossier);
  const wanted = proposal.terms.toLowerCase();
  const choices = (await parts.outbound(dossier))?.choices ?? [];
  const choice = choices.find(({ record, licence }) => [record, licence.toLowerCase()].includes(wanted)) ?? null;
  const papers = await books.publications.papers(id);
  const { gates } = await opennessOf(books);
  const asks = openingAsks(gates[proposal.level], { dossier, papers, choice, use: decision.use });
  return [...asks, ...(await withdrawnBefore(books, publication))];
}

/** Empty where none of the same weights, nor what they were made from, ever came back. They go out again by a publication that was begun since, of people who know. */
async function withdrawnBefore(books: Desk['books'], { request: id, at }: Publication): Promise<readonly Asked[]> {
  const request = await books.requests.peek(id);
  if (request === null) return [];
  const back = await lastWithdrawal(books, request);
  const own = back === null ? [] : [{ at: back.at, why: `these weights were withdrawn at ${back.at}: ${back.reason}` }];
  const asked = (asks: string, all: readonly { readonly at: string; readonly why: string }[]): readonly Asked[] =>
    all.map((one) => {
      const met = Date.parse(at) > Date.parse(one.at);
      return { asks, met, why: met ? one.why : `${one.why}; ask for it anew` };
    });
  return [...asked('earlier-withdrawal', own), ...asked('withdrawn-base', await basesBack(books, request))];
}

/** What there is to rule on now. */
export async function standingReading({ books }: Desk, { id, request, proposal }: Proposed): Promise<Digest> {
  const { dossier } = decisionIn(JSON.parse(await envelopeOf(books, request)) as Envelope);
  const gate = (await opennessOf(books)).gates[proposal.level];
  return readingOf(proposal, { dossier, gate, papers: await books.publications.papers(id) });
}

async function envelopeOf(books: Desk['books'], request: string): Promise<string> {
  const envelope = await books.requests.decision(request);
  if (envelope === null) throw new WeighbridgeError('not-decided', request);
  return envelope;
}

export async function wholePublication(desk: Desk, publication: Publication): Promise<OutputOf<'publication.show'>> {
  const { id, proposal } = publication;
  const { publications } = desk.books;
  const asks = await asksOf(desk, publication);
  const papers = [...(await publications.papers(id))];
  const reading = proposal === null ? null : await standingReading(desk, { ...publication, proposal });
  const said = proposal === null ? [] : await publications.rulings(id, proposal.at);
  const rulings = said.map((one) => ({ ...one, void: one.reading !== reading }));
  const revokedAt = await desk.books.releases.revokedAt(publication.request);
  const served = await servedNow(desk, publication);
  return { ...publication, papers, rulings, reading, asks: [...asks], revokedAt, served };
}

/** Where its weights serve outsiders, though nobody has let them out. */
export async function servedNow(
  { books, now }: Desk,
  { request: id }: Pick<Publication, 'request'>,
): Promise<OutputOf<'publication.show'>['served']> {
  const request = await books.requests.peek(id);
  return request === null ? [] : [...(await servedOutside(books, request, now))];
}

export function shownPublication(publication: Publication): OutputOf<'publication.list'>['items'][number] {
  return { ...publication };
}
