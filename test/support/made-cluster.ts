import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../src/adapters/database/embedded.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';

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

let made: Promise<string> | undefined;

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

/** Made by the first of the tests' threads that asks; the others wait for it. */
async function madeCluster(): Promise<string> {
  const folder = join(tmpdir(), 'made-cluster');
  const done = join(folder, 'done');
  const first = await mkdir(folder, { mode: 0o711 }).then(
    () => true,
    () => false,
  );
  if (first) {
    await makeCluster(folder);
    await writeFile(done, '');
  }
  for (const deadline = Date.now() + PATIENCE; !existsSync(done); ) {
    if (Date.now() > deadline) throw new Error(`another thread did not make the database in ${folder}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return join(folder, 'postgres');
}

async function makeCluster(folder: string): Promise<void> {
  await (await startEmbedded(folder, { allowRoot: true })).stop();
  await appendFile(join(folder, 'postgres', 'postgresql.conf'), SETTINGS);
  const server = await startEmbedded(folder, { allowRoot: true });
  const database = await openDatabase(server.url);
  await database.close();
  await dropPattern(server.url.replace('//weighbridge@/weighbridge', '//postgres@/postgres'));
  await server.stop();
}

/** A fourth of the files to copy, and to remove again: the untouched pattern that PostgreSQL keeps of a database. */
async function dropPattern(superuser: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  await client.query("update pg_database set datistemplate = false where datname = 'template0'");
  await client.query('drop database template0');
  await client.end();
}
