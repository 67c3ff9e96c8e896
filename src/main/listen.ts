import { answerCalls } from '../app/control/answer-calls.ts';
import { answerSubmissions } from '../app/control/audit/witness.ts';
import type { ControlParts } from '../app/control/parts.ts';
import type { ListenOptions } from '../contract/control/up.ts';
import { createServer } from '../http/server.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { readConsole } from './console.ts';

export interface Listening {
  readonly address: string;
  close(): Promise<unknown>;
}

/** The API and the console, on their address. Throws `call-invalid` where it cannot listen. */
export async function listen(
  parts: ControlParts,
  { host, port, publicUrl, trustedProxies = [] }: ListenOptions,
  world: { readonly version: string; readonly console: URL | null; readonly log: (line: string) => void },
): Promise<Listening> {
  const { version, log } = world;
  const named = publicUrl === null ? null : new URL(publicUrl);
  const hosts: string[] = named === null ? [] : [named.host];
  const loopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
  const server = createServer({
    answer: answerCalls(parts),
    submissions: answerSubmissions(parts),
    version,
    proxies: trustedProxies,
    hosts: loopback || named !== null ? hosts : null,
    secure: named?.protocol === 'https:',
    console: world.console === null ? null : await readConsole(world.console),
    log,
  });
  const address = await server.listen({ host, port }).catch(async (cause: Error) => {
    await server.close();
    throw new WeighbridgeError('call-invalid', `cannot listen on ${host}:${port}: ${cause.message}`, { cause });
  });
  const { port: taken } = new URL(address);
  hosts.push(`127.0.0.1:${taken}`, `localhost:${taken}`, `[::1]:${taken}`);
  return { address, close: () => server.close() };
}
