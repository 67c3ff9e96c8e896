import type { Client } from 'pg';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { assertBound, migrateTo } from './migrate.ts';
import { type Database, databaseOver } from './sql.ts';

/** To be let in, in milliseconds. */
const CONNECT = 10_000;
/**
 * A statement that is not answered for so long never will be: the network swallows it, or the server's machine is gone.
 * Milliseconds; an address may say otherwise (`?query_timeout=`).
 */
const SILENCE = 60_000;

/**
 * Connects, brings the schema up to date, and makes sure that row-level security holds for this role. Throws
 * `database-failed`, `database-newer`, `database-role`.
 */
export async function openDatabase(url: string): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    // As many as requests that a small server answers at once; PostgreSQL's own default bound is 100.
    max: 10,
    connectionTimeoutMillis: CONNECT,
    query_timeout: SILENCE,
    keepAlive: true,
  });
  try {
    await migrate(new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT, query_timeout: 0 }));
    return databaseOver(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof WeighbridgeError) throw error;
    throw new WeighbridgeError('database-failed', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

/** A connection of its own, which may take as long as a large table takes. */
async function migrate(client: Client): Promise<void> {
  client.on('error', () => {});
  try {
    await client.connect();
    await assertBound(client);
    await client.query('begin');
    await migrateTo(client);
    await client.query('commit');
  } finally {
    // What was not committed is rolled back with it.
    await client.end();
  }
}
