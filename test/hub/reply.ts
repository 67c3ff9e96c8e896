import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HubBytes } from './repository.ts';

/** What a route answers, before ranges and faults. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReplyBody;
}

export type ReplyBody =
  | { readonly kind: 'text'; readonly text: string }
  /** Served whole or in part, as Range and If-Range want it. */
  | { readonly kind: 'file'; readonly bytes: HubBytes; readonly etag: string };

export function jsonReply(value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: { kind: 'text', text: JSON.stringify(value) },
  };
}

export function fileReply(bytes: HubBytes, etag: string, headers: Record<string, string> = {}): Reply {
  return { status: 200, headers, body: { kind: 'file', bytes, etag } };
}

export function redirectReply(status: number, location: string, headers: Record<string, string> = {}): Reply {
  const text = `Temporary Redirect. Redirecting to ${location}`;
  return { status, headers: { location, vary: 'Accept', ...headers }, body: { kind: 'text', text } };
}

/** The hub's errors: a code and a sentence in headers, the sentence again as JSON. */
export function errorReply(status: number, code: string | null, message: string): Reply {
  const headers = { 'x-error-message': message, ...(code === null ? {} : { 'x-error-code': code }) };
  return { ...jsonReply({ error: message }, headers), status };
}

/** How a sending may go wrong. */
export interface Sending {
  /** Body bytes after which it stops, and how: holding the line, cutting it, or ending as though all were sent. */
  readonly stop?: { readonly after: number; readonly how: 'stall' | 'cut' | 'end' };
  readonly ignoreRange?: boolean;
}

const CHUNK = 64 * 1024;

/** Sends a reply as a file server would: 200, 206 or 416 (RFC 9110, 14). */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: Reply,
  how: Sending,
): Promise<void> {
  const { status, headers, bytes, from, until } = partOf(request, reply, how);
  const announced = how.stop?.how === 'end' ? {} : { 'content-length': String(until - from) };
  response.writeHead(status, { ...headers, ...announced });
  if (request.method === 'HEAD') return void response.end();
  const stop = Math.min(until, from + (how.stop?.after ?? Number.POSITIVE_INFINITY));
  for (let at = from; at < stop && !response.destroyed; at += CHUNK) {
    const more = response.write(bytes.read(at, Math.min(CHUNK, stop - at)));
    if (!more) await drained(response);
  }
  if (how.stop === undefined || how.stop.how === 'end') response.end();
  else if (how.stop.how === 'cut') response.write('', () => response.destroy());
  else response.flushHeaders();
}

interface Part {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: HubBytes;
  readonly from: number;
  readonly until: number;
}

function partOf(request: IncomingMessage, { status, headers, body }: Reply, { ignoreRange }: Sending): Part {
  if (body.kind === 'text') {
    const text = Buffer.from(body.text);
    const bytes = {
      size: text.length,
      read: (offset: number, length: number) => text.subarray(offset, offset + length),
    };
    return { status, headers: { ...headers }, bytes, from: 0, until: text.length };
  }
  const { bytes, etag } = body;
  const { size } = bytes;
  const plain = { etag, 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream', ...headers };
  const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  const stale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
  if (start === undefined || stale || ignoreRange === true)
    return { status: 200, headers: plain, bytes, from: 0, until: size };
  const from = Number(start);
  if (from >= size) {
    return { status: 416, headers: { ...plain, 'content-range': `bytes */${size}` }, bytes, from: 0, until: 0 };
  }
  const until = Math.min(size, end === '' || end === undefined ? size : Number(end) + 1);
  return {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${until - 1}/${size}`, ...plain },
    bytes,
    from,
    until,
  };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
