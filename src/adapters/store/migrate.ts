import type { ClientBase } from 'pg';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { MIGRATIONS } from './migrations/table.ts';

/** One at a time may change the schema; the number is ours alone. */
const MIGRATION_LOCK = 7_203_001;

/** The last step that this version knows. */
export const NEWEST_SCHEMA: number = MIGRATIONS.at(-1)?.version ?? 0;

/** Brings the schema up to a step, within the caller's transaction. Throws `database-newer`. */
export async function migrateTo(client: ClientBase, step: number = NEWEST_SCHEMA): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await client.query(
    'create table if not exists schema_steps (version integer primary key, done_at timestamptz not null)',
  );
  const { rows } = await client.query<{ last: number | null }>('select max(version) as last from schema_steps');
  const last = rows[0]?.last ?? 0;
  if (last > NEWEST_SCHEMA)
    throw new WeighbridgeError('database-newer', `its schema is ${last}, this version knows ${NEWEST_SCHEMA}`);
  for (const { version, sql } of MIGRATIONS.filter((one) => one.version > last && one.version <= step)) {
    await client.query(sql);
    await client.query('insert into schema_steps values ($1, now())', [version]);
  }
}

/** A superuser sees every organisation's rows, whatever the policies say. Throws `database-role`. */
export async function assertBound(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  const [role] = rows;
  if (role !== undefined && !role.rolsuper && !role.rolbypassrls) return;
  throw new WeighbridgeError('database-role', 'row-level security does not hold for this role');
}
