import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatewayCall } from '../contract/gateway.ts';
import { type Consent, consentIn } from '../guard/transcripts/consent.ts';
import type { Surface } from '../wire/surface.ts';
import { type Addressed, surfaceAt, wordsAt } from '../wire/table.ts';
import { type Asked, admitCall, assertMayCall, mayCall } from './admit-call.ts';
import { GuardedCall, RefusedCall, refuse } from './call.ts';
import { grantOf } from './identify.ts';
import type { Limiter } from './limits/limiter.ts';
import { readCall } from './reading/read-call.ts';
import type { Spools } from './reading/spool.ts';
import type { Lingers } from './relaying/linger.ts';
import type { Ended } from './relaying/relay.ts';
import type { Grant, Snapshot } from './snapshot.ts';
import { exchangeOrFallBack, fallbacksOf } from './trying/fall-back.ts';
import type { ExchangeWorld } from './trying/one-try.ts';
import type { Shadows } from './trying/shadow.ts';

/** What calls share. */
export interface Serving extends ExchangeWorld {
  readonly snapshot: () => Snapshot | null;
  readonly limiter: Limiter;
  readonly spools: Spools;
  readonly newId: () => string;
  readonly record: (call: GatewayCall) => void;
  readonly shadows: Shadows;
  readonly lingers: Lingers;
}

/** One call from its first byte to its record. Never throws. */
export async function serveCall(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { clock } = serving;
  const [started, at] = [clock(), serving.now()];
  const requestId = requestIdOf(request) ?? serving.newId();
  const path = pathOf(request.url ?? '');
  const addressed = surfaceAt(path);
  const surface = addressed?.surface ?? null;
  const told: Told = {
    key: null,
    channel: null,
    fallbackFrom: null,
    release: null,
    stream: false,
    consent: null,
    found: NOTHING,
  };
  let ended: Ended;
  try {
    ended = await answered(serving, { request, response, requestId, path, addressed, at, told });
  } catch (error) {
    const refused = error instanceof RefusedCall ? error : FAULT;
    if (refused === FAULT) serving.fault(error);
    sendProblem(serving, response, surface ?? wordsAt(path), { refused, requestId });
    const found = error instanceof GuardedCall ? error.found : [];
    ended = { status: refused.problem.status, code: refused.problem.code, usage: null, found };
  }
  const { status, code, usage, firstByteAt = null } = ended;
  serving.record({
    at: stampOf(at),
    requestId,
    surface: surface?.id ?? null,
    key: told.key,
    channel: told.channel,
    fallbackFrom: told.fallbackFrom,
    release: told.release,
    stream: told.stream,
    consent: told.consent,
    status,
    code,
    milliseconds: clock() - started,
    firstByte: firstByteAt === null ? null : firstByteAt - started,
    inputTokens: usage?.input ?? null,
    outputTokens: usage?.output ?? null,
    found: together(told.found, ended.found),
    trace: traceOf(request),
  });
}

/** Under load several calls begin in one millisecond, and their time is written once. */
let stamp = { at: Number.NaN, text: '' };

function stampOf(at: Date): string {
  if (stamp.at !== at.getTime()) stamp = { at: at.getTime(), text: at.toISOString() };
  return stamp.text;
}

const NOTHING: readonly string[] = [];

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function together(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.length === 0 ? after : [...new Set([...before, ...after])];
}

/** What is known of a call so far, should it be refused. */
export type Told = {
  -readonly [Key in 'key' | 'channel' | 'fallbackFrom' | 'release' | 'stream' | 'found' | 'consent']: GatewayCall[Key];
};

interface Arrived {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly path: string;
  readonly addressed: Addressed | null;
  readonly at: Date;
  readonly told: Told;
}

