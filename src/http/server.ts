import type { Socket } from 'node:net';
import fastify, { type ConnectionError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { AnswerCall } from '../contract/control/caller.ts';
import { etagFor } from '../contract/control/etag.ts';
import type { Operation } from '../contract/control/operation.ts';
import { OPERATIONS, type OperationName, type OutputOf } from '../contract/control/operations.ts';
import type { AnswerSubmission } from '../contract/control/witness.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { isJsonObject } from '../kernel/json.ts';
import { ifMatchIn, isKnown } from './conditional.ts';
import { type ConsoleFiles, routeConsole } from './console.ts';
import { credentialsIn, noCookies, sessionCookies } from './credentials.ts';
import { readJsonBodies } from './json-body.ts';
import { openApi } from './openapi.ts';
import { problemOf } from './problem.ts';
import { browserCookie, routeSingleSignOn } from './single-sign-on.ts';
import { routeStream } from './stream.ts';
import { routeWitness } from './witness.ts';

export interface ServerParts {
  readonly answer: AnswerCall;
  readonly version: string;
  /** `host[:port]` by which it may be called: another name points here by a trick (DNS rebinding). Null: any. */
  readonly hosts: readonly string[] | null;
  /** Addresses of proxies that say truly for whom they call (X-Forwarded-For); empty: who connects is who calls. */
  readonly proxies: readonly string[];
  /** It is reached over TLS: cookies say so. */
  readonly secure: boolean;
  /** Answers logs that want to be cosigned. */
  readonly submissions: AnswerSubmission;
  /** Null: the API alone. */
  readonly console: ConsoleFiles | null;
  /** Told what we did not expect; the caller is not. */
  readonly log: (line: string) => void;
}

/** Bytes of a body, where an operation does not say otherwise. */
const BODY = 64 * 1024;

/** Every operation of the table as a route, the API's description, and the console. Not listening yet. */
export function createServer(parts: ServerParts): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
    trustProxy: parts.proxies.length === 0 ? false : [...parts.proxies],
    // What is no address, and what is no HTTP, is answered as everything else is.
    frameworkErrors: (error, request, reply) => void sendProblem(parts, error, request, reply),
    clientErrorHandler: refuseUnread,
  });
  server.removeContentTypeParser('text/plain');
  readJsonBodies(server);
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS);
    refuseForeign(request, parts.hosts);
  });
  server.setErrorHandler((error, request, reply) => sendProblem(parts, error, request, reply));
  server.setNotFoundHandler((request, reply) =>
    sendProblem(
      parts,
      new WeighbridgeError('operation-not-found', `${request.method} ${request.url.slice(0, 200)}`),
      request,
      reply,
    ),
  );
  // Made for whoever asks first: it takes a quarter of a second, which no other caller need wait for.
  let description: object | undefined;
  server.get('/openapi.json', async () => (description ??= openApi(parts.version)));
  for (const [name, operation] of Object.entries<Operation>(OPERATIONS)) {
    server.route({
      method: operation.method,
      url: operation.path,
      bodyLimit: operation.maxBody ?? BODY,
      handler: (request, reply) => handle(parts, name as OperationName, request, reply),
    });
  }
  routeStream(server, parts);
  routeWitness(server, parts.submissions);
  routeSingleSignOn(server, parts);
  if (parts.console !== null) routeConsole(server, parts.console);
  return server;
}

async function handle(
  parts: ServerParts,
  name: OperationName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const output = await parts.answer({
    name,
    input: inputOf(request),
    credentials: credentialsIn(request.headers, parts.secure),
    idempotencyKey: idempotencyKeyIn(request.headers['idempotency-key']),
    ...ifMatchIn(request.headers['if-match']),
    source: request.ip,
  });
  if (name === 'session.open' || name === 'sso.finish') {
    const opened = output as OutputOf<'session.open'>;
    void reply.header('set-cookie', sessionCookies(opened, parts.secure));
  }
  if (name === 'sso.start')
    void reply.header('set-cookie', browserCookie(output as OutputOf<'sso.start'>, parts.secure));
  if (name === 'session.close') void reply.header('set-cookie', noCookies(parts.secure));
  return sendJson(request, reply, output);
}

/** Path, then query or body; what comes twice is a mistake, not a choice. */
function inputOf({ params, query, body, method }: FastifyRequest): unknown {
  const fromPath = params as Readonly<Record<string, string>>;
  const rest = method === 'GET' ? query : (body ?? {});
  if (!isJsonObject(rest)) throw new WeighbridgeError('input-invalid', 'the body is no JSON object');
  const twice = Object.keys(fromPath).find((name) => Object.hasOwn(rest, name));
  if (twice !== undefined) throw new WeighbridgeError('input-invalid', `${twice}: stands in the path already`);
  return { ...rest, ...fromPath };
}

/** A key that were cut would be another call's. */
function idempotencyKeyIn(header: string | string[] | undefined): string | null {
  if (typeof header !== 'string' || header === '') return null;
  if (header.length > 200) throw new WeighbridgeError('input-invalid', 'Idempotency-Key: more than 200 characters');
  return header;
}

function sendJson(request: FastifyRequest, reply: FastifyReply, output: unknown): FastifyReply {
  const text = JSON.stringify(output);
  void reply.header('content-type', 'application/json; charset=utf-8');
  if (request.method !== 'GET') return reply.send(text);
  const etag = etagFor(output);
  void reply.header('etag', etag);
  return isKnown(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(text);
}

function sendProblem(parts: ServerParts, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) parts.log(`${request.method} ${request.routeOptions.url ?? ''}: ${describe(error)}`);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 429) void reply.header('retry-after', '900');
  return reply.code(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem));
}

/** What could not even be read as a call. */
function refuseUnread(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'input-too-large' : 'input-invalid';
  const problem = problemOf(new WeighbridgeError(code, 'the head of the call'));
  const body = JSON.stringify(problem);
  const head = ['connection: close', 'content-type: application/problem+json', `content-length: ${body.length}`];
  socket.end(`HTTP/1.1 ${problem.status} ${problem.status}\r\n${head.join('\r\n')}\r\n\r\n${body}`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A foreign page in somebody's browser: by its Origin, or by a name that was made to point here. */
function refuseForeign({ headers }: FastifyRequest, hosts: readonly string[] | null): void {
  const host = headers.host ?? '';
  if (hosts !== null && !hosts.includes(host.toLowerCase()))
    throw new WeighbridgeError('not-permitted', 'this server does not go by that name (Host)');
  const { origin } = headers;
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
    throw new WeighbridgeError('not-permitted', 'the call comes from a page of another origin');
}

const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
