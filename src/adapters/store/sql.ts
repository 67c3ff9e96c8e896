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
  /** All of it, or nothing. Throws `database-failed`. */
  transaction<Answer>(scope: Scope, work: (sql: Sql) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

export function databaseOver(pool: Pool): Database {
  return {
    transaction: async (scope, work) => {
      const client = await pool.connect().catch((cause: Error) => {
        throw new WeighbridgeError('database-failed', cause.message, { cause });
      });
      let broken: Error | undefined;
      // While nobody asks it anything a lost connection is an event; without a listener that ends the process.
      const lost = (error: Error): void => {
        broken = error;
      };
      client.on('error', lost);
      try {
        await client.query('begin');
        await client.query(
          "select set_config('weighbridge.organisation', $1, true), set_config('weighbridge.worker', $2, true)",
          [scope === 'worker' ? '' : scope.organisation, scope === 'worker' ? 'on' : ''],
        );
        const answer = await work(sqlOver(client));
        await client.query('commit');
        return answer;
      } catch (error) {
        // Behind a statement that nobody answers a rollback would wait as long again.
        if (isSilence(error)) broken = error;
        else await client.query('rollback').catch((cause: Error) => (broken = cause));
        if (error instanceof WeighbridgeError || !(error instanceof Error)) throw error;
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

/** As `pg` says it: the error has no code. */
function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** Statements within whatever transaction a connection is in. */
export function sqlOver(client: ClientBase): Sql {
  return {
    rows: async (shape, statement, values) => {
      const { rows } = await client.query<Record<string, unknown>>(statement, [...values]);
      return rows.map((row) => shape.parse(row));
    },
    run: async (statement, values) => (await client.query(statement, [...values])).rowCount ?? 0,
  };
}
