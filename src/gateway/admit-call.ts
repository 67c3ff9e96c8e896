import type { IncomingMessage } from 'node:http';
import type { Consent } from '../guard/transcripts/consent.ts';
import type { Surface } from '../wire/surface.ts';
import type { Addressed } from '../wire/table.ts';
import { type AdmittedCall, estimateOf, refuse } from './call.ts';
import { callerOf } from './guarding/guard-call.ts';
import type { ReadCall } from './reading/read-call.ts';
import type { Reply } from './relaying/reply.ts';
import { type Channel, type Grant, releaseFor, type ServedRelease, type Snapshot } from './snapshot.ts';

export interface Asked {
  readonly request: IncomingMessage;
  readonly response: Reply;
  readonly requestId: string;
  readonly surface: Surface;
  /** What the path says, where the body does not. */
  readonly named: Addressed['named'];
  readonly grant: Grant;
  readonly snapshot: Snapshot;
  readonly at: Date;
  /** What the headers say of those who are heard; null: nobody is. */
  readonly consent: Consent | null;
  /** Whether the release may be one that the caller names. */
  readonly mayPin: boolean;
}

/** Before anything of a call is read: who may not make it sends nothing. Throws RefusedCall. */
export function assertMayCall({ surface, grant }: Pick<Asked, 'surface' | 'grant'>): void {
  if (!(grant.surfaces?.has(surface.id) ?? true))
    refuse(403, 'surface_not_allowed', `this key is not for ${surface.id}`);
}

/** Finds who serves a call, if anybody may. Throws RefusedCall. */
export function admitCall(asked: Asked, read: ReadCall, model: unknown = modelOf(asked, read)): AdmittedCall {
  const { request, response, requestId, surface, grant, consent } = asked;
  const { body, stream, upload } = read;
  const { channel, release } = routeOf(model, asked);
  if (stream && surface.dialect === 'gemini' && !/[?&]alt=sse(?:&|$)/.test(request.url ?? ''))
    refuse(400, 'invalid_request', 'streams come as events alone: ask for alt=sse');
  if (stream && surface.stream === null) refuse(400, 'invalid_request', 'this surface has no streams');
  const { input, output, units } = estimateOf(surface, body, upload?.bytes ?? 0);
  return {
    request,
    response,
    requestId,
    surface,
    grant,
    channel,
    release,
    caller: callerOf(grant, channel),
    body,
    stream,
    upload,
    consent,
    inputTokens: input,
    outputTokens: output,
    units,
  };
}

function modelOf({ named }: Asked, { body }: ReadCall): unknown {
  return named === null ? body.value.model : named.model;
}

interface Routing extends Pick<Asked, 'snapshot' | 'grant' | 'surface' | 'request' | 'at' | 'mayPin'> {}

/** The channel that is named and the release that serves this caller; only what was admitted, and still is. */
function routeOf(model: unknown, { snapshot, grant, surface, request, at, mayPin }: Routing) {
  if (typeof model !== 'string') refuse(400, 'invalid_request', 'model must name a channel');
  const channel = snapshot.channels.get(model);
  if (channel === undefined || !mayCall(grant, channel))
    refuse(403, 'model_not_allowed', `this key may not call ${model.slice(0, 100)}`);
  if (!channel.surfaces.has(surface.id))
    refuse(403, 'surface_not_allowed', `${channel.name} is not served on ${surface.id}`);
  const pin = mayPin ? request.headers['x-weighbridge-release'] : undefined;
  const release = pin === undefined ? releaseFor(channel, sessionOf(request, grant)) : pinned(channel, pin);
  if (release === undefined) refuse(403, 'not_released', `nothing is released on ${channel.name}`);
  assertAdmitted(channel, release, at);
  assertRegion(channel, request, snapshot);
  return { channel, release };
}

/** A release that the caller names, of those that may be named. */
function pinned({ name, pinnable }: Channel, pin: string | string[]): ServedRelease {
  if (pinnable === null) refuse(403, 'pinning_not_allowed', `${name} serves what is released there, not what is named`);
  const release = pinnable.find(({ id }) => id === pin);
  if (release === undefined) refuse(403, 'release_unknown', `${name} has no such release that may serve`);
  return release;
}

export function mayCall({ channels }: Grant, { name }: Channel): boolean {
  return channels === null || channels.has(name);
}

function assertAdmitted({ name }: Channel, { admission }: ServedRelease, at: Date): void {
  if (admission.kind === 'refused') refuse(403, 'not_admitted', `${name} is not served: ${admission.reason}`);
  if (admission.expiresAt <= at.getTime())
    refuse(403, 'admission_expired', `${name} is not served: its admission has expired`);
}

/** A licence may end at a border: who cannot say where a caller is may not serve them. */
function assertRegion({ name, regions }: Channel, { headers }: IncomingMessage, { regionHeader }: Snapshot): void {
  if (regions === null) return;
  const region = regionHeader === null ? undefined : headers[regionHeader];
  if (typeof region !== 'string' || !regions.has(region.toUpperCase()))
    refuse(403, 'region_not_allowed', `${name} is not served where this call comes from`);
}

/** Whose calls go to one release: a session where one is named, else the key. */
function sessionOf({ headers }: IncomingMessage, { name }: Grant): string {
  const session = headers['x-weighbridge-session'];
  return typeof session === 'string' ? `${name}/${session}` : name;
}
