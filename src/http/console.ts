import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The console as it was built: paths below the server's root, each with its bytes. Held in memory, so that no path leads out. */
export type ConsoleFiles = ReadonlyMap<string, Uint8Array>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Scripts, styles and images of our own alone; no script comes out of a text, and nobody frames the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const INDEX = 'index.html';

/** The console's files as routes. Hashed names stay with the browser for good; the page itself is asked for each time. */
export function routeConsole(server: FastifyInstance, files: ConsoleFiles): void {
  for (const [path, bytes] of files) {
    if (path === INDEX) continue;
    const zipped = gzipSync(bytes);
    server.get(`/${path}`, (request, reply) => {
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
      return send(request, reply, typeOf(path), { bytes, zipped });
    });
  }
  const index = files.get(INDEX);
  if (index === undefined) return;
  const page = { bytes: index, zipped: gzipSync(index) };
  server.get('/', (request, reply) => sendPage(request, reply, page));
  server.get('/*', (request, reply) => (isPage(request) ? sendPage(request, reply, page) : reply.callNotFound()));
}

/** Somebody's browser at a page's address, which the console reads itself; not a program at an address of the API. */
function isPage({ url, headers }: FastifyRequest): boolean {
  return !url.startsWith('/v1/') && (headers.accept ?? '').includes('text/html');
}

interface Body {
  readonly bytes: Uint8Array;
  readonly zipped: Uint8Array;
}

function sendPage(request: FastifyRequest, reply: FastifyReply, body: Body): FastifyReply {
  void reply.headers({
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  });
  return send(request, reply, TYPES.html ?? '', body);
}

function send({ headers }: FastifyRequest, reply: FastifyReply, type: string, { bytes, zipped }: Body): FastifyReply {
  const zips = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  void reply.headers({
    'content-type': type,
    vary: 'accept-encoding',
    ...(zips ? { 'content-encoding': 'gzip' } : {}),
  });
  return reply.send(Buffer.from(zips ? zipped : bytes));
}

function typeOf(path: string): string {
  return TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
