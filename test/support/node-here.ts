import type { Node } from './nodes.ts';
import { wb } from './world.ts';

/**
 * A gateway as `startNode` starts one, in this process: a start of its own costs two seconds of the processor. For tests that
 * want many of them; what only a process can do (to stand still, to be killed) is for the other.
 */
export async function startNodeHere(
  name: string,
  file: string,
  { home, env = {} }: { readonly home: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Omit<Node, 'child'>> {
  const stopping = new AbortController();
  let said = '';
  let ended: Promise<unknown> = Promise.resolve();
  const address = await new Promise<string>((resolve, reject) => {
    ended = wb(['gateway', '--config', file, '--port', '0', '--node', name, '--log', 'off'], {
      home,
      env,
      signal: stopping.signal,
      told: (text) => {
        said += text;
        const found = /listens on (http:\S+)\/v1/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      },
    }).then(({ code }) => reject(new Error(`${name} ended with ${code}: ${said}`)), reject);
  });
  return {
    name,
    address,
    said: () => said,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
