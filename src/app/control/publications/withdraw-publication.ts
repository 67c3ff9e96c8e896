import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { isForOutsiders } from '../../../domain/channel.ts';
import type { Publication } from '../../../domain/openness.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { printable } from '../../../kernel/printable.ts';
import { offspringOf } from '../families/kin.ts';
import { sharersOf } from '../families/same-weights.ts';
import { type Desk, record, saidBy } from '../parts.ts';
import { channelsServing } from '../releases/channels-serving.ts';
import { tell } from '../telling/tell-owner.ts';
import { signPublication } from './publication-statement.ts';
import { publicationBy, shownPublication } from './shown-publication.ts';

type Back = Pick<OutputOf<'publication.withdraw'>, 'plan' | 'releases' | 'descendants'>;

/** Takes a model back: its bytes are internal, whoever else let them out, and no release of them serves outsiders again. */
export async function withdrawPublication(
  desk: Desk,
  input: ParsedInputOf<'publication.withdraw'>,
): Promise<OutputOf<'publication.withdraw'>> {
  const { books } = desk;
  const named = await books.publications.peek(input.publication);
  const request = named === null ? null : await books.requests.peek(named.request);
  const same = request === null ? [] : (await sharersOf(books, request)).map((one) => one.request);
  const sharers = same.map(({ id }) => id);
  const others = (await openOn(desk, sharers, input.publication)).filter(({ id }) => id !== input.publication);
  const before = await publicationBy(desk, input.publication);
  if (before.withdrawn !== null) throw new WeighbridgeError('publication-withdrawn', before.withdrawn.reason);
  // Whoever releases to outsiders meanwhile is waited for, or finds it withdrawn.
  await books.releases.lockOutside('alone');
  const off = await takenOff(desk, [...new Set([before.request, ...sharers])], input.reason);
  const { level, audience, terms } = before;
  const descendants = await descending(desk, same);
  const { after, plan } = await withdrawn(desk, before, { reason: input.reason, releases: off, descendants });
  for (const other of others) await withdrawn(desk, other, { reason: input.reason, releases: [], descendants });
  const was = { level, audience, terms };
  return { ...shownPublication(after), was, plan, releases: off, others: others.map(({ id }) => id), descendants };
}

/** Publications of the same weights and this one, locked in the order of their ids, as far as they were not withdrawn. */
async function openOn({ books }: Desk, requests: readonly string[], own: string): Promise<readonly Publication[]> {
  const ids = new Set([own]);
  for (const request of requests) {
    const one = await books.publications.of(request);
    if (one !== null) ids.add(one.id);
  }
  const found: Publication[] = [];
  for (const id of [...ids].sort()) {
    const one = await books.publications.byId(id);
    if (one !== null && one.withdrawn === null) found.push(one);
  }
  return found;
}

async function withdrawn(
  desk: Desk,
  before: Publication,
  { reason, releases, descendants }: Pick<Back, 'releases' | 'descendants'> & { readonly reason: string },
): Promise<{ readonly after: Publication; readonly plan: Back['plan'] }> {
  const { books, actor, now } = desk;
  const { id, level, audience, terms, owner } = before;
  const back = { by: actor.person.id, at: now.toISOString(), reason };
  const inside = { level: 'internal', audience: null, terms: null, proposal: null } as const;
  const after: Publication = { ...before, ...inside, withdrawn: back };
  await books.publications.change(after);
  const plan = (await books.publications.papers(id)).findLast(({ kind }) => kind === 'withdrawal-plan')?.digest ?? null;
  const channels = releases.map(({ channel }) => channel);
  const about = { level, audience, terms, plan, owner, channels, descendants: descendants.map((one) => one.request) };
  await record(desk, 'publication.withdraw', id, about, saidBy(desk, reason));
  await signPublication(desk, after, null);
  return { after, plan };
}

/** What was made from it: its owners are told, and people rule before more of it goes out. */
async function descending(desk: Desk, same: readonly AdmissionRequest[]): Promise<Back['descendants']> {
  const { books } = desk;
  const own = new Set(same.map(({ id }) => id));
  const found: Back['descendants'] = [];
  for (const { request, how } of await offspringOf(books, same)) {
    if (own.has(request.id)) continue;
    const publication = (await books.publications.of(request.id))?.id ?? null;
    const channels = await channelsServing(desk, request.id);
    found.push({ request: request.id, owner: request.owner, how, publication, channels });
    await tell(desk, {
      person: request.owner,
      subject: `Weighbridge: what ${request.reference} was made from was withdrawn`,
      body: `A publication that ${printable(request.reference)} comes from (${how}) was withdrawn.\nPeople must rule on it anew before more of it goes out.\nRequest: ${request.id}\n`,
    });
  }
  return found;
}

/** What rests on one of these requests, or on a composite of one, where outsiders are served. */
async function takenOff({ books, actor, now }: Desk, requests: readonly string[], reason: string) {
  const outside = new Set((await books.releases.channels()).filter(isForOutsiders).map(({ name }) => name));
  const off: Back['releases'] = [];
  for (const request of requests) {
    for (const id of [request, ...(await books.subjects.idsContaining(request))])
      for (const { id: release, channel, withdrawnAt } of await books.releases.restingOn(id)) {
        if (withdrawnAt !== null || !outside.has(channel)) continue;
        if (await books.releases.withdraw(release, actor.person.id, reason, now)) off.push({ release, channel });
      }
  }
  return off;
}
