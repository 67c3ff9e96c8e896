import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = '/usr/lib/postgresql';

/** The newest of Debian's PostgreSQL servers; null when there is none (apt-get install postgresql). */
export function debianPostgres(): { readonly bin: string; readonly major: number } | null {
  if (!existsSync(ROOT)) return null;
  const majors = readdirSync(ROOT).map(Number).filter(Number.isInteger);
  const major = Math.max(...majors);
  const bin = join(ROOT, String(major), 'bin');
  return existsSync(join(bin, 'initdb')) ? { bin, major } : null;
}

export interface External {
  /** Of its superuser: `postgresql://postgres@127.0.0.1:port/postgres`. */
  readonly url: string;
  stop(): void;
}

/** A server of its own in a temporary folder, on a port that is free; as `postgres` where we are root. */
export async function startDebianPostgres(bin: string): Promise<External> {
  const user = lesserUser();
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-pg-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user !== null) {
    chmodSync(folder, 0o711);
    chownSync(data, user.uid, user.gid);
  }
  const as = { ...user, cwd: '/', stdio: 'ignore' as const };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '-A', 'trust', '-N'],
    as,
  );
  const port = await freePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
  const child = spawn(join(bin, 'postgres'), args, as);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url, child);
  return {
    url,
    stop: () => {
      child.kill('SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** A database with a role that row-level security holds for; its address. The same name gives the same one again. */
export async function databaseNamed(superuser: string, name: string): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) {
      await client.query(`create role ${name} login nosuperuser nobypassrls`);
      await client.query(`create database ${name} owner ${name}`);
    }
  } finally {
    await client.end();
  }
  return superuser.replace('postgres@', `${name}@`).replace(/\/postgres(?=$|\?)/, `/${name}`);
}

function lesserUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  const { default: pg } = await import('pg');
  const deadline = Date.now() + 120_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
