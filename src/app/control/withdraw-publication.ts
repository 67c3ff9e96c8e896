import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import { isForOutsiders } from '../../domain/channel.ts';
import type { Publication } from '../../domain/openness.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Desk, record, saidBy } from './parts.ts';
import { signPublication } from './publication-statement.ts';
import { publicationBy, shownPublication } from './shown-publication.ts';

/** Takes a model back: it is internal, and none of its releases serves outsiders again. */
export async function withdrawPublication(
  desk: Desk,
  input: ParsedInputOf<'publication.withdraw'>,
): Promise<OutputOf<'publication.withdraw'>> {
  const { books, actor, now } = desk;
  const before = await publicationBy(desk, input.publication);
  if (before.withdrawn !== null) throw new WeighbridgeError('publication-withdrawn', before.withdrawn.reason);
  const { id, level, audience, terms, owner } = before;
  const was = { level, audience, terms };
  const withdrawn = { by: actor.person.id, at: now.toISOString(), reason: input.reason };
  const after: Publication = { ...before, level: 'internal', audience: null, terms: null, proposal: null, withdrawn };
  const releases = await takenOff(desk, before, input.reason);
  await books.publications.change(after);
  const plan = (await books.publications.papers(id)).findLast(({ kind }) => kind === 'withdrawal-plan')?.digest ?? null;
  const channels = releases.map(({ channel }) => channel);
  await record(desk, 'publication.withdraw', id, { ...was, plan, owner, channels }, saidBy(desk, input.reason));
  await signPublication(desk, after, []);
  return { ...shownPublication(after), was, plan, releases };
}

/** Channels are locked before the log is. */
async function takenOff({ books, actor, now }: Desk, { request }: Publication, reason: string) {
  const resting = await books.releases.restingOn(request);
  const off: { release: string; channel: string }[] = [];
  for (const name of [...new Set(resting.map(({ channel }) => channel))].sort()) {
    const channel = await books.releases.channel(name);
    if (channel === null || !isForOutsiders(channel)) continue;
    for (const { id } of resting.filter((one) => one.channel === name && one.withdrawnAt === null))
      if (await books.releases.withdraw(id, actor.person.id, reason, now)) off.push({ release: id, channel: name });
  }
  return off;
}
