import type { Sql } from './sql.ts';

/** PostgreSQL's channel on which a change of releases is told, with the organisation as its word. */
export const RELEASE_CHANGES = 'weighbridge_releases';

/** Tells it when the transaction commits, and not at all when it does not. */
export async function tellReleases(sql: Sql, organisation: string): Promise<void> {
  await sql.run(`select pg_notify('${RELEASE_CHANGES}', $1)::text as told`, [organisation]);
}

/** How long until a connection that broke is tried again: at first, and at most. Milliseconds. */
const AGAIN = { first: 100, most: 1_000 };

export interface ReleaseChanges {
  close(): Promise<void>;
}

/**
 * Calls back whenever releases of some organisation changed, and after each time the connection broke, since what changed
 * meanwhile was told to nobody: whoever listens reads anew then. A database that is not there is waited for.
 */
export async function followReleases(
  url: string,
  onChange: (organisation: string | null) => void,
): Promise<ReleaseChanges> {
  const { default: pg } = await import('pg');
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let wait = AGAIN.first;
  let client: InstanceType<typeof pg.Client> | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    next.on('notification', ({ payload }) => onChange(payload ?? null));
    next.on('error', () => {});
    next.on('end', again);
    client = next;
    await next.connect();
    await next.query(`listen ${RELEASE_CHANGES}`);
    wait = AGAIN.first;
  };
  const again = (): void => {
    client = null;
    // A connection that cannot be made says so twice.
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect().then(() => onChange(null), again);
    }, wait);
    wait = Math.min(AGAIN.most, wait * 2);
  };
  await connect().catch(again);
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