async function answered(serving: Serving, arrived: Arrived): Promise<Ended> {
  const { request, response, requestId, path, addressed, at, told } = arrived;
  const snapshot = serving.snapshot();
  if (snapshot === null) refuse(503, 'not_ready', 'the gateway is starting or stopping', 1);
  if (hostsIn(request) > 1) {
    // Whoever writes two may have more behind it (RFC 9112, section 3.2).
    response.setHeader('connection', 'close');
    refuse(400, 'invalid_request', 'a request has one host');
  }
  const known = grantOf(request, snapshot, at);
  const grant = known instanceof Promise ? await known : known;
  told.key = grant.name;
  if (path === '/v1/models' && request.method === 'GET') {
    sendJson(response, 200, modelsFor(snapshot, grant), requestId);
    return { status: 200, code: null, usage: null, found: [] };
  }
  if (addressed === null)
    refuse(
      404,
      'unknown_surface',
      UNREADABLE.get(path) ?? 'the gateway has no reader for this path, so nothing may pass there',
    );
  if (request.method !== 'POST') refuse(405, 'method_not_allowed', 'this path takes POST');
  const consent = addressed.surface.file === undefined ? null : consentOf(request, told);
  const { surface, named } = addressed;
  const asked: Asked = { request, response, requestId, surface, named, grant, snapshot, at, consent, mayPin: true };
  assertMayCall(asked);
  // Who asks first whether a body is wanted (RFC 9110, section 10.1.1) sends none to be refused.
  if (request.headers.expect !== undefined) response.writeContinue();
  const read = await readCall(request, addressed, serving.spools);
  try {
    const call = admitCall(asked, read);
    const ended = await exchangeOrFallBack(serving, [call, ...fallbacksOf(call, asked, read)], { at, told });
    if (ended.status === 200 && ended.code === null) serving.shadows.after(call, asked, read);
    return ended;
  } finally {
    await read.upload?.discard();
  }
}

/** What is often asked for, and why it does not pass. */
const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['/v1/images/edits', 'pictures that are sent cannot be read here; /v1/images/generations makes new ones'],
  ['/v1/images/variations', 'pictures that are sent cannot be read here; /v1/images/generations makes new ones'],
  ['/v1/audio/speech', 'speech that a model makes cannot be guarded here'],
  ['/v1/files', 'files that stay with a model server are read by nobody here: send what they say with the call'],
  ['/v1/realtime', 'what is said in both directions at once cannot be guarded here: make calls, or streams'],
  ['/v1/messages/batches', 'batches are answered where nobody reads the answers: make the calls one by one'],
  ['/v1/batches', 'batches are answered where nobody reads the answers: make the calls one by one'],
]);

/** What the people who are heard have said; without their consent nothing is read. */
function consentOf({ headers }: IncomingMessage, told: Told): Consent {
  const texts = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const consent = consentIn(Object.fromEntries(texts));
  const { recording, optedOut, by } = consent;
  told.consent = { recording, optedOut, by };
  if (recording === 'refused')
    refuse(403, 'consent_refused', 'consent to the recording was refused, so it goes nowhere');
  return consent;
}

const FAULT = new RefusedCall({
  status: 500,
  code: 'gateway_fault',
  message: 'the gateway has a fault; nothing was passed on',
});

function hostsIn({ rawHeaders }: IncomingMessage): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts;
}

function traceOf({ headers }: IncomingMessage): string | null {
  const { traceparent } = headers;
  return typeof traceparent === 'string' && traceparent.length <= 55 ? traceparent : null;
}

function requestIdOf({ headers }: IncomingMessage): string | null {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : null;
}

/** In the words of OpenAI and of Anthropic at once: their members do not meet. */
function modelsFor({ channels }: Snapshot, grant: Grant) {
  const data = [...channels.values()]
    .filter((channel) => mayCall(grant, channel))
    .map(({ name }) => ({
      id: name,
      object: 'model',
      created: 0,
      owned_by: 'weighbridge',
      type: 'model',
      display_name: name,
      created_at: '1970-01-01T00:00:00Z',
    }));
  const [first, last] = [data[0]?.id ?? null, data.at(-1)?.id ?? null];
  return { object: 'list', data, has_more: false, first_id: first, last_id: last };
}

function sendProblem(
  { lingers }: Serving,
  response: ServerResponse,
  surface: Surface,
  { refused, requestId }: { readonly refused: RefusedCall; readonly requestId: string },
): void {
  const { problem, retryAfter } = refused;
  if (response.headersSent || response.destroyed) return;
  if (retryAfter !== null) response.setHeader('retry-after', String(retryAfter));
  const body = surface.errorBody(problem);
  if (!response.req.complete) {
    // What is left of a body that was not read would be taken for the next call.
    response.setHeader('connection', 'close');
    response.write(jsonWithHead(response, problem.status, body, requestId));
    lingers.end(response.req, response);
  } else sendJson(response, problem.status, body, requestId);
}

function sendJson(response: ServerResponse, status: number, value: unknown, requestId: string): void {
  response.end(jsonWithHead(response, status, value, requestId));
}

function jsonWithHead(response: ServerResponse, status: number, value: unknown, requestId: string): Buffer {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-request-id': requestId,
    'cache-control': 'no-store',
  });
  return body;
}
