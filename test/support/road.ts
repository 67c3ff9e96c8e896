import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a database that a test can cut. */
export interface Road {
  /** Of the database by this way; ends so that a parameter may follow. */
  readonly url: string;
  /** `cut`: what is on it is lost, and nothing gets onto it. `swallows`: what is sent is never heard of again. */
  is(state: 'open' | 'cut' | 'swallows'): void;
  close(): void;
}

export async function roadTo(url: string): Promise<Road> {
  const sockets = /host=([^&]+)/.exec(url)?.[1];
  const direct = sockets === undefined ? new URL(url) : null;
  const reach = () =>
    direct === null
      ? connect(`${decodeURIComponent(sockets ?? '')}/.s.PGSQL.5432`)
      : connect(Number(direct.port), direct.hostname);
  const travellers = new Set<Socket>();
  let state: Parameters<Road['is']>[0] = 'open';
  const server = createServer((near) => {
    travellers.add(near.on('error', () => {}).on('close', () => travellers.delete(near)));
    if (state === 'cut') return void near.destroy();
    const far = reach().on('error', () => near.destroy());
    near.on('data', (bytes) => state !== 'swallows' && far.write(bytes)).on('close', () => far.destroy());
    far.on('data', (bytes) => state !== 'swallows' && near.write(bytes)).on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const who = /\/\/([^@]+)@[^/]*\/(\w+)/.exec(url);
  const leave = () => {
    for (const traveller of travellers) traveller.destroy();
  };
  return {
    url: `postgresql://${who?.[1]}@127.0.0.1:${port}/${who?.[2]}?`,
    is: (next) => {
      // Who was swallowed never comes back.
      if (next !== 'swallows') leave();
      state = next;
    },
    close: () => {
      leave();
      server.close();
    },
  };
}
