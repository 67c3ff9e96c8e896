import type { PUBLICATION_OPERATIONS } from '../../../contract/control/operations/publications.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { isMoreOpen, PAPERS, type Publication } from '../../../domain/openness.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record, saidBy } from '../parts.ts';
import { admitted } from '../releases/admitted.ts';
import type { UseCases } from '../use-case.ts';
import { ruleOnOpening } from './openings.ts';
import { publicationBy, servedNow, shownPublication, standingReading, wholePublication } from './shown-publication.ts';
import { withdrawPublication } from './withdraw-publication.ts';

export const PUBLICATIONS: UseCases<typeof PUBLICATION_OPERATIONS> = {
  'publication.open': openPublication,
  'publication.list': async ({ books }, input) => {
    const { items, next } = await books.publications.list(input);
    return { items: items.map(shownPublication), next };
  },
  'publication.show': async (desk, { publication }) => wholePublication(desk, await publicationBy(desk, publication)),
  'publication.attach': attachPaper,
  'publication.propose': propose,
  'publication.retract': retract,
  'publication.rule': ruleOnOpening,
  'publication.withdraw': withdrawPublication,
  'publication.statement': showStatement,
};

/** Only what was asked for as ours, to go out, ever goes out. */
async function openPublication(
  desk: Desk,
  input: ParsedInputOf<'publication.open'>,
): Promise<OutputOf<'publication.open'>> {
  const { parts, books, actor, now } = desk;
  const { request } = await admitted(desk, input.request);
  if (request.direction !== 'publish') throw new WeighbridgeError('not-ours', request.id);
  const publication: Publication = {
    id: parts.mint.id(),
    request: request.id,
    owner: request.owner,
    level: 'internal',
    audience: null,
    terms: null,
    proposal: null,
    by: actor.person.id,
    at: now.toISOString(),
    withdrawn: null,
  };
  if (!(await books.publications.open(publication))) throw new WeighbridgeError('publication-exists', request.id);
  await record(desk, 'publication.open', publication.id, { request: request.id, owner: request.owner });
  return { ...shownPublication(publication), served: await servedNow(desk, publication) };
}

async function attachPaper(
  desk: Desk,
  input: ParsedInputOf<'publication.attach'>,
): Promise<OutputOf<'publication.attach'>> {
  const { books, actor, now } = desk;
  const publication = await openTo(desk, input.publication);
  const { kind, digest, summary } = input;
  const { role } = PAPERS[kind];
  if (!actor.person.roles.includes(role)) throw new WeighbridgeError('role-not-held', `${kind} is for ${role}`);
  const { proposal } = publication;
  const before = proposal === null ? null : await standingReading(desk, { ...publication, proposal });
  await books.publications.attach(publication.id, {
    kind,
    digest,
    summary,
    by: actor.person.id,
    at: now.toISOString(),
  });
  const after = proposal === null ? null : await standingReading(desk, { ...publication, proposal });
  const voids = before === after ? null : 'rulings';
  await record(desk, 'publication.attach', publication.id, { kind, digest, role, voids }, saidBy(desk, summary));
  return wholePublication(desk, publication);
}

async function propose(
  desk: Desk,
  input: ParsedInputOf<'publication.propose'>,
): Promise<OutputOf<'publication.propose'>> {
  const { books, actor, now } = desk;
  const before = await openTo(desk, input.publication);
  const { level, audience, terms } = input;
  if (before.proposal !== null) throw new WeighbridgeError('publication-proposed', before.proposal.level);
  if (!isMoreOpen(level, before.level)) throw new WeighbridgeError('level-not-higher', `it is ${before.level}`);
  const proposal = { level, audience, terms, by: actor.person.id, at: now.toISOString() };
  const after: Publication = { ...before, proposal };
  await books.publications.change(after);
  await record(desk, 'publication.propose', before.id, { level, audience, terms });
  return wholePublication(desk, after);
}

async function retract(
  desk: Desk,
  { publication: id }: ParsedInputOf<'publication.retract'>,
): Promise<OutputOf<'publication.retract'>> {
  const { id: by, roles } = desk.actor.person;
  const before = await openTo(desk, id);
  const { proposal } = before;
  if (proposal === null) throw new WeighbridgeError('nothing-proposed', id);
  if (proposal.by !== by && !roles.includes('release-manager'))
    throw new WeighbridgeError('not-permitted', 'who proposed it and release managers take it back');
  const after: Publication = { ...before, proposal: null };
  await desk.books.publications.change(after);
  await record(desk, 'publication.retract', id, { level: proposal.level, proposedBy: proposal.by });
  return wholePublication(desk, after);
}

async function showStatement(
  desk: Desk,
  input: ParsedInputOf<'publication.statement'>,
): Promise<OutputOf<'publication.statement'>> {
  const { id, request, withdrawn } = await publicationBy(desk, input.publication);
  const revokedAt = await desk.books.releases.revokedAt(request);
  if (withdrawn === null && revokedAt !== null)
    throw new WeighbridgeError('decision-revoked', `${request}, at ${revokedAt}: withdraw the publication`);
  const envelope = await desk.books.publications.statement(id);
  if (envelope === null) throw new WeighbridgeError('nothing-published', id);
  return JSON.parse(envelope) as OutputOf<'publication.statement'>;
}

/** Throws once it was withdrawn: what comes back does not go out again under the same decision. */
async function openTo(desk: Desk, id: string): Promise<Publication> {
  const publication = await publicationBy(desk, id);
  if (publication.withdrawn !== null) throw new WeighbridgeError('publication-withdrawn', publication.withdrawn.reason);
  return publication;
}
