import { isIP } from 'node:net';
import type { Agent } from 'undici';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Poster } from '../../ports/poster.ts';
import { refusalOf } from './addresses.ts';
import type { Lookup } from './connector.ts';
import { assertCallable, named, trustIn } from './trust.ts';

/** In milliseconds, to connect and to answer: a receiver does its work after it has answered. */
const PATIENCE = 10_000;

/** Follows no redirect: the address that was looked at is the one that is told. `trustedHosts`: as for downloads. `lookup`: null is the machine's own. */
export function createPoster(trustedHosts: readonly string[], lookup: Lookup | null = null): Poster {
  const trust = trustIn(trustedHosts);
  let agent: Promise<Agent> | null = null;
  const open = async (): Promise<Agent> => {
    const [{ Agent: Pool }, { guardedConnector, systemLookup }] = await Promise.all([
      import('undici'),
      import('./connector.ts'),
    ]);
    const connect = guardedConnector(trust, lookup ?? systemLookup, PATIENCE);
    return new Pool({ connect, headersTimeout: PATIENCE, bodyTimeout: PATIENCE, maxHeaderSize: 16 * 1024 });
  };
  const check = (text: string): URL => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null) throw new WeighbridgeError('address-refused', 'it is no address');
    assertCallable(url, trust);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const refusal = isIP(host) === 0 || trust.covers(url) ? null : refusalOf(host);
    if (refusal !== null) throw new WeighbridgeError('address-refused', `${named(url)} is ${refusal}`);
    return url;
  };
  const ask: Poster['ask'] = async (text, headers, body) => {
    const url = check(text);
    agent ??= open();
    try {
      const { statusCode, body: answer } = await (await agent).request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        headers: { ...headers, 'user-agent': 'weighbridge' },
        body,
        signal: AbortSignal.timeout(2 * PATIENCE),
      });
      return { status: statusCode, body: await beginningOf(answer) };
    } catch (cause) {
      if (cause instanceof WeighbridgeError) throw cause;
      throw new WeighbridgeError('source-unreachable', `${named(url)}: ${(cause as Error).message}`, { cause });
    }
  };
  return {
    check: (url) => void check(url),
    post: async (url, headers, body) => (await ask(url, headers, body)).status,
    ask,
    close: async () => {
      if (agent !== null) await (await agent).destroy();
    },
  };
}

/** More than this of an answer nobody reads. */
const ANSWER = 64 * 1024;

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    pieces.push(piece);
    size += piece.length;
    if (size > ANSWER) break;
  }
  return Buffer.concat(pieces).subarray(0, ANSWER).toString('utf8');
}
