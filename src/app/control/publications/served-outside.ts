import { isForOutsiders } from '../../../domain/channel.ts';
import type { Incident } from '../../../domain/incident.ts';
import { barred, serving } from '../../../domain/release.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Books } from '../../../ports/control-store.ts';
import { sharersOf } from '../families/same-weights.ts';
import { announce } from '../news/incidents.ts';
import { WORKER } from '../parts.ts';
import type { TellingDesk } from '../telling/tell-owner.ts';
import { keptFrom } from './outsiders.ts';

/** A release of weights that gets calls of outsiders, though it would not be let out to them now. */
export interface ServedOutside {
  readonly release: string;
  readonly channel: string;
  /** By which the weights were admitted. */
  readonly request: string;
  readonly why: string;
  /** The incident that was opened for it; null: none. */
  readonly incident: string | null;
}

/** Where the weights of a model of ours serve outsiders already, without anybody having let them out. */
export async function servedOutside(
  books: Books,
  request: Pick<AdmissionRequest, 'id' | 'dossier'>,
  now: Date,
): Promise<readonly ServedOutside[]> {
  const under = new Map<string, string>();
  for (const { request: one } of await sharersOf(books, request))
    for (const id of [one.id, ...(await books.subjects.idsContaining(one.id))]) under.set(id, one.id);
  const found: ServedOutside[] = [];
  for (const channel of (await books.releases.channels()).filter(isForOutsiders))
    for (const release of serving(await books.releases.of(channel.name))) {
      const weights = under.get(release.request);
      if (weights === undefined || barred(release, now) !== null) continue;
      const why = await keptFrom(books, release);
      if (why === null) continue;
      const incident = (await books.incidents.of([weights])).find(({ cause }) => cause === causeOf(request));
      const what = { release: release.id, channel: channel.name, request: weights };
      found.push({ ...what, why, incident: incident?.id ?? null });
    }
  return found;
}

/** Opens an incident of each model that serves outsiders with weights that somebody has just asked to publish. */
export async function tellServed(desk: TellingDesk, request: Pick<AdmissionRequest, 'id' | 'dossier'>): Promise<void> {
  const { books, now, parts } = desk;
  // Whoever releases to outsiders meanwhile is waited for, or finds that it is ours.
  await books.releases.lockOutside('alone');
  for (const { request: id, channel } of await servedOutside(books, request, now)) {
    const served = await books.requests.peek(id);
    const incident: Incident = {
      id: parts.mint.id(),
      request: id,
      title: `Outsiders are served it on ${channel}, and ${request.id} asks to publish it: nobody has let it out`,
      state: 'open',
      cause: causeOf(request),
      openedBy: WORKER.person.id,
      openedAt: now.toISOString(),
      closedBy: null,
      closedAt: null,
    };
    if (served !== null && (await books.incidents.open(incident))) await announce(desk, incident, served);
  }
}

function causeOf({ id }: Pick<AdmissionRequest, 'id'>): string {
  return `ours:${id}`;
}
