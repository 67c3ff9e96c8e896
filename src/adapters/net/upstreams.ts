import { WeighbridgeError } from '../../kernel/errors.ts';
import { member } from '../../kernel/json.ts';
import type { Upstreams } from '../../ports/upstreams.ts';
import { assertCallable, named, trustIn } from './trust.ts';

/** To connect, and to answer; a model server that takes longer for its list is not one to fall back on. Milliseconds. */
const PATIENCE = 5_000;
/** Of the list of models. Bytes. */
const MOST = 256 * 1024;

/**
 * `addresses`: bases as `http://10.0.0.5:8000`; being registered is what makes a private address one that may be called.
 * Redirects are not followed. Throws `call-invalid` for what is no plain http address.
 */
export function createUpstreams(addresses: readonly string[]): Upstreams {
  const known = new Map(addresses.map((text) => [baseOf(text), baseOf(text)]));
  const trust = trustIn(addresses.map((text) => new URL(text).host));
  const registered = (text: string): string | undefined => (URL.canParse(text) ? known.get(baseOf(text)) : undefined);
  return {
    has: (url) => registered(url) !== undefined,
    ask: async (text, signal) => {
      const base = registered(text);
      if (base === undefined)
        throw new WeighbridgeError('address-refused', 'it is no upstream that the operator registered');
      const url = new URL(`${base}/v1/models`);
      assertCallable(url, trust);
      const [{ Agent, request }, { guardedConnector, systemLookup }] = await Promise.all([
        import('undici'),
        import('./connector.ts'),
      ]);
      const connect = guardedConnector(trust, systemLookup, PATIENCE);
      const dispatcher = new Agent({ connect, headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
      try {
        const until = AbortSignal.any([signal, AbortSignal.timeout(2 * PATIENCE)]);
        const { statusCode, body } = await request(url, {
          dispatcher,
          signal: until,
          headers: { accept: 'application/json' },
        });
        return { status: statusCode, models: modelsIn(await textOf(body)) };
      } catch (cause) {
        throw new WeighbridgeError('source-unreachable', `${named(url)}: ${(cause as Error).message}`, { cause });
      } finally {
        await dispatcher.destroy();
      }
    },
  };
}

/** Without what a base does not have, so that two spellings of one are one. */
function baseOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url === null ||
    !['http:', 'https:'].includes(url.protocol) ||
    `${url.username}${url.password}${url.search}` !== ''
  )
    throw new WeighbridgeError('call-invalid', 'an upstream is http://host:port or https://host, without a password');
  return `${url.origin}${url.pathname.replace(/\/(v1\/?)?$/, '')}`;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MOST) throw new Error(`it answers with more than ${MOST} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function modelsIn(text: string): readonly string[] | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  const data = member(answer, 'data');
  if (!Array.isArray(data)) return null;
  return data.flatMap((one) => {
    const id = member(one, 'id');
    return typeof id === 'string' ? [id] : [];
  });
}
