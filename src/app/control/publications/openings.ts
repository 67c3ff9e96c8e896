import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { type OpeningRuling, type Publication, settledOpening } from '../../../domain/openness.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import { admitted } from '../releases/admitted.ts';
import { opennessOf } from './openness-gates.ts';
import { signPublication } from './publication-statement.ts';
import { asksOf, publicationBy, standingReading, wholePublication } from './shown-publication.ts';

/**
 * One person's ruling on a proposed level. Nobody rules on what they proposed, asked for or answer for, nor twice, nor in a
 * name they do not have, nor on papers that they have not read. With the last one that the level takes the model goes out, if nothing that the level asks for is
 * missing; then what is out is signed.
 */
export async function ruleOnOpening(
  desk: Desk,
  input: ParsedInputOf<'publication.rule'>,
): Promise<OutputOf<'publication.rule'>> {
  const { books, actor, now } = desk;
  const before = await publicationBy(desk, input.publication);
  const { id, proposal, withdrawn } = before;
  if (withdrawn !== null) throw new WeighbridgeError('publication-withdrawn', withdrawn.reason);
  if (proposal === null || proposal.level !== input.level) throw new WeighbridgeError('nothing-proposed', input.level);
  const { request } = await admitted(desk, before.request);
  const by = actor.person.id;
  if ([proposal.by, request.requestedBy, request.owner].includes(by)) throw new WeighbridgeError('own-request', id);
  const { role, ruling, reason, reading } = input;
  if (!actor.person.roles.includes(role)) throw new WeighbridgeError('role-not-held', role);
  if (reading !== (await standingReading(desk, { ...before, proposal })))
    throw new WeighbridgeError('papers-stale', reading);
  const one: OpeningRuling = { by, role, ruling, reason, reading, at: now.toISOString() };
  if (!(await books.publications.rule(id, proposal.at, one))) throw new WeighbridgeError('ruled-already', id);
  // A paper that changed since voids what was said before it did.
  const rulings = (await books.publications.rulings(id, proposal.at)).filter((other) => other.reading === reading);
  const { gates } = await opennessOf(books);
  const settled = settledOpening(rulings, gates[proposal.level]);
  if (settled === 'admitted') await assertOpen(desk, before);
  await record(desk, 'publication.rule', id, { level: proposal.level, role, ruling, reading });
  if (settled === null) return wholePublication(desk, before);
  const { level, audience, terms } = proposal;
  const out = settled === 'admitted' ? { level, audience, terms } : {};
  const after: Publication = { ...before, ...out, proposal: null };
  await books.publications.change(after);
  const about = { level: after.level, was: before.level, audience: after.audience, terms: after.terms };
  await record(desk, settled === 'admitted' ? 'publication.raise' : 'publication.refuse', id, about);
  if (settled === 'admitted') await signPublication(desk, after, { reading, rulings });
  return wholePublication(desk, after);
}

/** Throws `level-closed` while the level lacks something: no number of people lets a model out without its papers. */
async function assertOpen(desk: Desk, publication: Publication): Promise<void> {
  const missing = (await asksOf(desk, publication)).filter(({ met }) => !met);
  if (missing.length === 0) return;
  const said = missing.map(({ asks, why }) => `${asks}: ${why}`).join('; ');
  throw new WeighbridgeError('level-closed', said.slice(0, 2000));
}
