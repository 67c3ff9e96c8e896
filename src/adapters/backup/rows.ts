import type { Client } from 'pg';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** Rows of one table and one organisation, each as the JSON that PostgreSQL itself writes and reads. */
export interface RowChunk {
  readonly table: string;
  readonly lines: readonly string[];
}

/** Rows fetched at once, and what a chunk holds before it is given away: a row has a few hundred KiB at most. */
const FETCH = 25;
const CHUNK_BYTES = 1024 * 1024;

const TABLES = `select table_name as name from information_schema.tables
  where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'schema_steps' order by table_name`;
const ORGANISATIONS = 'select organisation from organisations order by organisation';
/** For this transaction alone, as row-level security wants it. */
const SEE = "select set_config('weighbridge.organisation', $1, true), set_config('weighbridge.worker', $2, true)";
const FOREIGN_KEYS = `select format('alter table %s alter constraint %I', conrelid::regclass, conname) as change from pg_constraint
  where contype = 'f' and connamespace = current_schema()::regnamespace`;
const IDENTITIES = `select table_name as name, column_name as field from information_schema.columns
  where table_schema = current_schema() and is_identity = 'YES'`;

export async function schemaOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ last: number | null }>('select max(version) as last from schema_steps');
  return rows[0]?.last ?? 0;
}

/** The key that signs now; null before the first rotation, and where keys were not yet kept. */
export async function currentKey(client: Client): Promise<string | null> {
  const { rows: known } = await client.query<{ name: string | null }>("select to_regclass('signing_keys') as name");
  if (known[0]?.name == null) return null;
  const { rows } = await client.query<{ id: string }>('select key_id as id from signing_keys where reason is null');
  return rows[0]?.id ?? null;
}

export async function tablesOf(client: Client): Promise<readonly string[]> {
  return (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
}

/** As a worker sees them: organisations are few. */
export async function organisationsOf(client: Client): Promise<readonly string[]> {
  await client.query(SEE, ['', 'on']);
  return (await client.query<{ organisation: string }>(ORGANISATIONS)).rows.map(({ organisation }) => organisation);
}

/** Every row of every table, within a transaction that sees one moment. */
export async function* dumpRows(client: Client): AsyncIterable<RowChunk> {
  const tables = await tablesOf(client);
  for (const organisation of await organisationsOf(client)) {
    await client.query(SEE, [organisation, '']);
    for (const table of tables) yield* rowsOf(client, table);
  }
}

async function* rowsOf(client: Client, table: string): AsyncIterable<RowChunk> {
  // A superuser would see every organisation's rows: say whose are meant.
  await client.query(`declare dumped no scroll cursor for select row_to_json(one)::text as line from ${quoted(table)} one
    where organisation = current_setting('weighbridge.organisation')`);
  let lines: string[] = [];
  let size = 0;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${FETCH} from dumped`);
    for (const { line } of rows) {
      lines.push(line);
      size += line.length;
    }
    if (lines.length > 0 && (rows.length === 0 || size > CHUNK_BYTES)) {
      yield { table, lines };
      lines = [];
      size = 0;
    }
    if (rows.length === 0) break;
  }
  await client.query('close dumped');
}

/** Names and sizes of the blobs that rows speak of. */
export async function blobsOf(client: Client): Promise<readonly { readonly digest: string; readonly size: number }[]> {
  const found = new Map<string, number>();
  for (const organisation of await organisationsOf(client)) {
    await client.query(SEE, [organisation, '']);
    const { rows } = await client.query<{ blob: string; size: string }>(
      'select distinct blob, blob_size::text as size from vettings where blob is not null',
    );
    for (const { blob, size } of rows) found.set(blob, Number(size));
  }
  return [...found].map(([digest, size]) => ({ digest, size }));
}

/** Rows may come in any order: what refers to what is looked at when all are there. */
export async function beginRows(client: Client): Promise<void> {
  for (const { change } of await foreignKeys(client)) await client.query(`${change} deferrable initially deferred`);
}

/** Row-level security holds here too: a chunk whose rows are not all of one organisation is refused. Throws `backup-invalid`. */
export async function loadRows(client: Client, tables: readonly string[], { table, lines }: RowChunk): Promise<void> {
  if (!tables.includes(table)) throw new WeighbridgeError('backup-invalid', `there is no table ${table}`);
  try {
    const { organisation } = JSON.parse(lines[0] ?? '') as { readonly organisation?: unknown };
    await client.query(SEE, [typeof organisation === 'string' ? organisation : '', '']);
    await client.query(
      `insert into ${quoted(table)} overriding system value select * from json_populate_recordset(null::${quoted(table)}, $1::json)`,
      [`[${lines.join(',')}]`],
    );
  } catch (cause) {
    throw new WeighbridgeError('backup-invalid', `rows of ${table}: ${(cause as Error).message}`, { cause });
  }
}

/** Looks at what refers to what, and lets numbering go on where it was. Throws `backup-invalid`. */
export async function endRows(client: Client): Promise<void> {
  await client.query('set constraints all immediate').catch((cause: Error) => {
    throw new WeighbridgeError('backup-invalid', cause.message, { cause });
  });
  for (const { change } of await foreignKeys(client)) await client.query(`${change} not deferrable`);
  const { rows: identities } = await client.query<{ name: string; field: string }>(IDENTITIES);
  for (const organisation of await organisationsOf(client)) {
    await client.query(SEE, [organisation, '']);
    for (const { name, field } of identities) await client.query(goOn(name, field));
  }
}

function goOn(table: string, field: string): string {
  const sequence = `pg_get_serial_sequence('${quoted(table)}', '${field}')`;
  return `select setval(${sequence}, greatest(nextval(${sequence}), coalesce(max(${quoted(field)}), 0))) from ${quoted(table)}`;
}

async function foreignKeys(client: Client): Promise<readonly { readonly change: string }[]> {
  return (await client.query<{ change: string }>(FOREIGN_KEYS)).rows;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
