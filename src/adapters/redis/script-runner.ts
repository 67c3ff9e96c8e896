import { createHash } from 'node:crypto';
import { createClient, ErrorReply } from '@redis/client';

/** A Redis or Valkey server that runs scripts. */
export interface RedisScripts {
  /** Rejects when the server is lost, or does not answer in time. */
  run(script: string, argument: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Milliseconds that a call waits for its limits. */
const PATIENCE = 500;

/** Connects, and goes on connecting when the server is lost; what is asked meanwhile is refused at once. */
export async function connectRedis(url: string, onLost: (error: unknown) => void): Promise<RedisScripts> {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 5_000, reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 5), 1_000) },
  });
  client.on('error', onLost);
  await client.connect();
  const known = new Map<string, string>();
  const digestOf = (script: string): string => {
    const digest = known.get(script) ?? createHash('sha1').update(script).digest('hex');
    known.set(script, digest);
    return digest;
  };
  const call = async (script: string, argument: string): Promise<unknown> => {
    const rest = { arguments: [argument] };
    try {
      return await client.evalSha(digestOf(script), rest);
    } catch (error) {
      // A server that was started anew has forgotten the scripts.
      if (error instanceof ErrorReply && error.message.startsWith('NOSCRIPT')) return client.eval(script, rest);
      throw error;
    }
  };
  return {
    run: (script, argument) => inTime(call(script, argument)),
    close: async () => {
      client.destroy();
    },
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => {});
  }
}
