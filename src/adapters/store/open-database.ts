import type { Pool } from 'pg';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { assertBound, migrateTo } from './migrate.ts';
import { type Database, databaseOver } from './sql.ts';

/**
 * Connects, brings the schema up to date, and makes sure that row-level security holds for this role. Throws
 * `database-failed`, `database-newer`, `database-role`.
 */
export async function openDatabase(url: string): Promise<Database> {
  const { default: pg } = await import('pg');
  // Connections: as many as requests that a small server answers at once; PostgreSQL's own default bound is 100.
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await migrate(pool);
    return databaseOver(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof WeighbridgeError) throw error;
    throw new WeighbridgeError('database-failed', error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await assertBound(client);
    await client.query('begin');
    await migrateTo(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
