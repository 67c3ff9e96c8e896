import type { IncomingHttpHeaders } from 'node:http';
import type { Replica } from './snapshot.ts';

/** Names that end here: they speak of this connection (RFC 9110, section 7.6.1), or are the caller's own secrets. */
const KEPT_BACK: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  'host',
  'content-length',
  'accept-encoding',
  'cookie',
  'cookie2',
  'authorization',
  'proxy-authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'forwarded',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  // Told by us.
  'x-request-id',
]);
/** What proxies before us say of the caller, and what callers say to us alone. */
const SAID_TO_US =
  /^(?:x-weighbridge-|x-forwarded-|x-auth-request-|x-amzn-oidc-|x-goog-authenticated-|x-ms-client-principal|cf-)/;

/** What the server is told: the caller's headers but for those, and its own authorization. Lower-case names and values in turn. */
export function requestHeaders(
  raw: readonly string[],
  { authorization }: Replica,
  { requestId, type }: { readonly requestId: string; readonly type: string | null },
): string[] {
  const headers: string[] = [];
  let named = NONE;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name, value] = [(raw[at] ?? '').toLowerCase(), raw[at + 1] ?? ''];
    if (name === 'connection') named = [...named, ...namesIn(value)];
    else if (!KEPT_BACK.has(name) && !SAID_TO_US.test(name) && (name !== 'content-type' || type === null))
      headers.push(name, value);
  }
  const passed = named.length === 0 ? headers : without(headers, named);
  // An answer that is packed could not be read in pieces, and may be a bomb.
  passed.push('accept-encoding', 'identity', 'x-request-id', requestId);
  if (type !== null) passed.push('content-type', type);
  if (authorization !== null) passed.push(...authorization);
  return passed;
}

/** `Connection: x-foo` makes x-foo a header of this connection alone. */
function namesIn(connection: string): readonly string[] {
  if (connection === 'keep-alive' || connection === 'close') return NONE;
  return connection.split(',').map((name) => name.trim().toLowerCase());
}

function without(headers: readonly string[], names: readonly string[]): string[] {
  return headers.filter((_, at) => !names.includes(headers[at - (at % 2)] ?? ''));
}

const NONE: readonly string[] = [];

/** What a server says that the caller should hear; by whose account it was asked is nothing of theirs. */
const PASSED =
  /^(?:content-type|retry-after|retry-after-ms|x-ratelimit-.*|ratelimit.*|openai-(?!organization|project).*|anthropic-(?!organization).*|x-should-retry)$/;
/** Numbers, times, words and media types: what a server may say in these headers, and no room for what a model may say. */
const SHAPE = /^(?:[\w.:="/+-]{0,128}(?:[;,] ?[\w.:="/+-]{1,64}){0,4}|\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT)$/;

/** Names and values in turn, of names and values in turn. */
export function answerHeaders(headers: readonly string[]): readonly string[] {
  const passed: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at] ?? '', headers[at + 1] ?? ''];
    if (PASSED.test(name) && SHAPE.test(value)) passed.push(name, value);
  }
  return passed;
}

/** The first of this name. */
export function headerIn(headers: readonly string[], name: string): string | null {
  for (let at = 0; at < headers.length; at += 2) if (headers[at] === name) return headers[at + 1] ?? '';
  return null;
}

/** Whether an answer came in a coding, though none was asked for. */
export function isPacked(headers: readonly string[]): boolean {
  for (let at = 0; at < headers.length; at += 2)
    if (headers[at] === 'content-encoding' && headers[at + 1] !== 'identity') return true;
  return false;
}

/** The key of a call, wherever the surfaces' clients put it. */
export function keyIn(headers: IncomingHttpHeaders): string | null {
  const { authorization } = headers;
  if (authorization !== undefined) return /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? null;
  const key = headers['x-api-key'] ?? headers['x-goog-api-key'] ?? headers['api-key'];
  return typeof key === 'string' && key !== '' ? key : null;
}
