import type { INCIDENT_OPERATIONS } from '../../../contract/control/operations/incidents.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Incident } from '../../../domain/incident.ts';
import { FOREBEAR } from '../../../domain/kin.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { printable } from '../../../kernel/printable.ts';
import { admittedOffspringOf, forebearsOf } from '../families/kin.ts';
import type { Desk } from '../parts.ts';
import { record } from '../parts.ts';
import { channelsServing } from '../releases/channels-serving.ts';
import { type TellingDesk, tell } from '../telling/tell-owner.ts';
import type { UseCases } from '../use-case.ts';

type Shown = OutputOf<'incident.open'>;

export const INCIDENTS: UseCases<typeof INCIDENT_OPERATIONS> = {
  'incident.list': listIncidents,
  'incident.show': showIncident,
  'incident.open': openIncident,
  'incident.note': async (desk, { incident: id, text }) => {
    const incident = await openOne(desk, id);
    await note(desk, incident, text);
    await record(desk, 'incident.note', id, { request: incident.request });
    return incident;
  },
  'incident.close': async (desk, { incident: id, text }) => {
    const incident = await openOne(desk, id);
    const by = desk.actor.person.id;
    await note(desk, incident, text);
    await desk.books.incidents.close(id, by, desk.now);
    await record(desk, 'incident.close', id, { request: incident.request });
    return { ...incident, state: 'closed', closedBy: by, closedAt: desk.now.toISOString() };
  },
};

async function listIncidents(
  { books }: Desk,
  input: ParsedInputOf<'incident.list'>,
): Promise<OutputOf<'incident.list'>> {
  if (input.request === undefined) {
    const { items, next } = await books.incidents.list(input);
    return { items: items.map((one) => ({ ...one, inherited: false })), next };
  }
  const request = await books.requests.peek(input.request);
  if (request === null) throw new WeighbridgeError('request-not-found', input.request);
  const bases =
    request.dossier === null
      ? []
      : await forebearsOf(
          books,
          { request: request.id, dossier: (await books.dossiers.newest(request.dossier)).dossier },
          false,
        );
  const all = await books.incidents.of([request.id, ...bases.map((kin) => kin.request.id)]);
  const fitting = all.filter(({ state }) => input.state === undefined || state === input.state);
  return { items: fitting.map((one) => ({ ...one, inherited: one.request !== request.id })), next: null };
}

async function showIncident(
  desk: Desk,
  { incident: id }: ParsedInputOf<'incident.show'>,
): Promise<OutputOf<'incident.show'>> {
  const { books } = desk;
  const incident = await books.incidents.byId(id);
  const request = incident === null ? null : await books.requests.peek(incident.request);
  if (incident === null || request === null) throw new WeighbridgeError('incident-not-found', id);
  const descendants = [];
  for (const { request: one, how } of await admittedOffspringOf(books, request))
    descendants.push({ request: one.id, owner: one.owner, how, channels: await channelsServing(desk, one.id) });
  return { ...incident, notes: [...(await books.incidents.notes(id))], descendants };
}

async function openIncident(desk: Desk, input: ParsedInputOf<'incident.open'>): Promise<Shown> {
  const { books, actor, now, parts } = desk;
  const request = await books.requests.peek(input.request);
  if (request === null) throw new WeighbridgeError('request-not-found', input.request);
  if (request.state !== 'admitted') throw new WeighbridgeError('not-admitted', `${request.id} is ${request.state}`);
  const incident: Incident = {
    id: parts.mint.id(),
    request: request.id,
    title: input.title,
    state: 'open',
    cause: null,
    openedBy: actor.person.id,
    openedAt: now.toISOString(),
    closedBy: null,
    closedAt: null,
  };
  await books.incidents.open(incident);
  await note(desk, incident, input.text);
  await announce(desk, incident, request);
  return incident;
}

/** Tells who answers for the model, and for whatever was made from it. */
export async function announce(desk: TellingDesk, incident: Incident, request: AdmissionRequest): Promise<void> {
  const { id, title } = incident;
  const line = await admittedOffspringOf(desk.books, request);
  const about = { request: request.id, owner: request.owner, descendants: line.map((kin) => kin.request.id) };
  await record(desk, 'incident.open', id, about);
  for (const { request: one, how } of [{ request, how: null }, ...line]) {
    const whose = how === null ? '' : `. Of ${printable(one.reference)} it is what ${FOREBEAR[how]}`;
    await tell(desk, {
      person: one.owner,
      subject: `Weighbridge: an incident of ${request.reference}`,
      body: `${printable(title)}\n\nof ${printable(request.reference)}${whose}.\nRequest: ${one.id}\nSee: weighbridge incident show ${id}\n`,
    });
  }
}

async function note({ books, actor, now }: Desk, { id }: Incident, text: string): Promise<void> {
  await books.incidents.note(id, { by: actor.person.id, at: now.toISOString(), text });
}

async function openOne({ books }: Desk, id: string): Promise<Incident> {
  const incident = await books.incidents.byId(id);
  if (incident === null) throw new WeighbridgeError('incident-not-found', id);
  if (incident.state === 'closed') throw new WeighbridgeError('incident-closed', id);
  return incident;
}
