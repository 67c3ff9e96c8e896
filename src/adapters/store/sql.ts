import type { ClientBase, Pool } from 'pg';
import type { z } from 'zod';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** Statements within one transaction. Rows are parsed on their way in: a column that drifted fails at the door. */
export interface Sql {
  rows<Row>(shape: z.ZodType<Row>, statement: string, values: readonly unknown[]): Promise<readonly Row[]>;
  /** How many rows were touched. */
  run(statement: string, values: readonly unknown[]): Promise<number>;
}

/** Whose rows a transaction sees: one organisation's, or a worker's view of the jobs that wait. */
export type Scope = { readonly organisation: string } | 'worker';

export interface Database {
  /** All of it, or nothing. Throws `database-failed`, `database-full`, `database-crossed`. */
  transaction<Answer>(scope: Scope, work: (sql: Sql) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

export function databaseOver(pool: Pool): Database {
  // A connection that breaks while nobody asks it anything is an event, which ends the process where nobody listens: the
  // pool hears those that are idle; one that it hands over may break within the packet that opened it.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    transaction: async (scope, work) => {
      const client = await pool.connect().catch((cause: Error) => {
        throw new WeighbridgeError('database-failed', cause.message, { cause });
      });
      let broken: Error | undefined;
      const lost = (error: Error): void => {
        broken = error;
      };
      client.on('error', lost);
      try {
        await client.query(opening(scope, client));
        const answer = await work(preparedOver(client));
        await client.query('commit');
        return answer;
      } catch (error) {
        // Behind a statement that nobody answers a rollback would wait as long again.
        if (isSilence(error)) broken = error;
        else await client.query('rollback').catch((cause: Error) => (broken = cause));
        if (error instanceof WeighbridgeError || !(error instanceof Error)) throw error;
        if (isFull(error)) throw new WeighbridgeError('database-full', error.message, { cause: error });
        if (isCrossed(error)) throw new WeighbridgeError('database-crossed', error.message, { cause: error });
        // What the database says itself has a severity; what the driver says of a connection that is gone has none.
        if ('severity' in error || broken !== undefined)
          throw new WeighbridgeError('database-failed', error.message, { cause: error });
        throw error;
      } finally {
        client.off('error', lost);
        // A connection that cannot even roll back is thrown away.
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** In one way to the database and back: it begins every call, and most take few more. */
function opening(scope: Scope, client: ClientBase): string {
  const organisation = scope === 'worker' ? '' : scope.organisation;
  // No text of PostgreSQL holds it, and the wire ends a statement there.
  if (organisation.includes('\0')) throw new WeighbridgeError('database-failed', 'an organisation named with U+0000');
  const worker = scope === 'worker' ? 'on' : '';
  return `begin; select set_config('weighbridge.organisation', ${client.escapeLiteral(organisation)}, true), set_config('weighbridge.worker', '${worker}', true)`;
}

/** Each of two transactions waited for the other, and the database ended this one (PostgreSQL, appendix A: 40P01, 40001). */
function isCrossed(error: Error): boolean {
  return 'code' in error && (error.code === '40P01' || error.code === '40001');
}

/** As `pg` says it: the error has no code. */
function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** Class 53 of PostgreSQL's codes: `disk_full`. */
function isFull(error: Error): boolean {
  return 'code' in error && error.code === '53100';
}

/** Statements within whatever transaction a connection is in. */
export function sqlOver(client: ClientBase): Sql {
  return sqlBy((text, values) => client.query<Record<string, unknown>>(text, [...values]));
}

/** The same, each parsed and planned once a connection: row-level security makes planning dearer than most of what it plans. */
function preparedOver(client: ClientBase): Sql {
  return sqlBy((text, values) => {
    const name = nameOf(text);
    return client.query<Record<string, unknown>>(name === null ? { text, values } : { name, text, values });
  });
}

type Ask = (
  text: string,
  values: unknown[],
) => Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly rowCount: number | null }>;

function sqlBy(ask: Ask): Sql {
  return {
    rows: async (shape, statement, values) => (await ask(statement, [...values])).rows.map((row) => shape.parse(row)),
    run: async (statement, values) => (await ask(statement, [...values])).rowCount ?? 0,
  };
}

/** Each is kept in every connection: more than we have written texts of means that one is made anew for each call. */
const NAMES = 1000;
const names = new Map<string, string>();

function nameOf(statement: string): string | null {
  const known = names.get(statement);
  if (known !== undefined) return known;
  if (names.size >= NAMES) return null;
  const name = `wb${names.size}`;
  names.set(statement, name);
  return name;
}
