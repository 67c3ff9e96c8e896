import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/adapters/database/embedded.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { SHARED_CLUSTER } from './temporary.ts';

/** How long the thread that makes it may take, on a machine that does much else. Milliseconds. */
const PATIENCE = 200_000;

/**
 * Nothing of these clusters outlives its test, and no test pulls the plug: what is written need not reach the disk. The
 * rest are helpers of large databases, which cost each of many small ones a process.
 */
const SETTINGS = `
fsync = off
full_page_writes = off
wal_init_zero = off
wal_recycle = off
io_method = sync
max_logical_replication_workers = 0
`;

/** Of the server that many tests share: nobody needs the tables of fifty small databases swept, nor runs out of connections. */
const SHARED = `
autovacuum = off
max_connections = 400
`;

let made: Promise<string> | undefined;
let shared: Promise<string> | undefined;

/**
 * Puts a database of the newest schema, with nothing in it, where the server looks for its own: a copy takes a fifth of
 * the time that making one does. A folder that has one keeps it.
 */
export async function layCluster(folder: string): Promise<void> {
  const data = join(folder, 'postgres');
  if (existsSync(data)) return;
  made ??= madeCluster();
  const { status, stderr } = spawnSync('cp', ['-a', await made, data], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no copy of the database: ${stderr}`);
}

/**
 * A database of the newest schema under this name, on one embedded server that all tests of a run share and that ends with
 * it (`ownTemporaryFolder`): a copy within a server takes a third of the time that a server of its own does. The same name
 * gives the same one again.
 */
export async function sharedDatabase(name: string): Promise<string> {
  shared ??= sharedServer();
  const url = await shared;
  const client = new pg.Client({ connectionString: superuserOf(url) });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${name} template weighbridge owner weighbridge`);
  } finally {
    await client.end();
  }
  return url.replace('@/weighbridge', `@/${name}`);
}

function sharedServer(): Promise<string> {
  return byTheFirst(SHARED_CLUSTER, async (folder) => {
    await layCluster(folder);
    await appendFile(join(folder, 'postgres', 'postgresql.conf'), SHARED);
    return (await startEmbedded(folder, { allowRoot: true })).url;
  });
}

function madeCluster(): Promise<string> {
  return byTheFirst('made-cluster', async (folder) => {
    await makeCluster(folder);
    return join(folder, 'postgres');
  });
}

/** Done by the first of the tests' threads that asks, in a folder of this name; the others wait for what came of it. */
async function byTheFirst(name: string, make: (folder: string) => Promise<string>): Promise<string> {
  const folder = join(tmpdir(), name);
  const done = join(folder, 'done');
  const first = await mkdir(folder, { mode: 0o711 }).then(
    () => true,
    () => false,
  );
  if (first) {
    await writeFile(`${done}.new`, await make(folder));
    await rename(`${done}.new`, done);
  }
  for (const deadline = Date.now() + PATIENCE; !existsSync(done); ) {
    if (Date.now() > deadline) throw new Error(`another thread did not make the database in ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return readFile(done, 'utf8');
}

async function makeCluster(folder: string): Promise<void> {
  await (await startEmbedded(folder, { allowRoot: true })).stop();
  await appendFile(join(folder, 'postgres', 'postgresql.conf'), SETTINGS);
  const server = await startEmbedded(folder, { allowRoot: true });
  const database = await openDatabase(server.url);
  await database.close();
  await dropPattern(superuserOf(server.url));
  await server.stop();
}

function superuserOf(url: string): string {
  return url.replace('//weighbridge@/weighbridge', '//postgres@/postgres');
}

/** A fourth of the files to copy, and to remove again: the untouched pattern that PostgreSQL keeps of a database. */
async function dropPattern(superuser: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query("update pg_database set datistemplate = false where datname = 'template0'");
  await client.query('drop database template0');
  await client.end();
}
