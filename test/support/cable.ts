import { connect, createServer, type Socket } from 'node:net';

/** A database's address by TCP that outlives the database: what it leads to can be cut, and changed. */
export interface Cable {
  readonly url: string;
  /** Ends every connection, and takes none until it is joined again. */
  cut(): void;
  /** Leads to this database from now on. */
  join(url: string): void;
  close(): Promise<void>;
}

/** A cable to a PostgreSQL server, which may listen on a socket in a folder. */
export async function cableTo(first: string): Promise<Cable> {
  const open = new Set<Socket>();
  let target: string | null = first;
  const server = createServer((near) => {
    if (target === null) return void near.destroy();
    const far = connect(placeOf(target));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(first.replace('@/', '@localhost/'));
  url.search = '';
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  return {
    url: url.href,
    cut: () => {
      target = null;
      for (const one of open) one.destroy();
    },
    join: (next) => {
      target = next;
    },
    close: async () => {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function placeOf(url: string): { readonly path: string } | { readonly host: string; readonly port: number } {
  const { searchParams, hostname, port } = new URL(url.replace('@/', '@localhost/'));
  const folder = searchParams.get('host');
  return folder === null
    ? { host: hostname, port: Number(port) }
    : { path: `${folder}/.s.PGSQL.${searchParams.get('port') ?? '5432'}` };
}
