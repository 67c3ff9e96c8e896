import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { lockFolder } from './folder-lock.ts';

/** A PostgreSQL server of our own, in a folder, reached through a socket that only its owner can open. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Of the server, not of ours. */
  readonly pid: number;
  /** It was still running when we came: whoever started it had been killed. */
  readonly takenOver: boolean;
  /** Whether its process is there. */
  runs(): boolean;
  /** Starts it under the same address after it ended by itself. Throws `database-failed`. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a server may take to come up after a crash, replaying its journal. Milliseconds. */
const PATIENCE = 60_000;
/** Part of a socket's name; nothing listens on it. */
const PORT = 5432;

/**
 * Starts the server in `<folder>/postgres`, making it first if it is not there, or takes over the one that still runs.
 * Throws `folder-in-use`, `database-absent`, `database-root`, `database-failed`.
 */
export async function startEmbedded(
  folder: string,
  { allowRoot }: { readonly allowRoot: boolean },
): Promise<EmbeddedDatabase> {
  const user = await userFor(allowRoot);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The server runs as somebody else then, and must pass through.
  if (user !== null) await chmod(folder, 0o711);
  const unlock = await lockFolder(folder);
  try {
    const data = join(folder, 'postgres');
    const running = await runningIn(data);
    let server = running ?? (await start(folder, data, user, await socketsFor(user)));
    const { sockets } = server;
    await prepare(sockets);
    return {
      url: urlOf(sockets, 'weighbridge', 'weighbridge'),
      get pid() {
        return server.pid;
      },
      takenOver: running !== null,
      runs: () => signal(server.pid, 0),
      again: async () => {
        server = await start(folder, data, user, sockets);
      },
      stop: async () => {
        await end(server.pid);
        await rm(sockets, { recursive: true, force: true });
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** The address of a database that somebody runs in this folder; null where none runs. */
export async function runningDatabase(folder: string): Promise<string | null> {
  const running = await runningIn(join(folder, 'postgres'));
  return running === null ? null : urlOf(running.sockets, 'weighbridge', 'weighbridge');
}

interface Server {
  readonly pid: number;
  /** Folder of its socket. */
  readonly sockets: string;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Null: as whoever we are. PostgreSQL refuses to run as root, so that root lends it a lesser user. */
async function userFor(allowRoot: boolean): Promise<User | null> {
  if (process.platform === 'win32')
    throw new WeighbridgeError('database-absent', 'on Windows, give the address of a PostgreSQL server');
  if (process.getuid?.() !== 0) return null;
  if (!allowRoot) throw new WeighbridgeError('database-root', 'this process is root');
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const [, , uid, gid] = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody') ?? [];
  if (uid === undefined || gid === undefined)
    throw new WeighbridgeError('database-root', 'there is neither a user postgres nor nobody to run the database as');
  return { uid: Number(uid), gid: Number(gid) };
}

/** The server that runs in this folder, by its own note of itself; null when it does not answer. */
async function runningIn(data: string): Promise<Server | null> {
  const note = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null);
  if (note === null) return null;
  const [pid = '', , , , sockets = ''] = note.split('\n');
  try {
    await query(urlOf(sockets, 'postgres', 'postgres'), async (ask) => ask('select 1'));
    return { pid: Number(pid), sockets };
  } catch {
    // It is gone, and PostgreSQL tells a stale note by itself.
    return null;
  }
}

/** Outside the data folder, whose path may be longer than a socket's may be (107 bytes). */
async function socketsFor(user: User | null): Promise<string> {
  const sockets = await mkdtemp(join(tmpdir(), 'weighbridge-db-'));
  if (user !== null) await chown(sockets, user.uid, user.gid);
  return sockets;
}

async function start(folder: string, data: string, user: User | null, sockets: string): Promise<Server> {
  const binaries = await findBinaries(folder);
  await makeCluster(data, binaries, user);
  const settings = [
    `unix_socket_directories=${sockets}`,
    'listen_addresses=',
    'unix_socket_permissions=0700',
    'logging_collector=off',
  ];
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(PORT), ...settings.flatMap((one) => ['-c', one])], {
    ...user,
    env: { ...binaries.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A ^C at the terminal is for us: we stop the server when nobody needs it any more.
    detached: true,
  });
  await untilReady(child);
  child.unref();
  return { pid: child.pid ?? 0, sockets };
}

async function makeCluster(data: string, binaries: Binaries, user: User | null): Promise<void> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null) return;
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (user !== null) await chown(data, user.uid, user.gid);
  const args = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth-local=trust', '--auth-host=reject'];
  const child = spawn(binaries.initdb, args, {
    ...user,
    env: { ...binaries.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = collected(child);
  const code = await new Promise<number | null>((resolve) =>
    child.once('error', () => resolve(null)).once('close', resolve),
  );
  if (code === 0) return;
  await rm(data, { recursive: true, force: true });
  throw new WeighbridgeError('database-failed', `the database could not be made: ${reasonIn(said())}`);
}

async function untilReady(child: ChildProcess): Promise<void> {
  const said = collected(child);
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new WeighbridgeError('database-failed', `the database did not start: ${why}`));
    const timer = setTimeout(() => fail('it took too long'), PATIENCE);
    child.stderr?.on('data', () => {
      if (!said().includes('database system is ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', () => {
      clearTimeout(timer);
      fail(reasonIn(said()));
    });
  });
  (child.stderr as unknown as { unref(): void }).unref();
}

/** What it says, as far as the last 64 KiB. */
function collected(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-65_536);
  });
  return () => said;
}

/** What it died of; its last words may only say that it is shut down. */
function reasonIn(text: string): string {
  const lines = text.trim().split('\n');
  return lines.find((line) => /\b(?:FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
}

/** A role that row-level security holds for, and its database. */
async function prepare(sockets: string): Promise<void> {
  await query(urlOf(sockets, 'postgres', 'postgres'), async (ask) => {
    const roles = await ask("select 1 from pg_roles where rolname = 'weighbridge'");
    if (roles.length === 0) await ask('create role weighbridge login nosuperuser nobypassrls');
    const databases = await ask("select 1 from pg_database where datname = 'weighbridge'");
    if (databases.length === 0) await ask('create database weighbridge owner weighbridge');
  });
}

async function query(
  url: string,
  work: (ask: (sql: string) => Promise<readonly unknown[]>) => Promise<unknown>,
): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}

function urlOf(sockets: string, user: string, database: string): string {
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(sockets)}&port=${PORT}`;
}

/** Fast shutdown: transactions are rolled back, nothing is left to recover. */
async function end(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  const deadline = Date.now() + PATIENCE;
  while (signal(pid, 0) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
