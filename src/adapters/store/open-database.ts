import type { Pool } from 'pg';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { MIGRATIONS } from './migrations/table.ts';
import { type Database, databaseOver } from './sql.ts';

/** One at a time may change the schema; the number is ours alone. */
const MIGRATION_LOCK = 7_203_001;

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
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_steps (version integer primary key, done_at timestamptz not null)',
    );
    const { rows } = await client.query<{ last: number | null }>('select max(version) as last from schema_steps');
    const last = rows[0]?.last ?? 0;
    const known = MIGRATIONS.at(-1)?.version ?? 0;
    if (last > known)
      throw new WeighbridgeError('database-newer', `its schema is ${last}, this version knows ${known}`);
    for (const { version, sql } of MIGRATIONS.filter((step) => step.version > last)) {
      await client.query(sql);
      await client.query('insert into schema_steps values ($1, now())', [version]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** A superuser sees every organisation's rows, whatever the policies say. */
async function assertBound(client: { query: Pool['query'] }): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  const [role] = rows;
  if (role !== undefined && !role.rolsuper && !role.rolbypassrls) return;
  throw new WeighbridgeError('database-role', 'row-level security does not hold for this role');
}
