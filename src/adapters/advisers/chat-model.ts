import { Pool } from 'undici';
import type { Json } from '../../kernel/json.ts';
import type { ChatModel } from '../../ports/advisers.ts';

/** Bytes of an answer that says yes or no. */
const LONGEST = 256 * 1024;
/** Calls at once; more wait, and the deadline counts. */
const CONNECTIONS = 16;

/** An operator's own server, where the operator's policy says it is: no redirect is followed. */
export function createChatModel(endpoint: string, key: string | null): ChatModel {
  const url = new URL(`${endpoint.replace(/\/+$/, '')}/chat/completions`);
  const pool = new Pool(url.origin, { connections: CONNECTIONS, pipelining: 1, keepAliveTimeout: 4_000 });
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  return {
    complete: async (call, milliseconds) => {
      const signal = AbortSignal.timeout(milliseconds);
      try {
        const { statusCode, body } = await pool.request({
          path: `${url.pathname}${url.search}`,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'user-agent': 'weighbridge', ...authorization },
          body: JSON.stringify(call),
          signal,
        });
        const text = await textOf(body);
        if (statusCode !== 200) throw new Error(`it answered ${statusCode}`);
        return JSON.parse(text) as Json;
      } catch (cause) {
        throw new Error(signal.aborted ? `no answer after ${milliseconds} ms` : reasonOf(cause), { cause });
      }
    },
  };
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > LONGEST) throw new Error('its answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function reasonOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'its answer is not JSON';
  return cause instanceof Error && cause.message.startsWith('it') ? cause.message : 'it cannot be reached';
}
