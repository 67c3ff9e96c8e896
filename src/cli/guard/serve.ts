import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CONSENT_HEADERS } from '../../guard/transcripts/consent.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { refusal } from './answer.ts';
import type { Headers } from './setup.ts';

/** Milliseconds for a whole request to arrive: a body comes from the next machine. */
const REQUEST_MILLISECONDS = 30_000;

/** One line of JSON for a body, and for what its request says about consent. */
export type AnswerBody = (body: Uint8Array, said: Headers) => Promise<string>;

/** Answers POST bodies as it answers lines. `health` on GET /health. */
export function createGuardServer(answerBody: AnswerBody): Server {
  const server = createServer(
    { requestTimeout: REQUEST_MILLISECONDS, keepAliveTimeout: 5_000 },
    (request, response) => {
      answer(request, response, answerBody).catch(() => {
        if (!response.headersSent) reply(response, 500, refusal('the guard has a fault'));
        else response.destroy();
      });
    },
  );
  server.maxConnections = 1024;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, answerBody: AnswerBody): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') return reply(response, 200, '{"status":"ok"}');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return reply(response, 405, refusal('POST {"text": "…"}'));
  }
  const body = await bodyOf(request);
  if (body === null) return reply(response, 413, refusal(`a body may have ${LIMITS.guardBody} bytes at most`));
  if (body.every((byte) => BLANKS.includes(byte))) return reply(response, 400, refusal(EMPTY));
  const line = await answerBody(body, saidIn(request));
  // Within the texts of an answer the quotes are escaped: only a refusal has this.
  if (line.includes('"code":"guard-stalled"')) return reply(response, 503, line);
  reply(response, line.includes('"error":') ? 400 : 200, line);
}

const BLANKS = [9, 10, 13, 32];
const EMPTY = 'the body is empty: POST {"text": "…"}';

/** One that stands twice is both in one, with a comma: that is none of the words for consent. */
function saidIn({ headers }: IncomingMessage): Headers {
  const said: Record<string, string> = {};
  for (const name of CONSENT_HEADERS) {
    const value = headers[name];
    if (value !== undefined) said[name] = String(value);
  }
  return said;
}

/** The whole body; null when it is too long, and then the rest is not read. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > LIMITS.guardBody) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reply(response: ServerResponse, status: number, line: string): void {
  const body = Buffer.from(`${line}\n`);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  response.end(body);
}
