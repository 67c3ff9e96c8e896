import { type Database, databaseOver } from './sql.ts';

/** Connections: one reads while one writes. */
const CONNECTIONS = 2;
/** An answer that takes longer does not come: the connection is thrown away. Milliseconds. */
const PATIENCE = 5_000;

/**
 * A database that somebody else keeps up to date, for as long as we run: nothing is asked of it before the first
 * transaction, and each finds it again where the one before lost it.
 */
export async function connectDatabase(url: string): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    keepAlive: true,
  });
  return databaseOver(pool);
}
