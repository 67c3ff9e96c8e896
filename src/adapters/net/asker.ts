import type { Agent } from 'undici';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { assertCallable, named, trustIn } from './trust.ts';

/** In milliseconds, to connect and to answer. */
const PATIENCE = 10_000;
/** An answer of a provider is a document; more than this is none. Bytes. */
const LONGEST = 1024 * 1024;

export interface Asking {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/**
 * Asks a service for one document, as a library's `fetch` wants it. Follows no redirect; private addresses are refused but
 * for `trustedHosts`, as everywhere. Throws `address-refused`, `source-unreachable`, `source-malformed`.
 */
export function createAsker(trustedHosts: readonly string[]): (url: string, asking: Asking) => Promise<Response> {
  const trust = trustIn(trustedHosts);
  let agent: Promise<Agent> | null = null;
  const open = async (): Promise<Agent> => {
    const [{ Agent: Pool }, { guardedConnector, systemLookup }] = await Promise.all([
      import('undici'),
      import('./connector.ts'),
    ]);
    const connect = guardedConnector(trust, systemLookup, PATIENCE);
    return new Pool({ connect, headersTimeout: PATIENCE, bodyTimeout: PATIENCE, maxHeaderSize: 64 * 1024 });
  };
  return async (text, { method, headers, body }) => {
    const url = new URL(text);
    assertCallable(url, trust);
    agent ??= open();
    const pool = agent;
    const asked = async () =>
      (await pool).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: method === 'POST' ? 'POST' : 'GET',
        headers: { ...headers, 'user-agent': 'weighbridge', 'accept-encoding': 'identity' },
        body,
        signal: AbortSignal.timeout(2 * PATIENCE),
      });
    try {
      const answer = await asked().catch((cause: unknown) => {
        if (method === 'POST' || !wasClosed(cause)) throw cause;
        return asked();
      });
      const bytes = await bounded(answer.body, url);
      const type = answer.headers['content-type'];
      const shown = typeof type === 'string' ? { 'content-type': type } : {};
      const empty = [204, 205, 304].includes(answer.statusCode);
      return new Response(empty ? null : new Uint8Array(bytes), { status: answer.statusCode, headers: shown });
    } catch (cause) {
      if (cause instanceof WeighbridgeError) throw cause;
      throw new WeighbridgeError('source-unreachable', `${named(url)}: ${(cause as Error).message}`, { cause });
    }
  };
}

/** A service may close a kept connection while we ask on it; what changes nothing is asked again (RFC 9110, section 9.2.2). */
function wasClosed(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && ['UND_ERR_SOCKET', 'ECONNRESET'].includes(String(cause.code));
}

async function bounded(body: AsyncIterable<Uint8Array>, url: URL): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LONGEST) throw new WeighbridgeError('source-malformed', `${named(url)} answers without end`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
